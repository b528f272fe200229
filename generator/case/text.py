"""Small facts about Chinese text that several stages need."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache

_NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@cache
def is_han(character: str) -> bool:
    """Check whether one character is a Han character (URO, compatibility and all extensions)."""
    return _HAN.match(character) is not None


def count_han(text: str) -> int:
    """Count the Han characters of a text."""
    return len(_HAN.findall(text))


@cache
def is_east_asian(character: str) -> bool:
    """Check whether a character belongs to Chinese running text: Han, kana, or full-width punctuation.

    The curly quotes “ ” ‘ ’, the dash and the ellipsis are shared with Latin text; here they are Chinese.
    """
    return is_han(character) or character in "“”‘’—…·" or unicodedata.east_asian_width(character) in "WF"


def em_width(text: str) -> float:
    """Measure a text in widths of a Han character: everything that is not East Asian counts half."""
    return (len(text) + count_east_asian(text)) / 2


def count_east_asian(text: str) -> int:
    """Count the characters of Chinese running text."""
    return 0 if text.isascii() else sum(map(is_east_asian, text))


def display_width(text: str) -> int:
    """Count the terminal cells that a text takes: 2 for a wide character, 0 for a combining one."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Give the choice most like `word`, or None when none shares enough with it to be meant.

    A choice that contains the word, or is contained in it, wins; ties go to the first.
    """
    best, best_score = None, 0.5
    for choice in choices:
        is_part = len(word) > 1 and (word in choice or (len(choice) > 1 and choice in word))
        extra = 0.4 if is_part else 0.0
        matcher = SequenceMatcher(None, word.lower(), choice.lower())
        # Bounds from above, each dearer than the one before: a long text is never compared in full with a short one.
        if all(bound() + extra > best_score for bound in (matcher.real_quick_ratio, matcher.quick_ratio)):
            score = matcher.ratio() + extra
            if score > best_score:
                best, best_score = choice, score
    return best


def shorten(text: str, longest: int = 20) -> str:
    """Quote no more of a text than a message can bear: one line, cut to a number of characters and ended with `…`."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"


def listing(words: Iterable[str]) -> str:
    """Join words as a Chinese enumeration: 甲、乙、丙."""
    return "、".join(words)


def chinese_number(number: int) -> str:
    """Write a number of things as running text does: 两, 四, 十二; from a hundred on in digits."""
    if not 0 < number < 100:
        return str(number)
    if number == 2:
        return "两"
    tens, ones = divmod(number, 10)
    lead = "" if tens < 2 else _NUMERALS[tens]
    return f"{lead}{'十' if tens else ''}{_NUMERALS[ones]}"


def joined_lines(lines: Iterable[str]) -> str:
    """Make one line of several; a blank comes between two Latin words only."""
    joined = ""
    for line in filter(None, map(str.strip, lines)):
        needs_blank = joined and not is_east_asian(joined[-1]) and not is_east_asian(line[0])
        joined += f" {line}" if needs_blank else line
    return joined
