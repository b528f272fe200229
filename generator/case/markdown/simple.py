"""The short ways: paragraphs, lists and tables that are plain enough to be read without the block parser.

Nearly all prose is of these. Each way gives what the parser would give, or nothing where there is more to the text.
`read_list`, `read_table` and `read_strong` find what there is; `paragraph`, `simple_list` and `simple_table` make nodes
of it, and `plain.py` text.
"""

import re

from generator.case.markdown.in_full import INLINE_MARKS, inline_of
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


def read_list(lines: list[str]) -> list[tuple[str | None, str]]:
    """Read a list with one line an item: of each item its number, None in a bullet list, and its text."""
    if lines[0][0] not in "-0123456789":
        return []
    found = [_ITEM.fullmatch(line) for line in lines]
    items = [(item[1], item[2]) for item in found if item]
    if len(items) < len(lines) or BLOCK_MARK.search("\n".join([text for _, text in items])):
        return []
    return items if len({number is None for number, _ in items}) == 1 else []


def simple_list(lines: list[str]) -> tuple[Node, ...]:
    """Make nodes of a list with one line an item, or nothing where there is more to it."""
    items = read_list(lines)
    if not items:
        return ()
    nodes = tuple([Node("item", children=(paragraph(text),), number=int(number or 0)) for number, text in items])
    return (Node("bullet-list" if items[0][0] is None else "ordered-list", children=nodes),)


def read_table(lines: list[str]) -> list[list[str]]:
    """Read a table whose rows all begin and end with bars and have as many cells as the head, the rule among them."""
    if len(lines) < _TABLE_LINES or any(not line.startswith("|") or not _ROW.fullmatch(line) for line in lines):
        return []
    rows = [[cell.strip(" ") for cell in line.rstrip(" ")[1:-1].split("|")] for line in lines]
    if len({len(row) for row in rows}) > 1 or not all(_RULE.fullmatch(cell) for cell in rows[1]):
        return []
    return rows


def simple_table(lines: list[str]) -> tuple[Node, ...]:
    """Make nodes of a plain table, or nothing where there is more to it."""
    rows = read_table(lines)
    if not rows:
        return ()
    head, rule, *others = rows
    aligns = [_ALIGNS[cell[0] == ":", cell[-1] == ":"] for cell in rule]
    return (Node("table", children=(_row("head", head, aligns), *(_row("row", row, aligns) for row in others))),)


def _row(kind: str, cells: list[str], aligns: list[str]) -> Node:
    found = zip(cells, aligns, strict=True)
    return Node(kind, children=tuple([Node("cell", children=_line(text), align=align) for text, align in found]))


def paragraph(text: str) -> Node:
    """Read a paragraph."""
    return Node("paragraph", children=_line(text.strip(" ")))


def _line(text: str) -> tuple[Node, ...]:
    if not INLINE_MARKS.search(text):
        return (Node("text", text=text),) if text else ()
    parts = read_strong(text)
    if not parts:
        return inline_of(text)
    texts = [Node("text", text=part) for part in parts]
    texts[1::2] = [Node("strong", children=(node,)) for node in texts[1::2]]
    return tuple([node for node in texts if node.children or node.text])


def read_strong(text: str) -> list[str]:
    """Cut a text whose only marks are `**` around whole words there, every second part strong; else give nothing."""
    parts = text.split("**")
    strong = parts[1::2]
    if not strong or len(parts) % 2 == 0 or not all(parts[2:-1:2]) or INLINE_MARKS.search("".join(parts)):
        return []
    is_whole = all(
        part and part[0].isalnum() and (part[-1].isalnum() or (part[-1] in _STOPS and _is_apart(after)))
        for part, after in zip(strong, parts[2::2], strict=True)
    )
    return parts if is_whole else []


def _is_apart(after: str) -> bool:
    return not after or after[0] == " " or is_han(after[0])
