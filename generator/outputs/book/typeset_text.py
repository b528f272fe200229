"""Text ready to be set: where a line may end inside a long word, addresses in ASCII, numbers in Chinese."""

import re
from urllib.parse import quote

from generator.case.titles import pieces

MARK = "\N{ZERO WIDTH SPACE}"
"""Set before and behind each piece of a long word. Templates set a piece in one, and a line may end behind it; the
mark itself is not set, so that nobody copies it."""

_LONG_WORD = re.compile(r"[!-~]{25,}")
_OWN_BREAKS = re.compile(r"(?<=[/-])(?=[A-Za-z])")
"""Where a line ends by the rules of Unicode (UAX 14)."""
_LONGEST_STRETCH = 24


def settable(text: str) -> str:
    """Mark where very long Latin words and addresses may break; other text stays as it is.

    Addresses break by themselves behind a slash or a hyphen before a letter, so most need no mark.
    """
    return _LONG_WORD.sub(_marked, text.replace(MARK, ""))


def _marked(word: re.Match[str]) -> str:
    return "".join(
        stretch if len(stretch) <= _LONGEST_STRETCH else "".join(f"{MARK}{piece}{MARK}" for piece in pieces(stretch))
        for stretch in _OWN_BREAKS.split(word[0])
    )


def plain_url(url: str) -> str:
    """Write an address in ASCII, as links in a PDF want it; what is percent-encoded already stays."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._")


_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Write 1 to 999 in Chinese: 一, 十, 十二, 二十三, 一百零四, 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    lead = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        lead += f"{_DIGITS[tens]}十" if tens > 1 or hundreds else "十"
    elif hundreds and ones:
        lead += "零"
    return lead + (_DIGITS[ones] if ones else "")
