"""Values that the model refuses and that can be read in one way only: dates, numbers, flags, words of a list."""

import re
import unicodedata
from collections.abc import Iterable

from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.kinds import parse_number

_YEAR, _PART = r"(?P<year>[0-9]{4})", r"[0-9]{1,2}"
_DATES = (
    re.compile(rf"{_YEAR}(?P<sign>[.\-/_—–])(?P<month>{_PART})(?:(?P=sign)(?P<day>{_PART}))?(?P=sign)?"),
    re.compile(rf"{_YEAR}(?:年(?:(?P<month>{_PART})月份?(?:(?P<day>{_PART})[日号]?)?)?)?"),
    re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?"),
)
"""Year first, so that nothing can be mistaken: 9/1/2024 may be in January or in September."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile("[一二][〇○零九][〇○零一二三四五六七八九]{2}年?")
_TENS = re.compile(r"(?P<tens>[二三]?)十(?P<ones>[一二三四五六七八九]?)")
ROUND_WORDS = {"超过": "超", "接近": "近", "大约": "约", "约为": "约", "来": "多"}
"""Other words for a round figure, each with the shorter one that says the same."""
_GROUPED = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
_TRUE = frozenset(("yes", "y", "on", "t", "1", "对", "真", "有", "是的", "√", "✓", "✔", "☑", "已同意", "同意"))
_FALSE = frozenset(("no", "n", "off", "f", "0", "错", "假", "无", "没有", "不是", "×", "✗", "✘", "未同意", "不同意"))


def certain_date(text: str) -> str | None:
    """Read a date that is written otherwise: `2024.9.1`, `2024年9月`, `二〇二四年九月`, `20240901`; else None."""
    plain = _TENS.sub(_number_below_forty, "".join(unicodedata.normalize("NFKC", text).split())).translate(_DIGITS)
    for form in _DATES:
        if found := form.fullmatch(plain):
            parts = found.groupdict()
            given = [int(part) for part in (parts["year"], parts.get("month"), parts.get("day")) if part]
            try:
                return str(PartialDate.parse("-".join(str(part) for part in given)))
            except PydanticCustomError:
                return None
    return None


def _number_below_forty(found: re.Match[str]) -> str:
    tens, ones = found["tens"] or "一", found["ones"] or "〇"
    return f"{tens}{ones}"


def certain_number(text: str, *, is_whole: bool) -> str | None:
    """Read a number of full-width digits, or with spaces for its thousands; None where there is more than a number."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if is_whole and _CHINESE_YEAR.fullmatch(plain):
        plain = plain.removesuffix("年").translate(_DIGITS)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(" ", "")
    try:
        parse_number(plain)
    except PydanticCustomError:
        return None
    return plain if not is_whole or plain.isdecimal() else None


def certain_flag(text: str) -> str | None:
    """Read yes or no from its usual words and signs; None for others."""
    plain = unicodedata.normalize("NFKC", text).strip(" 。.").lower()
    if plain in ("true", "是"):
        return "true"
    if plain in ("false", "否"):
        return "false"
    return "true" if plain in _TRUE else "false" if plain in _FALSE else None


def certain_word(text: str, words: Iterable[str]) -> str | None:
    """Give the one word that differs from a text by blanks, punctuation, width or case; None where none or several do.

    `“专题 培训”` is 专题培训, and `Published` is published.
    """
    letters = _letters(text)
    found = {word for word in words if _letters(word) == letters} if letters else set()
    return found.pop() if len(found) == 1 else None


def _letters(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())
