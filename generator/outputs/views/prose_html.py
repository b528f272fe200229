"""Prose as HTML. Whatever an editor wrote, only our own tags come out."""

from collections.abc import Iterable
from functools import cache
from html import escape

from generator.case.kinds import is_link
from generator.case.prose import Node, plain_text
from generator.outputs.site.table_shape import TableShape, shape_of

ANCHORED = 3
"""The level of headings that a page's contents list."""


def render_html(
    nodes: Iterable[Node],
    *,
    heading: int = 3,
    prefix: str = "",
    images: dict[str, str] | None = None,
    is_anchored: bool = False,
) -> str:
    """Draw prose as HTML. Whatever an editor wrote, only our own tags come out, and only links a page may carry.

    Args:
        nodes: the prose.
        heading: the level that a first-level heading gets, 1 to 6.
        prefix: put before the ids of notes and headings, so that several texts fit on one page.
        images: HTML by image file name; an image that is not there is drawn as its alternative text.
        is_anchored: whether headings of level 3 have ids, see `anchor`.
    """
    return _Html(heading, prefix, images or {}, is_anchored=is_anchored).blocks(nodes)


def anchor(prefix: str, number: int) -> str:
    """Give the id of a heading of level 3: how many there are up to it."""
    return f"{prefix}part-{number}"


_END = "</p>\n"
_TAGS = {
    "strong": ("<strong>", "</strong>"),
    "emphasis": ("<em>", "</em>"),
    "strike": ("<s>", "</s>"),
    "subscript": ("<sub>", "</sub>"),
    "superscript": ("<sup>", "</sup>"),
    "paragraph": ("<p>", _END),
    "item": ("<li>", "</li>\n"),
    "quote": ("<blockquote>", "</blockquote>\n"),
}
_NAMES = {
    kind: "_" + kind.replace("-", "_")
    for kind in (
        *("heading", "bullet-list", "ordered-list", "rule", "break", "code", "link", "image"),
        *("table", "note-mark", "note-again", "notes", "note"),
    )
}
"""What draws each other kind."""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Html:
    def __init__(self, heading: int, prefix: str, images: dict[str, str], *, is_anchored: bool) -> None:
        self.heading, self.prefix, self.images, self.is_anchored = heading, prefix, images, is_anchored
        self.anchored = 0

    def blocks(self, nodes: Iterable[Node]) -> str:
        return "".join([self.node(node) for node in nodes])

    def node(self, node: Node) -> str:
        kind = node.kind
        if kind in ("text", "html"):
            return _escaped(node.text)
        if kind in _TAGS:
            begin, end = _TAGS[kind]
            return f"{begin}{self.blocks(node.children)}{end}"
        drawn: str = getattr(self, _NAMES[kind])(node)
        return drawn

    def _heading(self, node: Node) -> str:
        level = min(6, self.heading + node.level - 1)
        id = ""
        if self.is_anchored and level == ANCHORED:
            self.anchored += 1
            id = f' id="{anchor(self.prefix, self.anchored)}"'
        return f"<h{level}{id}>{self.blocks(node.children)}</h{level}>\n"

    def _bullet_list(self, node: Node) -> str:
        tight = _is_tight(node)
        return f"<ul>\n{''.join(self._item(item, tight=tight) for item in node.children)}</ul>\n"

    def _ordered_list(self, node: Node) -> str:
        tight, first = _is_tight(node), node.children[0].number
        items = "".join(
            self._item(item, tight=tight, jumps=item.number != number)
            for number, item in enumerate(node.children, first)
        )
        start = f' start="{first}"' if first != 1 else ""
        return f"<ol{start}>\n{items}</ol>\n"

    def _item(self, node: Node, *, tight: bool, jumps: bool = False) -> str:
        value = f' value="{node.number}"' if jumps else ""
        return f"<li{value}>{self._content(node, tight=tight)}</li>\n"

    def _content(self, node: Node, *, tight: bool) -> str:
        return "".join(
            self.blocks(child.children) if tight and child.kind == "paragraph" else self.node(child)
            for child in node.children
        )

    def _rule(self, _node: Node) -> str:
        return "<hr>\n"

    def _break(self, _node: Node) -> str:
        return "<br>\n"

    def _code(self, node: Node) -> str:
        code = f"<code>{_escaped(node.text)}</code>"
        return f"<pre>{code}</pre>\n" if node.text.endswith("\n") else code

    def _link(self, node: Node) -> str:
        inner = self.blocks(node.children)
        if not is_link(node.url):
            return inner
        return f'<a href="{escape(node.url)}" rel="noopener noreferrer">{inner}</a>'

    def _image(self, node: Node) -> str:
        return self.images.get(node.url, _escaped(node.text))

    def _table(self, node: Node) -> str:
        shape = shape_of([[_words(cell) for cell in row.children] for row in node.children])
        head, *body = node.children
        parts = f"<thead>\n{self._row(head, 'th', shape)}</thead>\n"
        if body:
            parts += f"<tbody>\n{''.join(self._row(row, 'td', shape) for row in body)}</tbody>\n"
        # Who has no mouse moves a wide table to the side when it has the focus; a script takes that from narrow ones.
        box = f'<div class="{shape.classes}" role="region" aria-label="{escape(shape.label)}" tabindex="0">'
        return f"{box}<table>\n{parts}</table></div>\n"

    def _row(self, node: Node, tag: str, shape: TableShape) -> str:
        cells = zip(node.children, shape.columns, strict=False)
        return f"<tr>{''.join(self._cell(cell, tag, kind) for cell, kind in cells)}</tr>\n"

    def _cell(self, node: Node, tag: str, kind: str) -> str:
        return f"{_cell_begin(tag, node.align, kind)}{self.blocks(node.children)}</{tag}>"

    def _note_mark(self, node: Node) -> str:
        return self._call(node, f' id="{self.prefix}note-{node.number}-mark"')

    def _note_again(self, node: Node) -> str:
        return self._call(node, "")

    def _call(self, node: Node, mark: str) -> str:
        return f'<sup{mark}><a href="#{self.prefix}note-{node.number}">{node.number}</a></sup>'

    def _notes(self, node: Node) -> str:
        return f'<ol class="prose-notes">\n{self.blocks(node.children)}</ol>\n'

    def _note(self, node: Node) -> str:
        name = f"{self.prefix}note-{node.number}"
        tight = sum(child.kind == "paragraph" for child in node.children) <= 1
        back = f' <a href="#{name}-mark" aria-label="回到正文">↩</a>'
        inner = self._content(node, tight=tight)
        # Behind the last words, not on a line of its own.
        inner = f"{inner.removesuffix(_END)}{back}{_END}" if inner.endswith(_END) else inner + back
        return f'<li id="{name}">{inner}</li>\n'


def _words(cell: Node) -> str:
    """Give the words of a cell, which mostly is one text."""
    children = cell.children
    is_text = len(children) == 1 and children[0].kind == "text" and "\n" not in children[0].text
    return (children[0].text if is_text else plain_text([cell])).strip()


@cache
def _cell_begin(tag: str, align: str, kind: str) -> str:
    """Begin a cell; there are few kinds of them."""
    classes = [f"align-{align}" if align else "", f"prose-table__{kind}" if kind else ""]
    named = f' class="{" ".join(filter(None, classes))}"' if any(classes) else ""
    return f"<{tag}{named}>"


def _is_tight(node: Node) -> bool:
    """Check whether no item has several paragraphs, so that none need be marked as such."""
    return all(
        len(item.children) <= 1 or sum(child.kind == "paragraph" for child in item.children) <= 1
        for item in node.children
    )
