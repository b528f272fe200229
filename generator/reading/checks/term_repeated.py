"""列表里的词或名称写了两遍。

检查什么：“工作形式”和“关键词”里没有重复的词，几所学校、几个{actor}、几位书记里没有重复的名称。全角和半角、大写和小写
算同一个词。

为什么：重复的词不会让案例更容易找到，多半是复制粘贴时留下的，原本可能想写另一个词；重复的学校和{actor}只算一个。

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
from collections.abc import Iterator, Mapping

from generator.case.model import Case
from generator.case.names import NameKind
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)

_LISTS = {
    "forms": "换成另一个词",
    "keywords": "换成另一个词",
    "universities": "换成另一所学校",
    "branches": "写上所在的学校或学院，与前一个区别开",
    "secretaries": "写上 role（学术职务），与前一位区别开",
}
"""The lists that are looked through, with what may have been meant instead."""
_NAMED: Mapping[str, NameKind] = {"universities": "universities", "branches": "branches"}
"""The lists of names, of which two spellings are one."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find words named twice in a list."""
    for key, otherwise in _LISTS.items():
        if len(record.items(key)) < 2:
            continue
        seen: dict[tuple[str, ...], int] = {}
        for index, item in enumerate(record.items(key)):
            written = record.text(key, index, "name") if isinstance(item, dict) else record.text(key, index)
            role = record.text(key, index, "role")
            name = record.surroundings.names.name_of(_NAMED[key], written) if key in _NAMED else written
            word = (_folded(record.programme.forms.name_of(name)), role)
            if written and word in seen:
                yield Finding(
                    record.place(key, index),
                    message=f"“{record.label((key,))}”里的“{written}”重复",
                    reason=f"“{record.label((key, seen[word]))}”已经写了“{_written(record, key, seen[word])}”。",
                    hint=f"删去这一项“{written}”，或者{otherwise}。",
                    edits=record.editor.remove((key, index)),
                )
            seen.setdefault(word, index)


def _written(record: ParsedRecord, key: str, index: int) -> str:
    return record.text(key, index) or record.text(key, index, "name")


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
