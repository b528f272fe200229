"""汇总表.xlsx: one row for each case, with a list to choose from wherever there is one."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.case.programme import Programme
from generator.case.text import chinese_number
from generator.intake.kit_marks import EXAMPLE, GUIDE_SHEET, WORDS_SHEET
from generator.making.kit.asked import Asked, asked_of
from generator.making.kit.call import Call
from generator.making.kit.example_case import example_text
from generator.making.kit.guide_sheet import fill_guide
from generator.making.kit.sheet_looks import Looks, fit_to_width
from generator.making.kit.steady import steady
from generator.making.kit.word_lists import WordLists

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAIN_SHEET = "汇总表"
NUMBER = "序号"
GROUPS: tuple[tuple[str, int], ...] = (
    ("task", 1),
    ("title", 1),
    ("also", 1),
    ("summary", 1),
    ("university", 1),
    ("province", 1),
    ("school", 1),
    ("branch", 1),
    ("team.name team.kind", 1),
    ("secretary.name secretary.role", 1),
    ("level", 1),
    ("period.start period.end", 1),
    ("places.province places.city places.county places.detail places.revitalisation", 1),
    ("partners.name partners.kind", 2),
    ("forms", 3),
    ("products.kind products.name", 2),
    ("outcomes.what outcomes.value outcomes.qualifier outcomes.unit", 3),
    ("keywords", 1),
    ("sources.title sources.publisher sources.url sources.date", 1),
    ("permission.granted_by permission.granted_on", 1),
)
"""The columns in their order: keys that stand together, and how often."""
TITLE_ROW, UNIT_ROW, GROUP_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4, 5
USUAL_ROWS = 60
"""As many cases as fit, besides the example, where the call has no quota."""
_TITLE_COLUMNS = 12
_WIDTHS = {"title": 26, "summary": 44, "url": 28, "name": 20, "university": 18, "branch": 22, "publisher": 16}
_USUAL_WIDTH = 12
_ROW_HEIGHT = 48
_PAGES = 5
"""So many, side by side, that it can be read in print."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet."""

    asked: Asked
    group: str
    """What stands over it and its neighbours; empty where it stands alone."""
    heading: str
    item: int
    """Which item of a list it is for, from 0."""


def columns_of(programme: Programme) -> tuple[Column, ...]:
    """Give the columns behind the number, in their order."""
    return tuple(_columns(programme))


def _columns(programme: Programme) -> Iterator[Column]:
    for ways, count in GROUPS:
        asked = asked_of(programme, ways.split())
        for item in range(count):
            numeral = str(item + 1) if count > 1 else ""
            for one in asked:
                group = f"{one.group}{numeral}" if one.group else ""
                yield Column(one, group, one.label if group else f"{one.label}{numeral}", item)


def write_workbook(programme: Programme, call: Call) -> bytes:
    """Make the workbook of a call."""
    import openpyxl  # noqa: PLC0415 (only when used)

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = MAIN_SHEET
    columns = columns_of(programme)
    looks = Looks()
    _fill_head(sheet, columns, call, looks)
    _fill_example(sheet, columns, programme, looks)
    last = FIRST_ROW + (call.quota or USUAL_ROWS)
    _fill_rows(sheet, columns, last, looks)
    lists = WordLists(programme)
    fill_guide(book.create_sheet(GUIDE_SHEET), [column.asked for column in columns if not column.item], programme, call)
    lists.fill(book, book.create_sheet(WORDS_SHEET))
    task = next(number for number, column in enumerate(columns, 2) if column.asked.path == ("task",))
    lists.offer(sheet, [column.asked for column in columns], task, FIRST_ROW, last)
    _set_up_print(sheet, columns)
    target = io.BytesIO()
    book.save(target)
    return steady(target.getvalue())


def _fill_head(sheet: "Worksheet", columns: Sequence[Column], call: Call, looks: Looks) -> None:
    width = min(len(columns) + 1, _TITLE_COLUMNS)
    sheet.cell(TITLE_ROW, 1, f"{call.title}汇总表")
    sheet.merge_cells(start_row=TITLE_ROW, start_column=1, end_row=TITLE_ROW, end_column=width)
    looks.title(sheet.cell(TITLE_ROW, 1))
    sheet.row_dimensions[TITLE_ROW].height = 42
    most = f"    每个单位不超过{chinese_number(call.quota)}个案例" if call.quota else ""
    blank = " " * 30
    sheet.cell(UNIT_ROW, 1, f"报送单位：{blank}（盖章）    带 * 的必填，一个案例填一行{most}")
    sheet.merge_cells(start_row=UNIT_ROW, start_column=1, end_row=UNIT_ROW, end_column=width)
    looks.note(sheet.cell(UNIT_ROW, 1))
    sheet.row_dimensions[UNIT_ROW].height = 24
    _put_heading(sheet, 1, NUMBER, "", looks, is_required=False)
    for number, column in enumerate(columns, 2):
        _put_heading(sheet, number, column.heading, column.group, looks, is_required=column.asked.is_required)
        looks.comment(sheet.cell(HEADING_ROW if column.group else GROUP_ROW, number), _comment(column))
    _merge_groups(sheet, columns)
    sheet.row_dimensions[GROUP_ROW].height, sheet.row_dimensions[HEADING_ROW].height = 24, 36


def _put_heading(sheet: "Worksheet", number: int, heading: str, group: str, looks: Looks, *, is_required: bool) -> None:
    star = "*" if is_required else ""
    top, below = sheet.cell(GROUP_ROW, number), sheet.cell(HEADING_ROW, number)
    (below if group else top).value = f"{star}{heading}"
    if not group:
        sheet.merge_cells(start_row=GROUP_ROW, end_row=HEADING_ROW, start_column=number, end_column=number)
    for cell in (top, below):
        looks.heading(cell, is_required=is_required)


def _merge_groups(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    start = 0
    while start < len(columns):
        end = start
        while end + 1 < len(columns) and columns[end + 1].group == columns[start].group != "":
            end += 1
        if columns[start].group:
            sheet.cell(GROUP_ROW, start + 2).value = columns[start].group
            if end > start:
                sheet.merge_cells(start_row=GROUP_ROW, end_row=GROUP_ROW, start_column=start + 2, end_column=end + 2)
        start = end + 1


def _comment(column: Column) -> str:
    asked = column.asked
    how = {
        "list": "点单元格右边的箭头，从列表里选。",
        "by_task": "先选任务类型，再点右边的箭头从列表里选。",
        "flag": "选“是”，不是的不填。",
        "number": "只写数字，不写单位。",
    }.get(asked.rule, "")
    several = "有几个的，一行一个。" if asked.is_several and asked.rule == "text" else ""
    limit = asked.limit
    told = f"{limit}。" if limit and not any(str(number) in asked.about for number in (asked.longest,)) else ""
    return f"{'必填。' if asked.is_required else ''}{asked.about}{told}{how}{several}"


def _fill_example(sheet: "Worksheet", columns: Sequence[Column], programme: Programme, looks: Looks) -> None:
    sheet.cell(FIRST_ROW, 1, EXAMPLE)
    for number, column in enumerate(columns, 2):
        text = example_text(column.asked, column.item, programme)
        sheet.cell(FIRST_ROW, number).value = int(text) if column.asked.rule == "number" and text else text or None
    for number in range(1, len(columns) + 2):
        looks.example(sheet.cell(FIRST_ROW, number))


def _fill_rows(sheet: "Worksheet", columns: Sequence[Column], last: int, looks: Looks) -> None:
    for row in range(FIRST_ROW, last + 1):
        sheet.row_dimensions[row].height = _ROW_HEIGHT
    for row in range(FIRST_ROW + 1, last + 1):
        looks.number(sheet.cell(row, 1))
        for number, column in enumerate(columns, 2):
            looks.field(sheet.cell(row, number), is_number=column.asked.rule == "number")


def _set_up_print(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.column_dimensions["A"].width = 8
    for number, column in enumerate(columns, 2):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column.asked.path[-1], _USUAL_WIDTH)
    sheet.freeze_panes = f"D{FIRST_ROW}"
    sheet.print_title_rows = f"{GROUP_ROW}:{HEADING_ROW}"
    sheet.print_title_cols = "A:C"
    fit_to_width(sheet, _PAGES)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
