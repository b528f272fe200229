"""Text with its marks: from the parser's tokens to inline nodes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it.token import Token

from generator.case.markdown.open_node import Open
from generator.case.markdown.parser import parser
from generator.case.prose import MAX_NESTING, Node, plain_text
from generator.case.text import is_east_asian

_MARKS = {"sub": "subscript", "sup": "superscript"}
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)\s*/?>")


def parse_inline(text: str) -> tuple[Node, ...]:
    """Read the text of a paragraph, a cell or the like."""
    tokens: list[Token] = []
    parser().inline.parse(text, parser(), {}, tokens)
    return tuple(inline_nodes(tokens))


def inline_nodes(tokens: list[Token]) -> list[Node]:
    """Make nodes of what the parser found in a text."""
    stack = [Open("root")]
    for position, token in enumerate(tokens):
        children = stack[-1].children
        if token.type in ("text", "text_special"):
            _add_text(children, token.content)
        elif token.type == "softbreak":
            _add_text(children, _line_break(children, _following(tokens, position)))
        elif token.type == "html_inline":
            _mark(stack, token)
        elif token.type in _INLINE_LEAVES:
            children.append(_INLINE_LEAVES[token.type](token))
        elif token.nesting > 0:
            stack.append(Open(token.type.removesuffix("_open"), token))
        elif token.nesting < 0:
            _unwind(stack, token.type.removesuffix("_close"))
            _close(stack)
    _unwind(stack, "root")
    return stack[0].children


_INLINE_LEAVES: dict[str, Callable[[Token], Node]] = {
    "hardbreak": lambda _: Node("break"),
    "code_inline": lambda token: Node("code", text=token.content),
    "image": lambda token: Node("image", text=_alternative(token), url=str(token.attrs["src"])),
    "footnote_ref": lambda token: Node(
        "note-again" if token.meta["subId"] else "note-mark", number=int(token.meta["id"]) + 1
    ),
}
_INLINE_KINDS = {"em": "emphasis", "s": "strike"}


def _alternative(image: Token) -> str:
    return plain_text(inline_nodes(image.children or []))


def _inline_node(done: Open) -> Node:
    kind = _INLINE_KINDS.get(done.kind, done.kind)
    if kind != "link" or not done.token:
        return Node(kind, children=tuple(done.children))
    return Node(kind, children=tuple(_without_links(done.children)), url=str(done.token.attrs.get("href", "")))


def _without_links(nodes: Iterable[Node]) -> Iterator[Node]:
    """Take the links out of the content of a link, which HTML does not allow there."""
    for node in nodes:
        children = _without_links(node.children)
        if node.kind == "link":
            yield from children
        else:
            yield node._replace(children=tuple(children))


def _close(stack: list[Open]) -> None:
    """Hand a finished mark to the one around it; of marks nested too deep only the content is kept."""
    done = stack.pop()
    stack[-1].children.extend([_inline_node(done)] if len(stack) <= MAX_NESTING else done.children)


def _add_text(children: list[Node], text: str) -> None:
    if not text:
        return
    if children and children[-1].kind == "text":
        text = children.pop().text + text
    children.append(Node("text", text=text))


def _line_break(children: list[Node], following: str) -> str:
    """What a line break in the source becomes: nothing inside Chinese text and beside a `break`, else a space."""
    before = _last_character(children)
    if "\n" in (before, following):
        return ""
    return "" if before and following and is_east_asian(before) and is_east_asian(following) else " "


def _last_character(nodes: Sequence[Node]) -> str:
    """Give the last visible character, whatever marks are around it; a line break for `break`."""
    for node in reversed(nodes):
        last = "\n" if node.kind == "break" else node.text[-1:] or _last_character(node.children)
        if last:
            return last
    return ""


def _following(tokens: list[Token], position: int) -> str:
    """Give the first visible character after a token, whatever marks are around it; a line break for `break`."""
    for at in range(position + 1, len(tokens)):
        token = tokens[at]
        found = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name = found[1].lower() if found else ""
        if token.type == "hardbreak" or name == "br":
            return "\n"
        if token.content and name not in _MARKS:
            return token.content[0]
    return ""


def _mark(stack: list[Open], token: Token) -> None:
    """Take `<br>`, `<sub>` and `<sup>`; keep any other raw HTML as an `html` node for the checks."""
    found = _TAG.fullmatch(token.content)
    name = found[1].lower() if found else ""
    closing = token.content.startswith("</")
    if name == "br" and not closing:
        stack[-1].children.append(Node("break"))
    elif name in _MARKS and not closing:
        stack.append(Open(_MARKS[name], token))
    elif name in _MARKS and stack[-1].kind == _MARKS[name]:
        _close(stack)
    else:
        stack[-1].children.append(Node("html", text=token.content))


def _unwind(stack: list[Open], kind: str) -> None:
    """Give up on `<sub>` and `<sup>` that were never closed: their tag becomes an `html` node again."""
    while stack[-1].kind != kind:
        done = stack.pop()
        stack[-1].children.append(Node("html", text=done.token.content if done.token else ""))
        stack[-1].children.extend(done.children)
