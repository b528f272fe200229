"""撤下的案例没有写原因。

检查什么：“状态”是 withdrawn（已撤下）的记录写了“撤下原因”。

为什么：撤下的案例仍保留一个网页，告诉循着旧网址来的读者为什么看不到了。

例子：

    status: withdrawn

应改为：

    status: withdrawn
    withdrawn_reason: 内容已并入新案例
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find withdrawn records without a reason."""
    if record.state != "withdrawn" or record.get("withdrawn_reason"):
        return
    yield Finding(
        record.place(),
        message=f"记录已撤下，但没有“{record.label(('withdrawn_reason',))}”",
        reason="撤下的案例保留一个网页，上面要告诉读者为什么撤下。",
        hint="加上一行 withdrawn_reason: 并写明原因，例如 withdrawn_reason: 内容已并入新案例。",
    )
