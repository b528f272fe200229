"""The numbers that Chinese texts put before headings and items: 第一部分, 一、, （一）, 1., （1）, ①, 一是."""

import re
import unicodedata
from dataclasses import dataclass

from generator.case.markdown.meant.line import BLANK

PART, HAN, BRACKETED_HAN, DIGITS, BRACKETED_DIGITS, CIRCLED, SPOKEN = range(7)
"""The kinds, the highest first."""

_HAN = "一二三四五六七八九十"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_B = f"[{BLANK}]*"
_NUMBER = re.compile(
    rf"{_B}(?:"
    rf"第(?P<part>[{_HAN}]{{1,3}}|[0-9]{{1,2}})(?:部分|章|篇|编|节)(?=[{BLANK}：:、]|$)[：:、]?"
    rf"|(?P<han>[{_HAN}]{{1,3}})(?:、|[.．](?![0-9]))|(?P<formal>[{_FORMAL}])(?:、|[.．](?![0-9]))"
    rf"|[（(](?P<bracketed_han>[{_HAN}]{{1,3}})[）)]、?|(?P<squared_han>[㈠-㈩])"
    r"|(?P<digits>[0-9０-９]{1,2})[.．、](?![0-9０-９])|(?P<dotted>[\u2488-\u249b])"
    r"|[（(](?P<bracketed>[0-9０-９]{1,2})[）)]|(?P<half_bracketed>[0-9０-９]{1,2})[）)]|(?P<parenthesised>[⑴-⒇])"
    r"|(?P<circled>[①-⑳❶-❿])"
    rf"|(?P<spoken>[{_HAN}](?=是))|第(?P<order>[{_HAN}])[，,]|其(?P<among>[{_HAN}])[，、：]"
    rf"){_B}"
)
_KINDS = {
    "part": PART,
    "han": HAN,
    "formal": HAN,
    "bracketed_han": BRACKETED_HAN,
    "squared_han": BRACKETED_HAN,
    "digits": DIGITS,
    "dotted": DIGITS,
    "bracketed": BRACKETED_DIGITS,
    "half_bracketed": BRACKETED_DIGITS,
    "parenthesised": BRACKETED_DIGITS,
    "circled": CIRCLED,
    "spoken": SPOKEN,
    "order": SPOKEN,
    "among": SPOKEN,
}
_COUNTED = "年级|月|级|期|类|层|楼|线|班|季度|产业?|档|本|流|号|等|审|次|轮|批|组|名|位"
_NEXT = re.compile(rf"([{_HAN}]{{1,3}})(?:、|{_COUNTED})")
"""The second number of `一、二年级`."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line."""

    kind: int
    value: int
    end: int
    """The offset of the words behind it."""


def number_of(text: str) -> Number | None:
    """Read the number at the start of a line; `1.5万亩`, `2024.3` and `一、二年级` have none."""
    found = _NUMBER.match(text)
    if not found or not found.lastgroup:
        return None
    kind, value = _KINDS[found.lastgroup], _value(found[found.lastgroup])
    following = _NEXT.match(text, found.end()) if kind == HAN else None
    if following and _value(following[1]) == value + 1:
        return None
    return Number(kind, value, found.end())


def _value(written: str) -> int:
    """Read `12`, `１２`, `十二`, `⑫`."""
    if written.isdecimal():
        return int(written)
    if len(written) == 1:
        return int(unicodedata.numeric(written))
    tens, ten, ones = written.partition("十")
    return (10 if ten else 0) * (_value(tens) if tens else 1) + (_value(ones) if ones else 0)
