"""One bound piece of a book, as the templates of `theme/book/` see it; most books are one volume."""

import json
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from generator.outputs.book.case_entry import Cited, Entry
from generator.outputs.book.indexes import Index
from generator.outputs.book.table_data import Piece
from generator.outputs.views.totals import Total


@dataclass(frozen=True, slots=True)
class Hue:
    """A task's colour on paper."""

    shade: str
    """For grounds and rules: `#rrggbb`."""
    tint: str
    """For a ground under text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book, opened by a page of its own."""

    title: str
    number: str
    """第一部分, 第二部分, …"""
    name: str
    """Number and title, as bookmarks have them."""
    listed: str
    """The same, as the contents have them."""
    head: str
    """The same, short enough for a running head."""
    lines: tuple[str, ...]
    """The title in lines, as the page that opens the part has it."""
    hue: str
    """A task's id, or empty for the book's own colour."""
    definition: str
    """What the task is, in one sentence; empty for a part that is not a task."""
    totals: tuple[Total, ...]
    is_continued: bool
    """Whether it began in the volume before."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the version record."""

    label: str
    text: str
    """Empty where only a publisher knows it; the page then says so."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The sources of one case."""

    id: str
    number: int
    title: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """Everything that one PDF shows."""

    id: str
    """The collection's."""
    title: str
    lines: tuple[str, ...]
    """The title in lines, as the cover has it."""
    subtitle: str
    subtitle_lines: tuple[str, ...]
    editor: str
    editor_lines: tuple[str, ...]
    date: str
    """2026年11月"""
    day: tuple[int, int, int]
    """Year, month and day of the date's first day, for the file's own metadata."""
    keywords: tuple[str, ...]
    size: str
    variant: str
    bleed: bool
    hue: str
    """A task's id, or empty for the book's own colour."""
    colour: str
    """That colour's name in the templates."""
    hues: dict[str, Hue]
    """The colours of the tasks, by their ids."""
    pattern: tuple[int, ...]
    ordinal: str
    """第一册, or empty for a book of one volume."""
    opens: bool
    """Whether it is the first volume, which has the foreword."""
    closes: bool
    """Whether it is the last, which has indexes, sources and afterword."""
    foreword: list[Piece]
    notes: tuple[str, ...]
    record: tuple[Fact, ...]
    parts: tuple[Part, ...]
    indexes: tuple[Index, ...]
    origins: tuple[Origin, ...]
    afterword: list[Piece]
    first_page: int = 1
    """The number of its first page behind the contents; numbers go on from the volume before."""
    places: dict[str, int] = field(default_factory=dict)
    """Page numbers of cases in earlier volumes, by id."""
    fonts: dict[str, list[str]] = field(default_factory=dict)
    """Font families by role, the preferred one first."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All cases in order."""
        return tuple(entry for part in self.parts for entry in part.entries)


def to_json(value: Any) -> str:
    """Write a volume, or a part of one, as the templates read it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> dict[str, Any]:
    if not is_dataclass(value):
        raise TypeError(f"no data for templates: {type(value)}")
    return {one.name: getattr(value, one.name) for one in fields(value)}
