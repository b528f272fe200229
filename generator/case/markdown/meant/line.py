"""The lines of a text on the way to what was meant, and what of them is Markdown already."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.case.text import em_width

Kind = Literal["blank", "kept", "heading", "item", "row", "mark", "plain"]

BLANK = " \t\u3000\u00a0\u2002\u2003"
"""What is typed or pasted as a blank."""
_FENCE = re.compile(r"[ \u3000]*(`{3,}|~{3,})")
_NOTE = re.compile(r"[ \u3000]{0,3}\[\^[^\]]{1,100}\]:")
_QUOTE_OR_HTML = re.compile(r"[ \u3000]*(?:>|<[A-Za-z/!?])")
_RULE = re.compile(r"[ \u3000]*(?:-[ \t]*){3,}$|[ \u3000]*(?:\*[ \t]*){3,}$|[ \u3000]*(?:_[ \t]*){3,}$")
_HEADING = re.compile(r"[ \u3000]*(#{1,6})(?:[ \t]|$)")
ITEM = re.compile(r"[ \u3000]*(?:([-+*])|([0-9]{1,9})[.)])(?:[ \t]+(?=[^ \t])|[ \t]*$)")
"""A list's item as Markdown has it."""
_INSIDE_ITEM = re.compile(r"(?:  |\t)[ \t]*\S")
_BAR = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\|?(?: *:?-+:? *\|)* *:?-+:? *\|?")


@dataclass(frozen=True, slots=True)
class Question:
    """What cannot be told of a line."""

    kind: Literal[
        "paragraph",
        "heading",
        "numbered",
        "item",
        "emphasis",
        "grid",
        "cells",
        "loose-cells",
        "page-mark",
        "lines",
        "note",
    ]
    offer: tuple[tuple["Line", str, bool], ...]
    """The likeliest reading: lines, each with its text and whether a blank line comes before it."""
    last: "Line | None" = None
    """The last of the lines that it is about, where the first text of the offer stands for all of them."""
    first: "Line | None" = None
    """The first of the lines that are to go."""
    joins: bool = False
    """Whether the lines above and below these become one."""
    is_certain: bool = False


@dataclass(eq=False, slots=True)
class Line:
    """A line of a text: as written, and as it is meant as far as is known."""

    start: int
    """Its offset in the text."""
    written: str
    text: str
    kind: Kind
    """`kept` is what stays as it is: code, quotations, notes, HTML, what is inside a list's item.

    A `mark` is what a printed page has at its head and foot.
    """
    level: int = 0
    """Of a heading."""
    breaks: bool = False
    """Whether a blank line is meant before it."""
    taken_for: list[str] = field(default_factory=list)
    """What it was taken for, in Chinese."""
    head: "Line | None" = None
    """The line whose change this one belongs to."""
    question: Question | None = None

    @property
    def bare(self) -> str:
        """The text without the blanks around it."""
        return self.text.strip()

    @property
    def width(self) -> float:
        """How wide the text is, in widths of a Han character."""
        return em_width(self.bare)

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.written)

    def become(self, text: str, kind: Kind, taken_for: str = "") -> None:
        """Take the line for something."""
        self.text, self.kind = text, kind
        if taken_for:
            self.taken_for.append(taken_for)


def is_directly_after(lines: list[Line], index: int) -> bool:
    """Check whether a line has another right above it, without a blank line between."""
    return index > 0 and lines[index - 1].kind != "blank" and not lines[index].breaks


def cells(text: str) -> list[str]:
    """Cut a row of a table at its bars."""
    text = text.strip(BLANK)
    parts = _BAR.split(text)
    parts = parts[1:] if text.startswith("|") else parts
    return [cell.strip(BLANK) for cell in (parts[:-1] if len(parts) > 1 and not parts[-1].strip(BLANK) else parts)]


def cut(source: str) -> list[Line]:
    """Cut a text into lines and see which are Markdown already."""
    lines: list[Line] = []
    start = 0
    for written, kind, level in _kinds(source.split("\n")):
        lines.append(Line(start, written, written, kind, level))
        start += len(written) + 1
    _mark_tables(lines)
    return lines


def _kinds(texts: list[str]) -> Iterator[tuple[str, Kind, int]]:
    """Give each line with its kind, and its level where it is a heading."""
    inside = ""
    for text in texts:
        kind: Kind = "kept"
        level = 0
        if inside[:1] in ("`", "~"):
            closing = _FENCE.match(text)
            is_closed = closing and closing[1].startswith(inside) and not text[closing.end() :].strip()
            inside = "" if is_closed else inside
        elif not text.strip():
            kind = "blank"
            # What goes on behind a blank line is indented.
            inside = "" if inside == "block" else inside and "item"
        elif not (inside in ("note", "block") or (inside and _INSIDE_ITEM.match(text))):
            kind, inside, level = _opening(text)
        elif inside == "note":
            inside = "block" if _QUOTE_OR_HTML.match(text) else "note"
        yield text, kind, level


def _opening(text: str) -> tuple[Kind, str, int]:
    """Say what a line begins: its kind, what the next lines are inside, and a heading's level."""
    if fence := _FENCE.match(text):
        return "kept", fence[1], 0
    if heading := _HEADING.match(text):
        return "heading", "", len(heading[1])
    if _NOTE.match(text):
        return "kept", "note", 0
    if _QUOTE_OR_HTML.match(text):
        return "kept", "block", 0
    if _RULE.fullmatch(text.rstrip()):
        return "kept", "", 0
    return ("item", "item", 0) if ITEM.match(text) else ("plain", "", 0)


def _mark_tables(lines: list[Line]) -> None:
    """Mark the rows of the tables that Markdown sees."""
    index = 1
    while index < len(lines):
        head, rule = lines[index - 1], lines[index]
        is_table = (
            head.kind == rule.kind == "plain"
            and "|" in head.text
            and _DELIMITER.fullmatch(rule.bare) is not None
            and len(cells(head.text)) == len(cells(rule.text))
        )
        if is_table:
            head.kind = "row"
            while (
                index < len(lines)
                and lines[index].kind == "plain"
                and ("|" in lines[index].text or lines[index] is rule)
            ):
                lines[index].kind = "row"
                index += 1
        index += 1
