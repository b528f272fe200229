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
from generator.reading.entry import Entry, Finding

SEVERITY = ERROR


def check(entry: Entry) -> Iterator[Finding]:
    """Word texts below their limit."""
    for fault in entry.faults("text-too-short"):
        limit, text = fault.about["min_length"], str(fault.about["input"]).strip()
        yield Finding(
            fault.place,
            message=f"“{entry.label(fault.path)}”只有 {len(text)} 个字，至少 {limit} 个字",
            reason="太短的文字在目录和列表里看不出讲的是什么。",
            hint=f"补充到 {limit} 个字以上，说清做了什么，例如“数字党课进社区”。",
        )
