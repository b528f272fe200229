"""The contents of a long page that people wrote, to be unfolded below its title."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.outputs.handbook.draw import draw
from generator.outputs.handbook.host_html import Heading, headings
from generator.outputs.site.escaped import escaped

_FEW = 6
"""A page with no more sections than this is short."""
_MOST_PARTS = 20
"""A section with more parts than this has an index of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading in the list."""

    title: Markup
    anchor: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in the list, with those below it."""

    title: Markup
    anchor: str
    parts: tuple[Part, ...]


def outline(html: str) -> str:
    """List the sections of a long page, to be unfolded below its title; a short page has none.

    The headings that the program's own parts bring are there too, which the host does not know of.
    """
    sections = tuple(_section(first, rest) for first, rest in _grouped(headings(html)))
    if sum(1 + len(section.parts) for section in sections) <= _FEW:
        return ""
    return draw("outline", sections)


def _grouped(found: Iterator[Heading]) -> list[tuple[Heading, list[Heading]]]:
    """Put the headings of the third level below those of the second; before the first of these they are alone."""
    groups: list[tuple[Heading, list[Heading]]] = []
    has_parts = False
    for heading in found:
        has_parts |= heading.level == 2
        if heading.level == 2 or not has_parts:
            groups.append((heading, []))
        else:
            groups[-1][1].append(heading)
    return groups


def _section(first: Heading, rest: list[Heading]) -> Section:
    parts = tuple(Part(escaped(heading.text), heading.anchor) for heading in rest)
    return Section(escaped(first.text), first.anchor, parts if len(parts) <= _MOST_PARTS else ())
