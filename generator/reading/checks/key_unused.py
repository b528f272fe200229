"""写了本行动不用的字段。

检查什么：记录里没有 content/programme.yml 写明不用的字段，也没有词表是空的字段。

为什么：不用的字段不在网页、手册和统计里，写了读者也找不到。

例子：

    honours:
    - name: 示例荣誉

应改为：删去这个字段；要用它的，从 content/programme.yml 的 unused 里去掉。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find keys that the programme has no use for."""
    unused = record.programme.unused_keys
    for key in record.document.value if unused else ():
        if key in unused and record.get(key):
            yield Finding(
                record.place(key, key=True),
                message=f"“{record.label((key,))}”在“{record.programme.name}”里不用",
                reason="content/programme.yml 写明不用这个字段，或者没有给它词表。",
                hint=f"删去 {key}；要用的，从 content/programme.yml 的 unused 里去掉 {key}，或者给它加上词表。",
            )
