"""A text cut at its blank lines: most chunks go straight to the inline parser, the rest the long way together."""

import re
from collections.abc import Iterator

from generator.case.markdown.in_full import blocks_of
from generator.case.markdown.simple import BLOCK_MARK, paragraph, simple_list, simple_table
from generator.case.prose import Node

_BLANK_LINES = re.compile(r"(\n(?: *\n)+)")
_FAR = ("```", "~~~", "[^", "\0")
"""What may reach across blank lines: fences and notes. HTML may, too."""
_HTML = re.compile(r"^ *<", re.MULTILINE)
_SPACE = re.compile("[\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""White space that only the parser knows to treat; spelt out, since a class of all that is none is slow to look for."""


def parse_chunks(source: str) -> tuple[Node, ...]:
    """Read a text of bearable size, without blanks around it or full-width indents, into blocks."""
    if reaches_far(source):
        return blocks_of(source)
    nodes: list[Node] = []
    for chunk, is_paragraph in cut(source):
        nodes += [paragraph(chunk)] if is_paragraph else _blocks(chunk)
    return tuple(nodes)


def cut(source: str) -> Iterator[tuple[str, bool]]:
    """Cut a text at its blank lines: paragraphs, and whatever else stands between two of them, in one piece."""
    others: list[str] = []
    for chunk in _BLANK_LINES.split(source):
        if not chunk.strip(" \n") or BLOCK_MARK.search(chunk):
            others.append(chunk)
            continue
        yield from _between(others)
        others = []
        yield chunk, True
    yield from _between(others)


def _between(chunks: list[str]) -> Iterator[tuple[str, bool]]:
    source = "".join(chunks).strip("\n")
    if source and not source.isspace():
        yield source, False


def reaches_far(source: str) -> bool:
    """Whether the text has to be read as a whole."""
    # Most texts have none of these, and a character is found sooner than a pattern.
    if any(mark in source for mark in _FAR) or _SPACE.search(source):
        return True
    return "<" in source and bool(_HTML.search(source))


def _blocks(source: str) -> tuple[Node, ...]:
    lines = source.split("\n")
    nodes = simple_list(lines) or simple_table(lines)
    return nodes or blocks_of(source)
