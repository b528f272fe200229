"""What of a sheet's XML the library for tables does not tell, and whether a sheet is too large to be read at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.sheet import Cell
from generator.making.office.package import UnreadableError
from generator.making.office.sheet_bounds import MOST_ROWS, MOST_TEXT, SheetBounds

_QUOTED = rb"\s*=\s*[\"']"
_ROW_OR_CELL = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br" + _QUOTED + rb"([A-Za-z]{1,7})(\d{1,10})[\"'][^>/]*>(\s*<(?:\w+:)?f[\s>/])?"
)
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*hidden="(?:1|true)")[^>]*?\sr="(\d+)"')
_HIDDEN_ROW_FIRST = re.compile(rb'<(?:\w+:)?row\sr="(\d+)"(?=[^>]*hidden="(?:1|true)")')
_COLUMN = re.compile(rb'<(?:\w+:)?col\s(?=[^>]*hidden="(?:1|true)")([^>]*)>')
_ENDS = re.compile(rb'\b(min|max)="(\d+)"')
_SHARED = re.compile(rb"<(?:\w+:)?si[\s>].*?</(?:\w+:)?si>|<(?:\w+:)?si\s*/>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>\s*(\d{1,9})\s*<")
_MOST_FILLED = 1_000_000
"""Cells of one sheet that say something."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What a person sees in a sheet beside its values."""

    formulas: frozenset[Cell] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def shared_lengths(xml: bytes) -> list[int]:
    """Give how long the texts are that the cells of a file share."""
    return [len(one[0]) for one in _SHARED.finditer(xml)]


def read_markup(xml: bytes, lengths: Sequence[int], bounds: SheetBounds) -> Markup:
    """Read a sheet's part of an xlsx file.

    Args:
        xml: the part.
        lengths: of the texts that the cells of the file share, see `shared_lengths`.
        bounds: of the file.

    Raises:
        UnreadableError: `huge`, before anything is made of its cells.
    """
    formulas: set[Cell] = set()
    rows: set[bytes] = set()
    last = width = 0
    for found in _ROW_OR_CELL.finditer(xml):
        column = _index(found[1])
        width, last = max(width, column + 1), max(last, int(found[2]))
        rows.add(found[2])
        if len(rows) > MOST_ROWS:
            raise UnreadableError("huge")
        if found[3]:
            formulas.add((int(found[2]), column))
    count = sum(1 for _ in _CELL.finditer(xml))
    if count > _MOST_FILLED or (not rows and len(_ROW.findall(xml)) > MOST_ROWS):
        raise UnreadableError("huge")
    # What lies above the first cell takes no room.
    bounds.add_sheet(len(rows), 0)
    bounds.add_sheet(1, last * width)
    if count * max(lengths, default=0) > MOST_TEXT:
        numbers = (int(one[1]) for one in _VALUE.finditer(xml))
        bounds.add_text(sum(lengths[number] for number in numbers if number < len(lengths)))
    hidden = {int(one) for pattern in (_HIDDEN_ROW, _HIDDEN_ROW_FIRST) for one in pattern.findall(xml)}
    columns: set[int] = set()
    for attributes in _COLUMN.findall(xml):
        ends = {name: int(value) for name, value in _ENDS.findall(attributes)}
        columns.update(range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 0), width)))
    return Markup(frozenset(formulas), frozenset(hidden), frozenset(columns))


def _index(letters: bytes) -> int:
    number = 0
    for one in letters.upper():
        number = number * 26 + one - ord("A") + 1
    return number - 1
