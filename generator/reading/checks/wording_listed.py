"""用了用语表里应避免的写法。

检查什么：记录的文字里，没有 content/wording.yml（用语表）列出的“原写法”；表里列为例外的词不算。

为什么：国家机关、重要会议和固定表述写错，是公开发布中最严重的差错。用语表由编者维护，程序只提示，
从不自动替换；每一条是错误还是警告，由表里的 level 决定。

例子：

    summary: 截止目前，{actor}已培训农户五百余人。

应改为：

    summary: 截至目前，{actor}已培训农户五百余人。
"""

from collections.abc import Iterator
from functools import partial

from generator.case.edit import Edit
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, WARNING
from generator.reading.fault import Path
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.wording import Wording

SEVERITY = WARNING
# The list itself must contain them.
APPLIES_TO = (Case, Collection)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find listed wordings."""
    pattern = record.surroundings.wrong_words
    if not pattern.search(record.running_text):
        return
    for path, text in record.texts:
        if path[0] != "waivers" and pattern.search(text):
            found = list(_found(record, text))
            for level in (ERROR, WARNING):
                of_level = [one for one in found if one[0].level == level]
                yield from first_findings(of_level, partial(_word, record, path, text))


def _word(record: ParsedRecord, path: Path, text: str, found: tuple[Wording, int]) -> Finding:
    word, start = found
    place = record.document.place_of(path, word.wrong, text.count(word.wrong, 0, start))
    span = record.document.span(place)
    return Finding(
        place,
        edits=(Edit(*span, word.right),) if record.document.text[slice(*span)] == word.wrong else (),
        message=f"“{record.label(path)}”里有“{word.wrong}”",
        reason=word.reason if word.reason.endswith("。") else f"{word.reason}。",
        hint=f"改成“{word.right}”；这里没有错的，在 waivers 里写 rule: wording-listed 和理由。",
        severity=word.level,
    )


def _found(record: ParsedRecord, text: str) -> Iterator[tuple[Wording, int]]:
    """Give the entries whose wrong form is in a text, each time with its offset, in the text's order."""
    start, pattern = 0, record.surroundings.wrong_words
    while found := pattern.search(text, start):
        here = record.surroundings.wordings_at(text, found.start())
        # Of two forms at one place the longer is meant; a shorter one counts where the longer is excused.
        meant = [word for word in here if not _is_excused(word, text, found.start())]
        word = max(meant, key=lambda word: len(word.wrong), default=None)
        if word:
            yield word, found.start()
        start = found.start() + (len(word.wrong) if word else 1)


def _is_excused(word: Wording, text: str, start: int) -> bool:
    """Check whether the wrong form at a place is part of a word in which it is right."""
    for right in word.unless:
        inside = right.find(word.wrong)
        while inside >= 0:
            if start >= inside and text.startswith(right, start - inside):
                return True
            inside = right.find(word.wrong, inside + 1)
    return False
