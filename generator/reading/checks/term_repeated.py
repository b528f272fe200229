"""工作形式或关键词写了两遍。

检查什么：“工作形式”和“关键词”里没有重复的词。全角和半角、大写和小写算同一个词。

为什么：重复的词不会让案例更容易找到，多半是复制粘贴时留下的，原本可能想写另一个词。

例子：

    keywords:
    - 乡村振兴
    - 乡村振兴

应改为：

    keywords:
    - 乡村振兴
    - 茶产业
"""

import unicodedata
from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find words named twice in a list."""
    for key in ("forms", "keywords"):
        seen: dict[str, int] = {}
        for index, _ in enumerate(record.items(key)):
            written = record.text(key, index)
            word = _folded(record.programme.forms.name_of(written))
            if word and word in seen:
                yield Finding(
                    record.place(key, index),
                    message=f"“{record.label((key,))}”里的“{written}”重复",
                    reason=f"“{record.label((key, seen[word]))}”已经写了“{record.text(key, seen[word])}”。",
                    hint=f"删去这一项“{written}”，或者换成另一个词。",
                )
            seen.setdefault(word, index)


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
