"""Headings whose marks are not quite Markdown's: `##标题`, `＃＃ 标题`, `## 标题##`."""

import re

from generator.case.markdown.meant.line import BLANK, Line, is_directly_after
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import shorten

_B = f"[{BLANK}]*"
_MARKED = re.compile(rf"{_B}([#＃]{{1,6}})(?![#＃])({_B})(\S.*)")
_CLOSED = re.compile(rf"{_B}[#＃]+{_B}$")
_SHORT = 40
"""The widest line that one tight mark makes a heading, in widths of a Han character."""


def mend_headings(lines: list[Line]) -> None:
    """Give headings Markdown's marks; `#1机组` and `#话题#` are left as they are."""
    for index, line in enumerate(lines):
        if line.kind == "heading":
            _mend_end(line)
        elif line.kind == "plain" and line.text.lstrip(BLANK)[:1] in ("#", "＃"):
            _mend_start(lines, index)


def _mend_end(line: Line) -> None:
    marks, _, words = line.text.strip(BLANK).partition(" ")
    closed = words.rstrip("#＃ ")
    tail = words[len(closed) :]
    # A tail behind a blank is Markdown's own, and one mark behind a letter is C#.
    if closed and tail.strip(" ") and not tail.startswith(" ") and len(tail.strip(" ")) > 1:
        line.become(f"{marks} {closed}", "heading", f"按小标题排：{marks} {shorten(closed, _SHORT)}")


def _mend_start(lines: list[Line], index: int) -> None:
    line = lines[index]
    found = _MARKED.fullmatch(line.text)
    if not found:
        return
    marks, blanks, words = found.groups()
    if len(marks) == 1 and not blanks and not _is_title(lines, index, words):
        return
    words = _CLOSED.sub("", words).strip(BLANK) if len(marks) > 1 or blanks else words.strip(BLANK)
    if not words:
        return
    marks = "#" * len(marks)
    line.level = len(marks)
    line.become(f"{marks} {words}", "heading", f"按小标题排：{marks} {shorten(words, _SHORT)}")


def _is_title(lines: list[Line], index: int, words: str) -> bool:
    """Check whether one mark right before the words can only mean a heading: not a number, a topic, a sentence."""
    line = lines[index]
    is_alone = not is_directly_after(lines, index) or lines[index - 1].kind != "plain"
    starts = is_alone or ends_sentence(lines[index - 1].text)
    is_number = words[0].isdigit() or words[0] == "-"
    return (
        starts
        and not is_number
        and "#" not in words
        and "＃" not in words
        and (line.width <= _SHORT and not ends_sentence(words))
    )
