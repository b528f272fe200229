"""Prose as part of a page."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.case.prose import Node, render_html


def passage(tree: Iterable[Node], prefix: str, images: Mapping[str, str] | None = None) -> Markup:
    """Draw prose for a section that has a second-level heading of its own.

    Args:
        tree: the prose.
        prefix: put before the ids of notes.
        images: HTML by image file name.
    """
    tree = tuple(tree)
    html = render_html(tree, heading=first_heading(tree), prefix=prefix, images=dict(images or {}))
    return Markup(html)  # noqa: S704 (only our own tags come out of prose, and everything else is escaped)


def first_heading(tree: Iterable[Node]) -> int:
    """Choose the level of first-level headings so that the highest in the text becomes 3."""
    return 4 - min((node.number for node in tree if node.kind == "heading"), default=1)
