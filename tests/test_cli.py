"""The command: what it says, where it says it, and how it ends."""

import errno
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.case.schema import schema_of
from generator.cli import main
from generator.commands import invocation
from generator.intake.rules import RULES
from generator.making import writer
from generator.making.errors import DEBUG
from generator.making.images import photos
from generator.making.site_place import MARK
from generator.making.staging import RESTORED
from generator.outputs import drawn_artifacts
from generator.outputs.site.addresses import MANIFEST
from generator.reading.checks import CHECKS
from tests.each import each
from tests.terminal import run_in_terminal, seen

COMMANDS = sorted(cli.COMMANDS)
ENGLISH = re.compile(r"Traceback|Error:|Usage:|Errno|Exception|exception")
NEEDS_PROJECT = ("check", "build", "serve")
HEAVY = {
    *("jinja2", "markdown_it", "mkdocs", "multiprocessing", "numpy", "PIL", "pypdf", "pypinyin", "rjieba", "typst"),
    *(
        "docx",
        "fontTools",
        "openpyxl",
        "segno",
        "watchfiles",
        "generator.library.library",
        "generator.outputs.registered",
    ),
}
RECORDS = {"pydantic", "yaml", "generator.examine"}


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def run_program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command line as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        cwd=Path(__file__).parents[1],
        env={**os.environ, **environment},
    )


def bytes_of(folder: Path) -> dict[str, str]:
    """Give a digest of every file below a folder but the cache, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def write_record(project: Path, case_id: str, text: str) -> Path:
    """Write a record into a project."""
    path = project / "cases" / case_id / "case.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def warned(tmp_project: Path, record_text: str) -> Path:
    """Give a project whose only problem is a warning: a permission that has run out."""
    permission = "permission:\n  granted_by: 示例大学\n  granted_on: 2018\n  expires_on: 2020-12-31\n"
    write_record(tmp_project, "y-01", record_text.replace("村结对", "镇结对") + permission)
    return tmp_project


@pytest.fixture
def faulty(tmp_project: Path, record_text: str) -> Path:
    """Give a project with one sound record and one with an error."""
    write_record(tmp_project, "y-01", record_text.replace("村结对", "镇结对").replace("党建联建", "党建"))
    return tmp_project


@each("command", COMMANDS)
def test_help(command: str) -> None:
    """Every command explains itself on stdout, with the option -C, and without any word of click's own."""
    result = run(command, "--help")

    assert result.exit_code == 0
    assert "-C 文件夹" in result.stdout
    assert re.findall(r"(?i)options|commands|usage|default|<=|:$", result.stdout, re.MULTILINE) == []


def test_version() -> None:
    """The version is one line on stdout."""
    result = run("--version")

    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"案例集 anliji \d+\.\d+\.\d+\n", result.stdout)


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize(
    ("command", "rest"),
    [("check", []), ("new", ["党建联建", "z-01"]), ("init", ["新项目"]), ("explain", ["date-invalid"]), ("schema", [])],
)
def test_folder_option_stands_on_both_sides(
    tmp_project: Path, place: str, command: str, rest: list[str], tmp_path: Path
) -> None:
    """-C works before and after the command's name."""
    folder = tmp_path if command == "init" else tmp_project
    option = ["-C", str(folder)]
    result = run(*([*option, command] if place == "before" else [command, *option]), *rest)

    assert result.exit_code == 0


def test_folder_option_is_the_current_folder_where_it_is_missing(
    tmp_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without -C the command works where it is started."""
    monkeypatch.chdir(tmp_project)
    result = run("check")

    assert (result.exit_code, result.stdout.splitlines()[-1][:19]) == (0, "没有发现问题。共检查 1 个案例，用时")


@each(
    ("words", "expected"),
    [
        pytest.param(["chek"], "没有 chek 这个命令。是不是 check？\n用法见 anliji --help。\n", id="command-near"),
        pytest.param(
            ["zzz"], f"没有 zzz 这个命令。可用：{'、'.join(COMMANDS)}。\n用法见 anliji --help。\n", id="command"
        ),
        pytest.param(
            ["build", "--stric"],
            "没有 --stric 这个选项。是不是 --strict？\n用法见 anliji build --help。\n",
            id="option",
        ),
        pytest.param(["build", "--zzz"], "没有 --zzz 这个选项。\n用法见 anliji build --help。\n", id="option-far"),
        pytest.param(["new"], "缺少“任务类型”。\n用法见 anliji new --help。\n", id="argument-missing"),
        pytest.param(
            ["check", "--format", "xml"],
            "选项 --format 的值不对。可用：text、github、json、html。\n用法见 anliji check --help。\n",
            id="choice",
        ),
        pytest.param(
            ["serve", "--port", "0"],
            "选项 --port 的值不对。写 1 到 65535 之间的整数。\n用法见 anliji serve --help。\n",
            id="number",
        ),
        pytest.param(
            ["explain", "a", "b"], "命令行多写了东西，或者次序不对。\n用法见 anliji explain --help。\n", id="more"
        ),
    ],
)
def test_wrong_use(words: list[str], expected: str) -> None:
    """A wrong command line is told in Chinese on stderr, with where the help is; exit code 2."""
    result = CliRunner().invoke(main, words, prog_name="anliji")

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", expected)


def test_option_without_its_value() -> None:
    """An option at the end of the line lacks its value; that is wrong use."""
    result = run("check", "--format")

    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "--format 后面要有一个值。")


def test_no_command_shows_the_help() -> None:
    """Without a command the list of commands comes, and exit code 2."""
    result = run()

    assert result.exit_code == 2
    assert [command for command in COMMANDS if command not in result.stderr] == []


@pytest.mark.parametrize("command", NEEDS_PROJECT)
@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_not_a_project(tmp_path: Path, command: str, kind: str) -> None:
    """A folder that is no project is named on stderr; exit code 2, nothing on stdout."""
    folder = tmp_path / "别处"
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("x")
    result = run("-C", folder, command)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{folder} 不是案例集项目：没有 mkdocs.yml，也没有 cases 文件夹。请用 -C 指明文件夹，或用 anliji init 新建。\n"
    )


@pytest.mark.parametrize(
    ("project", "options", "expected"),
    [
        ("tmp_project", [], 0),
        ("tmp_project", ["--strict"], 0),
        ("warned", [], 0),
        ("warned", ["--strict"], 1),
        ("faulty", [], 1),
        ("faulty", ["--strict"], 1),
    ],
)
def test_exit_code_of_check(request: pytest.FixtureRequest, project: str, options: list[str], expected: int) -> None:
    """0 clean, 1 with errors; under --strict warnings count."""
    result = run("-C", request.getfixturevalue(project), "check", *options)

    assert result.exit_code == expected


def test_check_as_text(faulty: Path) -> None:
    """The problems are the result, so they go to stdout: each whole, then the summary."""
    result = run("-C", faulty, "check")
    lines = result.stdout.splitlines()

    assert result.stderr == ""
    assert lines[0].startswith("cases/y-01/case.yml:2:7: 错误：")
    assert lines[0].endswith("[term-unknown]")
    assert lines[-1].startswith("1 个错误。共检查 2 个案例，用时 ")


def test_check_as_json(faulty: Path) -> None:
    """JSON is a result, so it goes to stdout, alone."""
    result = run("-C", faulty, "check", "--format", "json")
    (row,) = json.loads(result.stdout)

    assert result.stderr == ""
    assert [row[key] for key in ("path", "line", "column", "severity", "rule")] == [
        "cases/y-01/case.yml",
        2,
        7,
        "error",
        "term-unknown",
    ]
    assert sorted(row) == ["column", "hint", "line", "message", "path", "reason", "rule", "severity"]


def test_check_as_json_without_problems(tmp_project: Path) -> None:
    """No problems are an empty list, not nothing."""
    assert run("-C", tmp_project, "check", "--format", "json").stdout == "[]\n"


def test_check_for_github(faulty: Path) -> None:
    """Workflow commands go to stdout, one a problem."""
    result = run("-C", faulty, "check", "--format", "github")

    assert (result.exit_code, result.stderr) == (1, "")
    assert re.fullmatch(r"::error file=cases/y-01/case\.yml,line=2,col=7,title=[^\n]+\n", result.stdout)


def test_check_as_html(faulty: Path) -> None:
    """The page to send to universities goes to stdout."""
    result = run("-C", faulty, "check", "--format", "html")

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith("<!doctype html>")
    assert "cases/y-01/case.yml" in result.stdout


@pytest.mark.parametrize("form", ["text", "github", "json", "html"])
def test_check_writes_a_file(faulty: Path, tmp_path: Path, form: str) -> None:
    """-o takes the result, in UTF-8; the summary still comes on stderr."""
    output = tmp_path / "结果.txt"
    result = run("-C", faulty, "check", "--format", form, "-o", output)

    assert (result.exit_code, result.stdout) == (1, "")
    assert re.fullmatch(r"1 个错误。共检查 2 个案例，用时 \d+\.\d 秒。\n", result.stderr)
    assert "y-01" in output.read_text(encoding="utf-8")


def test_check_writes_no_site(tmp_project: Path) -> None:
    """A check changes nothing in the project."""
    before = bytes_of(tmp_project)
    run("-C", tmp_project, "check")

    assert bytes_of(tmp_project) == before


def test_explain_a_rule() -> None:
    """A rule is explained on stdout under its four headings."""
    result = run("explain", "date-invalid")

    assert (result.exit_code, result.stderr) == (0, "")
    assert [part for part in ("检查什么", "为什么", "例子", "应改为") if part not in result.stdout] == []


def test_explain_lists_all_rules() -> None:
    """Without a rule every rule has one line, those of imports after those of the checks."""
    result = run("explain")

    assert [line.split()[0] for line in result.stdout.splitlines()] == [*CHECKS, *RULES]


def test_explain_what_an_import_found() -> None:
    """What an import names in brackets is explained in the same way."""
    result = run("explain", "headings-unknown")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "headings-unknown（错误）\n一张工作表里没有认出列标题，没有读。\n\n检查什么：\n    前 40 行"
    )


@pytest.mark.parametrize(
    ("rule", "guess"), [("date-invalit", "是不是 date-invalid？"), ("日期", "")], ids=["near", "far"]
)
def test_explain_an_unknown_rule(rule: str, guess: str) -> None:
    """An unknown rule gets the nearest one, where there is one, and exit code 2."""
    result = run("explain", rule)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (f"没有“{rule}”这条规则。{guess}不带参数运行 anliji explain 可以看到全部规则。\n")


@pytest.mark.parametrize("options", [[], ["--collection"]], ids=["case", "collection"])
def test_schema_is_the_same_in_a_file(tmp_path: Path, options: list[str]) -> None:
    """The schema goes to stdout, or whole into a file."""
    path = tmp_path / "schema.json"
    shown, written = run("schema", *options), run("schema", *options, "-o", path)

    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert path.read_text(encoding="utf-8") == shown.stdout
    assert json.loads(shown.stdout) == schema_of(Collection if options else Case, packaged_programme())


def test_new_record(tmp_project: Path) -> None:
    """A new record is written with comments, and its path told on stdout; the check then asks for what is missing."""
    result = run("-C", tmp_project, "new", "科技赋能", "z-01")
    path = tmp_project / "cases/z-01/case.yml"

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"已新建：{path}\n", "")
    assert "task: 科技赋能\n" in path.read_text(encoding="utf-8")
    assert run("-C", tmp_project, "check").exit_code == 1


@pytest.mark.parametrize(
    ("task", "case_id", "expected"),
    [
        pytest.param(
            "党建",
            "z-01",
            "没有“党建”这个任务类型。是不是“党建联建”？可用：党建联建、教育服务、科技赋能、实践育人。\n",
            id="task",
        ),
        pytest.param("党建联建", "Z 01", "“Z 01”不能作编号。编号用小写字母、数字和连字符，", id="id"),
        pytest.param("党建联建", "../z", "“../z”不能作编号。编号用小写字母、数字和连字符，", id="way-out"),
        pytest.param("党建联建", "z" * 61, f"“{'z' * 61}”不能作编号。", id="long"),
        pytest.param("党建联建", "x-01", "编号“x-01”已经有了，请换一个。\n", id="taken"),
    ],
)
def test_new_record_refused(tmp_project: Path, task: str, case_id: str, expected: str) -> None:
    """An unknown task, a bad id and a taken id are told; exit code 2, and nothing is written."""
    before = bytes_of(tmp_project)
    result = run("-C", tmp_project, "new", task, case_id)

    assert (result.exit_code, result.stdout, result.stderr[: len(expected)]) == (2, "", expected)
    assert bytes_of(tmp_project) == before


def test_init(tmp_path: Path) -> None:
    """A new project passes its own check."""
    result = run("init", tmp_path / "新 项目")

    assert (result.exit_code, result.stderr) == (0, "")
    assert f'anliji -C "{tmp_path / "新 项目"}" serve' in result.stdout
    assert run("-C", tmp_path / "新 项目", "check", "--strict").exit_code == 0


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_init_changes_nothing_that_is_there(tmp_path: Path, kind: str) -> None:
    """A folder with something in it, or a file, is left alone; exit code 2."""
    target = tmp_path / "有东西"
    if kind == "folder":
        target.mkdir()
        (target / "x.txt").write_text("x")
    else:
        target.write_text("x")
    result = run("init", target)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{target} 里已经有东西了，没有改动。请换一个空文件夹。\n"
    assert list(bytes_of(tmp_path)) == (["有东西/x.txt"] if kind == "folder" else ["有东西"])


@pytest.mark.program
@pytest.mark.parametrize(
    ("words", "more"), [("check", set()), ("status", set()), ("explain date-invalid", set()), ("--help", RECORDS)]
)
def test_commands_import_only_what_they_need(tmp_project: Path, words: str, more: set[str]) -> None:
    """The host, the typesetter, the index, the parser of prose and dictionaries are imported by what uses them.

    A command is quick without, and the list of the commands is there at once.
    """
    run_at_all = run_program("-C", tmp_project, *words.split(), PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rsplit("|", 1)[-1].strip() for line in run_at_all.stderr.splitlines()}

    assert (run_at_all.returncode, "click" in imported) == (0, True)
    assert imported & (HEAVY | more) == set()


@pytest.mark.build
def test_build(tmp_project: Path) -> None:
    """A clean build says on stderr what it published and where; stdout stays empty."""
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, result.stdout) == (0, "")
    assert re.search(
        rf"^已发布 1 个案例，用时 \d+\.\d 秒：{tmp_project}/site/index\.html$", result.stderr, re.MULTILINE
    )


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_build_writes_timings(tmp_project: Path, tmp_path: Path) -> None:
    """--timings names every stage with what it took and wrote, and the whole."""
    run("-C", tmp_project, "build", "--timings", tmp_path / "t.json")
    told = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    stages, whole = told["stages"], told["total"]
    site = [path for path in (tmp_project / "site").rglob("*") if path.name not in (MARK, MANIFEST) and path.is_file()]
    # A file of the host's in whose place another one was written counts twice.
    least = len(site), sum(path.stat().st_size for path in site)

    expected = ["读取与检查", "渲染固定页面", "整理分面与关联", "发布固定文件", "生成页面和检索"]
    assert [one["name"] for one in stages] == expected
    assert all(one[key] >= 0 for one in stages for key in ("seconds", "cpu_seconds", "children_cpu_seconds"))
    assert [bool(one["files"]) for one in stages] == [False, False, False, True, True]
    assert least <= (whole["files"], whole["bytes"]) <= (least[0] + 1, 2 * least[1])
    assert whole["seconds"] >= sum(one["seconds"] for one in stages)


@pytest.mark.parametrize(("project", "options"), [("faulty", []), ("faulty", ["--strict"]), ("warned", ["--strict"])])
def test_refused_build_leaves_the_old_site(request: pytest.FixtureRequest, project: str, options: list[str]) -> None:
    """With errors, or warnings under --strict, the site stays as it was, byte for byte; exit code 1."""
    root = request.getfixturevalue(project)
    (root / "site/cases").mkdir(parents=True)
    (root / "site/index.html").write_text("旧的首页", encoding="utf-8")
    (root / "site/cases/x-01.html").write_text("旧的案例", encoding="utf-8")
    before = bytes_of(root)
    result = run("-C", root, "build", *options)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有生成网站；原来的网站没有改动。" in result.stderr
    assert bytes_of(root) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_next_run_puts_the_site_back(faulty: Path, command: str) -> None:
    """After a build that was killed between two steps of the swap, the old site is back even if the run then fails."""
    left = faulty / ".site.old-1"
    left.mkdir()
    (left / MARK).write_text("x", encoding="utf-8")
    (left / "index.html").write_text("旧的首页", encoding="utf-8")
    result = run("-C", faulty, command)

    assert (result.exit_code, RESTORED in result.stderr) == (1, True)
    assert (faulty / "site/index.html").read_text(encoding="utf-8") == "旧的首页"
    assert not left.exists()


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_build_keeps_going(faulty: Path) -> None:
    """--keep-going leaves the faulty case out, says so last, publishes the others, and still ends with 1."""
    result = run("-C", faulty, "build", "--keep-going")

    assert result.exit_code == 1
    assert "已发布 1 个案例" in result.stderr
    assert result.stderr.endswith(
        "没有收入 1 个应当发布的案例或案例集，网址上是“正在修订”的说明：\n  cases/y-01/case.yml → cases/y-01.html\n"
    )
    assert sorted(path.name for path in (faulty / "site/cases").iterdir()) == ["x-01.html", "y-01.html"]


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_page_of_a_case_that_is_left_out(faulty: Path, record_text: str) -> None:
    """At its address a page says that it is revised; nothing of the record is on it, whatever the record says."""
    page = faulty / "site/cases/y-01.html"
    made = []
    for title in ("联系人13800138000同志", "别的题目"):
        write_record(faulty, "y-01", record_text.replace("示例支部与示例村结对", title).replace("党建联建", "党建"))
        shutil.rmtree(faulty / "site", ignore_errors=True)
        shutil.rmtree(faulty / ".cache", ignore_errors=True)
        run("-C", faulty, "build", "--keep-going", "--no-books")
        made.append(page.read_text(encoding="utf-8"))

    assert "这个页面正在修订，暂时不提供内容。" in made[0]
    assert "noindex" in made[0]
    assert [word for word in ("13800138000", "同志", "示例大学") if word in made[0]] == []
    assert made[0] == made[1]


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_what_is_left_out_is_told_in_red(faulty: Path, record_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are colours, what is left out is red; a collection and a name that is no address are told as well."""
    write_record(faulty, "13800138000", record_text.replace("村结对", "乡结对"))
    (faulty / "content/collections").mkdir()
    (faulty / "content/collections/xuan.yml").write_text("title: 示例选编\n", encoding="utf-8")
    monkeypatch.setattr(invocation, "has_colour", lambda _: True)
    said = CliRunner().invoke(main, ["-C", str(faulty), "build", "--keep-going", "--no-books"], color=True).stderr

    assert said.endswith(
        "\x1b[1;31m没有收入 3 个应当发布的案例或案例集，网址上是“正在修订”的说明：\n"
        "  cases/13800138000/case.yml → 没有网页\n"
        "  cases/y-01/case.yml → cases/y-01.html\n"
        "  content/collections/xuan.yml → collections/xuan.html\x1b[0m\n"
    )
    assert (faulty / "site/collections/xuan.html").is_file()
    assert not (faulty / "site/cases/13800138000.html").exists()


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_unfinished_work_does_not_block(tmp_project: Path) -> None:
    """A draft of a title alone is listed and counted, and the site is built; exit code 0, and 1 under --strict."""
    write_record(tmp_project, "z-01", "title: 还没有写完\nstatus: draft\n")
    result = run("-C", tmp_project, "build", "--no-books")
    strict = run("-C", tmp_project, "build", "--no-books", "--strict")

    assert (result.exit_code, strict.exit_code) == (0, 1)
    assert re.search(r"^1 个草稿还有 \d+ 处要改。共检查 2 个案例", result.stderr, re.MULTILINE)
    assert "cases/z-01/case.yml:" in result.stderr
    assert not (tmp_project / "site/cases/z-01.html").exists()


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_expired_permission(warned: Path) -> None:
    """A case whose permission has run out drops out of the site with a warning; exit code 0."""
    result = run("-C", warned, "build")

    assert result.exit_code == 0
    assert "[permission-expired]" in result.stderr
    assert "cases/y-01/case.yml → cases/y-01.html" in result.stderr
    assert "正在修订" in (warned / "site/cases/y-01.html").read_text(encoding="utf-8")
    others = [path for path in (warned / "site").rglob("*.html") if path.name != "y-01.html"]
    assert [path for path in others if "y-01" in path.read_text(encoding="utf-8")] == []


@pytest.mark.build
def test_missing_publisher_is_named(tmp_project: Path) -> None:
    """A build says that no page names who publishes it, which stops nothing; once it is written, nothing is said."""
    before = run("-C", tmp_project, "build")
    settings = tmp_project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('organiser: ""', "organiser: 示例单位"), encoding="utf-8"
    )
    after = run("-C", tmp_project, "build")

    assert (before.exit_code, "没有写由谁发布" in before.stderr) == (0, True)
    assert (after.exit_code, "没有写由谁发布" in after.stderr) == (0, False)


@pytest.mark.build
def test_example_address_is_named(tmp_project: Path) -> None:
    """The site's address of the template is never published unnoticed."""
    assert "site_url 还是示例网址" in run("-C", tmp_project, "build").stderr


BROKEN_SETTINGS = [
    pytest.param(b"a: [\n", "mkdocs.yml:2:1: 错误：mkdocs.yml 从这里起读不下去", id="syntax"),
    pytest.param("site_name: 示例".encode("gbk"), "mkdocs.yml:1:12: 错误：mkdocs.yml 不是 UTF-8 编码", id="gbk"),
    pytest.param(b"- a\n", "mkdocs.yml:1:1: 错误：mkdocs.yml 里没有一项设置写成“名称: 值”", id="list"),
    pytest.param(b"", "mkdocs.yml:1:1: 错误：mkdocs.yml 里没有一项设置写成“名称: 值”", id="empty"),
]


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(("settings", "expected"), BROKEN_SETTINGS)
def test_broken_settings(tmp_project: Path, command: str, settings: bytes, expected: str) -> None:
    """A broken mkdocs.yml is told in Chinese; exit code 2, and no site."""
    (tmp_project / "mkdocs.yml").write_bytes(settings)
    result = run("-C", tmp_project, command)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[:2] == ["mkdocs.yml 有误，没有生成网站。", expected]
    assert not (tmp_project / "site").exists()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "  - anliji",
            "  - search",
            "mkdocs.yml:16:1: 错误：plugins 里没有 anliji",
            id="plugin-missing",
        ),
        pytest.param(
            "  - anliji",
            "  - anliji\n  - 没有的",
            "mkdocs.yml:18:5: 错误：没有安装“没有的”这个插件",
            id="plugin-unknown",
        ),
        pytest.param(
            "name: anliji",
            "name: nope",
            "mkdocs.yml:14:3: 错误：theme 写的是“nope”，不是 anliji",
            id="theme-unknown",
        ),
        pytest.param(
            "docs_dir: content",
            "docs_dir: content\nsite_dir: content/site",
            "mkdocs.yml:8:1: 错误：网站的文件夹和 content 一个在另一个里面",
            id="site-in-content",
        ),
    ],
)
def test_wrong_settings(tmp_project: Path, old: str, new: str, expected: str) -> None:
    """What is wrong in mkdocs.yml is named, with what to write; exit code 2."""
    path = tmp_project / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, result.stderr.splitlines()[1]) == (2, expected)


def test_no_settings(tmp_project: Path) -> None:
    """A project without mkdocs.yml can be checked; a build says what is missing."""
    (tmp_project / "mkdocs.yml").unlink()
    checked, built = run("-C", tmp_project, "check"), run("-C", tmp_project, "build")

    assert (checked.exit_code, built.exit_code) == (0, 2)
    assert built.stderr.startswith(f"找不到 {tmp_project / 'mkdocs.yml'}。")


@pytest.mark.parametrize("folder", ["cases", "content", "theme"])
def test_site_takes_no_other_folders_place(tmp_project: Path, folder: str) -> None:
    """A site_dir that names a folder of the project destroys nothing: the build refuses, exit code 2."""
    (tmp_project / "theme").mkdir()
    (tmp_project / "theme/x.css").write_text("x")
    with (tmp_project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"site_dir: {folder}\n")
    before = bytes_of(tmp_project)
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, ENGLISH.search(result.stderr)) == (2, None)
    assert bytes_of(tmp_project) == before


def page_in_gbk(project: Path) -> None:
    """Write a page as an old Notepad does."""
    (project / "content/about.md").write_bytes("# 关于\n".encode("gbk"))


def record_is_folder(project: Path) -> None:
    """Put a folder where the record should be."""
    (project / "cases/x-01/case.yml").unlink()
    (project / "cases/x-01/case.yml").mkdir()


def photo_is_folder(project: Path) -> None:
    """Put a folder where a photo should be."""
    (project / "cases/x-01/a.jpg").mkdir()
    with (project / "cases/x-01/case.yml").open("a", encoding="utf-8") as file:
        file.write("photos:\n- file: a.jpg\n  caption: 示例\n")


def cases_is_file(project: Path) -> None:
    """Put a file where the records' folder should be."""
    shutil.rmtree(project / "cases")
    (project / "cases").write_text("x")


def no_content(project: Path) -> None:
    """Take the written pages away."""
    shutil.rmtree(project / "content")


def content_is_file(project: Path) -> None:
    """Put a file where the written pages should be."""
    no_content(project)
    (project / "content").write_text("x")


def site_is_file(project: Path) -> None:
    """Put a file where the site goes."""
    (project / "site").write_text("x")


def odd_names(project: Path) -> None:
    """Name records with blanks, in Chinese, very long, and in no encoding at all."""
    for name in ("a b", "示例", "x" * 200, "X-01"):
        shutil.copytree(project / "cases/x-01", project / "cases" / name)
    (project / os.fsdecode(b"cases/\xce\xd2")).mkdir()


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (record_is_folder, 1),
        (photo_is_folder, 1),
        (odd_names, 1),
        (cases_is_file, 2),
        (no_content, 2),
        (content_is_file, 2),
        (site_is_file, 2),
        pytest.param(page_in_gbk, 2, marks=pytest.mark.build),
    ],
)
def test_nothing_in_a_project_ends_in_a_traceback(
    tmp_project: Path, harm: Callable[[Path], None], expected: int
) -> None:
    """Whatever lies in the project, a build ends with a Chinese message and an exit code; no half site stays."""
    harm(tmp_project)
    before = bytes_of(tmp_project)
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, result.stdout, ENGLISH.search(result.stderr)) == (expected, "", None)
    assert re.search("[一-鿿]", result.stderr)
    assert bytes_of(tmp_project) == before
    assert [path for path in tmp_project.iterdir() if path.name.startswith(".") and path.name != ".cache"] == []


@pytest.mark.parametrize("form", ["text", "github", "json", "html"])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_names_that_no_terminal_can_show(tmp_project: Path, form: str, encoding: str) -> None:
    """A name that is not UTF-8, and a terminal with a small alphabet, stop no report."""
    odd_names(tmp_project)
    result = CliRunner(charset=encoding).invoke(main, ["-C", str(tmp_project), "check", "--format", form])

    assert (result.exit_code, ENGLISH.search(result.stderr)) == (1, None)


@pytest.mark.program
def test_names_that_the_programs_terminal_cannot_show(tmp_project: Path) -> None:
    """Nor do they when the command runs as a program of its own."""
    odd_names(tmp_project)
    result = run_program("-C", tmp_project, "check", PYTHONIOENCODING="ascii:strict")

    assert (result.returncode, ENGLISH.search(result.stderr)) == (1, None)


@pytest.mark.parametrize("name", ["case.yml.txt", "Case.yml", "case.yaml", "case.txt"])
def test_misnamed_record(tmp_project: Path, name: str) -> None:
    """A record under another name, as Windows hides it, is not called empty: its file is named."""
    (tmp_project / "cases/x-01/case.yml").rename(tmp_project / "cases/x-01" / name)
    result = run("-C", tmp_project, "check")

    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "cases/x-01/case.yml:1:1: 错误：文件夹里没有 case.yml [record-empty]",
    )
    assert f"建议：把 {name} 改名为 case.yml；" in result.stdout


def test_report_with_odd_names_in_a_file(tmp_project: Path, tmp_path: Path) -> None:
    """A name that is not UTF-8 stops no report that goes to a file."""
    odd_names(tmp_project)
    result = run("-C", tmp_project, "check", "--format", "json", "-o", tmp_path / "x.json")

    assert result.exit_code == 1
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_missing_cases_folder(tmp_project: Path) -> None:
    """A project whose records are gone is not built: an empty site would replace a good one."""
    assert run("-C", tmp_project, "build").exit_code == 0
    shutil.rmtree(tmp_project / "cases")
    result = run("-C", tmp_project, "build")

    assert result.exit_code == 2
    assert "cases 这个文件夹" in result.stderr
    assert (tmp_project / "site/cases/x-01.html").is_file()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["check", "-o", "nowhere/x.txt"], id="check"),
        pytest.param(["schema", "-o", "."], id="schema"),
        pytest.param(["build", "--timings", "nowhere/x.json"], id="timings", marks=pytest.mark.build),
        pytest.param(["init", "file/x"], id="init"),
    ],
)
def test_output_that_cannot_be_written(tmp_project: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that has nowhere to go is told in Chinese, with the place; exit code 2."""
    (tmp_project / "file").write_text("x")
    monkeypatch.chdir(tmp_project)
    result = run(*words)

    assert (result.exit_code, ENGLISH.search(result.stderr)) == (2, None)
    assert re.search(r"^不能读写 .+：.+。\n建议：.+，再运行一次。$", result.stderr, re.MULTILINE)


def raising(error: Exception) -> Callable[..., None]:
    """Make a function that fails."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_full_disk(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the old site stays, nothing half-written is left, and the message says what to do."""
    run("-C", tmp_project, "build")
    before = bytes_of(tmp_project)
    full = OSError(errno.ENOSPC, "No space left on device", str(tmp_project / "site/x.html"))
    monkeypatch.setattr(writer.Writer, "write", raising(full))
    result = run("-C", tmp_project, "build", "--paranoid")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_project / 'site'} 所在的磁盘满了，没有写完（正在发布固定文件，404.html）。\n"
        "建议：清出一些空间，再运行一次。\n"
    )
    assert bytes_of(tmp_project) == before


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_full_disk_without_a_name(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system names no file, the folder where the site is made is named, with what was being done."""
    monkeypatch.setattr(writer.Writer, "write", raising(OSError(errno.ENOSPC, "No space left on device")))
    result = run("-C", tmp_project, "build")

    assert result.stderr.startswith(f"{tmp_project} 所在的磁盘满了，没有写完（正在发布固定文件，404.html）。")


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_our_own_fault(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program names what was being done and how to report it; exit code 2, no traceback."""
    monkeypatch.delenv(DEBUG, raising=False)
    monkeypatch.setattr(drawn_artifacts, "render_head", raising(KeyError("甲")))
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "程序内部错误（正在生成页面和检索，index.html）：KeyError: '甲'\n"
        "这是程序的毛病，不是记录的问题；原来的网站没有改动。\n"
        "建议：把以上文字和 anliji --version 的结果发给维护程序的人；"
        "设置环境变量 ANLIJI_DEBUG=1 再运行一次，会显示出错的位置，请一并附上。\n"
    )
    assert not (tmp_project / "site").exists()


def test_our_own_fault_names_the_record(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault while checking names the record."""
    monkeypatch.setattr("generator.examine.examine", raising(ValueError("乙")))
    result = run("-C", tmp_project, "check")

    assert result.exit_code == 2
    assert result.stderr.startswith("程序内部错误（正在读取与检查，cases/x-01）：ValueError: 乙\n")


def test_our_own_fault_with_its_traceback(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programmers get the traceback by an environment variable."""
    monkeypatch.setenv(DEBUG, "1")
    error = ValueError("乙")
    monkeypatch.setattr("generator.examine.examine", raising(error))
    result = run("-C", tmp_project, "check")

    assert result.exception is error


def test_wrong_settings_are_never_a_traceback(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told in words stays so for programmers too."""
    monkeypatch.setenv(DEBUG, "1")
    (tmp_project / "mkdocs.yml").write_text("")
    result = run("-C", tmp_project, "build")

    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "mkdocs.yml 有误，没有生成网站。")


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_interrupted(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends a build in one line; the old site stays and nothing is left over."""
    run("-C", tmp_project, "build")
    before = bytes_of(tmp_project)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writer.Writer, "write", interrupt)
    result = run("-C", tmp_project, "build", "--paranoid")

    assert (result.exit_code, result.stderr.strip()) == (2, "已中断；原来的文件没有改动。")
    assert bytes_of(tmp_project) == before


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_unreadable_photo_while_building(tmp_showcase: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo that goes bad between check and build is named."""
    monkeypatch.setattr(photos, "make_copies", raising(OSError("broken data stream")))
    result = run("-C", tmp_showcase, "build")

    assert result.exit_code == 2
    assert "cases/quan-zi-duan/jiance-zhan.jpg" in result.stderr


@pytest.mark.build
def test_notices_of_the_host_are_chinese(tmp_project: Path) -> None:
    """A dead link on a written page is told in Chinese and does not stop the build."""
    (tmp_project / "content/about.md").write_text("# 关于\n\n[甲](nowhere.md)\n", encoding="utf-8")
    result = run("-C", tmp_project, "build")

    assert result.exit_code == 0
    assert "注意：content/about.md 第 3 行的链接 nowhere.md 没有对应的页面或文件。" in result.stderr


@pytest.mark.program
def test_streams_of_the_program(faulty: Path) -> None:
    """As a program too: results on stdout, nothing else on stderr, and the exit code."""
    text, data = run_program("-C", faulty, "check"), run_program("check", "-C", faulty, "--format", "json")

    assert (text.returncode, text.stderr, data.returncode, data.stderr) == (1, "", 1, "")
    assert "[term-unknown]" in text.stdout
    assert len(json.loads(data.stdout)) == 1


@pytest.mark.program
def test_closed_pipe() -> None:
    """A reader that stops early, as head does, gives no traceback."""
    program = subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    )
    assert program.stdout is not None
    program.stdout.close()
    with program:
        assert program.stderr is not None
        told = program.stderr.read().decode()

    assert ENGLISH.search(told) is None


def test_colour_and_progress_in_a_terminal(faulty: Path) -> None:
    """In a terminal the word 错误 is red; the stage is shown while it lasts, and nothing of it is left afterwards."""
    shown, code = run_in_terminal("-C", faulty, "check")

    assert code == 1
    assert "\x1b[1;31m错误\x1b[0m" in shown
    assert "读取与检查" in shown
    assert seen(shown)[0].startswith("cases/y-01/case.yml:2:7: 错误：")


def test_no_color(faulty: Path) -> None:
    """NO_COLOR takes every colour away."""
    shown, _ = run_in_terminal("-C", faulty, "check", NO_COLOR="1")

    assert "错误" in shown
    assert re.findall(r"\x1b\[[0-9;]*3[0-9][0-9;]*m", shown) == []


@pytest.mark.build
def test_taken_port(tmp_project: Path) -> None:
    """A port that another program has is told with one to try; exit code 2."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("-C", tmp_project, "serve", "--port", str(port))

    assert result.exit_code == 2
    assert f"端口 {port} 已经被别的程序占用。\n建议：用 --port 换一个，例如 --port " in result.stderr


@pytest.mark.program
@pytest.mark.parametrize("moment", ["while it starts", pytest.param("while it serves", marks=pytest.mark.build)])
def test_interrupted_preview(tmp_project: Path, moment: str) -> None:
    """Ctrl+C ends the preview with one Chinese sentence, or without a word while the program still starts."""
    # Says when the program has decided what Ctrl+C does.
    begin = """
import signal
from generator import start
set_signal = signal.signal
signal.signal = lambda *values: print("up", set_signal(*values), flush=True)
start.main()
"""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", begin, "-C", str(tmp_project), "serve", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[1]
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        before = b""
        if moment == "while it serves":
            while "按 Ctrl+C".encode() not in before:
                before = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode().strip()

    assert said == ("已停止预览。" if before else "")
