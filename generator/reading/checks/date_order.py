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

from generator.case.problem import ERROR
from generator.reading.entry import Entry, Finding

SEVERITY = ERROR

_PAIRS = (("period", "start", "end"), ("permission", "granted_on", "expires_on"))


def check(entry: Entry) -> Iterator[Finding]:
    """Find pairs of dates in the wrong order."""
    for parent, earlier, later in _PAIRS:
        start, end = entry.date(parent, earlier), entry.date(parent, later)
        if start and end and end.is_over(start):
            first, last = entry.label((parent, earlier)), entry.label((parent, later))
            yield Finding(
                entry.place(parent, later),
                message=f"“{last}”早于“{first}”",
                reason=f"{last}是 {end}，{first}是 {start}。",
                hint=f"核对两个日期；写反了就对调成 {earlier}: {end} 和 {later}: {start}。",
            )
