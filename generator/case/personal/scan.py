"""All personal data of one text, in time that grows with its length and no faster."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from generator.case.personal.characters import HAN_DIGITS, OTHER_DIGITS
from generator.case.personal.datum import Found, PersonalDatum
from generator.case.personal.labels import LABEL_HINT, labelled_in, may_have_label
from generator.case.personal.links import Links
from generator.case.personal.mail import mails_in
from generator.case.personal.numbers import numbers_in
from generator.case.personal.plain import Plain, plain_of

_DIGIT = f"[\\d{OTHER_DIGITS}{HAN_DIGITS}]"
_BETWEEN = r"(?:[^\w\0,，、。；：！？“”%]|[_ー^]|</?[a-z][a-z1-6]{0,9}\s?/?>){0,8}"
# Looks that begin with one set of characters, which the engine finds fast; few texts pass any. Where what comes first
# depends on what follows, the set of all that may come first stands before the choice.
# What begins with the second digit of a number begins with its first.
_MANY_DIGITS = re.compile(f"{_DIGIT}(?<!{_DIGIT}{_DIGIT})(?:{_BETWEEN}{_DIGIT}){{10}}")
_ENCODED = re.compile("[&%％<](?:(?<!<)(?:#|[0-9A-Fa-f]{2}|[a-z]+;)|(?<=<)(?:!--|[a-zA-Z/][^<>]*=))")
_LINKED_DIGIT = re.compile(f"{_DIGIT}[*_~`]{{0,3}}\\]\\(")
_MAIL = re.compile(
    r"[@＠﹫◎ⓐ艾爱圈_(\[{（【〔＜<［\s#＃-](?:(?<=[@＠﹫◎ⓐ艾])|(?<=爱)特|(?<=圈)[aA]|(?<=[_-])at[_-]"
    r"|(?<=[(\[{（【〔＜<［])\s?(?:[Aa#]|AT|ａ)|(?<=\s)(?:at|AT)\s"
    r"|(?<=[#＃])\s{0,2}[A-Za-z0-9Ａ-ｚ-]{2,30}\s?[.．。点(（·])"
)
_WIDE = re.compile("[Ａ-Ｚａ-ｚ][Ａ-Ｚａ-ｚ０-９]")
_SIGNS = (
    "@",
    "＠",
    "﹫",
    "◎",
    "ⓐ",
    "Ⓐ",
    "艾特",
    "爱特",
    "圈",
    "#",
    "＃",
    "at",
    "AT",
    "At",
    "a)",
    "A)",
    "a）",
    "a]",
    "&",
    "%",
    "％",
    "<",
)
"""Without one of these there is no hidden mailbox, no tag and nothing encoded; to look for them takes no time."""
_LINK = "]("
_HAN_RUN = re.compile(f"[{HAN_DIGITS}](?:[^\\w、，。]{{0,4}}[{HAN_DIGITS}]){{3}}")
"""Chinese numerals that count as digits: a single 一 is a word."""


def may_have_personal_data(text: str) -> bool:
    """Check quickly whether a text has anything worth a closer look; most have not."""
    if _MANY_DIGITS.search(text) or may_have_label(text) or _WIDE.search(text):
        return True
    return any(look.search(text) for look in _further_looks(text))


def _further_looks(text: str) -> Iterator[re.Pattern[str]]:
    """Give the looks that only a text with certain signs needs."""
    if any(sign in text for sign in _SIGNS):
        yield from (_MAIL, _ENCODED)
    if _LINK in text:
        yield _LINKED_DIGIT


def suspects(texts: str, lengths: Sequence[int]) -> list[int]:
    """Give the numbers of the texts that need a closer look; of a record's fifty hardly one does.

    Args:
        texts: all of them in one, with NUL between each and the next.
        lengths: how long each is.
    """
    looks = (_MANY_DIGITS, LABEL_HINT, _WIDE, *_further_looks(texts))
    starts = list(accumulate((length + 1 for length in lengths), initial=0))
    numbers = set[int]()
    for look in looks:
        found = look.search(texts)
        while found:
            number = bisect_right(starts, found.start()) - 1
            numbers.add(number)
            # What begins in one text says nothing of the next.
            found = look.search(texts, starts[number + 1])
    return sorted(numbers)


def find_personal_data(
    text: str, allowed: frozenset[str] = frozenset(), most: int | None = None
) -> tuple[PersonalDatum, ...]:
    """Find personal data, in the order of the text.

    A label counts most, then what the words around say a number is, then the number itself. Host and path of a web
    address are not text: article numbers there are neither phones nor cards.

    Args:
        text: as written, in Markdown or not.
        allowed: domains and whole e-mail addresses that belong to an office.
        most: how many are enough; None for all.
    """
    if not may_have_personal_data(text):
        return ()
    plain = plain_of(text)
    found = [_datum(plain, text, one) for one in islice(_found(plain, allowed), most)]
    for offset, hidden in plain.hidden:
        inside = find_personal_data(hidden, allowed)
        found += [PersonalDatum(one.kind, offset + one.start, offset + one.end, one.masked) for one in inside]
    return tuple(sorted(found, key=lambda datum: datum.start))


def _found(plain: Plain, allowed: frozenset[str]) -> Iterator[Found]:
    """Give what is found in a plain text, the surest kinds first: what they cover is not looked at again."""
    taken = _Taken()
    links = Links(plain.text)
    for mail in mails_in(plain.text, links, allowed):
        taken.take(mail.start, mail.end)
        yield mail
    readings = [plain.text]
    if _HAN_RUN.search(plain.text):
        readings.append(plain.with_han_digits)
    for text in readings:
        for number in numbers_in(text, plain.text, links):
            if taken.take(number.start, number.end):
                yield number
    for named in labelled_in(readings[-1], plain.text, links):
        if taken.take(named.start, named.end):
            yield named


_MOST_MARKS = 3


class _Taken:
    """The pieces of a text that are found already."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> bool:
        """Take a piece unless some of it is taken; say whether it was free."""
        index = bisect_left(self._spans, (start, end))
        if index < len(self._spans) and self._spans[index][0] < end:
            return False
        if index and self._spans[index - 1][1] > start:
            return False
        self._spans.insert(index, (start, end))
        return True


def _datum(plain: Plain, text: str, found: Found) -> PersonalDatum:
    start, end = plain.source(found.start, found.end)
    characters = list(text[start:end])
    for place in _hidden_places(plain.text, found):
        for index in range(*plain.source(place, place + 1)):
            if found.kind == "email" or text[index].isalnum():
                characters[index - start] = "*"
    return PersonalDatum(found.kind, start, end, "".join(characters))


def _hidden_places(text: str, found: Found) -> list[int]:
    """Choose the characters of a plain text that may not be shown: the middle of a number, the name in an address."""
    if found.kind == "email":
        # Three asterisks and fewer are marks of Markdown: a short name would show its first letter as an address.
        kept = 1 if found.name_end - found.start > _MOST_MARKS + 1 else 0
        return list(range(found.start + kept, found.name_end))
    first, last = found.kept
    places = [place for place in range(found.start, found.end) if text[place].isalnum()]
    return places[first : len(places) - last]
