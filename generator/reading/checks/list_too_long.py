"""列表的项数太多。

检查什么：关键词至多 10 个，年度进展至多 10 年，当年成效、获奖、视频、资金来源、编写人员至多 20 项，媒体报道至多 50 项。

为什么：列表用来归类和突出重点，项数太多就等于没有。

例子：

    keywords: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸, 子]

应改为：

    keywords: [甲, 乙, 丙, 丁]
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
    """Word lists beyond their limit."""
    for fault in record.faults("list-too-long", LengthFault):
        limit, count = fault.limit, fault.count
        key = fault.path[-1]
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”有 {count} 项，最多 {limit} 项",
            reason="项数太多，就起不到归类和突出重点的作用。",
            hint=f"删去 {count - limit} 项，在“{key}:”下面只留最重要的 {limit} 项。",
        )
