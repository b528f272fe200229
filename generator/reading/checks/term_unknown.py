"""用了词表里没有的词。

检查什么：任务类型、工作形式、成果种类、合作单位类别、省份、团队级别、约数词、状态等只用词表里的词。

为什么：词表来自通知的原文；用同一个词，案例才能归到一起、统计得准。

例子：

    task: 党建共建

应改为：

    task: 党建联建
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import listing, nearest, shorten
from generator.case.words import WordList
from generator.reading.fault import TermFault
from generator.reading.finding import Finding
from generator.reading.list_items import is_several
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_LISTED = 8
"""The most words that are listed whole."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word terms that are in no list."""
    for fault in record.faults("term-unknown", TermFault):
        if fault.path[0] in record.programme.unused_keys:
            # That the key has no use, key-unused says.
            continue
        if is_several(fault.path, fault.written):
            continue
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的词表里没有“{shorten(fault.written)}”",
            reason="这里只能用词表里的词，案例才能归类和统计。",
            hint=_hint(fault.written, _words(fault, record.programme.statuses)),
        )


def _words(fault: TermFault, statuses: WordList) -> dict[str, str]:
    """Give the words as records write them, each with its name."""
    if fault.words == statuses.names:
        return {word.id: word.name for word in statuses}
    return {word: word for word in fault.words}


def _hint(written: str, words: dict[str, str]) -> str:
    shown = {word: word if word == name else f"{word}（{name}）" for word, name in words.items()}
    by_name = {**{name: word for word, name in words.items()}, **{word: word for word in words}}
    meant = nearest(written, by_name)
    parts = [f"改为“{shown[by_name[meant]]}”"] if meant else []
    if len(words) <= _LISTED:
        parts.append(f"{'可以写的有' if meant else '改为下列之一'}：{listing(shown.values())}")
    elif not meant:
        some = listing(list(shown.values())[:3])
        parts.append(f"改用手册“受控词表”一页里的词，例如{some}")
    return "；".join(parts) + "。"
