"""Prose: what editors write in Markdown, as a small tree that every output draws in its own way."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MAX_CHARACTERS = 20_000
"""The most characters of one text of prose."""
MAX_NESTING = 20
"""How deep marks may stand inside each other; what is deeper is text."""
MAX_NOTE_NAME = 100
"""The most characters of a note's name, between `[^` and `]`."""


class Node(NamedTuple):
    """A piece of prose.

    Blocks: `paragraph`, `heading` (level), `bullet-list` and `ordered-list` of `item` (number), `quote`, `rule`,
    `code` (text), `table` of one `head` and of `row`, both of `cell` (align), `notes` of `note` (number).
    Inline: `text` (text), `strong`, `emphasis`, `strike`, `subscript`, `superscript`, `link` (url), `image` (url;
    text is the alternative), `code` (text), `break`, `note-mark` (number) where a note is called first and
    `note-again` (number) where it is called later, `html` (text: raw HTML that we do not take).

    Hundreds of thousands are made in a build: a named tuple takes half the time of a frozen dataclass, and it costs by
    the field, so what the kind says is not a field.
    """

    kind: str
    text: str = ""
    children: tuple["Node", ...] = ()
    url: str = ""
    level: int = 0
    """1 to 6 (heading)."""
    number: int = 0
    """As written (item of an ordered list), or from 1 in reading order (note, note-mark, note-again)."""
    align: str = ""
    """`left`, `center`, `right` or empty (cell)."""


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Visit every node, parents first, in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


_BREAKS = re.compile(r"\n+")
_TEXTS = {"text", "html", "code", "image"}
_SEPARATE = {"paragraph", "heading", "item", "quote", "head", "row", "cell", "note", "rule"}


def plain_text(nodes: Iterable[Node]) -> str:
    """Give the text without marks; blocks and cells are separated by a line break."""
    parts: list[str] = []
    _collect(nodes, parts)
    text = "".join(parts)
    return _BREAKS.sub("\n", text) if "\n\n" in text else text


def _collect(nodes: Iterable[Node], parts: list[str]) -> None:
    for node in nodes:
        if node.text and node.kind in _TEXTS:
            parts.append(node.text)
        elif node.kind == "break":
            parts.append("\n")
        if node.children:
            _collect(node.children, parts)
        if node.kind in _SEPARATE:
            parts.append("\n")


def lift_images(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Take images out of their paragraphs, which they split: HTML allows no figure inside a paragraph."""
    lifted: list[Node] = []
    for node in nodes:
        if node.kind == "paragraph":
            lifted.extend(_split(node))
        elif node.kind in ("bullet-list", "ordered-list", "item", "quote"):
            lifted.append(node._replace(children=lift_images(node.children)))
        else:
            lifted.append(node)
    return tuple(lifted)


def _split(paragraph: Node) -> list[Node]:
    pieces: list[Node] = []
    run: list[Node] = []
    for child in paragraph.children:
        if child.kind == "image":
            pieces += [*_paragraph(run), child]
            run = []
        else:
            run.append(child)
    return pieces + _paragraph(run)


def _paragraph(run: list[Node]) -> list[Node]:
    has_text = any(node.kind not in ("text", "break") or node.text.strip() for node in run)
    return [Node("paragraph", children=tuple(run))] if has_text else []
