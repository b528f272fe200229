"""年度进展里有一年什么都没有写。

检查什么：“年度进展”的每一项，除了年份，还写了计划、完成、变化、当年成效中的一样。

为什么：只有年份的一项，在网页和书里只是一个空的年份。

例子：

    progress:
    - year: 2024

应改为：

    progress:
    - year: 2024
      done: 建成六座监测站。
"""

from collections.abc import Iterator

from generator.case.model import PROGRESS_TEXTS, Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find years without a word."""
    for index, item in enumerate(record.items("progress")):
        if isinstance(item, dict) and item.get("year") and not any(item.get(key) for key in _WORDS):
            yield Finding(
                record.place("progress", index),
                message=f"“{record.label(('progress', index))}”只有年份",
                reason="没有计划、完成、变化，也没有当年成效，网页和书里只有一个空的年份。",
                hint="加上 done: 和这一年做了什么；还没有可写的，删去这一项。",
                edits=record.editor.remove(("progress", index)),
            )


_WORDS = (*PROGRESS_TEXTS, "outcomes")
