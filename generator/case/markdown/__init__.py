"""Markdown: the way from an editor's text to a tree of prose.

It is CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors:
an indented paragraph is a paragraph (not code), a line of hyphens under a text is a rule (not a heading),
emphasis works beside Chinese punctuation, and a line break inside Chinese text leaves no space.
"""

import re
from functools import lru_cache

from generator.case.markdown.density import is_too_dense
from generator.case.prose import MAX_CHARACTERS, Node

_INDENT = re.compile(r"^[ \u3000]*\u3000[ \u3000]*", re.MULTILINE)


@lru_cache(maxsize=16)
def parse_prose(source: str) -> tuple[Node, ...]:
    """Read Markdown into blocks. Any text is prose: nothing raises, and raw HTML becomes `html` nodes.

    A case's page and its searched texts are made one after the other, so the last few trees are kept.
    What is too long or too dense to be read in good time, which no published
    record is, is one text as written.
    """
    source = _INDENT.sub("", source).strip(" \n")
    if not source:
        return ()
    if len(source) > MAX_CHARACTERS or is_too_dense(source):
        return (Node("paragraph", children=(Node("text", text=source),)),)
    # markdown-it is large, and a check that finds nothing suspicious parses nothing.
    from generator.case.markdown.chunks import parse_chunks  # noqa: PLC0415

    return parse_chunks(source)
