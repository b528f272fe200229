"""One way to write for many: digits of all scripts, full-width letters, dashes, blanks and brackets.

Every table gives one character for one, so that places stay true.
"""

import re
import unicodedata
from functools import cache

_LAST = 0x20000
"""No digits are beyond the supplementary planes of scripts and symbols."""
_OTHER_DIGITS = {
    "0": "⓪⓿🄋🄌",
    "1": "㊀㈠",
    "2": "㊁㈡",
    "3": "㊂㈢",
    "4": "㊃㈣",
    "5": "㊄㈤",
    "6": "㊅㈥",
    "7": "㊆㈦",
    "8": "㊇㈧",
    "9": "㊈㈨",
}
_HAN_DIGITS = {
    "0": "〇零○",
    "1": "一壹幺弌〡",
    "2": "二贰貳弍〢",
    "3": "三叁參叄弎〣",
    "4": "四肆〤",
    "5": "五伍〥",
    "6": "六陆陸〦",
    "7": "七柒漆〧",
    "8": "八捌〨",
    "9": "九玖〩",
}
_SAME = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63ー\u2500\u2043",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\v\f\x85",
    "·": "•・‧∙⋅･●∘",
    "~": "\u301c\u223c\u2053〰",
    "/": "\u2044\u2215",
    "_": "＿",
    "(": "〔【〖《〈「『﹙﹝（",
    ")": "〕】〗》〉」』﹚﹞）",
    "@": "﹫◎ⓐⒶ",
    ".": "．｡﹒․",
}
"""With the line breaks as blanks: a number may be broken between lines."""

_PUNCTUATION = "！，：；？"
"""What ends a web address, which the ASCII ones do not."""

HAN_DIGITS = "".join(_HAN_DIGITS.values())
OTHER_DIGITS = "⓪⓿🄋🄌①-⑨⑴-⑼⒈-⒐⓵-⓽❶-❾➀-➈➊-➒⁰¹²³⁴-⁹₀-₉㊀-㊈㈠-㈨" + "".join(_OTHER_DIGITS.values())
"""For a class of a pattern, beside `\\d`."""


@cache
def plain_characters() -> dict[int, str]:
    """Give the table that makes characters of a kind one."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _PUNCTUATION}
    table |= {ord(one): plain for plain, many in (_SAME | _OTHER_DIGITS).items() for one in many}
    for found in re.finditer(f"[\\d{OTHER_DIGITS}]", "".join(map(chr, range(0x80, _LAST)))):
        digit = unicodedata.digit(found[0], None)
        if digit is not None:
            table[ord(found[0])] = str(digit)
    return table


@cache
def han_digits() -> dict[int, str]:
    """Give the table that makes Chinese numerals digits."""
    return {ord(one): digit for digit, many in _HAN_DIGITS.items() for one in many}
