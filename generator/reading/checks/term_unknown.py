"""用了词表里没有的词。

检查什么：任务类型、工作形式、成果种类、合作单位类别、省份、团队级别、约数词、状态等只用词表里的词。

为什么：词表来自通知的原文；用同一个词，案例才能归到一起、统计得准。

例子：

    task: 党建共建

应改为：

    task: 党建联建
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import listing, nearest, shorten
from generator.case.vocabulary import STATUSES
from generator.reading.entry import Entry, Finding
from generator.reading.fault import Fault

SEVERITY = ERROR

_LISTED = 8
"""So many words are listed whole."""


def check(entry: Entry) -> Iterator[Finding]:
    """Word terms that are in no list."""
    for fault in entry.faults("term-unknown"):
        written = str(fault.about["input"]).strip()
        words = _words(fault)
        yield Finding(
            fault.place,
            message=f"“{entry.label(fault.path)}”的词表里没有“{shorten(written)}”",
            reason="这里只能用词表里的词，案例才能归类和统计。",
            hint=_hint(written, words),
        )


def _words(fault: Fault) -> dict[str, str]:
    """Give the words as records write them, each with its name."""
    about = fault.about
    if tuple(about.get("words", ())) == STATUSES.names:
        return {word.id: word.name for word in STATUSES}
    if "words" in about:
        return {word: word for word in about["words"]}
    # A choice that the model writes as a pattern, `^(16k|a4)$`, or as literals, `'error' or 'warning'`.
    told = (
        re.findall(r"[^^$()|]+", about["pattern"]) if "pattern" in about else re.findall("'(.+?)'", about["expected"])
    )
    return {word: word for word in told}


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
