"""字段的名称不是一个词。

检查什么：冒号前面的字段名是一个词，不是括号里的列表或一组字段。

为什么：以花括号、方括号开头的内容在 YAML 里另有用途，会被当成字段。

例子：

    title: {{标题}}

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word keys that are lists or mappings."""
    for fault in record.faults("key-invalid"):
        written = fault.place.excerpt[fault.place.column - 1 :][: fault.place.width]
        yield Finding(
            fault.place,
            message=f"“{shorten(written)}”被当成了字段的名称",
            reason="以花括号、方括号开头的内容在记录里另有用途，读成了字段而不是文字。",
            hint='填上真正的内容；文字里确实要有括号的，给整段加引号，例如 title: "{示例}案例"。',
        )
