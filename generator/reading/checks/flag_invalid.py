"""该写“是”或“否”的地方写了别的。

检查什么：首页推荐、有可辨认的人等只写 true 或 false（也可以写“是”“否”）。

为什么：别的写法看不出是肯定还是否定。

例子：

    featured: 对

应改为：

    featured: true
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.certain_values import certain_flag
from generator.reading.fault import ValueFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word flags that are neither yes nor no."""
    for fault in record.faults("flag-invalid", ValueFault):
        meant = certain_flag(fault.written)
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”写的“{shorten(fault.written)}”不是 true 或 false",
            reason="这里只能写 true（是）或 false（否）。",
            hint=f"写成“{fault.path[-1]}: {meant or 'true'}”" + ("。" if meant else "；否则写 false，或删去这一行。"),
            edits=record.editor.set(fault.path, meant or "true"),
            alternatives=() if meant else (record.editor.set(fault.path, "false"), record.editor.remove(fault.path)),
            is_certain=meant is not None,
        )
