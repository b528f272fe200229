"""Paragraphs, lists, tables and the like: from the parser's tokens to blocks."""

from collections.abc import Callable, Iterable

from markdown_it.token import Token

from generator.case.markdown.inline import inline_nodes
from generator.case.markdown.open_node import Open
from generator.case.markdown.parser import parser
from generator.case.prose import Node


def parse_blocks(source: str) -> tuple[Node, ...]:
    """Read a text with the whole parser."""
    return _tree(parser().parse(source))


def _tree(tokens: Iterable[Token]) -> tuple[Node, ...]:
    stack = [Open("root")]
    for token in tokens:
        if token.type == "inline":
            stack[-1].children.extend(inline_nodes(token.children or []))
        elif token.nesting > 0:
            stack.append(Open(token.type.removesuffix("_open"), token))
        elif token.nesting < 0:
            done = stack.pop()
            stack[-1].children.extend(_block(done))
        else:
            stack[-1].children.extend(_leaf(token))
    return tuple(stack[0].children)


_BLOCKS: dict[str, Callable[[Token, tuple[Node, ...]], Node]] = {
    "paragraph": lambda _, children: Node("paragraph", children=children),
    "heading": lambda token, children: Node("heading", children=children, level=int(token.tag[1])),
    "bullet_list": lambda _, children: Node("bullet-list", children=children),
    "ordered_list": lambda _, children: Node("ordered-list", children=children),
    "list_item": lambda token, children: Node("item", children=children, number=int(token.info or 0)),
    "blockquote": lambda _, children: Node("quote", children=children),
    "table": lambda _, children: Node("table", children=children),
    "thead": lambda _, rows: Node("head", children=tuple(cell for row in rows for cell in row.children)),
    "tr": lambda _, children: Node("row", children=children),
    "th": lambda token, children: Node("cell", children=children, align=_align(token)),
    "td": lambda token, children: Node("cell", children=children, align=_align(token)),
    "footnote_block": lambda _, children: Node("notes", children=children),
    "footnote": lambda token, children: Node("note", children=children, number=int(token.meta["id"]) + 1),
}


def _align(token: Token) -> str:
    return str(token.attrs.get("style", "")).removeprefix("text-align:")


def _block(done: Open) -> list[Node]:
    """Close a block; what has no node of its own (tbody) hands its children up."""
    if done.kind == "paragraph" and not done.children:
        return []
    if done.token is None or done.kind not in _BLOCKS:
        return done.children
    return [_BLOCKS[done.kind](done.token, tuple(done.children))]


def _leaf(token: Token) -> list[Node]:
    match token.type:
        case "fence" | "code_block":
            # A fence that nothing closes has no last line break; it is a block all the same.
            return [Node("code", text=token.content.removesuffix("\n") + "\n")]
        case "hr":
            return [Node("rule")]
        case "html_block":
            return [Node("html", text=token.content.strip())]
    return []
