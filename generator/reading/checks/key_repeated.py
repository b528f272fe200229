"""同一个字段写了两次。

检查什么：一处地方每个字段只写一次。

为什么：两处内容只有一处能算数，另一处会不声不响地丢掉。

例子：

    university: 示例大学
    university: 示例学院

应改为：

    university: 示例大学
    school: 示例学院
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import RepeatedKeyFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word keys that are twice in one mapping."""
    for fault in record.faults("key-repeated", RepeatedKeyFault):
        key, first = fault.key, fault.first
        yield Finding(
            fault.place,
            message=f"“{record.label((*fault.path, key))}”写了两次",
            reason=f"第 {first} 行已经写过 {key}，两处只有一处能算数。",
            hint=f"删去其中一处，或把两处内容合到第 {first} 行的 {key}: 后面。",
            edits=record.editor.remove((*fault.path, key), occurrence=1),
            alternatives=(record.editor.remove((*fault.path, key)),),
        )
