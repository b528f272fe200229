"""Numbers as word processors write them before paragraphs: 三, 叁, 丙, ③, iii, c."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RINGS = ((20, 0x2460), (35, 0x3251 - 20), (50, 0x32B1 - 35))
"""The last number of each row of circled ones, with what makes its character of a number."""
_ALPHABET = 26
_MOST = 9_999


def formatted(value: int, kind: str) -> str:
    """Write a number.

    Args:
        value: from 0.
        kind: as ECMA-376 part 1, 17.18.59 calls it; one that is not known counts with digits.
    """
    if kind in ("none", "bullet"):
        return ""
    if not 0 < value <= _MOST:
        return str(value)
    if kind in _HAN:
        return _han(value, _DIGITS, "十百千")
    if kind in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _han(value, _FORMAL, "拾佰仟")
    return _OTHERS[kind](value) if kind in _OTHERS else str(value)


_HAN = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "japaneseDigitalTenThousand",
        "taiwaneseDigital",
        "koreanDigital2",
    )
)


def _han(value: int, digits: str, units: str) -> str:
    """Write 12 as 十二, 20 as 二十, 105 as 一百〇五."""
    written = ""
    places = str(value)
    for at, digit in enumerate(places):
        left = len(places) - at - 1
        if digit != "0":
            written += digits[int(digit)] + (units[left - 1] if left else "")
        elif written and not written.endswith(digits[0]):
            written += digits[0]
    written = written.rstrip(digits[0])
    one_ten = digits[1] + units[0]
    return written.removeprefix(digits[1]) if written.startswith(one_ten) and units[0] == "十" else written


def _letters(value: int) -> str:
    """Write 1 as a, 27 as aa, as Word does."""
    return chr(ord("a") + (value - 1) % _ALPHABET) * ((value - 1) // _ALPHABET + 1)


def _roman(value: int) -> str:
    written = ""
    for size, letters in (*_ROMAN, *_SMALL_ROMAN):
        count, value = divmod(value, size)
        written += letters * count
    return written


def _ring(value: int) -> str:
    return next((chr(first + value - 1) for last, first in _RINGS if value <= last), f"({value})")


def _wide(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_OTHERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "decimalEnclosedCircle": _ring,
    "decimalEnclosedCircleChinese": _ring,
    "decimalEnclosedParen": lambda value: f"（{value}）",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "ideographEnclosedCircle": lambda value: f"（{_han(value, _DIGITS, '十百千')}）",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ideographTraditional": lambda value: _STEMS[(value - 1) % len(_STEMS)],
    "ideographZodiac": lambda value: _BRANCHES[(value - 1) % len(_BRANCHES)],
}
