"""Markdown: the way from an editor's text to a tree of prose.

It is CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors:
an indented paragraph is a paragraph (not code), a line of hyphens under a text is a rule (not a heading),
emphasis works beside Chinese punctuation, and a line break inside Chinese text leaves no space.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.case.prose import Node, plain_text
from generator.case.text import is_east_asian, is_han

_MARKS = {"sub": "subscript", "sup": "superscript"}
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)\s*/?>")
_INDENT = re.compile(r"^[ \u3000]*\u3000[ \u3000]*", re.MULTILINE)
_INLINE_MARKS = re.compile(r"[\n\\`*_~\[\]!<&]")
_BLANK_LINES = re.compile(r"(\n(?: *\n)+)")
_BLOCK_MARK = re.compile(r"^(?:[ #>+:|-]|\*(?: |$)|[*_][*_ ]*$|\d{1,9}[.)])", re.MULTILINE)
"""A line that may open a block other than a paragraph, or belong to one."""
_REACHES_FAR = re.compile(r"^ *<|```|~~~|\[\^|[^\S \n]|\0", re.MULTILINE)
"""What may reach across blank lines (HTML, fences, notes), and white space that only the parser knows to treat."""
_ITEM = re.compile(r"(?:-|([0-9]{1,9})\.) ([^ <].*)")
_ROW = re.compile(r"\|[^\\`]*\| *")
_RULE = re.compile(r":?-+:?")
_ALIGNS = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}
_TABLE_LINES = 2
_STOPS = "。，；：！？、"
MAX_NESTING = 20


class _ChineseState(StateInline):
    """Lets emphasis open and close between a Chinese character and punctuation.

    CommonMark leaves `**“强国行”**专项` unemphasised (https://github.com/commonmark/commonmark-spec/issues/650)
    because it expects white space between words.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 (the library's name)
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        before = self.src[start - 1] if start else " "
        end = start + scanned.length
        after = self.src[end] if end < self.posMax else " "
        if scanned.length == 1 and before.isdigit() and after.isdigit():
            # 3*5 is a product.
            return Scanned(False, False, scanned.length)
        opens = scanned.can_open or (is_east_asian(before) and not after.isspace())
        closes = scanned.can_close or (is_east_asian(after) and not before.isspace())
        return Scanned(opens, closes, scanned.length)


class _ChineseInline(ParserInline):
    """Uses the state above, and takes text without any mark as it is: most lines of most records."""

    def parse(self, src: str, md: MarkdownIt, env: dict[str, object], tokens: list[Token]) -> list[Token]:  # type: ignore[override]
        if not _INLINE_MARKS.search(src):
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = _ChineseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    parser.inline = _ChineseInline()
    parser.configure("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"]).disable(["code", "lheading", "reference"])
    parser.use(footnote_plugin, inline=False)
    # What a page may carry is judged later; a refused link must not turn into text unnoticed.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


@dataclass
class _Open:
    """A node under construction."""

    kind: str
    token: Token | None = None
    children: list[Node] = field(default_factory=list)


@lru_cache(maxsize=16)
def parse_prose(source: str) -> tuple[Node, ...]:
    """Read Markdown into blocks. Any text is prose: nothing raises, and raw HTML becomes `html` nodes.

    A case's page and its searched texts are made one after the other, so the last few trees are kept.
    Nearly all prose is paragraphs and short lists. Those go straight to the inline parser; everything else takes
    the long way, with the same result.
    """
    source = _INDENT.sub("", source).strip(" \n")
    if not source:
        return ()
    if _REACHES_FAR.search(source):
        return _tree(_parser().parse(source))
    nodes: list[Node] = []
    others: list[str] = []
    for chunk in _BLANK_LINES.split(source):
        if not chunk.strip(" \n") or _BLOCK_MARK.search(chunk):
            others.append(chunk)
            continue
        nodes += _blocks("".join(others))
        others = []
        nodes.append(_paragraph(chunk))
    return (*nodes, *_blocks("".join(others)))


def _blocks(source: str) -> tuple[Node, ...]:
    source = source.strip("\n")
    if not source or source.isspace():
        return ()
    lines = source.split("\n")
    nodes = _simple_list(lines) or _simple_table(lines)
    return nodes or _tree(_parser().parse(source))


def _simple_list(lines: list[str]) -> tuple[Node, ...]:
    """Read a list with one line an item, or nothing where there is more to it."""
    found = [_ITEM.fullmatch(line) for line in lines]
    items = [item.groups() for item in found if item]
    if len(items) < len(lines) or any(_BLOCK_MARK.search(text) for _, text in items):
        return ()
    if len({number is None for number, _ in items}) > 1:
        return ()
    nodes = tuple(Node("item", children=(_paragraph(text),), number=int(number or 0)) for number, text in items)
    first = items[0][0]
    return (Node("list", children=nodes, number=int(first or 0), flag=first is not None),)


def _simple_table(lines: list[str]) -> tuple[Node, ...]:
    """Read a table whose rows all stand between bars and have as many cells as the head, or nothing."""
    if len(lines) < _TABLE_LINES or any(not line.startswith("|") or not _ROW.fullmatch(line) for line in lines):
        return ()
    rows = [[cell.strip(" ") for cell in line.rstrip(" ")[1:-1].split("|")] for line in lines]
    if len({len(row) for row in rows}) > 1 or not all(_RULE.fullmatch(cell) for cell in rows[1]):
        return ()
    aligns = [_ALIGNS[cell[0] == ":", cell[-1] == ":"] for cell in rows[1]]
    return (Node("table", children=tuple(_row(row, aligns, is_head=row is rows[0]) for row in (rows[0], *rows[2:]))),)


def _row(cells: list[str], aligns: list[str], *, is_head: bool) -> Node:
    found = zip(cells, aligns, strict=True)
    return Node(
        "row", children=tuple(Node("cell", children=_line(text), flag=is_head, align=align) for text, align in found)
    )


def _paragraph(text: str) -> Node:
    return Node("paragraph", children=_line(text.strip(" ")))


def _line(text: str) -> tuple[Node, ...]:
    return _with_strong(text) or tuple(_inline(_inline_tokens(text)))


def _with_strong(text: str) -> tuple[Node, ...]:
    """Read a text whose only marks are `**` around whole words; empty where there is anything else to it."""
    parts = text.split("**")
    strong = parts[1::2]
    if len(parts) % 2 == 0 or not all(parts[2:-1:2]) or any(_INLINE_MARKS.search(part) for part in parts):
        return ()
    if not all(
        part and part[0].isalnum() and (part[-1].isalnum() or (part[-1] in _STOPS and _is_apart(after)))
        for part, after in zip(strong, parts[2::2], strict=True)
    ):
        return ()
    texts = [Node("text", text=part) for part in parts]
    texts[1::2] = [Node("strong", children=(node,)) for node in texts[1::2]]
    return tuple(node for node in texts if node.children or node.text)


def _is_apart(after: str) -> bool:
    return not after or after[0] == " " or is_han(after[0])


def _inline_tokens(text: str) -> list[Token]:
    parser, tokens = _parser(), list[Token]()
    parser.inline.parse(text, parser, {}, tokens)
    return tokens


def _tree(tokens: Iterable[Token]) -> tuple[Node, ...]:
    stack = [_Open("root")]
    for token in tokens:
        if token.type == "inline":
            stack[-1].children.extend(_inline(token.children or []))
        elif token.nesting > 0:
            stack.append(_Open(token.type.removesuffix("_open"), token))
        elif token.nesting < 0:
            done = stack.pop()
            stack[-1].children.extend(_block(done))
        else:
            stack[-1].children.extend(_leaf(token))
    return tuple(stack[0].children)


_BLOCKS: dict[str, Callable[[Token, tuple[Node, ...]], Node]] = {
    "paragraph": lambda _, children: Node("paragraph", children=children),
    "heading": lambda token, children: Node("heading", children=children, number=int(token.tag[1])),
    "bullet_list": lambda _, children: Node("list", children=children),
    "ordered_list": lambda token, children: Node(
        "list", children=children, number=int(token.attrs.get("start", 1)), flag=True
    ),
    "list_item": lambda token, children: Node("item", children=children, number=int(token.info or 0)),
    "blockquote": lambda _, children: Node("quote", children=children),
    "table": lambda _, children: Node("table", children=children),
    "tr": lambda _, children: Node("row", children=children),
    "th": lambda token, children: Node("cell", children=children, flag=True, align=_align(token)),
    "td": lambda token, children: Node("cell", children=children, align=_align(token)),
    "footnote_block": lambda _, children: Node("notes", children=children),
    "footnote": lambda token, children: Node("note", children=children, number=int(token.meta["id"]) + 1),
}


def _align(token: Token) -> str:
    return str(token.attrs.get("style", "")).removeprefix("text-align:")


def _block(done: _Open) -> list[Node]:
    """Close a block; what has no node of its own (thead, tbody) hands its children up."""
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


def _inline(tokens: list[Token]) -> list[Node]:
    stack = [_Open("root")]
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
            stack.append(_Open(token.type.removesuffix("_open"), token))
        elif token.nesting < 0:
            _unwind(stack, token.type.removesuffix("_close"))
            _close(stack)
    _unwind(stack, "root")
    return stack[0].children


_INLINE_LEAVES: dict[str, Callable[[Token], Node]] = {
    "hardbreak": lambda _: Node("break"),
    "code_inline": lambda token: Node("code", text=token.content),
    "image": lambda token: Node("image", text=plain_text(_inline(token.children or [])), url=str(token.attrs["src"])),
    "footnote_ref": lambda token: Node("note-mark", number=int(token.meta["id"]) + 1, flag=not token.meta["subId"]),
}
_INLINE_KINDS = {"em": "emphasis", "s": "strike"}


def _inline_node(done: _Open) -> Node:
    kind = _INLINE_KINDS.get(done.kind, done.kind)
    if kind != "link" or not done.token:
        return Node(kind, children=tuple(done.children))
    return Node(kind, children=tuple(_without_links(done.children)), url=str(done.token.attrs.get("href", "")))


def _without_links(nodes: Iterable[Node]) -> Iterator[Node]:
    """Take the links out of what stands in a link, which HTML does not allow there."""
    for node in nodes:
        children = _without_links(node.children)
        if node.kind == "link":
            yield from children
        else:
            yield replace(node, children=tuple(children))


def _close(stack: list[_Open]) -> None:
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
    """Give the last visible character, whatever marks stand around it; a line break for `break`."""
    for node in reversed(nodes):
        last = "\n" if node.kind == "break" else node.text[-1:] or _last_character(node.children)
        if last:
            return last
    return ""


def _following(tokens: list[Token], position: int) -> str:
    """Give the first visible character after a token, whatever marks stand around it; a line break for `break`."""
    for at in range(position + 1, len(tokens)):
        token = tokens[at]
        found = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name = found[1].lower() if found else ""
        if token.type == "hardbreak" or name == "br":
            return "\n"
        if token.content and name not in _MARKS:
            return token.content[0]
    return ""


def _mark(stack: list[_Open], token: Token) -> None:
    """Take `<br>`, `<sub>` and `<sup>`; keep any other raw HTML as an `html` node for the checks."""
    found = _TAG.fullmatch(token.content)
    name = found[1].lower() if found else ""
    closing = token.content.startswith("</")
    if name == "br" and not closing:
        stack[-1].children.append(Node("break"))
    elif name in _MARKS and not closing:
        stack.append(_Open(_MARKS[name], token))
    elif name in _MARKS and stack[-1].kind == _MARKS[name]:
        _close(stack)
    else:
        stack[-1].children.append(Node("html", text=token.content))


def _unwind(stack: list[_Open], kind: str) -> None:
    """Give up on `<sub>` and `<sup>` that were never closed: their tag becomes an `html` node again."""
    while stack[-1].kind != kind:
        done = stack.pop()
        stack[-1].children.append(Node("html", text=done.token.content if done.token else ""))
        stack[-1].children.extend(done.children)
