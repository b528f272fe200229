"""Markdown: the way from an editor's text to a tree of prose.

It is CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors:
an indented paragraph is a paragraph (not code), a line of hyphens under a text is a rule (not a heading),
emphasis works beside Chinese punctuation, and a line break inside Chinese text leaves no space.
"""

import re
from functools import lru_cache

from generator.case.markdown.blocks import parse_blocks
from generator.case.markdown.density import is_too_dense
from generator.case.markdown.parser import MAX_NESTING
from generator.case.markdown.simple import BLOCK_MARK, paragraph, simple_list, simple_table
from generator.case.prose import MAX_CHARACTERS, Node

__all__ = ["MAX_NESTING", "parse_prose"]

_INDENT = re.compile(r"^[ \u3000]*\u3000[ \u3000]*", re.MULTILINE)
_BLANK_LINES = re.compile(r"(\n(?: *\n)+)")
_REACHES_FAR = re.compile(r"^ *<|```|~~~|\[\^|[^\S \n]|\0", re.MULTILINE)
"""What may reach across blank lines (HTML, fences, notes), and white space that only the parser knows to treat."""


@lru_cache(maxsize=16)
def parse_prose(source: str) -> tuple[Node, ...]:
    """Read Markdown into blocks. Any text is prose: nothing raises, and raw HTML becomes `html` nodes.

    A case's page and its searched texts are made one after the other, so the last few trees are kept.
    Nearly all prose is paragraphs and short lists. Those go straight to the inline parser; everything else takes
    the long way, with the same result. What is too long or too dense to be read in good time, which no published
    record is, is one text as written.
    """
    source = _INDENT.sub("", source).strip(" \n")
    if not source:
        return ()
    if len(source) > MAX_CHARACTERS or is_too_dense(source):
        return (Node("paragraph", children=(Node("text", text=source),)),)
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
