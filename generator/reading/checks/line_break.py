"""该写成一行的文字分成了几行。

检查什么：标题、提要、图注、名称等写成一行，中间不换行；正文（background 等四段）可以分行。

为什么：它们要放进标题、目录和表格，换行会把它们拦腰截断。

例子：

    title: |
      数字党课
      进社区

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import joined_lines, shorten
from generator.reading.fault import ValueFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word line breaks where one line is wanted."""
    for fault in record.faults("line-break", ValueFault):
        lines = [line.strip() for line in fault.written.splitlines() if line.strip()]
        key = next((step for step in reversed(fault.path) if isinstance(step, str)), "title")
        joined = joined_lines(lines)
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”分成了 {len(lines)} 行",
            reason="这一项要放进标题、目录或表格，只能是一行。",
            hint=f"去掉“|”和换行，连成一行，写成“{key}: {shorten(scalar_text(joined), 40)}”。",
            edits=record.editor.set(fault.path, joined),
        )
