"""`anliji set-status` changes the one line of many records that says how far they are, and publishes no error."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Records = dict[str, str]


def run(root: Path, *words: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["-C", str(root), "set-status", *words])


def texts(root: Path) -> Records:
    """Give all records by id, with their line breaks."""
    return {path.parent.name: path.read_bytes().decode() for path in sorted(root.glob("cases/*/case.yml"))}


@pytest.fixture(name="root")
def _root(tmp_project: Path) -> Path:
    """Give a project with a published case, a draft, a reviewed one, a draft without sources and a withdrawn one."""
    whole = (tmp_project / "cases/x-01/case.yml").read_text(encoding="utf-8")
    state = "status: published"
    assert state in whole
    variants = {
        "draft-01": whole.replace(state, "# 示例注释\nstatus: draft\n# 待核：省份由学校推断"),
        "draft-02": whole.replace(state, "status: 草稿"),
        "reviewed-01": whole.replace(state, "status: reviewed").replace("\n", "\r\n"),
        "bare-01": "".join(whole.replace(state, "status: draft").partition("sources:")[:1]),
        "gone-01": whole.replace(state, "status: withdrawn\nwithdrawn_reason: 示例原因"),
        "twice-01": whole.replace(state, "status: draft\nstatus: reviewed"),
        "plain-01": whole.replace(f"{state}\n", ""),
    }
    for id, text in variants.items():
        path = tmp_project / f"cases/{id}/case.yml"
        path.parent.mkdir()
        path.write_bytes(text.replace("示例支部", f"示例支部{id}", 1).encode())
    return tmp_project


def test_drafts_are_published_and_nothing_else_is_touched(root: Path) -> None:
    """One word changes in each record that fits, in the spelling and with the line breaks that it has."""
    before = texts(root)
    result = run(root, "published", "--from", "draft", "--yes")
    after = texts(root)

    changed = {id: after[id] for id in before if after[id] != before[id]}
    plain = before["plain-01"]
    assert changed == {
        "draft-01": before["draft-01"].replace("status: draft", "status: published"),
        "draft-02": before["draft-02"].replace("status: 草稿", "status: 已发布"),
        "plain-01": changed["plain-01"],
    }
    assert sorted(changed["plain-01"].splitlines()) == sorted([*plain.splitlines(), "status: published"])
    assert result.exit_code == 1
    assert "cases/bare-01/case.yml 没有改：改为“已发布”以后有错误" in result.stderr
    assert "这些案例里还有 1 处“待核”，请先核对。" in result.stderr
    assert "已写入 3 个文件。状态改为“已发布”。" in result.stderr


def test_some_records_by_id(root: Path) -> None:
    """Records that are named are changed whatever they were, also one that was withdrawn."""
    before = texts(root)
    result = run(root, "审核通过", "gone-01", "x-01", "-y")
    after = texts(root)

    assert result.exit_code == 2
    assert after == before

    result = run(root, "reviewed", "x-01", "reviewed-01", "-y")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, "已写入 1 个文件。状态改为“已审核”。")
    assert texts(root) == before | {"x-01": before["x-01"].replace("status: published", "status: reviewed")}


def test_line_breaks_stay(root: Path) -> None:
    """A record with the line breaks of Windows keeps them."""
    before = texts(root)["reviewed-01"]
    run(root, "published", "reviewed-01", "--yes")

    assert texts(root)["reviewed-01"] == before.replace("status: reviewed", "status: published")


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (
            ["published", "--from", "draft", "--dry-run"],
            1,
            "3 个案例的状态改为“已发布”：draft-01、draft-02、plain-01。没有写入。",
        ),
        (["published", "--from", "draft"], 1, "不在终端里，没有询问。要写入，加上 --yes；只看改动，用 --dry-run。"),
        (["published", "--from", "published", "-y"], 0, "没有可以改为“已发布”的案例。"),
        (["published", "--year", "1999", "-y"], 0, "没有可以改为“已发布”的案例。"),
        (
            ["published", "twice-01", "-y"],
            1,
            "cases/twice-01/case.yml 没有改：读不出它现在的状态。先运行 anliji check，按提示改好。",
        ),
        (
            ["withdrawn", "x-01", "-y"],
            2,
            "“已撤下”要逐个写明原因：在记录里把 status 改成 withdrawn，再写一行 withdrawn_reason: 原因。",
        ),
        (["done", "-y"], 2, "没有“done”这个状态。可用：草稿、已报送、已审核、已发布、已撤下。"),
        (["published", "nobody", "-y"], 2, "没有编号为“nobody”的案例。编号是 cases 里文件夹的名字。"),
        (["published", "--task", "别的", "-y"], 2, "没有“别的”这个词。可用："),
    ],
)
def test_nothing_is_written(root: Path, words: list[str], exit_code: int, said: str) -> None:
    """Without a word, at a wrong one or where nothing fits no record changes, and it is said why."""
    before = texts(root)
    result = run(root, *words)

    assert result.exit_code == exit_code
    assert said in result.stderr
    assert texts(root) == before


def test_withdrawn_cases_come_back_only_by_name(root: Path) -> None:
    """A case that was withdrawn is not published again along with others."""
    run(root, "published", "--yes")
    assert "status: withdrawn" in texts(root)["gone-01"]
