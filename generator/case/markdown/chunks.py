"""A text cut at its blank lines: most chunks go straight to the inline parser, the rest the long way together."""

import re

from generator.case.markdown.blocks import parse_blocks
from generator.case.markdown.simple import BLOCK_MARK, paragraph, simple_list, simple_table
from generator.case.prose import Node

_BLANK_LINES = re.compile(r"(\n(?: *\n)+)")
_REACHES_FAR = re.compile(r"^ *<|```|~~~|\[\^|[^\S \n]|\0", re.MULTILINE)
"""What may reach across blank lines (HTML, fences, notes), and white space that only the parser knows to treat."""


def parse_chunks(source: str) -> tuple[Node, ...]:
    """Read a text of bearable size, without blanks around it or full-width indents, into blocks."""
    if _REACHES_FAR.search(source):
        return parse_blocks(source)
    nodes: list[Node] = []
    others: list[str] = []
    for chunk in _BLANK_LINES.split(source):
        if not chunk.strip(" \n") or BLOCK_MARK.search(chunk):
            others.append(chunk)
            continue
        nodes += _blocks("".join(others))
        others = []
        nodes.append(paragraph(chunk))
    return (*nodes, *_blocks("".join(others)))


def _blocks(source: str) -> tuple[Node, ...]:
    source = source.strip("\n")
    if not source or source.isspace():
        return ()
    lines = source.split("\n")
    nodes = simple_list(lines) or simple_table(lines)
    return nodes or parse_blocks(source)
