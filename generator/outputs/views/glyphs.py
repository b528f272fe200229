"""Characters that no font has: found before the book is set, so that a notice names them, and printed as 〓."""

import unicodedata
from collections.abc import Set as AbstractSet

GETA = "〓"
"""What Chinese printers set for a character that they do not have."""

_INVISIBLE = frozenset("\N{ZERO WIDTH SPACE}\N{WORD JOINER}\n\t ")
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def missing(text: str, coverage: AbstractSet[int]) -> list[str]:
    """Give the visible characters of a text that the fonts do not have, sorted, each once."""
    return sorted(
        character
        for character in set(text) - _INVISIBLE
        if ord(character) not in coverage and _instead(character) == GETA
    )


def without_missing(text: str, coverage: AbstractSet[int]) -> str:
    """Put 〓 for every visible character that the fonts do not have.

    A rare blank becomes a common one, and what has no shape of its own goes.
    """
    absent = {
        ord(character): _instead(character) for character in set(text) - _INVISIBLE if ord(character) not in coverage
    }
    return text.translate(absent) if absent else text


def _instead(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    # Controls, joiners and variation selectors only steer how others look.
    steers = category in ("Cc", "Cf", "Zl", "Zp") or any(ord(character) in run for run in _SELECTORS)
    return "" if steers else GETA
