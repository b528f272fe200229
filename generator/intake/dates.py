"""Dates and periods in whatever form tables have them: 2024.9.1, 2024年9月至2025年6月, 二〇二四年九月, 45536."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate

_YEAR = r"(?<!\d)((?:19|20)\d{2})"
_DATE = re.compile(
    rf"{_YEAR}\s*年\s*(1[0-2]|0?[1-9])\s*月\s*(3[01]|[12]\d|0?[1-9])\s*[日号]"
    rf"|{_YEAR}\s*年\s*(1[0-2]|0?[1-9])(?!\d)\s*月?"
    rf"|{_YEAR}\s*([./-])\s*(\d{{1,2}})\s*\7\s*(\d{{1,2}})(?!\d)[日号]?(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    rf"|{_YEAR}\s*[./-]\s*(\d{{1,2}})(?![\d])\s*月?"
    rf"|{_YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|{_YEAR}(0[1-9]|1[0-2])(?!\d)"
    rf"|{_YEAR}(?!\d)\s*年?"
)
_GROUPS = ((1, 2, 3), (4, 5, 0), (6, 8, 9), (10, 11, 0), (12, 13, 14), (15, 16, 0), (17, 0, 0))
"""The groups of year, month and day of each form."""
_LATER = re.compile(
    r"^\s*(?:[至到~～—–-]+)\s*(1[0-2]|0?[1-9])\s*(?:月\s*(?:(3[01]|[12]\d|0?[1-9])\s*[日号])?|(?=\s*$))"
)
_LATER_WHOLE = re.compile(r"^\s*(?:[至到~～—–-]+)\s*(1[0-2]|0?[1-9])\s*[./]\s*(3[01]|[12]\d|0?[1-9])\s*$")
_LATER_DAY = re.compile(r"^\s*(?:[至到~～—–-]+)\s*(3[01]|[12]\d|0?[1-9])\s*[日号]?\s*$")
_FILLING = re.compile(
    r"[\s至到起止始自从于在（()）—–~～\-、,，.。:：]+|开始|以来|至今|今|现在|目前|持续|时间|全年|截至|止"
)
_HAN_YEAR = re.compile("[一二][一二三四五六七八九〇零○O0]{3}年")
_HAN_PART = re.compile("([一二三四五六七八九十]{1,3})([月日号])")
_HAN_DIGITS = dict(zip("〇零○O0一二三四五六七八九", "00000123456789", strict=True))
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?|5[0-4]\d{3}(?:\.\d+)?")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of the counts of days that tables keep."""


@dataclass(frozen=True, slots=True)
class Dates:
    """One date, or a beginning and an end."""

    start: str
    """`2024-09`, as records write it."""
    end: str = ""
    doubt: str = ""
    """See `ProposedValue.doubt`."""


def read_dates(text: str, *, is_numeric: bool = False) -> Dates | None:
    """Read what a cell says of time; None where that is no date.

    Args:
        text: what stands there.
        is_numeric: the cell holds a number or a day, so that 2024.1 may have been 2024.10, and 2024-09-01 2024年9月.
    """
    plain = _in_digits(unicodedata.normalize("NFKC", text).strip())
    if _SERIAL.fullmatch(plain):
        day = _FIRST_DAY + timedelta(days=int(float(plain)))
        return Dates(day.isoformat(), doubt=f"由日期的序列数 {plain} 换算")
    found: list[str] = []
    rest, at = [], 0
    for match in _DATE.finditer(plain):
        one = _one(match)
        if not one:
            return None
        found.append(one)
        rest.append(plain[at : match.start()])
        at = match.end()
    if not found:
        return None
    tail = plain[at:]
    if len(found) == 1 and (later := _later(found[0], tail)):
        found.append(later)
        tail = ""
    return _dates(found, _FILLING.sub("", "".join((*rest, tail))), plain, is_numeric=is_numeric)


def _dates(found: list[str], rest: str, plain: str, *, is_numeric: bool) -> Dates | None:
    doubts = [f"时间里的“{rest}”没有用上"] if rest else []
    if len(found) > 2:
        doubts.append("写了几个时间，取最早和最晚的")
        found = [min(found), max(found)]
    start, end = found[0], found[1] if len(found) > 1 else ""
    if end and PartialDate.parse(end).is_over(PartialDate.parse(start)):
        doubts.append("结束在开始以前")
    if is_numeric and plain.endswith("-01"):
        doubts.append("表里是日期，“1 日”可能是表格软件补上的")
    if is_numeric and re.fullmatch(r"\d{4}\.1", plain):
        doubts.append("表里是数 2024.1 一类，可能是 1 月，也可能是 10 月")
    return Dates(start, end, "；".join(doubts))


def _one(match: re.Match[str]) -> str:
    groups = next(own for own in _GROUPS if match[own[0]])
    parts = [match[at] for at in groups if at and match[at]]
    try:
        return str(PartialDate.parse("-".join(parts)))
    except PydanticCustomError:
        return ""


def _later(start: str, tail: str) -> str:
    """Read an end that leaves out what it has in common with the beginning: 2024年9月至12月, 2024.9-12, 9月1日至3日."""
    year, *rest = start.split("-")
    try:
        if len(rest) == 2 and (day := _LATER_DAY.match(tail)):
            return str(PartialDate.parse(f"{year}-{rest[0]}-{day[1]}"))
        month = (_LATER_WHOLE.match(tail) or _LATER.match(tail)) if rest else None
        return str(PartialDate.parse("-".join(filter(None, (year, month[1], month[2]))))) if month else ""
    except PydanticCustomError:
        return ""


def _in_digits(text: str) -> str:
    """Write a date in Chinese numerals with digits: 二〇二四年九月 is 2024年9月."""
    if not _HAN_YEAR.search(text):
        return text
    digits = _HAN_YEAR.sub(lambda year: "".join(_HAN_DIGITS[one] for one in year[0][:4]) + "年", text)
    return _HAN_PART.sub(lambda part: f"{_small(part[1])}{part[2]}", digits)


def _small(numeral: str) -> int:
    tens, is_ten, ones = numeral.partition("十")
    if not is_ten:
        return int(_HAN_DIGITS[numeral[0]])
    return (int(_HAN_DIGITS[tens]) if tens else 1) * 10 + (int(_HAN_DIGITS[ones]) if ones else 0)
