"""What comes back on the files of a call needs no mapping: every cell is read as what it was asked for."""

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from generator.case.programme import Programme, packaged_programme
from generator.intake.headings import Headings
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.intake.layout import find_layout
from generator.making.intake.sources import SourceFile
from generator.making.intake.table_reader import read_table
from generator.making.intake.word_reader import read_document
from generator.making.kit.call import Call
from generator.making.kit.form import write_form
from generator.making.kit.workbook import HEADING_ROW, MAIN_SHEET, columns_of, write_workbook
from generator.making.office.tables import read_tables
from generator.own_lists import sound_programme

FIXTURES = Path(__file__).parent / "fixtures/programmes"
CALL = Call("“示例行”典型案例", None, 3)
PACKAGED = packaged_programme()
PROGRAMMES = pytest.mark.parametrize("name", ["", "p1", "p2", "p4"])
SINGLE: Mapping[str, Any] = {
    "task": "科技赋能",
    "title": "示例茶园的科技服务",
    "also": "教育服务",
    "summary": "示例提要。",
    "university": "示例农业大学",
    "province": "江苏",
    "school": "园艺学院",
    "branch": "茶学教师党支部",
    "secretary.name": "示例乙",
    "secretary.role": "教授",
    "level": "省级团队",
    "period.start": "2024-09",
    "period.end": "2025-06-01",
    "places.province": "甘肃",
    "places.city": "示例市",
    "places.county": "示例县",
    "places.detail": "示例乡",
    "places.revitalisation": "是",
    "keywords": "茶\n科技",
    "sources.title": "示例报道",
    "sources.publisher": "示例网",
    "sources.url": "https://www.example.edu.cn/1.htm",
    "sources.date": "2025-01-02",
    "permission.granted_by": "示例农业大学党委",
    "permission.granted_on": "2025-02-01",
}
COUNTED: Mapping[str, tuple[Any, ...]] = {
    "partners.name": ("示例茶场", "示例镇"),
    "partners.kind": ("企业", "乡镇"),
    "forms": ("科技开发", "座谈研讨", None),
    "products.kind": ("专利", None),
    "products.name": ("示例专利", None),
    "outcomes.what": ("培训农户", "亩产", "推广面积"),
    "outcomes.value": (1200, 2.5, "300"),
    "outcomes.qualifier": ("余", None, "近"),
    "outcomes.unit": ("人次", "吨", "亩"),
}
RECORD: Mapping[str, Any] = {
    "task": "科技赋能",
    "title": "示例茶园的科技服务",
    "also": ["教育服务"],
    "summary": "示例提要。",
    "university": "示例农业大学",
    "province": "江苏",
    "school": "园艺学院",
    "branch": "茶学教师党支部",
    "secretary": {"name": "示例乙", "role": "教授"},
    "level": "省级团队",
    "period": {"start": "2024-09", "end": "2025-06-01"},
    "places": [
        {"province": "甘肃", "city": "示例市", "county": "示例县", "detail": "示例乡", "revitalisation": "true"}
    ],
    "partners": [{"name": "示例茶场", "kind": "企业"}, {"name": "示例镇", "kind": "乡镇"}],
    "forms": ["科技开发", "座谈研讨"],
    "products": [{"kind": "专利", "name": "示例专利"}],
    "outcomes": [
        {"what": "培训农户", "value": "1200", "qualifier": "余", "unit": "人次"},
        {"what": "亩产", "value": "2.5", "unit": "吨"},
        {"what": "推广面积", "value": "300", "qualifier": "近", "unit": "亩"},
    ],
    "keywords": ["茶", "科技"],
    "sources": [
        {
            "title": "示例报道",
            "publisher": "示例网",
            "url": "https://www.example.edu.cn/1.htm",
            "date": "2025-01-02",
        }
    ],
    "permission": {"granted_by": "示例农业大学党委", "granted_on": "2025-02-01"},
}


def programme_of(name: str) -> Programme:
    """Give the packaged programme, or one of the fixtures'."""
    return sound_programme(FIXTURES / name) if name else PACKAGED


@cache
def workbook(name: str = "") -> bytes:
    """Make the table of a programme, once."""
    return write_workbook(programme_of(name), CALL)


@cache
def empty_form() -> bytes:
    """Make the form of a task, once."""
    return write_form(PACKAGED.task("科技赋能"), PACKAGED, CALL)


def filled(rows: int) -> bytes:
    """Fill in so many rows of the table."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    sheet = book[MAIN_SHEET]
    for row in range(6, 6 + rows):
        for number, column in enumerate(columns_of(PACKAGED), 2):
            way = ".".join(column.asked.path)
            value = COUNTED[way][column.item] if way in COUNTED else SINGLE.get(way)
            sheet.cell(row, number).value = f"{value}{row}" if way == "title" else value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def imported(data: bytes, folder: Path) -> Incoming:
    """Read a table that came back."""
    (folder / "汇总表.xlsx").write_bytes(data)
    return read_table(SourceFile("汇总表.xlsx", folder / "汇总表.xlsx"), Known(PACKAGED))


@PROGRAMMES
def test_every_heading_is_known_for_what_it_asks(name: str) -> None:
    """In whatever programme; a counted group says which item."""
    programme = programme_of(name)
    sheet = read_tables("汇总表.xlsx", workbook(name)).sheets[0]
    layout = find_layout(sheet, Headings(programme))
    assert layout is not None
    columns = columns_of(programme)
    counted = {column.asked.path for column in columns if column.item}
    asked = [(one.asked.path, one.item if one.asked.path in counted else -1) for one in columns]

    assert layout.heading_row == HEADING_ROW
    assert [(one.meaning.path, one.meaning.item) for one in layout.columns if one.index] == asked


def test_rows_come_back_as_records(tmp_path: Path) -> None:
    """Without a doubt, without a word about the sheets that are ours, without the example."""
    incoming = imported(filled(2), tmp_path)

    assert [case.record for case in incoming.cases] == [
        {**RECORD, "title": f"示例茶园的科技服务{row}"} for row in (6, 7)
    ]
    assert [(case.doubts, case.notes) for case in incoming.cases] == [((), ()), ((), ())]
    assert (incoming.problems, incoming.unknown) == ([], {})
    assert incoming.notes == ["汇总表.xlsx 工作表“汇总表”：第 5 行是填写示例，没有读"]


def test_a_table_that_nobody_filled_in_has_no_cases(tmp_path: Path) -> None:
    """The example is none."""
    assert imported(workbook(), tmp_path).cases == []


CELLS = {
    "*标题": "示例茶园的科技服务",
    "兼及任务": "教育服务",
    "*学校": "示例农业大学",
    "学校所在地区": "江苏",
    "院系": "园艺学院",
    "*支部或单位": "茶学教师党支部",
    "支部书记姓名": "示例乙",
    "支部书记学术职务": "教授",
    "团队级别": "省级团队",
    "开始日期": "2024-09",
    "结束日期": "2025-06-01",
    "*内容提要": "示例提要。",
    "工作形式": "科技开发、座谈研讨",
    "关键词": "茶、科技",
    "授权方": "示例农业大学党委",
    "授权日期": "2025-02-01",
}
LISTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "荣誉": (("示例样板支部", "省级", "第一批", "2023"),),
    "服务地点": (("甘肃", "示例市", "示例县", "示例乡", "是"),),
    "合作单位": (("示例茶场", "企业"), ("示例镇", "乡镇")),
    "成果": (("专利", "示例专利", ""),),
    "成效数据": (("培训农户", "1200", "余", "人次", "", "全年"), ("发病率", "0.6", "", "%", "34", "")),
    "出处": (("示例报道", "示例网", "https://www.example.edu.cn/1.htm", "2025-01-02"),),
}


def filled_form() -> bytes:
    """Fill in the form of a task: cells, lists, and a paragraph in each section."""
    form = docx.Document(io.BytesIO(empty_form()))
    for table in form.tables:
        for row in table.rows:
            for label, cell in zip(row.cells, row.cells[1:], strict=False):
                if label.text in CELLS and not cell.text:
                    cell.text = CELLS[label.text]
        for at, item in enumerate(LISTS.get(table.rows[0].cells[0].text, ()), 1):
            for cell, text in zip(table.rows[at].cells[1:], item, strict=True):
                cell.text = text
    paragraphs = form.paragraphs
    for at, paragraph in enumerate(paragraphs):
        if paragraph.text.startswith(("一、", "二、", "三、", "四、")):
            paragraphs[at + 2].add_run(f"这一部分是{paragraph.text[2:]}，写了一段。")
    target = io.BytesIO()
    form.save(target)
    return target.getvalue()


def test_a_form_comes_back_as_a_record(tmp_path: Path) -> None:
    """Every cell and every section, without a doubt, and nothing of what says how to fill in."""
    name = "示例农业大学-科技赋能-示例茶园的科技服务.docx"
    (tmp_path / name).write_bytes(filled_form())
    incoming = read_document(SourceFile(name, tmp_path / name), Known(PACKAGED))
    (case,) = incoming.cases

    assert case.record == {
        **RECORD,
        "honours": [{"name": "示例样板支部", "level": "省级", "batch": "第一批", "year": "2023"}],
        "outcomes": [
            {"what": "培训农户", "value": "1200", "qualifier": "余", "unit": "人次", "note": "全年"},
            {"what": "发病率", "value": "0.6", "unit": "%", "before": "34"},
        ],
        "background": "这一部分是背景与问题，写了一段。",
        "approach": "这一部分是主要做法，写了一段。",
        "results": "这一部分是工作成效，写了一段。",
        "lessons": "这一部分是经验启示，写了一段。",
    }
    assert (case.doubts, case.notes, incoming.problems, incoming.notes) == ((), (), [], [])


def test_an_empty_form_proposes_nothing_of_its_own(tmp_path: Path) -> None:
    """Only the task, which it is for."""
    (tmp_path / "表.docx").write_bytes(empty_form())
    (case,) = read_document(SourceFile("表.docx", tmp_path / "表.docx"), Known(PACKAGED)).cases

    assert {key: value for key, value in case.record.items() if key != "title"} == {"task": "科技赋能"}


def test_a_section_is_known_by_what_the_programme_calls_it(tmp_path: Path) -> None:
    """带动作用 stands for what others call 经验启示."""
    programme = programme_of("p2")
    form = docx.Document(io.BytesIO(write_form(programme.tasks[0], programme, CALL)))
    at = next(number for number, one in enumerate(form.paragraphs) if one.text == "四、带动作用")
    form.paragraphs[at + 2].add_run("带动了周围的人。")
    form.save(str(tmp_path / "表.docx"))
    (case,) = read_document(SourceFile("表.docx", tmp_path / "表.docx"), Known(programme)).cases

    assert case.record["lessons"] == "带动了周围的人。"
