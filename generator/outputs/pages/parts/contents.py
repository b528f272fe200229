"""What a page's contents list: its sections, and the headings of their texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.outputs.pages.parts.link import Link


@dataclass(frozen=True, slots=True)
class Listed:
    """A section in a page's contents."""

    link: Link
    inner: tuple[Link, ...]
    """The headings of its text."""


def listed(parts: Iterable[tuple[object, str, str]], inner: Mapping[str, tuple[Link, ...]]) -> tuple[Listed, ...]:
    """List the sections of a page.

    Args:
        parts: of each that the page may have what it shows (listed only where there is something), id and title.
        inner: the headings of those that are texts, by id.
    """
    return tuple(Listed(Link(title, f"#{anchor}"), inner.get(anchor, ())) for shown, anchor, title in parts if shown)
