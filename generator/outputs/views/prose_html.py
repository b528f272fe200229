"""Prose as HTML. Whatever an editor wrote, only our own tags come out."""

from collections.abc import Iterable
from html import escape

from generator.case.kinds import is_link
from generator.case.prose import Node


def render_html(
    nodes: Iterable[Node], *, heading: int = 3, prefix: str = "", images: dict[str, str] | None = None
) -> str:
    """Draw prose as HTML. Whatever an editor wrote, only our own tags come out, and only links a page may carry.

    Args:
        nodes: the prose.
        heading: the level that a first-level heading gets, 1 to 6.
        prefix: put before the ids of notes, so that several texts fit on one page.
        images: HTML by image file name; an image that is not there is drawn as its alternative text.
    """
    return _Html(heading, prefix, images or {}).blocks(nodes)


_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "strike": "s",
    "subscript": "sub",
    "superscript": "sup",
    "paragraph": "p",
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
}


class _Html:
    def __init__(self, heading: int, prefix: str, images: dict[str, str]) -> None:
        self.heading, self.prefix, self.images = heading, prefix, images

    def blocks(self, nodes: Iterable[Node]) -> str:
        return "".join(self.node(node) for node in nodes)

    def node(self, node: Node) -> str:
        if node.kind in ("text", "html"):
            return escape(node.text, quote=False)
        if node.kind in _TAGS:
            tag = _TAGS[node.kind]
            return f"<{tag}>{self.blocks(node.children)}</{tag}>" + self._gap(node)
        drawn: str = getattr(self, "_" + node.kind.replace("-", "_"))(node)
        return drawn

    @staticmethod
    def _gap(node: Node) -> str:
        return "\n" if node.kind in ("paragraph", "item", "quote", "row") else ""

    def _heading(self, node: Node) -> str:
        level = min(6, self.heading + node.number - 1)
        return f"<h{level}>{self.blocks(node.children)}</h{level}>\n"

    def _list(self, node: Node) -> str:
        tight = all(sum(child.kind == "paragraph" for child in item.children) <= 1 for item in node.children)
        first = node.number if node.flag else 0
        items = "".join(
            self._item(item, tight=tight, jump=node.flag and item.number != first + position)
            for position, item in enumerate(node.children)
        )
        if not node.flag:
            return f"<ul>\n{items}</ul>\n"
        start = f' start="{node.number}"' if node.number != 1 else ""
        return f"<ol{start}>\n{items}</ol>\n"

    def _item(self, node: Node, *, tight: bool, jump: bool) -> str:
        value = f' value="{node.number}"' if jump else ""
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
        code = f"<code>{escape(node.text, quote=False)}</code>"
        return f"<pre>{code}</pre>\n" if node.text.endswith("\n") else code

    def _link(self, node: Node) -> str:
        inner = self.blocks(node.children)
        if not is_link(node.url):
            return inner
        return f'<a href="{escape(node.url)}" rel="noopener noreferrer">{inner}</a>'

    def _image(self, node: Node) -> str:
        return self.images.get(node.url, escape(node.text, quote=False))

    def _table(self, node: Node) -> str:
        head = [row for row in node.children if any(cell.flag for cell in row.children)]
        body = [row for row in node.children if row not in head]
        parts = f"<thead>\n{self.blocks(head)}</thead>\n"
        if body:
            parts += f"<tbody>\n{self.blocks(body)}</tbody>\n"
        return f'<div class="prose-table"><table>\n{parts}</table></div>\n'

    def _cell(self, node: Node) -> str:
        tag = "th" if node.flag else "td"
        align = f' class="align-{node.align}"' if node.align else ""
        return f"<{tag}{align}>{self.blocks(node.children)}</{tag}>"

    def _note_mark(self, node: Node) -> str:
        name = f"{self.prefix}note-{node.number}"
        mark = f' id="{name}-mark"' if node.flag else ""
        return f'<sup{mark}><a href="#{name}">{node.number}</a></sup>'

    def _notes(self, node: Node) -> str:
        return f'<ol class="prose-notes">\n{self.blocks(node.children)}</ol>\n'

    def _note(self, node: Node) -> str:
        name = f"{self.prefix}note-{node.number}"
        tight = sum(child.kind == "paragraph" for child in node.children) <= 1
        inner = self._content(node, tight=tight)
        return f'<li id="{name}">{inner} <a href="#{name}-mark" aria-label="回到正文">↩</a></li>\n'
