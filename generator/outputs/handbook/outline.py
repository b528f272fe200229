"""The contents of a long page that people wrote, to be unfolded below its title."""

import re
from collections.abc import Iterable
from html import escape

from generator.outputs.handbook.tables import plain

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
_FEW = 6
"""A page with no more sections than this is short."""
_MOST_PARTS = 20
"""A section with more parts than this has an index of its own."""


def outline(html: str) -> str:
    """List the sections of a long page, to be unfolded below its title; a short page has none.

    The headings that the program's own parts bring are there too, which the host does not know of.
    """
    sections: list[tuple[str, list[str]]] = []
    has_parts = False
    for level, anchor, title in _HEADING.findall(html):
        link = f'<a href="#{anchor}">{escape(plain(title))}</a>'
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
