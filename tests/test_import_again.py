"""`anliji import` with a file that comes again: what changes, what disagrees, what was imported, and the way back."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.making.intake.stock import Stock

HEADINGS = ("学校", "支部名称", "案例名称", "任务类型", "内容提要", "关键词")
FIRST = ("示例大学", "示例支部", "示例题目一", "党建联建", "第一轮的提要。", "茶、竹")
OTHER = ("示例大学", "示例支部", "示例题目二", "党建联建", "另一个提要。", "松")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty project, beside which lies what was sent in; the folder of that is the current one."""
    (tmp_path / "project/cases").mkdir(parents=True)
    (tmp_path / "sent").mkdir()
    monkeypatch.chdir(tmp_path / "sent")
    return tmp_path / "project"


def send(*rows: Sequence[str], name: str = "汇总表.csv") -> str:
    """Write a table into the current folder; gives its name."""
    with Path(name).open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows((HEADINGS, *rows))
    return name


def run(project: Path, *words: str) -> Result:
    """Import into a project, in this process."""
    return CliRunner().invoke(main, ["-C", str(project), "import", *words])


def ids(project: Path) -> list[str]:
    """Name the cases of a project."""
    return sorted(one.name for one in (project / "cases").iterdir())


def record(project: Path, title: str) -> Path:
    """Find a record by a title in it."""
    return next(one for one in (project / "cases").glob("*/case.yml") if f"title: {title}" in one.read_text("utf-8"))


def files(project: Path) -> dict[str, bytes]:
    """Give all files of cases/."""
    return {str(one): one.read_bytes() for one in (project / "cases").rglob("*") if one.is_file()}


def changed(row: Sequence[str], **values: str) -> list[str]:
    """Give a row with other values, by headings."""
    return [values.get(heading, cell) for heading, cell in zip(HEADINGS, row, strict=True)]


def test_without_a_mode_cases_that_are_there_are_left(project: Path) -> None:
    """The second table has one case more; only that one is written, and the other is counted."""
    run(project, send(FIRST))
    before = record(project, "示例题目一").read_bytes()

    result = run(project, send(changed(FIRST, 内容提要="第二轮的提要。"), OTHER))

    assert result.exit_code == 0
    assert "新建 1 个案例，1 个已经有记录，没有动。" in result.stderr
    assert record(project, "示例题目一").read_bytes() == before
    assert len(ids(project)) == 2


def test_an_update_shows_what_it_changes_and_what_disagrees(project: Path) -> None:
    """Both are tables, with both values and places; what the editor wrote stays, what only the file changed comes."""
    run(project, send(FIRST))
    path = record(project, "示例题目一")
    path.write_text(path.read_text("utf-8").replace("第一轮的提要。", "编者的提要。  # 核对过"), "utf-8")
    again = send(changed(FIRST, 内容提要="第二轮的提要。", 关键词="茶、桑"), name="第二轮.csv")
    before = files(project)

    dry = run(project, again, "--mode", "update", "--dry-run")
    assert files(project) == before
    result = run(project, again, "--mode", "update")

    assert result.exit_code == 1
    assert result.stdout == dry.stdout
    id = path.parent.name
    gap = " " * (len(id) - 4)
    assert result.stdout == (
        "改动：\n"
        f"编号{gap}  字段           记录里    改成      来自\n"
        f"{id}  关键词第 3 项  （没有）  桑        第二轮.csv 第2行 F列\n"
        f"{id}  关键词第 2 项  竹        （没有）  第二轮.csv 第2行 F列\n"
        "\n"
        "不一致，记录没有动：\n"
        f"编号{gap}  字段      记录里        文件里          为什么            来自\n"
        f"{id}  内容提要  编者的提要。  第二轮的提要。  记录和文件都改过  第二轮.csv 第2行 E列\n"
    )
    assert result.stderr.splitlines()[-1] == (
        "更新 1 个，1 处不一致。已经写入；还缺什么，用 anliji check 查看；要撤回，用 anliji import --undo。"
    )
    text = path.read_text("utf-8")
    assert "summary: 编者的提要。  # 核对过\n" in text
    assert "  - 桑\n" in text
    assert "竹" not in text


def test_replace_takes_the_file(project: Path) -> None:
    """The editor's comment stays behind the new value."""
    run(project, send(FIRST))
    path = record(project, "示例题目一")
    path.write_text(path.read_text("utf-8").replace("第一轮的提要。", "编者的提要。  # 核对过"), "utf-8")

    result = run(project, send(changed(FIRST, 内容提要="第二轮的提要。")), "--mode", "replace")

    assert result.exit_code == 0
    assert "summary: 第二轮的提要。  # 核对过\n" in path.read_text("utf-8")


def test_imports_are_listed_and_taken_back(project: Path) -> None:
    """The list has the last one first; each undo takes one more back, down to the empty project."""
    assert run(project, "--list").stderr == "还没有导入过。\n"
    run(project, send(FIRST, name="第一轮.csv"))
    before = files(project)
    run(project, send(changed(FIRST, 内容提要="新"), OTHER, name="第二轮.csv"), "--mode", "update")

    undone = run(project, "--undo")
    listed = run(project, "--list").stdout.splitlines()

    assert (undone.exit_code, files(project)) == (0, before)
    assert undone.stderr == "已撤回第 2 次导入（第二轮.csv）：2 个案例恢复成导入之前的样子。\n"
    assert [line.split("  ")[0::2] for line in listed] == [["2", "更新", "第二轮.csv"], ["1", "只加新的", "第一轮.csv"]]
    assert listed[0].endswith("已撤回")
    assert run(project, "--undo").exit_code == 0
    assert ids(project) == []
    assert run(project, "--undo").exit_code == 2


def test_undo_asks_before_it_loses_something(project: Path) -> None:
    """A record that was edited after the import is named; --force takes it back and keeps a copy."""
    run(project, send(FIRST))
    path = record(project, "示例题目一")
    path.write_text("title: 示例题目一\n", "utf-8")

    refused = run(project, "--undo")
    assert (refused.exit_code, path.exists()) == (1, True)
    assert f"cases/{path.parent.name}/case.yml：导入之后改过" in refused.stderr
    forced = run(project, "--undo", "--force")

    assert (forced.exit_code, ids(project)) == (0, [])
    kept = project / ".imports/1/changed/cases" / path.parent.name / "case.yml"
    assert kept.read_text("utf-8") == "title: 示例题目一\n"
    assert "导入之后改过的文件另存在 .imports/1/changed。" in forced.stderr


@pytest.mark.parametrize("words", [["--list", "--undo"], ["汇总表.csv", "--undo"], ["汇总表.csv", "--list"], []])
def test_what_does_not_go_together_is_told(project: Path, words: list[str]) -> None:
    """Nothing is imported and nothing taken back."""
    send(FIRST)

    assert run(project, *words).exit_code == 2
    assert ids(project) == []


def test_nothing_to_do_makes_no_import(project: Path) -> None:
    """The same file once more changes nothing and is no import that could be taken back."""
    run(project, send(FIRST))

    result = run(project, send(FIRST), "--mode", "update")

    assert result.stderr.splitlines()[-1] == "1 个没有不同。记录没有改动。"
    assert len(run(project, "--list").stdout.splitlines()) == 1


def test_other_commands_finish_what_was_cut_off(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`anliji check` first writes the rest of the import, says so, and then checks all of it."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Stock, "put", die)
        run(project, send(FIRST))
    assert ids(project) == []

    result = CliRunner().invoke(main, ["-C", str(project), "check"])

    assert result.stderr.splitlines()[0] == "上一次导入（第 1 次）中途停了；现在已经写完。"
    assert len(ids(project)) == 1
