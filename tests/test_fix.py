"""`anliji fix` shows what it would change, asks, and writes no byte beside it; `check --show-repairs` only shows."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.terminal import run_in_terminal

ODD = "title: 示例⽀部与示例村结对\nprovince: 四川省\n"
RIGHT = "title: 示例支部与示例村结对\nprovince: 四川\n"


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def record(tmp_project: Path) -> Path:
    """Give a record with a radical and a province by another name, marked, with Windows line ends and no last one."""
    path = tmp_project / "cases/x-01/case.yml"
    rest = path.read_text(encoding="utf-8").partition("\n")[2]
    path.write_bytes(b"\xef\xbb\xbf" + f"{ODD}{rest}".rstrip("\n").replace("\n", "\r\n").encode())
    return path


def right(before: bytes) -> bytes:
    """Give the same record mended."""
    return before.replace(ODD.replace("\n", "\r\n").encode(), RIGHT.replace("\n", "\r\n").encode())


SHOWN = """\
cases/x-01/case.yml
  第 1 行：“标题”里有 1 个只是看着像汉字的字符（部首字符 U+2F40）
  第 2 行：“学校所在地区”的“四川省”读作“四川”
    第 1 至 2 行
    - title: 示例⽀部与示例村结对
    - province: 四川省
    + title: 示例支部与示例村结对
    + province: 四川

"""


def test_shown_and_written(tmp_project: Path, record: Path) -> None:
    """With --yes the difference is shown on stdout and written; everything else in the file stays."""
    before = record.read_bytes()
    result = run("-C", tmp_project, "fix", "--yes")

    assert (0, SHOWN) == (result.exit_code, result.stdout)
    assert "已写入 1 个文件。还有哪些问题，用 anliji check 查看。\n" == result.stderr
    assert right(before) == record.read_bytes() != before


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_only_shown(tmp_project: Path, record: Path, option: str) -> None:
    """A dry run shows the same, writes nothing, and ends with 1 as long as there is something to write."""
    before = record.read_bytes()
    result = run("-C", tmp_project, "fix", option)

    assert (1, SHOWN) == (result.exit_code, result.stdout)
    assert "1 个文件，2 处改动。没有写入。要写入，去掉 --dry-run。\n" == result.stderr
    assert before == record.read_bytes()


def test_without_a_terminal(tmp_project: Path, record: Path) -> None:
    """Where nobody can be asked, nothing is written, and it says so."""
    before = record.read_bytes()
    result = run("-C", tmp_project, "fix")

    assert (1, SHOWN) == (result.exit_code, result.stdout)
    assert result.stderr == (
        "不在终端里，没有询问。要写入，加上 --yes；只看改动，用 --dry-run。\n1 个文件，2 处改动。没有写入。\n"
    )
    assert before == record.read_bytes()


def test_nothing_to_mend(tmp_project: Path) -> None:
    """Where nothing can be mended it says so and ends with 0."""
    result = run("-C", tmp_project, "fix")

    assert (0, "", "没有可以自动改的地方。\n") == (result.exit_code, result.stdout, result.stderr)


@pytest.mark.parametrize("named", ["x-01", "cases/x-01", "cases/x-01/case.yml", "{root}/cases/x-01/case.yml"])
def test_chosen(tmp_project: Path, record: Path, named: str) -> None:
    """A record is chosen by its id or its path; others stay."""
    other = tmp_project / "cases/y-01/case.yml"
    other.parent.mkdir()
    other.write_bytes(record.read_bytes().replace("结对".encode(), "共建".encode()))
    before = record.read_bytes()
    result = run("-C", tmp_project, "fix", "--yes", named.format(root=tmp_project))

    assert 0 == result.exit_code
    assert (right(before), before.replace("结对".encode(), "共建".encode())) == (
        record.read_bytes(),
        other.read_bytes(),
    )


@pytest.mark.parametrize("named", ["z-01", "cases/z-01", "mkdocs.yml", "../x", "content/index.md"])
def test_unknown(tmp_project: Path, named: str) -> None:
    """What is no record is wrong use."""
    result = run("-C", tmp_project, "fix", named)

    assert (2, "") == (result.exit_code, result.stdout)
    assert f"没有“{named}”这条记录。" in result.stderr


def test_collections(tmp_project: Path) -> None:
    """A collection is mended like a case."""
    path = tmp_project / "content/collections/xc.yml"
    path.parent.mkdir()
    path.write_text("title：⼭村案例\neditor: 示例大学\n", encoding="utf-8")
    result = run("-C", tmp_project, "fix", "--yes", "xc")

    assert (0, "title: 山村案例\neditor: 示例大学\n") == (result.exit_code, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_other_encodings(tmp_project: Path, record: Path, encoding: str) -> None:
    """A file that is not UTF-8 is named and left."""
    data = "title：示例\n".encode(encoding)
    record.write_bytes(data)
    result = run("-C", tmp_project, "fix", "--yes")

    assert f"cases/x-01/case.yml：文件的编码是 {encoding.upper()}，不是 UTF-8，没有改；先另存为 UTF-8" in result.stderr
    assert data == record.read_bytes()


def test_rights_stay(tmp_project: Path, record: Path) -> None:
    """A written file has the rights that it had."""
    record.chmod(0o640)
    run("-C", tmp_project, "fix", "--yes")

    assert 0o640 == record.stat().st_mode & 0o777
    assert ["case.yml"] == [path.name for path in record.parent.iterdir()]


def test_read_only(tmp_project: Path, record: Path) -> None:
    """A read-only file is left and named; the exit code says that something is left."""
    before = record.read_bytes()
    record.chmod(0o444)
    result = run("-C", tmp_project, "fix", "--yes")

    assert (1, before) == (result.exit_code, record.read_bytes())
    assert "cases/x-01/case.yml：文件是只读的，没有写入。\n已写入 0 个文件。1 个没有写入。\n" == result.stderr


def test_refused(tmp_project: Path, record: Path) -> None:
    """A change that would bring an error is named and not made."""
    record.write_text(f"{record.read_text(encoding='utf-8-sig')}\n任务类型：教育服务\n", encoding="utf-8", newline="\n")
    result = run("-C", tmp_project, "fix", "--yes")

    assert "  没有改：第 10 行：“任务类型”后面用了中文冒号（改了会多出别的错误）\n" in result.stdout
    assert record.read_text(encoding="utf-8").endswith("\n任务类型：教育服务\n")


def answered(project: Path, answer: bytes, meanwhile: Callable[[], object] = lambda: None) -> tuple[str, int]:
    """Run `fix` in a terminal and answer its question; gives what was shown, and the exit code."""

    def type_in() -> bytes:
        meanwhile()
        return answer

    return run_in_terminal("-C", project, "fix", question="直接回车不写", answer=type_in)


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("是\n", True), ("\n", False), ("n\n", False)])
def test_asked(tmp_project: Path, record: Path, answer: str, is_written: bool) -> None:  # noqa: FBT001 (a parameter)
    """In a terminal the difference is coloured, and only a yes writes it."""
    before = record.read_bytes()
    shown, code = answered(tmp_project, answer.encode())

    assert "\x1b[32m+ province: 四川\x1b[0m" in shown
    assert (right(before) if is_written else before, 0 if is_written else 1) == (record.read_bytes(), code)


def test_changed_meanwhile(tmp_project: Path, record: Path) -> None:
    """A file that somebody saves while the question waits is left as it was saved."""
    saved = record.read_bytes() + b"\r\n# saved"
    shown, code = answered(tmp_project, b"y\n", lambda: record.write_bytes(saved))

    assert "cases/x-01/case.yml：文件在这期间改过，请再运行一次，没有写入。" in shown
    assert (1, saved) == (code, record.read_bytes())


def test_show_repairs(tmp_project: Path, record: Path) -> None:
    """What was read as meant is listed behind the problems, before and after; no file changes."""
    before = record.read_bytes()
    result = run("-C", tmp_project, "check", "--show-repairs")
    shown = result.stdout.partition("用时")[2].partition("\n\n")[2]

    assert before == record.read_bytes()
    assert shown == (
        "下面这些写法只可能有一种意思，已经按那个意思读；记录没有改动，其余文字都按原样读。\n"
        "\n"
        "cases/x-01/case.yml\n"
        "  第 1 行：“标题”里有 1 个只是看着像汉字的字符（部首字符 U+2F40）\n"
        "    - title: 示例⽀部与示例村结对\n"
        "    + title: 示例支部与示例村结对\n"
        "  第 2 行：“学校所在地区”的“四川省”读作“四川”\n"
        "    - province: 四川省\n"
        "    + province: 四川\n"
        "\n"
        "共 2 处，在 1 个文件里。要把它们写进记录，运行 anliji fix：先看改动，再决定写不写。\n"
    )


def test_no_repairs(tmp_project: Path) -> None:
    """Where everything was read as it is written, that is said."""
    result = run("-C", tmp_project, "check", "--show-repairs")

    assert result.stdout.endswith("\n没有按本意读的写法：全部文字都是按原样读的。\n")


def test_repairs_for_programs(tmp_project: Path, record: Path) -> None:
    """In JSON what was read as meant follows the problems, with a severity of its own, only where it is asked for."""
    del record
    rows = json.loads(run("-C", tmp_project, "check", "--show-repairs", "--format", "json").stdout)
    plain = json.loads(run("-C", tmp_project, "check", "--format", "json").stdout)

    assert ["warning", "repair", "repair"] == [row["severity"] for row in rows]
    assert plain == rows[:1]
    assert {
        "path": "cases/x-01/case.yml",
        "line": 2,
        "column": 11,
        "severity": "repair",
        "rule": "",
        "message": "“学校所在地区”的“四川省”读作“四川”",
        "reason": "",
        "hint": "",
    } == rows[2]


@pytest.mark.parametrize("form", ["html", "github"])
def test_repairs_in_other_formats(tmp_project: Path, form: str) -> None:
    """Formats that only hold problems refuse to show what is none."""
    result = run("-C", tmp_project, "check", "--show-repairs", "--format", form)

    assert (2, "--show-repairs 只能和 --format text 或 --format json 一起用。\n") == (result.exit_code, result.stderr)
