"""记录的层次太深。

检查什么：字段和列表一层套一层，不超过 8 层。

为什么：案例的字段最多只有三四层；更深的多半是缩进乱了，或粘贴了别的数据。

例子：

    keywords: [[[[[[[[[党建]]]]]]]]]

应改为：

    keywords: [党建]
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import LimitFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word nesting beyond the limit."""
    for fault in record.faults("record-too-deep", LimitFault):
        yield Finding(
            fault.place,
            message=f"这里套了不止 {fault.limit} 层",
            reason="案例的字段最多三四层；更深的多半是缩进乱了，或者多写了括号。",
            hint="删去多余的缩进或括号，例如 keywords: [党建, 联建]。",
        )
