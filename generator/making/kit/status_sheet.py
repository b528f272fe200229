"""Who owes what as a table file, to be sent around and printed."""

import io
from collections.abc import Sequence

from generator.making.kit.steady import steady
from generator.outputs.report.owed import OwedRow

_WIDE, _USUAL, _DATE = 32, 10, 14
_HEAD, _LATE = "E8EEF7", "B3261E"


def status_sheet(title: str, heads: Sequence[str], rows: Sequence[OwedRow]) -> bytes:
    """Make the file; the same table gives the same bytes.

    Args:
        title: what stands above the table.
        heads: the names of the columns of numbers.
        rows: the last is the total.
    """
    from openpyxl import Workbook  # noqa: PLC0415 (only who wants a table waits for it)
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("报送情况")
    columns = ("学校", "联系岗位", "截止日期", *heads)
    sheet.append((title,))
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append(columns)
    for cell in sheet[2]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for row in rows:
        sheet.append((row.university, row.contact, row.deadline, *_numbers(row)))
        for cell in sheet[sheet.max_row][:3]:
            # A name that begins with = is a name, not a formula.
            cell.data_type, cell.quotePrefix = "s", True
        if row.days_late:
            sheet.cell(sheet.max_row, len(columns)).font = Font(bold=True, color=_LATE)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for at, name in enumerate(columns, start=1):
        wide = _WIDE if at < 3 else _DATE if name == "截止日期" else _USUAL
        sheet.column_dimensions[get_column_letter(at)].width = wide
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(columns))}{sheet.max_row - 1}"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    written = io.BytesIO()
    book.save(written)
    return steady(written.getvalue())


def _numbers(row: OwedRow) -> tuple[int | str, ...]:
    due = "" if row.due is None else row.due
    errors = "未检查" if row.errors is None else row.errors
    return (due, row.received, *row.states, errors, row.days_late)
