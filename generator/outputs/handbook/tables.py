"""The tables of pages that people wrote, in the form of the handbook's own.

What people wrote as HTML stays, where Markdown could not have made it.
"""

from markupsafe import Markup

from generator.case.text import display_width
from generator.outputs.handbook.draw import draw
from generator.outputs.handbook.host_html import HostCell, HostTable, tables
from generator.outputs.handbook.view import Cell, Run, Table
from generator.outputs.site.escaped import escaped

_SHORT = 16
"""A column none of whose cells takes more terminal cells than this, eight Chinese characters, is not broken."""


def with_tables(html: str) -> str:
    """Give the tables of a page the form of the handbook's own, which needs no room to the side on a phone.

    The first cell of a row names it. Where a row has several others, each shows the name of its column.
    """
    pieces: list[str] = []
    done = 0
    for found in tables(html):
        pieces += [html[done : found.start], draw("table", _table(found))]
        done = found.stop
    return "".join([*pieces, html[done:]])


def _table(found: HostTable) -> Table:
    has_labels = len(found.head) > len(("name", "what it is"))
    labels = [escaped(cell.text) if has_labels else "" for cell in found.head]
    short = [all(display_width(cell.text) <= _SHORT for cell in column) for column in zip(*found.rows, strict=True)]
    return Table(
        head=tuple(_cell(cell) for cell in found.head),
        rows=tuple(
            tuple(
                _cell(cell, label, is_short=is_short) for cell, label, is_short in zip(row, labels, short, strict=True)
            )
            for row in found.rows
        ),
    )


def _cell(cell: HostCell, label: str = "", *, is_short: bool = False) -> Cell:
    return Cell(
        content=(Run(Markup(cell.html)),) if cell.html else (),  # noqa: S704 (the host's own)
        label=label if cell.html else "",
        is_short=is_short and not cell.has_class,
        attributes=Markup(cell.attributes),  # noqa: S704 (the host's own)
    )
