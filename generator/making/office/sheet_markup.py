"""What of a sheet's XML the library for tables does not tell, and whether a sheet is too large to be read at all."""

import re
from dataclasses import dataclass

from generator.intake.sheet import Cell
from generator.making.office.package import UnreadableError

MOST_ROWS = 20_000
"""Of one sheet; more than all cases of the whole country in three years."""
MOST_CELLS = 4_000_000
"""Of one sheet, the empty ones between its first and its last counted."""
MOST_COLUMNS = 1_000

_ROW_OR_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>/]*>(\s*<(?:\w+:)?f[\s>/])?')
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*hidden="(?:1|true)")[^>]*?\sr="(\d+)"')
_HIDDEN_ROW_FIRST = re.compile(rb'<(?:\w+:)?row\sr="(\d+)"(?=[^>]*hidden="(?:1|true)")')
_COLUMN = re.compile(rb'<(?:\w+:)?col\s(?=[^>]*hidden="(?:1|true)")([^>]*)>')
_BOUNDS = re.compile(rb'\b(min|max)="(\d+)"')
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:table-cell\b([^>]*office:value-type[^>]*)>")
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"')


@dataclass(frozen=True, slots=True)
class Markup:
    """What a person sees in a sheet beside its values."""

    formulas: frozenset[Cell] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def read_markup(xml: bytes) -> Markup:
    """Read a sheet's part of an xlsx file.

    Raises:
        UnreadableError: `huge`, before anything is made of its cells.
    """
    formulas: set[Cell] = set()
    rows: set[bytes] = set()
    last = width = 0
    for found in _ROW_OR_CELL.finditer(xml):
        column = _index(found[1])
        width, last = max(width, column + 1), int(found[2])
        rows.add(found[2])
        if len(rows) > MOST_ROWS:
            raise UnreadableError("huge")
        if found[3]:
            formulas.add((last, column))
    if last * width > MOST_CELLS or (not rows and len(_ROW.findall(xml)) > MOST_ROWS):
        raise UnreadableError("huge")
    hidden = {int(one) for pattern in (_HIDDEN_ROW, _HIDDEN_ROW_FIRST) for one in pattern.findall(xml)}
    columns: set[int] = set()
    for attributes in _COLUMN.findall(xml):
        bounds = {name: int(value) for name, value in _BOUNDS.findall(attributes)}
        columns.update(range(bounds.get(b"min", 1) - 1, min(bounds.get(b"max", 0), width)))
    return Markup(frozenset(formulas), frozenset(hidden), frozenset(columns))


def check_open_document(xml: bytes) -> None:
    """Refuse the content of an ods file in which what is written once stands for far too much.

    Raises:
        UnreadableError: `huge`.
    """
    rows = cells = 0
    for attributes, inside in _ODS_ROW.findall(xml):
        own = sum(_times(_COLUMNS_REPEATED, cell) for cell in _ODS_CELL.findall(inside))
        if own:
            times = _times(_ROWS_REPEATED, attributes)
            rows, cells = rows + times, cells + times * own
            if rows > MOST_ROWS or cells > MOST_CELLS or own > MOST_COLUMNS:
                raise UnreadableError("huge")


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _index(letters: bytes) -> int:
    number = 0
    for one in letters:
        number = number * 26 + one - ord("A") + 1
    return number - 1
