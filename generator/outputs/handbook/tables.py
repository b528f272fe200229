"""The tables of pages that people wrote, in the form of the handbook's own.

The host writes tables as Python-Markdown does, one row or cell a line; HTML that people wrote themselves stays.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from generator.case.text import display_width

_TABLE = re.compile(r"<table>\n<thead>\n<tr>\n(.*?)</tr>\n</thead>\n<tbody>\n(.*?)</tbody>\n</table>", re.DOTALL)
_CELL = re.compile(r"<t[hd]([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_UNEVEN = re.compile(r"<table\b.*<table\b|\b(?:col|row)span=", re.DOTALL)
"""What Markdown never makes: tables in tables, and cells over several columns or rows."""
_TAG = re.compile(r"<[^>]+>")
_SHORT = 16
"""A column none of whose cells takes more terminal cells than this, eight Chinese characters, is not broken."""


def with_tables(html: str) -> str:
    """Give the tables of a page the form of the handbook's own, which needs no room to the side on a phone.

    The first cell of a row names it. Where a row has several others, each tells the name of its column.
    """
    return _TABLE.sub(_table, html)


def _table(found: re.Match[str]) -> str:
    head = _CELL.findall(found[1])
    rows = [_CELL.findall(row) for row in found[2].split("</tr>\n")[:-1]]
    if _UNEVEN.search(found[0]) or any(len(row) != len(head) for row in rows):
        return found[0]
    short = [all(display_width(plain(cell)) <= _SHORT for _, cell in column) for column in zip(*rows, strict=True)]
    lines = "\n".join(f"<tr>{''.join(_row(row, head, short))}</tr>" for row in rows)
    return (
        '<div class="prose-table"><table class="keys">\n'
        f"<thead><tr>{''.join(_heading(attributes, cell) for attributes, cell in head)}</tr></thead>\n"
        f"<tbody>\n{lines}\n</tbody>\n</table></div>"
    )


def _heading(attributes: str, cell: str) -> str:
    return f'<th scope="col"{attributes}>{cell}</th>' if cell else "<td></td>"


def _row(row: list[tuple[str, str]], head: list[tuple[str, str]], short: list[bool]) -> Iterator[str]:
    several = len(head) > len(("name", "what it is"))
    for at, (attributes, cell) in enumerate(row):
        kept = f' class="keys__short"{attributes}' if short[at] and "class=" not in attributes else attributes
        name = plain(head[at][1])
        if at == 0 and cell:
            yield f'<th scope="row"{kept}>{cell}</th>'
        elif several and at and cell and name:
            yield f'<td data-label="{escape(name)}"{kept}>{cell}</td>'
        else:
            yield f"<td{kept}>{cell}</td>"


def plain(html: str) -> str:
    """Give the text of a piece of HTML."""
    return unescape(_TAG.sub("", html))
