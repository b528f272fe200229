"""A page as the host drew it, read for its headings and its tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate, pairwise

_TABLE_TAGS = frozenset(("table", "thead", "tbody", "tfoot", "caption", "colgroup", "tr", "th", "td"))
_CELLS = ("th", "td")
_AS_MARKDOWN = re.compile(
    r"table thead tr (t[hd] /t[hd] )+/tr /thead tbody (tr (t[hd] /t[hd] )*/tr )*/tbody /table",
)
"""The tags of a table that Markdown made: one row of heads, nothing over several rows, no table in a table."""
_SPANS = ("colspan", "rowspan")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second or third level that can be gone to."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class HostCell:
    """A cell of a table."""

    html: str
    text: str
    attributes: str
    """As they are written in the page, each with the space before it."""
    has_class: bool


@dataclass(frozen=True, slots=True)
class HostTable:
    """A table, with as many cells in every row as there are heads."""

    start: int
    """Where its first tag begins in the page, in characters."""
    stop: int
    """Where its last tag ends."""
    head: tuple[HostCell, ...]
    rows: tuple[tuple[HostCell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    """With a slash where the tag closes an element: `td`, `/td`."""
    start: int
    stop: int
    attributes: dict[str, str | None]


def headings(html: str) -> Iterator[Heading]:
    """Give the headings of the second and third level that have an anchor, in their order."""
    opened: _Tag | None = None
    for tag in _Reader(html).tags if "<h2" in html or "<h3" in html else ():
        if tag.name in ("h2", "h3"):
            opened = tag
        elif opened and tag.name == f"/{opened.name}":
            anchor = opened.attributes.get("id")
            if anchor:
                yield Heading(int(opened.name[1]), anchor, _text(html[opened.stop : tag.start]))
            opened = None


def tables(html: str) -> Iterator[HostTable]:
    """Give the tables that are as Markdown makes them, in their order; any other is as its author wants it."""
    found = _Reader(html).tags if "<table>" in html else ()
    tags = [tag for tag in found if tag.name.removeprefix("/") in _TABLE_TAGS]
    opened: list[int] = []
    for at, tag in enumerate(tags):
        if tag.name == "table":
            opened.append(at)
        elif tag.name == "/table" and opened:
            whole = _table(html, tags[opened.pop() : at + 1])
            if whole and not opened:
                yield whole


def _table(html: str, tags: Sequence[_Tag]) -> HostTable | None:
    if tags[0].attributes or not _AS_MARKDOWN.fullmatch(" ".join(tag.name for tag in tags)):
        return None
    rows: list[list[HostCell]] = []
    for tag, following in pairwise(tags):
        if tag.name == "tr":
            rows.append([])
        elif tag.name in _CELLS:
            if any(name in tag.attributes for name in _SPANS):
                return None
            rows[-1].append(_cell(html, tag, following))
    head, *others = map(tuple, rows)
    is_even = all(len(row) == len(head) for row in others)
    return HostTable(tags[0].start, tags[-1].stop, head, tuple(others)) if is_even else None


def _cell(html: str, opening: _Tag, closing: _Tag) -> HostCell:
    inner = html[opening.stop : closing.start]
    attributes = html[opening.start + len(f"<{opening.name}") : opening.stop - len(">")]
    return HostCell(inner, _text(inner), attributes, "class" in opening.attributes)


def _text(html: str) -> str:
    # Nearly all cells and headings hold a plain text.
    return "".join(_Reader(html).texts) if "<" in html else unescape(html)


class _Reader(HTMLParser):
    """Notes the tags of a page with their places, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[_Tag] = []
        self.texts: list[str] = []
        self._html = html
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.feed(html)
        self.close()

    def _start(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._start()
        self.tags.append(_Tag(tag, start, start + len(self.get_starttag_text() or ""), dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        start = self._start()
        self.tags.append(_Tag(f"/{tag}", start, self._html.index(">", start) + 1, {}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
