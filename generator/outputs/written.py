"""What pages that people wrote get beside what the host makes of their Markdown.

The host writes tables as Python-Markdown does, one row or cell a line; HTML that people wrote themselves stays.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from generator.case.text import display_width

_TABLE = re.compile(r"<table>\n<thead>\n<tr>\n(.*?)</tr>\n</thead>\n<tbody>\n(.*?)</tbody>\n</table>", re.DOTALL)
_CELL = re.compile(r"<t[hd]([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_UNEVEN = re.compile(r"<table\b.*<table\b|\b(?:col|row)span=", re.DOTALL)
"""What Markdown never makes: tables in tables, and cells over several columns or rows."""
_TAG = re.compile(r"<[^>]+>")
_SHORT = 16
"""A column none of whose cells takes more terminal cells than this, eight Chinese characters, is not broken."""
_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
_FEW = 6
"""A page with no more sections than this is short."""
_MOST_PARTS = 20
"""A section with more parts than this has an index of its own."""

# Tables


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
    short = [all(display_width(_text(cell)) <= _SHORT for _, cell in column) for column in zip(*rows, strict=True)]
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
        name = _text(head[at][1])
        if at == 0 and cell:
            yield f'<th scope="row"{kept}>{cell}</th>'
        elif several and at and cell and name:
            yield f'<td data-label="{escape(name)}"{kept}>{cell}</td>'
        else:
            yield f"<td{kept}>{cell}</td>"


# Contents


def outline(html: str) -> str:
    """List the sections of a long page, to be unfolded below its title; a short page has none.

    The headings that the program's own parts bring are there too, which the host does not know of.
    """
    sections: list[tuple[str, list[str]]] = []
    has_parts = False
    for level, anchor, title in _HEADING.findall(html):
        link = f'<a href="#{anchor}">{escape(_text(title))}</a>'
        has_parts |= level == "2"
        if level == "2" or not has_parts:
            sections.append((link, []))
        else:
            sections[-1][1].append(link)
    sections = [(link, parts if len(parts) <= _MOST_PARTS else []) for link, parts in sections]
    if sum(1 + len(parts) for _, parts in sections) <= _FEW:
        return ""
    items = "".join(f"<li>{link}{_list(f'<li>{part}</li>' for part in parts)}</li>" for link, parts in sections)
    return (
        '<details class="outline"><summary>本页内容</summary>\n'
        f'<nav aria-label="本页内容">{_list([items])}</nav></details>'
    )


def _list(items: Iterable[str]) -> str:
    whole = "".join(items)
    return f'<ul class="outline__list" role="list">{whole}</ul>' if whole else ""


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html))
