"""The files of a call: what universities get, what they can choose from, and that offices can open them."""

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from docx.shared import Pt
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.case.date import PartialDate
from generator.case.programme import Programme, packaged_programme
from generator.cli import main
from generator.intake.kit_marks import is_prompt
from generator.making.kit.asked import asked_of, in_plain_words
from generator.making.kit.call import Call, usual_title
from generator.making.kit.files import GUIDE, WORKBOOK, form_name, guide_of, kit_files, kit_names
from generator.making.kit.form import write_form
from generator.making.kit.workbook import FIRST_ROW, GROUP_ROW, HEADING_ROW, write_workbook
from generator.own_lists import sound_programme
from tests.each import each

FIXTURES = Path(__file__).parent / "fixtures/programmes"
CALL = Call("“示例行”典型案例", PartialDate(2027, 3, 31), 3)
PACKAGED = packaged_programme()
LATIN = re.compile(r"[a-z]{3,}")
PROGRAMMES = ("", "p1", "p2", "p4")
SMALLEST = "p2"
"""The one whose files are made soonest."""


def programme_of(name: str) -> Programme:
    """Give the packaged programme, or one of the fixtures'."""
    return sound_programme(FIXTURES / name) if name else PACKAGED


@cache
def part(file: str, name: str = "") -> bytes:
    """Make one file of a programme's kit, once."""
    programme = programme_of(name)
    if file == WORKBOOK:
        return write_workbook(programme, CALL)
    forms = {form_name(task.name): task for task in programme.tasks}
    return guide_of(programme, CALL) if file == GUIDE else write_form(forms[file], programme, CALL)


@cache
def main_sheet(name: str = "") -> Worksheet:
    """Open the table that is filled in, once: no test changes it."""
    return openpyxl.load_workbook(io.BytesIO(part(WORKBOOK, name))).worksheets[0]


def document(file: str, name: str = "") -> Any:
    """Open a document of a kit."""
    return docx.Document(io.BytesIO(part(file, name)))


def headings_of(sheet: Worksheet) -> dict[str, str]:
    """Give the letter of each column by its whole heading."""
    found, group = {}, ""
    for column in range(1, sheet.max_column + 1):
        top, below = (sheet.cell(row, column).value or "" for row in (GROUP_ROW, HEADING_ROW))
        group = str(top) or group
        found[f"{group} {below}".strip().replace("*", "")] = get_column_letter(column)
    return found


def offered_in(sheet: Worksheet, letter: str) -> str:
    """Give the formula of the list in a column; empty where there is none."""
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and f"{letter}{FIRST_ROW + 1}" in rule.sqref:
            return str(rule.formula1)
    return ""


@pytest.mark.sampled("name", PROGRAMMES)
def test_a_kit_is_made_of_the_programme(name: str) -> None:
    """A table, a form for each task, a guide."""
    programme = programme_of(name)
    made = tuple(kit_files(programme, CALL))

    assert made == (WORKBOOK, *(form_name(task.name) for task in programme.tasks), GUIDE)
    assert made == kit_names(programme)


def test_every_vocabulary_is_offered() -> None:
    """By name, and what hangs on the task by the task that the row has."""
    sheet = main_sheet()
    columns = headings_of(sheet)
    named = sheet.parent.defined_names  # type: ignore[union-attr]
    lists = {heading: formula for heading, letter in columns.items() if (formula := offered_in(sheet, letter))}

    assert lists == {
        "任务类型": "list_task",
        "兼及任务": "list_task",
        "学校所在地区": "list_province",
        "团队 类别": "list_team",
        "团队级别": "list_level",
        "服务地点 省份": "list_province",
        "服务地点 乡村振兴重点区域": '"是,否"',
        **{f"合作单位{at} 类别": "list_partner" for at in (1, 2)},
        **{f"工作形式{at}": 'INDIRECT("list_form_"&MATCH($B5,list_task,0))' for at in (1, 2, 3)},
        **{f"成果{at} 种类": 'INDIRECT("list_product_"&MATCH($B5,list_task,0))' for at in (1, 2)},
        **{f"成效数据{at} 约数词": "list_qualifier" for at in (1, 2, 3)},
    }
    assert {formula for formula in lists.values() if re.fullmatch("[a-z_]+", formula)} <= {*named}
    assert columns["任务类型"] == "B"


def words_of(sheet: Worksheet, list_name: str) -> list[Any]:
    """Give the words of a named list."""
    place = sheet.parent.defined_names[list_name].attr_text  # type: ignore[union-attr]
    title, cells = place.rsplit("!", 1)
    found = sheet.parent[title.strip("'")][cells.replace("$", "")]  # type: ignore[union-attr,index]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


@each("name", PROGRAMMES)
def test_each_task_has_its_own_words(name: str) -> None:
    """In the order of the tasks, which the formula counts."""
    programme, sheet = programme_of(name), main_sheet(name)
    nothing = ["（没有可选的词）"]

    assert words_of(sheet, "list_task") == list(programme.task_names.names)
    for at, task in enumerate(programme.tasks, 1):
        assert words_of(sheet, f"list_form_{at}") == (list(task.forms.names) or nothing)
        assert words_of(sheet, f"list_product_{at}") == (list(task.products.names) or nothing)


@each("name", PROGRAMMES)
def test_every_heading_is_explained_to_people_who_know_no_yaml(name: str) -> None:
    """No key of a record, no English word; what must be filled in says so."""
    sheet = main_sheet(name)
    explained = {
        cell.value: cell.comment.text
        for row in (GROUP_ROW, HEADING_ROW)
        for cell in sheet[row]
        if cell.comment is not None
    }
    columns = [letter for heading, letter in headings_of(sheet).items() if heading != "序号"]
    commented = [
        letter for letter in columns if any(sheet[f"{letter}{row}"].comment for row in (GROUP_ROW, HEADING_ROW))
    ]

    assert commented == columns
    assert {heading: text for heading, text in explained.items() if LATIN.search(text)} == {}
    assert all(text.startswith("必填。") == str(heading).startswith("*") for heading, text in explained.items())


def test_a_programme_has_its_own_columns() -> None:
    """What it calls otherwise is called so, what it has no use for is not asked."""
    columns = [*headings_of(main_sheet("p4"))]

    assert "申报部门" in columns
    assert "类别" in columns
    assert not {"学校", "学校所在地区", "团队级别", "团队 名称", "支部书记 姓名"} & set(columns)


def test_the_example_is_marked_and_the_rest_is_empty() -> None:
    """So many rows are ruled as a unit may send."""
    sheet = main_sheet()
    numbers = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    filled = [cell.value for row in sheet.iter_rows(min_row=FIRST_ROW + 1, min_col=2) for cell in row if cell.value]

    assert numbers == ["示例，填报时删除", None, None, None]
    assert filled == []
    assert sheet["C5"].value == "示例：把课堂搬到田间地头"


def test_the_table_is_ready_for_work_and_print() -> None:
    """Headings stay in sight, a page is A4 across, a date stays a text."""
    sheet = main_sheet()
    columns = headings_of(sheet)

    assert sheet.freeze_panes == "D5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$4"
    assert sheet[f"{columns['开展时间 开始日期']}6"].number_format == "@"
    assert sheet["A1"].font.name == "方正小标宋简体"
    assert [one.title for one in sheet.parent.worksheets] == ["汇总表", "填表说明", "词表"]  # type: ignore[union-attr]
    assert sheet.parent["词表"].sheet_state == "hidden"  # type: ignore[union-attr,index]


def test_a_form_is_laid_out_as_official_documents_are() -> None:
    """Paper, margins and lines of GB/T 9704, fonts for Chinese characters too."""
    form = document("申报表-党建联建.docx")
    section, title = form.sections[0], form.paragraphs[0]
    fonts = title.runs[0]._r.rPr.rFonts
    eastern = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"
    normal, heading = form.styles["Normal"], form.styles["Heading 1"]

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [37, 35]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [28, 26]
    assert (title.text, title.runs[0].font.size, fonts.get(eastern)) == (
        "“示例行”典型案例申报表",
        Pt(22),
        "方正小标宋简体",
    )
    assert (normal.paragraph_format.line_spacing, normal.font.size) == (Pt(28), Pt(16))
    assert normal.element.rPr.rFonts.get(eastern) == "仿宋"
    assert heading.element.rPr.rFonts.get(eastern) == "黑体"
    assert "PAGE" in section.footer.paragraphs[0]._p.xml
    assert "PAGE" in section.even_page_footer.paragraphs[0]._p.xml


def test_a_form_has_labelled_cells_and_the_four_sections() -> None:
    """Whatever else is in it says of itself that it explains."""
    form = document("申报表-教育服务.docx")
    labels = [row.cells[at].text for row in form.tables[0].rows for at in (0, 2) if not is_prompt(row.cells[0].text)]
    plain = [one.text for one in form.paragraphs[2:] if one.text and not is_prompt(one.text)]

    assert list(dict.fromkeys(label for label in labels if label)) == [
        *("*标题", "*任务类型", "兼及任务", "*学校", "学校所在地区", "各所学校", "院系", "*支部或单位", "各个支部"),
        *("团队名称", "团队类别", "支部书记姓名", "支部书记学术职务", "团队级别", "开始日期", "结束日期", "*内容提要"),
        *("工作形式", "关键词"),
    ]
    assert [table.rows[0].cells[0].text for table in form.tables[1:]] == [
        *("荣誉", "服务地点", "合作单位", "成果", "成效数据", "出处", "授权方"),
    ]
    assert plain == ["一、背景与问题", "二、主要做法", "三、工作成效", "四、经验启示", "五、照片", "六、单位意见"]
    assert form.tables[0].rows[1].cells[1].text == "教育服务"


@each("name", PROGRAMMES)
def test_no_document_of_a_kit_knows_keys_or_files_of_ours(name: str) -> None:
    """Latin letters are only those of formats, addresses and names of files."""
    known = {"xlsx", "docx", "zip"}
    for file in (form_name(programme_of(name).tasks[0].name), GUIDE):
        opened = document(file, name)
        cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
        text = "\n".join((*(one.text for one in opened.paragraphs), *cells))
        assert set(LATIN.findall(text)) <= known | {"eb"}
        assert "受控词表" not in text


def test_the_guide_says_until_when_how_many_and_how_long() -> None:
    """With the limits of the model."""
    guide = document(GUIDE)
    text = "\n".join(one.text for one in guide.paragraphs)
    limits = [[cell.text for cell in row.cells] for row in guide.tables[0].rows]

    assert "请在 2027年3月31日以前报送，当天也算。每个单位不超过三个案例。" in text
    assert ["标题", "4 到 40 个字", "必填"] in limits
    assert ["内容提要", "不超过 300 字", "必填"] in limits
    assert "不超过 100 字" in text
    assert "身份证号" in text


def test_a_call_without_deadline_and_quota_leaves_both_to_the_notice() -> None:
    """Nothing is made up."""
    made = guide_of(PACKAGED, Call(usual_title(PACKAGED), None, 0))
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)

    assert text.startswith("“强国行”专项行动典型案例填报说明")
    assert "报送的截止日期，以通知为准。每个单位报几个，以通知为准。" in text


@each(
    ("about", "plain"),
    [
        ("几所学校合做的，写 universities。", "几所学校合做的，写“各所学校”。"),
        ("属于的写 true。", "属于的写“是”。"),
        ("学校全称；几个的写 waivers。", "学校全称。"),
        ("降的写 before: 34、value: 0.6。", "降的写“原数值”34、“数值”0.6。"),
        ("类别，见受控词表。", "类别，从所列的词里选。"),
    ],
)
def test_explanations_name_no_keys(about: str, plain: str) -> None:
    """What they say of keys that are not asked for is left out."""
    known = frozenset(("universities", "before", "value"))

    assert in_plain_words(about, known, PACKAGED) == plain


def test_limits_are_the_models() -> None:
    """Of each item, where there may be several."""
    title, keywords, value = asked_of(PACKAGED, ["title", "keywords", "outcomes.value"])

    assert (title.limit, keywords.limit, value.limit) == ("4 到 40 个字", "每个不超过 20 字", "")


def run(root: Path, *words: str) -> tuple[int, str]:
    """Run the command."""
    result = CliRunner().invoke(main, ["-C", str(root), "kit", *words])
    return result.exit_code, result.stderr


def test_the_command_writes_all_files_or_none(tmp_project: Path, tmp_path: Path) -> None:
    """What is there stays, unless it is to be replaced; the same call makes the same bytes, without clock or chance."""
    folder = tmp_path / "材料"
    shutil.copy(FIXTURES / SMALLEST / "content/programme.yml", tmp_project / "content")

    names = kit_names(programme_of(SMALLEST))

    call = ("--title", CALL.title, "--deadline", "2027-03-31", "--quota", "3")
    assert run(tmp_project, "-o", str(folder), *call) == (0, f"已在 {folder} 里做好：{'、'.join(names)}。\n")
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {name: part(name, SMALLEST) for name in names}
    (folder / GUIDE).write_bytes(b"mine")
    (folder / WORKBOOK).unlink()
    code, said = run(tmp_project, "-o", str(folder))
    assert code == 2
    assert said.endswith("填报说明.docx，没有改动。请换一个文件夹，或者加上 --force 代替它们。\n")
    assert ((folder / GUIDE).read_bytes(), (folder / WORKBOOK).exists()) == (b"mine", False)
    assert run(tmp_project, "-o", str(folder), "--force")[0] == 0
    assert (folder / GUIDE).read_bytes() != b"mine"


@pytest.mark.parametrize("day", ["2027", "2027-13-01", "三月", "2027-02-30"])
def test_a_deadline_is_a_day(tmp_project: Path, tmp_path: Path, day: str) -> None:
    """Nothing is written for another."""
    folder = tmp_path / "材料"

    assert run(tmp_project, "-o", str(folder), "--deadline", day) == (
        2,
        f"“{day}”不是到日的日期。请写成年-月-日，例如 --deadline 2027-03-31。\n",
    )
    assert not folder.exists()


def test_a_task_makes_the_name_of_a_file() -> None:
    """Without what Windows does not take."""
    assert form_name("内圈/外圈: “双防”?") == "申报表-内圈-外圈- “双防”-.docx"


@pytest.mark.sampled
@pytest.mark.program
def test_libreoffice_opens_and_prints_each_kind(libreoffice: str, tmp_path: Path) -> None:
    """A file that needs repair is refused without a window."""
    names = [WORKBOOK, "申报表-党建联建.docx", GUIDE]
    for name in names:
        (tmp_path / name).write_bytes(part(name))
    command = [libreoffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *(str(tmp_path / name) for name in names)],
        check=True,
        capture_output=True,
        timeout=300,
    )

    assert [(tmp_path / name).with_suffix(".pdf").read_bytes()[:4] for name in names] == [b"%PDF"] * 3
