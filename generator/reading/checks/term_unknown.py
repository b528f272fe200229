"""用了词表里没有的词。

检查什么：任务类型、工作形式、成果种类、合作单位类别、省份、团队级别、约数词、状态等只用词表里的词。

为什么：词表来自通知的原文；用同一个词，案例才能归到一起、统计得准。

例子：

    task: 党建共建

应改为：

    task: {task}
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import nearest, shorten
from generator.reading.certain_values import ROUND_WORDS, certain_word
from generator.reading.fault import TermFault
from generator.reading.finding import Finding
from generator.reading.list_items import is_several
from generator.reading.offered_words import WHOLE_LIST, list_words, offered_words, show_word, shown_words
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word terms that are in no list."""
    for fault in record.faults("term-unknown", TermFault):
        if fault.path[0] in record.programme.unused_keys:
            # That the key has no use, key-unused says.
            continue
        if is_several(fault.path, fault.written):
            continue
        words = offered_words(record, fault.path, fault.words)
        sure = _sure(fault.written, words)
        meant = sure or _meant(fault.written, words)
        typed = list(dict.fromkeys([meant, *_others(words, meant)] if meant else shown_words(words)))
        edits = [record.editor.set(fault.path, word) for word in typed]
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的词表里没有“{shorten(fault.written)}”",
            reason="这里只能用词表里的词，案例才能归类和统计。",
            hint=_hint(words, meant),
            edits=edits[0] if edits else (),
            alternatives=tuple(edits[1:]),
            is_certain=sure is not None,
        )


def _sure(written: str, words: dict[str, str]) -> str | None:
    """Give the word that has the same letters as what was written."""
    by_name = _by_name(words)
    same = certain_word(ROUND_WORDS.get(written.strip(), written), by_name)
    return by_name[same] if same else None


def _meant(written: str, words: dict[str, str]) -> str | None:
    """Give the word that is most like what was written, by its name or as records write it."""
    by_name = _by_name(words)
    near = nearest(written, by_name)
    return by_name[near] if near else None


def _by_name(words: dict[str, str]) -> dict[str, str]:
    return {**{name: word for word, name in words.items()}, **{word: word for word in words}}


def _others(words: dict[str, str], meant: str) -> list[str]:
    """Give the words that are listed beside the one that is meant."""
    return [word for word in shown_words(words) if word != meant] if len(words) <= WHOLE_LIST else []


def _hint(words: dict[str, str], meant: str | None) -> str:
    if not words:
        return "删去这一项：能写的词都已经写了。"
    if not meant:
        return f"改为下列之一：{list_words(words)}。"
    return f"改为“{show_word(words, meant)}”" + (
        f"；可以写的有：{list_words(words)}。" if _others(words, meant) else "。"
    )
