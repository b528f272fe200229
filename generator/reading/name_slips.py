"""Whether one name is another with a slip in it, or an abbreviation of it, by the words that both are made of."""

import re
from typing import Literal

from generator.case.confusable import is_confusable
from generator.case.names import NameKind

Likeness = Literal["", "likely", "plain"]

_ORDERS = frozenset("一二三四五六七八九十百千零〇两壹贰叁甲乙丙丁戊己庚辛壬癸")
_SIDES = frozenset("东西南北中上下左右前后内外新老大小高低")
_SMALL_PLACES = re.compile(r"[村乡镇庄屯寨]")
_ENDS = {"大": "大学", "院": "学院", "专": "专科学校"}
_LONGEST_SLIP = 2


def likeness(rare: str, frequent: str, kind: NameKind) -> Likeness:
    """Say whether a rare name is a frequent one with a slip: `plain` where the slip breaks a word, `likely` else.

    Both in the form in which spellings are compared. 李家村 and 黎家村 are two villages, and none is a slip.
    """
    if kind in ("partners", "places", "branches") and _SMALL_PLACES.search(rare):
        return ""
    if len(rare) == len(frequent):
        return _replaced(rare, frequent)
    if abs(len(rare) - len(frequent)) == 1 and kind in ("universities", "schools"):
        return _one_more(rare, frequent) if len(rare) > len(frequent) else _one_less(rare, frequent)
    return ""


def _replaced(rare: str, frequent: str) -> Likeness:
    at = [place for place, pair in enumerate(zip(rare, frequent, strict=True)) if pair[0] != pair[1]]
    if not 0 < len(at) <= _LONGEST_SLIP or any(_is_order(rare[place], frequent[place]) for place in at):
        return ""
    mine, theirs = _words_at(rare), _words_at(frequent)
    if any(len(mine[place]) > 1 for place in at):
        # It is a word of its own: 苏州 and 宿州.
        return ""
    is_broken = all(len(theirs[place]) > 1 for place in at)
    if at[-1] - at[0] == 1 and rare[at[0] : at[0] + 2] == frequent[at[0] : at[0] + 2][::-1]:
        return "plain" if is_broken else ""
    if not all(is_confusable(rare[place], frequent[place]) for place in at):
        return ""
    return "plain" if is_broken else "likely"


def _one_more(rare: str, frequent: str) -> Likeness:
    at = _first_difference(rare, frequent)
    if rare[:at] + rare[at + 1 :] != frequent or rare[at] in _ORDERS or rare[at].isascii():
        return ""
    if rare[at] in (rare[at - 1 : at], rare[at + 1 : at + 2]):
        return "plain"
    return "likely" if rare[at] not in _SIDES and len(_words_at(rare)[at]) == 1 else ""


def _one_less(rare: str, frequent: str) -> Likeness:
    at = _first_difference(frequent, rare)
    if frequent[:at] + frequent[at + 1 :] != rare or frequent[at] in _ORDERS | _SIDES or frequent[at].isascii():
        return ""
    # What is left of the word is no word: 华南农大学, 示大学.
    mine, theirs = _words_at(rare), _words_at(frequent)
    left = [place for place in (at - 1, at) if 0 <= place < len(rare) and len(mine[place]) == 1]
    return "likely" if left and len(theirs[at]) > 1 else ""


def _first_difference(longer: str, shorter: str) -> int:
    return next((at for at, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), len(shorter))


def _is_order(one: str, other: str) -> bool:
    """Whether two characters tell things of one kind apart: numbers, directions, letters."""
    return {one, other} <= _ORDERS or {one, other} <= _SIDES or one.isascii() or other.isascii()


def _words(text: str) -> list[str]:
    """Cut a text into the words that the dictionary knows; what it does not know comes character by character."""
    import rjieba  # noqa: PLC0415 (its dictionary takes a sixth of a second; most projects have no name to look at)

    words: list[str] = rjieba.cut(text, False)
    return words


def _words_at(name: str) -> list[str]:
    """Give the word that each character of a name is in."""
    return [word for word in _words(name) for _ in word]


def is_short(name: str) -> bool:
    """Say whether a name ends as a university's does that was shortened."""
    return name[-1:] in _ENDS and not name.endswith(("大学", "学院", "医院", "法院"))


def is_abbreviation(short: str, name: str) -> bool:
    """Check whether a university's name was shortened in the usual way: 华南农大, 北科大, 川农大, 黄冈师院."""
    end = _ENDS.get(short[-1:])
    if end is None or not name.endswith(end) or not is_short(short):
        return False
    return _begins(short[:-1], _words(name.removesuffix(end)), taken=0)


def _begins(short: str, words: list[str], taken: int) -> bool:
    """Whether a text is made of the beginnings of words, of the first also by any of its characters."""
    if not short:
        return not words or taken > 1
    if not words:
        return False
    first, rest = words[0], words[1:]
    starts = {first[:length] for length in range(1, len(first) + 1)} | (set(first) if not taken else set())
    return any(short.startswith(start) and _begins(short[len(start) :], rest, taken + 1) for start in starts)
