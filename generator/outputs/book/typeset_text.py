"""Text ready to be set: where a line may end inside a long word, addresses in ASCII, numbers in Chinese."""

import re
from collections.abc import Iterable
from functools import partial
from urllib.parse import quote

from generator.case.titles import pieces, title_phrases

MARK = "\N{ZERO WIDTH SPACE}"
"""Set before and behind each piece of a long word. Templates set a piece in one, and a line may end behind it; the
mark itself is not set, so that nobody copies it."""

_LONG_WORD = re.compile(r"[!-~\u00a0-\u024f\u0370-\u052f]{16,}")
"""Latin, Greek and Cyrillic letters; what else has letters of its own is in no font of ours."""
OWN_BREAKS = re.compile(r"(?<=[/-])(?=[A-Za-z])")
"""Where a line ends by the rules of Unicode (UAX 14)."""
_LONGEST_STRETCH = 24
_ADDRESS = re.compile(r"://|^www\.|^[\w.-]+@|^[\w-]+(?:\.[\w-]+)+/", re.ASCII | re.IGNORECASE)
_LONGEST_IN_ADDRESS, _LONGEST_IN_RAGGED = 3, 12
"""What an address may leave of a line, in letters; more would tear the line where both its edges are straight."""


def settable(text: str) -> str:
    """Mark where very long Latin words and addresses may break; other text stays as it is.

    An address may break behind any of its joints, and where there is none for long, anywhere; its first piece carries
    no marks, so that it keeps its distance to a Han character before it. Other words break by themselves behind a
    slash or a hyphen before a letter, so most need no mark.
    """
    return _LONG_WORD.sub(partial(_marked, longest=_LONGEST_IN_ADDRESS), text.replace(MARK, ""))


def settable_ragged(text: str) -> str:
    """Mark an address for lines that need not be full: it breaks behind its joints, and seldom anywhere else."""
    return _LONG_WORD.sub(partial(_marked, longest=_LONGEST_IN_RAGGED), text.replace(MARK, ""))


def settable_large(text: str) -> str:
    """Mark every phrase of a text at display size, whose lines are so short that they should end between phrases.

    No phrase goes on behind the end of a clause, where a line ends best.
    """
    marked = settable(text)
    phrases = (phrase for clause in _CLAUSE.findall(text) for phrase in title_phrases(clause))
    return marked if MARK in marked else "".join(f"{MARK}{phrase}{MARK}" for phrase in phrases)


_CLAUSE = re.compile(r"(?:[^，。；：！？]|[，。；：！？](?=[”’）》」』]))*[，。；：！？]?[”’）》」』]*")


def _marked(word: re.Match[str], longest: int) -> str:
    if _ADDRESS.search(word[0]):
        scheme, colon, rest = word[0].rpartition("://")
        first, *more = [scheme + colon, *_short(pieces(rest, longest), longest)][not colon :]
        return first + "".join(f"{MARK}{piece}{MARK}" for piece in more)
    if len(word[0]) <= _LONGEST_STRETCH:
        return word[0]
    return "".join(
        stretch if len(stretch) <= _LONGEST_STRETCH else "".join(f"{MARK}{piece}{MARK}" for piece in pieces(stretch))
        for stretch in OWN_BREAKS.split(word[0])
    )


def _short(parts: Iterable[str], longest: int) -> list[str]:
    """Join pieces of a letter or two to their neighbours."""
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1] + part) <= longest:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


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
