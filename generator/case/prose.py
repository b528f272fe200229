"""Prose: what editors write in Markdown, as a small tree that every output draws in its own way.

Markdown is CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors:
an indented paragraph is a paragraph (not code), a line of hyphens under a text is a rule (not a heading),
emphasis works beside Chinese punctuation, and a line break inside Chinese text leaves no space.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.case.kinds import is_link
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


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of prose.

    Blocks: `paragraph`, `heading` (level), `list` (items; `ordered`, `start`), `item`, `quote`, `rule`, `code`
    (text), `table` of `row` of `cell` (`head`, `align`), `notes` of `note` (number).
    Inline: `text` (text), `strong`, `emphasis`, `strike`, `subscript`, `superscript`, `link` (url), `image` (url;
    text is the alternative), `code`, `break`, `note-mark` (number), `html` (text: raw HTML that we do not take).
    """

    kind: str
    text: str = ""
    children: tuple["Node", ...] = ()
    url: str = ""
    number: int = 0
    """Level of a heading (1 to 6), number of a note, start of an ordered list, number of its item as written."""
    flag: bool = False
    """Ordered (list), head (cell), first mention (note-mark)."""
    align: str = ""
    """`left`, `center`, `right` or empty (cell)."""


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


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Visit every node, parents first, in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


_TEXTS = {"text", "html", "code", "image"}
_SEPARATE = {"paragraph", "heading", "item", "quote", "row", "cell", "note", "rule"}


def plain_text(nodes: Iterable[Node]) -> str:
    """Give the text without marks; blocks and cells are separated by a line break."""
    parts: list[str] = []
    _collect(nodes, parts)
    return re.sub(r"\n+", "\n", "".join(parts))


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
