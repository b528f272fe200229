"""The short ways: paragraphs, lists and tables that are plain enough to be read without the block parser.

Nearly all prose is of these. Each way gives what the parser would give, or nothing where there is more to the text.
"""

import re

from generator.case.markdown.inline import parse_inline
from generator.case.markdown.parser import INLINE_MARKS
from generator.case.prose import Node
from generator.case.text import is_han

BLOCK_MARK = re.compile(r"^(?:[ #>+:|-]|\*(?: |$)|[*_][*_ ]*$|\d{1,9}[.)])", re.MULTILINE)
"""A line that may open a block other than a paragraph, or belong to one."""
_ITEM = re.compile(r"(?:-|([0-9]{1,9})\.) ([^ <].*)")
_ROW = re.compile(r"\|[^\\`]*\| *")
_RULE = re.compile(r":?-+:?")
_ALIGNS = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}
_TABLE_LINES = 2
_STOPS = "。，；：！？、"


def simple_list(lines: list[str]) -> tuple[Node, ...]:
    """Read a list with one line an item, or nothing where there is more to it."""
    found = [_ITEM.fullmatch(line) for line in lines]
    items = [item.groups() for item in found if item]
    if len(items) < len(lines) or any(BLOCK_MARK.search(text) for _, text in items):
        return ()
    if len({number is None for number, _ in items}) > 1:
        return ()
    nodes = tuple(Node("item", children=(paragraph(text),), number=int(number or 0)) for number, text in items)
    return (Node("bullet-list" if items[0][0] is None else "ordered-list", children=nodes),)


def simple_table(lines: list[str]) -> tuple[Node, ...]:
    """Read a table whose rows all begin and end with bars and have as many cells as the head, or nothing."""
    if len(lines) < _TABLE_LINES or any(not line.startswith("|") or not _ROW.fullmatch(line) for line in lines):
        return ()
    rows = [[cell.strip(" ") for cell in line.rstrip(" ")[1:-1].split("|")] for line in lines]
    if len({len(row) for row in rows}) > 1 or not all(_RULE.fullmatch(cell) for cell in rows[1]):
        return ()
    aligns = [_ALIGNS[cell[0] == ":", cell[-1] == ":"] for cell in rows[1]]
    head, _, *others = rows
    return (Node("table", children=(_row("head", head, aligns), *(_row("row", row, aligns) for row in others))),)


def _row(kind: str, cells: list[str], aligns: list[str]) -> Node:
    found = zip(cells, aligns, strict=True)
    return Node(kind, children=tuple(Node("cell", children=_line(text), align=align) for text, align in found))


def paragraph(text: str) -> Node:
    """Read a paragraph."""
    return Node("paragraph", children=_line(text.strip(" ")))


def _line(text: str) -> tuple[Node, ...]:
    return _with_strong(text) or parse_inline(text)


def _with_strong(text: str) -> tuple[Node, ...]:
    """Read a text whose only marks are `**` around whole words; empty where there is anything else to it."""
    parts = text.split("**")
    strong = parts[1::2]
    if len(parts) % 2 == 0 or not all(parts[2:-1:2]) or any(INLINE_MARKS.search(part) for part in parts):
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
