"""Tables of a Word file, with the cells that take several columns or rows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.intake.document import Block, Cell, Table
from generator.making.office.word_styles import value_of
from generator.making.office.word_text import chosen

_WRAPPERS = frozenset(("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent"))
_WIDEST = 63
"""The most columns that Word's tables have."""


@dataclass(slots=True)
class _Open:
    """A cell that may still grow downwards."""

    column: int
    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


def table_of(element: Element, number: int, read: Callable[[Element], Iterable[Block]]) -> Table:
    """Read a table.

    Args:
        element: the table.
        number: of the paragraph with which it begins.
        read: reads what is in a cell.
    """
    rows: list[list[_Open]] = []
    growing: dict[int, _Open] = {}
    for row in _below(element, "tr"):
        properties = row.find("trPr")
        if properties is not None and properties.find("del") is not None:
            continue
        column = _count(None if properties is None else properties.find("gridBefore"), 0)
        cells: list[_Open] = []
        for cell in _below(row, "tc"):
            column += _add(cells, cell, column, growing, read)
        rows.append(cells)
    made = (tuple(Cell(one.blocks, one.columns, one.rows) for one in cells) for cells in rows)
    return Table(number, tuple(row for row in made if row))


def _add(
    cells: list[_Open],
    cell: Element,
    column: int,
    growing: dict[int, _Open],
    read: Callable[[Element], Iterable[Block]],
) -> int:
    """Add a cell, or let one above or before it grow; give how many columns it takes."""
    properties = cell.find("tcPr")
    if properties is None:
        properties = Element("tcPr")
    columns = _count(properties.find("gridSpan"), 1)
    down, across = properties.find("vMerge"), properties.find("hMerge")
    goes_on = down is not None and value_of(down) != "restart"
    # What stands in a covered cell nobody sees, but its paragraphs count.
    blocks = tuple(read(cell))
    if properties.find("cellDel") is not None:
        return columns
    if across is not None and value_of(across) != "restart" and cells:
        cells[-1].columns += columns
    elif goes_on and column in growing:
        growing[column].rows += 1
    else:
        cells.append(_Open(column, blocks, columns))
        growing.pop(column, None)
        if down is not None:
            growing[column] = cells[-1]
    return columns


def _below(element: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, whatever is wrapped around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _below(child, tag)
        elif child.tag == "AlternateContent":
            yield from _below(chosen(child), tag)


def _count(element: Element | None, least: int) -> int:
    written = value_of(element)
    return max(least, min(_WIDEST, int(written))) if written.isdecimal() else least
