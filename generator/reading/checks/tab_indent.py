"""行首用了制表符（Tab）缩进。

检查什么：行首的缩进只用空格。

为什么：制表符在不同电脑上宽窄不一，看不出一行属于哪个字段，YAML 因此不许用它缩进。

例子：

    period:
      ⇥start: 2024-03        # “⇥”是看不见的制表符

应改为：

    period:
      start: 2024-03
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word tabs in front of a line's text."""
    for fault in record.faults("tab-indent"):
        yield Finding(
            fault.place,
            message="行首的缩进用了制表符（Tab）",
            reason="缩进只能用空格：制表符在不同电脑上宽窄不一，分不清一行属于哪个字段。",
            hint="删去这里的制表符，每一级改用两个空格，例如“  start: 2024”。",
            edits=fault.edits,
            is_certain=True,
        )
