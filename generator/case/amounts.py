"""Amounts in running text, whichever way their numbers are written: 1,200, １２００, 1.2万, 一千二百, 百分之三十四."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HAN = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HALF = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {ord("％"): "%", ord("．"): "."}
_WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]+"
_AMOUNT = re.compile(
    rf"(?:百分之|千分之)?(?P<number>{_NUMBER})(?P<round>[余多来]?)(?P<size>[十百千]?[万亿]*)(?P<after>[余多]?)[%‰]?"
)
_ONES = re.compile(f"[{''.join(_HAN)}]*")
_NOT_AMOUNTS = re.compile(
    r"第(?:\d+|[零〇一二两三四五六七八九十百千]+)"
    r"|(?:19|20|一九|二〇|二零)[\d零〇一二三四五六七八九]{2}(?:级|年(?:\d{1,2}月(?:\d{1,2}日)?)?)"
    r"|(?:19|20)\d\d(?=\s?[—–~至到-]{1,2}\s?(?:19|20)\d\d年)"
    r"|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"
    r"|(?:近|过去|前|这|连续)?(?:\d{1,2}|[一二两三四五六七八九十]+)(?:多|余)?年(?:来|里|间|中|内|以来)"
    r"|(?:近|过去|连续)(?:\d{1,2}|[一二两三四五六七八九十]+)(?:多|余)?年"
)
"""Numbers that count nothing: dates, years of students, ordinals, and how long ago it began."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that counts or measures something."""

    value: Decimal
    """With the 万 and 亿 behind it."""
    start: int
    end: int
    """Where it stands in the text, with what belongs to its number: 余, 万, %."""


def without_dates(text: str) -> str:
    """Blank out the numbers of a text that count nothing; every other character keeps its place."""
    plain = _WIDE_COMMA.sub(",", text.translate(_HALF))
    return _NOT_AMOUNTS.sub(lambda found: " " * len(found[0]), plain)


def amounts_in(text: str) -> Iterator[Amount]:
    """Find the amounts of a text; of a range or a change each end is one."""
    for found in _AMOUNT.finditer(without_dates(text)):
        yield Amount(number_value(found["number"]) * size_of(found["size"]), found.start(), found.end())


def number_value(number: str) -> Decimal:
    """Read a number of digits, with commas or decimals, or of Han numerals: 一千二百, 三十二万, 二〇二四."""
    if number[0].isdigit() and number.isascii():
        return Decimal(number.replace(",", ""))
    if len(number) > 1 and _ONES.fullmatch(number):
        return Decimal("".join(str(_HAN[one]) for one in number))
    total = section = digit = 0
    for one in number:
        if one in _HAN:
            digit = _HAN[one]
        elif one == "万":
            total, section, digit = total + (section + digit) * _SIZES[one], 0, 0
        elif one == "亿":
            total, section, digit = (total + section + digit) * _SIZES[one], 0, 0
        else:
            section, digit = section + (digit or 1) * _SIZES[one], 0
    return Decimal(total + section + digit)


def size_of(power: str) -> int:
    """Give what 万, 亿, 百万 and so on multiply by; 1 for nothing."""
    times = 1
    for one in power:
        times *= _SIZES[one]
    return times
