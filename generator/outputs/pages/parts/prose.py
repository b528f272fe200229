"""Prose as part of a page."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.case.prose import Node, plain_text
from generator.case.text import shorten
from generator.outputs.pages.parts.link import Link
from generator.outputs.views.prose_html import ANCHORED, anchor, render_html

_LONGEST = 30
"""The most characters of a heading in a page's contents."""


def passage(
    tree: Iterable[Node],
    prefix: str,
    images: Mapping[str, str] | None = None,
    *,
    highest: int = 3,
    is_anchored: bool = False,
) -> Markup:
    """Draw prose for a section that has a heading of its own.

    Args:
        tree: the prose.
        prefix: put before the ids of notes and headings.
        images: HTML by image file name.
        highest: the level of the highest heading in the prose, one below the section's own.
        is_anchored: whether the highest headings have ids, to which `headings` leads.
    """
    tree = tuple(tree)
    html = render_html(
        tree, heading=first_heading(tree, highest), prefix=prefix, images=dict(images or {}), is_anchored=is_anchored
    )
    return Markup(html)  # noqa: S704 (only our own tags come out of prose, and everything else is escaped)


def headings(tree: Iterable[Node], prefix: str) -> tuple[Link, ...]:
    """Lead to the highest headings of a text that `passage` draws with ids."""
    tree = tuple(tree)
    level = ANCHORED - first_heading(tree) + 1
    highest = (node for node in _headings(tree) if node.level == level)
    links = (
        Link(shorten(plain_text(node.children), _LONGEST), f"#{anchor(prefix, number)}")
        for number, node in enumerate(highest, 1)
    )
    return tuple(link for link in links if link.name)


def first_heading(tree: Iterable[Node], highest: int = 3) -> int:
    """Choose the level of first-level headings so that the highest in the text becomes the highest that may be."""
    return highest + 1 - min((node.level for node in _headings(tree)), default=1)


def _headings(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give all headings, also those in quotes and lists; nothing else holds any."""
    for node in nodes:
        if node.kind == "heading":
            yield node
        elif node.kind in _HOLDING:
            yield from _headings(node.children)


_HOLDING = frozenset(("quote", "bullet-list", "ordered-list", "item", "notes", "note"))
