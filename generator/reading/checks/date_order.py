"""结束日期早于开始日期。

检查什么：“开展时间”的结束日期不早于开始日期，“发布授权”的到期日期不早于授权日期。
只写到年或月的日期按整年、整月算：2024 到 2024-03 不算颠倒。

为什么：颠倒的日期多半是两个写反了，或者年份写错了；案例会被归入错误的年份。

例子：

    period:
      start: 2024-09
      end: 2023-06

应改为：

    period:
      start: 2023-06
      end: 2024-09
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_PAIRS = (("period", "start", "end"), ("permission", "granted_on", "expires_on"))


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find pairs of dates in the wrong order."""
    for parent, earlier, later in _PAIRS:
        start, end = record.date(parent, earlier), record.date(parent, later)
        if start and end and end.is_over(start):
            first, last = record.label((parent, earlier)), record.label((parent, later))
            yield Finding(
                record.place(parent, later),
                message=f"“{last}”早于“{first}”",
                reason=f"{last}是 {end}，{first}是 {start}。",
                hint=f"核对两个日期；写反了就对调成 {earlier}: {end} 和 {later}: {start}。",
                edits=(
                    *record.editor.set((parent, earlier), str(end)),
                    *record.editor.set((parent, later), str(start)),
                ),
            )
