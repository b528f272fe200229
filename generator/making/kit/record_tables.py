"""Records as a table that programs for tables open, and that `anliji import` reads back as they were."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from generator.case.model import Case
from generator.case.programme import Programme
from generator.intake.exported import kept_columns
from generator.intake.harmless import harmless
from generator.intake.laid_rows import Laid, lay_out
from generator.intake.notation import CASES_SHEET, ID, Column, columns_in, list_label
from generator.intake.proposal import Path
from generator.making.kit.sheet_looks import fit_to_width
from generator.making.kit.steady import steady

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Records = Sequence[tuple[str, Mapping[str, Any]]]
"""Each with its id and its values as its file has them, in the order in which they are written."""

_WIDE, _NARROW, _USUAL = 60, 12, 24
_PROSE = frozenset(("summary", "background", "approach", "results", "lessons"))
_PAGES = 3
_EXACT_DIGITS = 15
"""As many as a program for tables keeps of a number."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML can hold; no record that is read has any."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file of records."""

    data: bytes
    left: tuple[tuple[str, Path], ...]
    """Ids with ways to what is not in the file, because it is not written as the model has it."""


def write_csv(records: Records, programme: Programme) -> Written:
    """Write one table of all, as UTF-8 with the mark by which programs for tables know it."""
    columns = columns_in(programme)
    laid = _laid(records, columns, programme)
    columns = tuple(kept_columns(columns, _used(one for _, one in laid)))
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([ID, *(column.heading for column in columns)])
    for id, one in laid:
        for row in one.rows or ({},):
            writer.writerow([harmless(id), *(harmless(row.get(column.path, "")) for column in columns)])
    return Written(target.getvalue().encode("utf-8-sig"), _left(laid, records))


def write_xlsx(records: Records, programme: Programme) -> Written:
    """Write a workbook: a sheet with a row for each case, and one for each list, whose rows bear the cases' ids."""
    import openpyxl  # noqa: PLC0415 (only when used)

    everything = columns_in(programme)
    laid = _laid(records, everything, programme)
    kept = tuple(kept_columns(everything, _used(one for _, one in laid)))
    book = openpyxl.Workbook()
    for name, columns in _sheets(kept, programme):
        sheet: Any = book.active if name == CASES_SHEET else book.create_sheet(name)
        rows = [(id, row) for id, values in records for row in lay_out(values, columns, programme).rows]
        _fill(sheet, name, columns, rows)
    target = io.BytesIO()
    book.save(target)
    return Written(steady(target.getvalue()), _left(laid, records))


def _sheets(columns: Sequence[Column], programme: Programme) -> Iterator[tuple[str, tuple[Column, ...]]]:
    yield CASES_SHEET, tuple(column for column in columns if not column.lists)
    for key in dict.fromkeys(column.lists[0] for column in columns if column.lists):
        yield list_label(key, programme), tuple(column for column in columns if column.lists[:1] == (key,))


def _laid(records: Records, columns: Sequence[Column], programme: Programme) -> list[tuple[str, Laid]]:
    return [(id, lay_out(values, columns, programme)) for id, values in records]


def _used(laid: Iterable[Laid]) -> frozenset[tuple[str, ...]]:
    return frozenset(path for one in laid for row in one.rows for path in row)


def _left(laid: Sequence[tuple[str, Laid]], records: Records) -> tuple[tuple[str, Path], ...]:
    odd = ((id, (key,)) for id, values in records for key in values if values[key] and key not in Case.model_fields)
    told = ((id, path) for id, one in laid for path in one.left)
    return tuple(dict.fromkeys((*told, *odd)))


def _fill(
    sheet: "Worksheet", name: str, columns: Sequence[Column], rows: Sequence[tuple[str, Mapping[tuple[str, ...], str]]]
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.title = name
    bold, ground = Font(name="等线", bold=True), PatternFill("solid", fgColor="E7EDF3")
    top = Alignment(vertical="top", wrap_text=True)
    plain = Font(name="等线")
    for number, heading in enumerate((ID, *(_heading(column, name) for column in columns)), 1):
        cell: Any = sheet.cell(1, number, heading)
        cell.font, cell.fill, cell.alignment = bold, ground, top
        sheet.column_dimensions[get_column_letter(number)].width = _width(columns[number - 2] if number > 1 else None)
    for at, (id, row) in enumerate(rows, 2):
        for number, column in enumerate((None, *columns), 1):
            text = id if column is None else row.get(column.path, "")
            if text:
                cell = sheet.cell(at, number)
                _put(cell, text, is_number=column is not None and column.kind == "number")
                cell.alignment, cell.font = top, plain
    sheet.freeze_panes = "B2" if name != CASES_SHEET else "D2"
    sheet.auto_filter.ref = sheet.dimensions
    fit_to_width(sheet, _PAGES if name == CASES_SHEET else 1)
    sheet.print_title_rows = "1:1"


def _heading(column: Column, sheet: str) -> str:
    return column.heading if sheet == CASES_SHEET else column.inner_heading


def _width(column: Column | None) -> int:
    if column is None or column.kind in ("flag", "number", "date", "status"):
        return _NARROW
    return _WIDE if column.path[-1] in _PROSE else _USUAL


def _put(cell: Any, text: str, *, is_number: bool) -> None:
    """Put a text into a cell as the text that it is; a number only where the file keeps it to the last digit."""
    if is_number and (number := _exact(text)) is not None:
        cell.value = number
        return
    cell.value = _UNWRITABLE.sub("", harmless(text, is_typed=True))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))


def _exact(text: str) -> int | float | None:
    """Give the number that comes back as the same text; None where none does."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not text.isascii() or len(value.as_tuple().digits) > _EXACT_DIGITS:
        return None
    number = int(value) if value == value.to_integral_value() else float(value)
    return number if format(Decimal(repr(number)), "f") == text else None
