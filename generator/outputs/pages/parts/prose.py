"""Prose as part of a page."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.case.prose import Node
from generator.outputs.views.prose_html import render_html


def passage(tree: Iterable[Node], prefix: str, images: Mapping[str, str] | None = None, *, highest: int = 3) -> Markup:
    """Draw prose for a section that has a heading of its own.

    Args:
        tree: the prose.
        prefix: put before the ids of notes.
        images: HTML by image file name.
        highest: the level of the highest heading in the prose, one below the section's own.
    """
    tree = tuple(tree)
    html = render_html(tree, heading=first_heading(tree, highest), prefix=prefix, images=dict(images or {}))
    return Markup(html)  # noqa: S704 (only our own tags come out of prose, and everything else is escaped)


def first_heading(tree: Iterable[Node], highest: int = 3) -> int:
    """Choose the level of first-level headings so that the highest in the text becomes the highest that may be."""
    return highest + 1 - min(_levels(tree), default=1)


def _levels(nodes: Iterable[Node]) -> Iterator[int]:
    """Give the levels of all headings, also of those in quotes and lists; nothing else holds any."""
    for node in nodes:
        if node.kind == "heading":
            yield node.level
        elif node.kind in ("quote", "bullet-list", "ordered-list", "item", "notes", "note"):
            yield from _levels(node.children)
