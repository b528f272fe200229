"""Records as tables: what comes out of a table of ours is what went in, and no program takes a text for a formula."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from generator.case.programme import packaged_programme
from generator.cli import main
from generator.clock import today
from generator.intake.exported import is_exported, read_exported
from generator.intake.harmless import as_meant, harmless
from generator.intake.laid_rows import lay_out
from generator.intake.notation import columns_in
from generator.making.kit.record_tables import Records, Written, write_csv, write_xlsx
from generator.making.kit.selected import Conditions, select_records
from generator.making.office.tables import read_tables
from generator.making.terminal.progress import Stages
from generator.own_lists import read_surroundings
from tests.each import each

ROOT = Path(__file__).parents[1]
PROGRAMME = packaged_programme()
WRITERS = pytest.mark.parametrize(
    ("write", "name"), [pytest.param(write_xlsx, "案例.xlsx", id="xlsx"), pytest.param(write_csv, "案例.csv", id="csv")]
)
Write = Callable[[Records, Any], Written]

HARD: dict[str, Any] = {
    "title": "=1+1 的标题",
    "status": "draft",
    "task": "教育服务",
    "also": ["科技赋能", "党建联建"],
    "summary": "'-前面有一撇",
    "secretary": {"name": "@示例一", "role": "教授"},
    "secretaries": [{"name": "示例一"}, {"name": "示例二", "role": "副教授"}],
    "period": {"start": "2024-09", "end": "2025"},
    "places": [{"province": "甘肃", "revitalisation": "true"}, {"detail": "示例村"}],
    "outcomes": [
        {"what": "培训", "value": "1,200", "unit": "人次", "headline": "true"},
        {"what": "亩产", "value": "2.80", "unit": "吨", "before": "-3", "before_qualifier": "约", "note": "+按年"},
    ],
    "background": "- 列表\n- 第二项\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
    "progress": [
        {
            "year": "2024",
            "planned": "+先做\n\n再做",
            "outcomes": [
                {"what": "甲", "value": "1", "unit": "个"},
                {"what": "乙", "value": "0.60", "unit": "个", "headline": "true"},
            ],
        },
        {"year": "2025", "done": "做了"},
        {"year": "2026", "outcomes": [{"what": "丙", "value": "-3", "unit": "度"}]},
    ],
    "photos": [{"file": "a.jpg", "caption": "'=图", "people": "true", "consent": "书面"}],
    "keywords": ["一", "@二"],
    "credits": [{"role": "作者", "name": "示例三", "agreed": "false"}],
    "training": {"questions": ["问一？", "问二？"], "minutes": "030"},
    "featured": "false",
}
"""Everything that a cell can do wrong."""


def read_back(written: Written, name: str) -> dict[str, dict[str, Any]]:
    """Read a file of ours; nothing in it may be doubtful or left over."""
    sheets = read_tables(name, written.data).sheets
    assert is_exported(sheets, PROGRAMME)
    cases = read_exported(sheets, PROGRAMME)
    assert [(case.doubts, case.notes) for case in cases] == [((), ())] * len(cases)
    return {case.id: case.record for case in cases}


def bare(value: Any) -> Any:
    """Give values without what is empty and without blanks around texts, which no record keeps."""
    if isinstance(value, Mapping):
        return {key: bare(child) for key, child in value.items() if child}
    if isinstance(value, list):
        return [bare(child) for child in value]
    return value.strip()


@WRITERS
def test_the_real_records_come_back_without_a_difference(write: Write, name: str) -> None:
    """All values of all records of the repository, texts to the last sign."""
    surroundings, _ = read_surroundings(ROOT, today())
    records = select_records(ROOT, surroundings, Conditions(), Stages()).records

    written = write(records, PROGRAMME)

    assert written.left == ()
    assert read_back(written, name) == {id: bare(values) for id, values in records}


@WRITERS
def test_what_is_hard_for_tables_comes_back(write: Write, name: str) -> None:
    """Formulas, quotes, decimals, lists within lists, lines, yes and no."""
    assert read_back(write([("zz-01", HARD), ("zz-02", {"title": "第二个案例"})], PROGRAMME), name) == {
        "zz-01": HARD,
        "zz-02": {"title": "第二个案例"},
    }


@WRITERS
def test_the_same_records_make_the_same_bytes(write: Write, name: str) -> None:
    """No clock, no chance."""
    assert name
    assert write([("zz-01", HARD)], PROGRAMME).data == write([("zz-01", HARD)], PROGRAMME).data


@each("text", ["=A1", "+1", "-1", "@x", "\tx", "\rx", "'=A1", "''-", "＝A1", "'x", "平常", ""])
@each("is_typed", [True, False])
def test_a_text_that_was_made_harmless_is_read_as_meant(text: str, *, is_typed: bool) -> None:
    """What is put before it is taken away again, and nothing else is."""
    assert as_meant(harmless(text, is_typed=is_typed)) == text


def test_no_cell_of_a_csv_begins_as_a_formula_does() -> None:
    """Whatever a record says."""
    text = write_csv([("zz-01", HARD)], PROGRAMME).data
    assert text.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(text.decode("utf-8-sig"))) for cell in row]

    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert "'=1+1 的标题" in cells
    assert "'-3" in cells


def test_a_workbook_holds_texts_and_no_formulas() -> None:
    """Numbers are numbers where nothing of them is lost, so that they can be added."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([("zz-01", HARD)], PROGRAMME).data))
    outcomes = [list(row) for row in book["成效数据"].iter_rows(values_only=True)]

    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert book["案例"]["C2"].value == "=1+1 的标题"
    assert outcomes == [
        ["编号", "事项", "数值", "单位", "原数值", "原数值的约数词", "说明", "代表数字"],
        ["zz-01", "培训", "1,200", "人次", None, None, None, "是"],
        ["zz-01", "亩产", "2.80", "吨", -3, "约", "+按年", None],
    ]


def test_rows_that_were_moved_still_belong_to_their_case() -> None:
    """An editor sorts, deletes a column, adds a case and a remark."""
    text = (
        "编号,状态,标题,合作单位：名称,合作单位：类别,我的备注\r\n"
        "b,草稿,第二个,示例村,村,\r\n"
        "a,已发布,第一个,示例镇,乡镇,\r\n"
        "b,,,示例厂,企业,再看看\r\n"
        ",草稿,新加的,示例社区,社区,\r\n"
    )
    cases = read_exported(read_tables("a.csv", text.encode()).sheets, PROGRAMME)

    assert [(case.id, case.record, case.notes) for case in cases] == [
        (
            "b",
            {
                "status": "draft",
                "title": "第二个",
                "partners": [{"name": "示例村", "kind": "村"}, {"name": "示例厂", "kind": "企业"}],
            },
            ("待核：“我的备注”一列不是导出的，没有读：再看看",),
        ),
        ("a", {"status": "published", "title": "第一个", "partners": [{"name": "示例镇", "kind": "乡镇"}]}, ()),
        ("", {"status": "draft", "title": "新加的", "partners": [{"name": "示例社区", "kind": "社区"}]}, ()),
    ]


def test_each_value_says_where_it_stands() -> None:
    """The sheet, the row and the letter of the column."""
    sheets = read_tables("案例.xlsx", write_xlsx([("zz-01", HARD)], PROGRAMME).data).sheets
    (case,) = read_exported(sheets, PROGRAMME)
    places = {one.path: one.origin.chinese for one in case.values}

    assert places["title",] == "案例.xlsx 工作表“案例” 第2行 C列"
    assert places["outcomes", 1, "value"] == "案例.xlsx 工作表“成效数据” 第3行 C列"


def test_a_date_that_a_program_rewrote_is_doubted() -> None:
    """Excel makes 2024/9/1 of 2024-09 in a csv; nobody knows that afterwards."""
    text = "编号,状态,标题,开展时间：开始日期\r\na,草稿,标题,2024/9/1\r\n"
    (case,) = read_exported(read_tables("a.csv", text.encode()).sheets, PROGRAMME)

    assert case.record["period"] == {"start": "2024-09-01"}
    assert [one.doubt for one in case.doubts] == ["表格软件里的日期“2024/9/1”，可能多写了月或日"]


def test_a_table_from_elsewhere_is_not_taken_for_ours() -> None:
    """Its headings may mean something else."""
    sheets = read_tables("a.csv", "编号,标题,状态\r\n1,甲,乙\r\n".encode()).sheets

    assert not is_exported(sheets, PROGRAMME)


def test_what_is_not_as_the_model_has_it_is_told() -> None:
    """Nothing goes silently missing."""
    laid = lay_out({"places": "甘肃", "forms": [["x"]], "team": [{"name": "x"}]}, columns_in(PROGRAMME), PROGRAMME)

    assert laid.rows == ()
    assert laid.left == (("team",), ("places",), ("forms",))


def export(root: Path, *words: str) -> tuple[int, str]:
    """Run the command."""
    result = CliRunner().invoke(main, ["-C", str(root), "export", *words])
    return result.exit_code, result.stderr


def test_the_command_selects_and_does_not_overwrite(tmp_project: Path) -> None:
    """A file that is there stays, unless it is to be replaced."""
    for id, more in (("a-01", "status: published"), ("a-02", "status: draft\nprovince: 甘肃省")):
        (tmp_project / f"cases/{id}").mkdir(parents=True)
        text = f"title: 示例标题{id}\ntask: 教育服务\nperiod: {{start: 2024}}\n{more}\n"
        (tmp_project / f"cases/{id}/case.yml").write_text(text, encoding="utf-8")
    target = tmp_project / "表.xlsx"

    assert export(tmp_project, "xlsx", "-o", str(target), "--status", "草稿", "--province", "甘肃")[0] == 0
    assert [case.id for case in read_exported(read_tables("表.xlsx", target.read_bytes()).sheets, PROGRAMME)] == [
        "a-02"
    ]
    before = target.read_bytes()
    code, said = export(tmp_project, "xlsx", "-o", str(target))
    assert (code, target.read_bytes()) == (2, before)
    assert said == f"{target} 已经有了，没有改动。请换一个文件名，或者加上 --force 代替它。\n"
    assert export(tmp_project, "xlsx", "a-01", "-o", str(target), "--force")[0] == 0
    assert [case.id for case in read_exported(read_tables("表.xlsx", target.read_bytes()).sheets, PROGRAMME)] == [
        "a-01"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["csv", "没有的", "-o", "x.csv"], "没有编号为“没有的”的案例。编号是 cases 里文件夹的名字。\n"),
        (["csv", "-o", "x.xlsx"], "x.xlsx 的结尾与 csv 不一致。请写成 x.csv。\n"),
        (["csv", "-o", "x.csv", "--year", "1950"], "没有符合条件的案例，没有写文件。\n"),
        (
            ["csv", "-o", "x.csv", "--status", "新"],
            "没有“新”这个词。可用：草稿、已报送、已审核、已发布、已撤下。\n",
        ),
    ],
)
def test_wrong_use_is_said_and_nothing_is_written(tmp_project: Path, words: list[str], said: str) -> None:
    """With exit code 2."""
    (tmp_project / "cases/a-01").mkdir(parents=True)
    (tmp_project / "cases/a-01/case.yml").write_text("title: 示例标题\n", encoding="utf-8")
    code, told = export(tmp_project, *words)

    assert (code, told) == (2, said)
    assert not Path("x.csv").exists()


def test_a_record_with_faults_is_written_as_far_as_it_goes(tmp_project: Path) -> None:
    """What is left out is named, with exit code 1."""
    for id, text in (("a-01", "title: 示例标题\nplaces: 甘肃\n"), ("a-02", "title: [\n")):
        (tmp_project / f"cases/{id}").mkdir(parents=True)
        (tmp_project / f"cases/{id}/case.yml").write_text(text, encoding="utf-8")
    target = tmp_project / "表.csv"
    code, said = export(tmp_project, "csv", "-o", str(target))

    assert code == 1
    assert said == (
        f"已写 {target}：2 个案例。\n"
        "没有写进去：cases/a-01/case.yml 的“服务地点”，它的写法不合规矩。\n"
        "没有写进去：cases/a-02/case.yml，它读不出来。\n"
        "请运行 anliji check，按提示改好，再导出一次。\n"
    )
