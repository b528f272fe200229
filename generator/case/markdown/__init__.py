"""Markdown: the way from an editor's text to a tree of prose.

It is CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors:
an indented paragraph is a paragraph (not code), a line of hyphens under a text is a rule (not a heading),
emphasis works beside Chinese punctuation, and a line break inside Chinese text leaves no space.
"""

import re
from functools import lru_cache

from generator.case.markdown.chunks import parse_chunks
from generator.case.markdown.density import is_too_dense
from generator.case.markdown.plain import plain_chunks
from generator.case.prose import MAX_CHARACTERS, Node, plain_text

_INDENT = re.compile(r"^[ \u3000]*\u3000[ \u3000]*", re.MULTILINE)


@lru_cache(maxsize=64)
def parse_prose(source: str) -> tuple[Node, ...]:
    """Read Markdown into blocks. Any text is prose: nothing raises, and raw HTML becomes `html` nodes.

    What is too long or too dense to be read in good time, which no published record is, is one text as written.
    """
    source = _trimmed(source)
    if not source:
        return ()
    if _is_too_much(source):
        return (Node("paragraph", children=(Node("text", text=source),)),)
    return parse_chunks(source)


def plain_prose(source: str) -> str:
    """Give the words of Markdown: `plain_text` of what `parse_prose` reads, without line breaks around it."""
    source = _trimmed(source)
    if not source or _is_too_much(source):
        return plain_text([Node("text", text=source)]).strip("\n")
    return plain_chunks(source)


def _trimmed(source: str) -> str:
    # Few texts have a full-width space, and looking at each line for one takes longer than finding none.
    return (_INDENT.sub("", source) if "\u3000" in source else source).strip(" \n")


def _is_too_much(source: str) -> bool:
    return len(source) > MAX_CHARACTERS or is_too_dense(source)
