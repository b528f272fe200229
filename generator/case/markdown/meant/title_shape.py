"""What a heading that is numbered by hand looks like."""

import re

from generator.case.markdown.meant.line import BLANK
from generator.case.markdown.meant.numbers import BRACKETED_DIGITS, BRACKETED_HAN, DIGITS, HAN, PART, number_of
from generator.case.text import count_han, em_width

_KINDS = (PART, HAN, BRACKETED_HAN, DIGITS, BRACKETED_DIGITS)
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_NO_TITLE = re.compile(r"[。；;！？!?|\t]|[，、：:,—…-]$|\]\(|\[\^")
"""What no heading contains, or ends with."""
_LONGEST = 40
"""The widest heading, in widths of a Han character."""
_FEWEST = 2


def title_words(text: str) -> str:
    """Give the words of a line that looks like a numbered heading, with the number; empty where it does not."""
    text = text.strip(BLANK)
    bold = _BOLD.fullmatch(text)
    words = bold[1].strip(BLANK) if bold else text
    number = number_of(words)
    if not number or number.kind not in _KINDS or em_width(words) > _LONGEST or _NO_TITLE.search(words):
        return ""
    is_named = number.kind == PART or count_han(words[number.end :]) >= _FEWEST
    return words if is_named else ""


def kind_of_title(text: str) -> int | None:
    """Give the kind of the number of a line that looks like a numbered heading; None for any other."""
    number = number_of(title_words(text))
    return number.kind if number else None
