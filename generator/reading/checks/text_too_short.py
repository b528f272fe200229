"""文字太短。

检查什么：标题至少 4 个字。

为什么：一两个字的标题在目录和列表里看不出讲的是什么。

例子：

    title: 党课

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import LengthFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word texts below their limit."""
    for fault in record.faults("text-too-short", LengthFault):
        limit, count = fault.limit, fault.count
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”只有 {count} 个字，至少 {limit} 个字",
            reason="太短的文字在目录和列表里看不出讲的是什么。",
            hint=f"补充到 {limit} 个字以上，说清做了什么，例如“数字党课进社区”。",
        )
