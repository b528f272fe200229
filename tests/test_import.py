"""`anliji import` makes drafts of what universities sent, shows them where that is asked, and writes all or nothing."""

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli import main
from generator.intake.proposal import Origin, ProposedCase, ProposedPhoto, ProposedValue
from generator.making.intake.new_records import files_of

HEADINGS = ["序号", "学校", "支部名称", "案例名称", "任务类型", "联系电话", "学校特色"]
ROW = [1, "南京示例大学", "示例支部", "示例题目", "科技赋能", "13800138000", "茶"]
RECORD = """\
# 由导入生成：汇总表.xlsx 工作表“汇总” 第2行
# 待核：没有认出的列“学校特色”（第2行G列）：茶

# 来自 汇总表.xlsx 工作表“汇总” 第2行 D列
title: 示例题目
# 来自 汇总表.xlsx 工作表“汇总” 第2行 E列
task: 科技赋能
# 来自 汇总表.xlsx 工作表“汇总” 第2行 B列
university: 南京示例大学
# 来自 汇总表.xlsx 工作表“汇总” 第2行 C列
branch: 示例支部
# 来自 汇总表.xlsx 工作表“汇总” 第2行 B列
# 待核：由学校名称推断
province: 江苏
status: draft
"""
TABLE = """\
编号          学校          标题      值  待核  来自
kj-njsldx-01  南京示例大学  示例题目  5   2     汇总表.xlsx 工作表“汇总” 第2行

待核：kj-njsldx-01 工作表“汇总” 第2行 B列：学校所在地区“江苏”，由学校名称推断
待核：kj-njsldx-01 没有认出的列“学校特色”（第2行G列）：茶
"""
NOTE = "汇总表.xlsx 工作表“汇总”：F列“联系电话”属于个人信息，读的时候就丢掉了，哪里都不存。\n"
COUNT = "1 个案例，5 个值，2 处待核。"
NEXT = "还缺什么，用 anliji check 查看；要撤回，用 anliji import --undo。"


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder, the current one, with a table of one case."""
    folder = tmp_path / "sent"
    folder.mkdir()
    monkeypatch.chdir(folder)
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "汇总"
    for row in (HEADINGS, ROW):
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    (folder / "汇总表.xlsx").write_bytes(packed.getvalue())
    return folder


def files_in(folder: Path) -> set[str]:
    """Name all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_table_becomes_drafts(tmp_project: Path, sent: Path) -> None:
    """The record says where each value comes from, the terminal what happened, and a file what was not understood."""
    before = files_in(tmp_project)
    result = run("-C", tmp_project, "import", "汇总表.xlsx")

    assert (result.exit_code, result.stdout) == (0, TABLE)
    assert result.stderr.splitlines(keepends=True)[0] == NOTE
    assert result.stderr.splitlines()[-1] == f"{COUNT[:-1]}。已写成草稿；{NEXT}"
    new = files_in(tmp_project) - before
    assert {one for one in new if not one.startswith(".imports/")} == {"cases/kj-njsldx-01/case.yml"}
    assert (tmp_project / "cases/kj-njsldx-01/case.yml").read_text(encoding="utf-8") == RECORD
    assert (sent / "map.yml").read_text(encoding="utf-8").splitlines()[-1] == "学校特色: university  # 待核：按字面猜的"


def test_the_drafts_pass_the_checks_as_far_as_they_go(tmp_project: Path, sent: Path) -> None:
    """What is missing is told as of any draft, and stops no build."""
    del sent
    run("-C", tmp_project, "import", "汇总表.xlsx")
    result = run("-C", tmp_project, "check")

    assert "1 个草稿还有 2 处要改" in result.stdout
    assert [rule for rule in ("[source-missing]", "[value-missing]") if rule not in result.stdout] == []


def test_a_dry_run_writes_nothing(tmp_project: Path, sent: Path) -> None:
    """It shows what would happen; neither a record nor a map is written."""
    before = files_in(tmp_project), files_in(sent)
    result = run("-C", tmp_project, "import", "汇总表.xlsx", "--dry-run")

    assert (result.exit_code, result.stdout) == (0, TABLE)
    assert result.stderr == f"{NOTE}{COUNT[:-1]}。没有写入；要写入，去掉 --dry-run。\n"
    assert (files_in(tmp_project), files_in(sent)) == before


def test_a_map_says_what_headings_mean(tmp_project: Path, sent: Path) -> None:
    """A heading of the map counts; none is proposed again, and a map that is there is never overwritten."""
    (sent / "map.yml").write_text("学校特色: keywords\n", encoding="utf-8")
    result = run("-C", tmp_project, "import", "汇总表.xlsx", "--map", "map.yml")

    assert result.exit_code == 0
    assert "keywords:\n  - 茶\n" in (tmp_project / "cases/kj-njsldx-01/case.yml").read_text(encoding="utf-8")
    assert files_in(sent) == {"map.yml", "汇总表.xlsx"}
    assert (sent / "map.yml").read_text(encoding="utf-8") == "学校特色: keywords\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("学校特色: speciality\n", "map.yml:1:1: 错误：“学校特色”对应的字段不对 [heading-map]"),
        ("- 学校特色\n", "map.yml:1:1: 错误：没有读成“列标题: 字段” [heading-map]"),
    ],
)
def test_a_wrong_map_holds_the_import(tmp_project: Path, sent: Path, text: str, message: str) -> None:
    """Nothing is written before the map is right."""
    (sent / "map.yml").write_text(text, encoding="utf-8")
    before = files_in(tmp_project)
    result = run("-C", tmp_project, "import", "汇总表.xlsx", "--map", "map.yml")

    assert (result.exit_code, files_in(tmp_project)) == (1, before)
    assert message in result.stderr


def test_a_file_that_cannot_be_read_hides_no_other(tmp_project: Path, sent: Path) -> None:
    """Its problem is told, and what could be read is a draft."""
    (sent / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (sent / "文.pages").write_bytes(b"x")
    result = run("-C", tmp_project, "import", "坏.xlsx", "文.pages", "汇总表.xlsx")

    assert result.exit_code == 1
    assert "坏.xlsx:1:1: 错误：打不开 [file-unreadable]" in result.stderr
    assert "文.pages:1:1: 错误：这种文件（.pages）不读 [file-format]" in result.stderr
    assert result.stdout == TABLE


def test_photos_lie_beside_their_record() -> None:
    """Photos are numbered; one without a caption says so."""
    origin = Origin("文.docx", paragraph=3)
    photos = (ProposedPhoto(lambda: b"1", ".jpg", "示例图", origin), ProposedPhoto(lambda: b"2", ".png", "", origin))
    case = ProposedCase((ProposedValue(("title",), "示例题目", origin),), photos, origin)
    files = {name: content() for name, content in files_of([("x-02", case)]).items()}
    text = files.pop("cases/x-02/case.yml").decode()
    photos_text = "photos:\n  - file: 01.jpg\n    caption: 示例图\n  - file: 02.png\n    caption: （图注待补）\n"

    assert files == {"cases/x-02/01.jpg": b"1", "cases/x-02/02.png": b"2"}
    assert text.endswith(f"title: 示例题目\n{photos_text}status: draft\n")
