"""近义词表里，一个词写了两次，或者不成一组。

检查什么：content/synonyms.yml（近义词表）里，一组至少有两个词；同一组里一个词只写一次，不在 words 和 also 里各写一次；
两组不写同样的一对词；词的中间没有空格和标点。全角半角、大小写不同的算同一个词，检索时本来就不分。

为什么：检索把一组里的词当作同一个意思。只有一个词的组找不到别的；写了两次的，改了一处忘了另一处，就不知道以哪一处为准。

例子：

    groups:
    - words: [农村, 乡村, 农村]
    - words: [支教]

应改为：

    groups:
    - words: [农村, 乡村]
    - words: [支教, 送教]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.case.problem import WARNING
from generator.case.spelling import compared
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.synonym_list import SynonymList

SEVERITY = WARNING
APPLIES_TO = (SynonymList,)
_KEYS = ("words", "also")


@dataclass(frozen=True, slots=True)
class _Word:
    path: Path
    text: str
    is_also: bool

    @property
    def form(self) -> str:
        return compared(self.text)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find words that a group has twice, pairs that two groups have, and groups and words that find nothing."""
    pairs: dict[tuple[str, str], Path] = {}
    for at, _ in enumerate(record.items("groups")):
        words = list(_words(record, at))
        yield from _divided(record, words)
        yield from _repeated(record, words)
        if len({one.form for one in words}) == 1:
            yield Finding(
                record.place("groups", at),
                message=f"这一组只有“{words[0].text}”一个词",
                reason="近义词一组至少两个，检索一个才找得到另一个。",
                hint="补上意思相同的词，或者删去这一组。",
            )
        yield from _known_pairs(record, words, pairs)


def _words(record: ParsedRecord, at: int) -> Iterator[_Word]:
    for key in _KEYS:
        path = ("groups", at, key)
        for number, _ in enumerate(record.items(*path)):
            if text := record.text(*path, number):
                yield _Word((*path, number), text, key == "also")


def _divided(record: ParsedRecord, words: list[_Word]) -> Iterator[Finding]:
    for one in words:
        if any(not character.isalnum() and character not in "+#" for character in one.text):
            yield Finding(
                record.place(*one.path),
                message=f"“{one.text}”中间有空格或标点",
                reason="检索按连在一起的字查找，标点和空格把一个词分成几段，这样的近义词找不到。",
                hint="只写其中最要紧的、连在一起的几个字。",
            )


def _repeated(record: ParsedRecord, words: list[_Word]) -> Iterator[Finding]:
    first: dict[str, _Word] = {}
    for one in words:
        other = first.setdefault(one.form, one)
        if other is not one:
            yield Finding(
                record.place(*one.path),
                message=f"“{one.text}”在这一组里写了两次",
                reason=f"“{record.label(other.path)}”已经是“{other.text}”，两者检索时算同一个词。",
                hint=f"删去这里的“{one.text}”。",
                edits=record.editor.remove(one.path),
            )


def _known_pairs(record: ParsedRecord, words: list[_Word], pairs: dict[tuple[str, str], Path]) -> Iterator[Finding]:
    """Find the first pair of a group that leads from one word to the other as an earlier group does."""
    told = False
    for one, other in combinations({one.form: one for one in words}.values(), 2):
        ways = [] if one.is_also else [(one.form, other.form)]
        ways += [] if one.is_also or other.is_also else [(other.form, one.form)]
        for way in ways:
            there = pairs.setdefault(way, one.path[:2])
            if there != one.path[:2] and not told:
                told = True
                yield Finding(
                    record.place(*other.path),
                    message=f"“{one.text}”和“{other.text}”在前面已经是一组",
                    reason=f"“{record.label(there)}”里两个都有。",
                    hint="两组意思相同的，合成一组；不同的，删去重复的那个词。",
                )
