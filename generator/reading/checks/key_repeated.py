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
from generator.reading.entry import Entry, Finding

SEVERITY = ERROR


def check(entry: Entry) -> Iterator[Finding]:
    """Word keys that stand twice in one mapping."""
    for fault in entry.faults("key-repeated"):
        key, first = fault.about["key"], fault.about["first"]
        yield Finding(
            fault.place,
            message=f"“{entry.label((*fault.path, key))}”写了两次",
            reason=f"第 {first} 行已经写过 {key}，两处只有一处能算数。",
            hint=f"删去其中一处，或把两处内容合到第 {first} 行的 {key}: 后面。",
        )
