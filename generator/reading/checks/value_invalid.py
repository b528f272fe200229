"""内容读不懂，又不属于其他任何一条规则。

检查什么：记录没有通过读取，但没有别的规则说明原因。

为什么：这是一道保险：有错误的记录不会悄悄消失，也不会带着错误发布。

例子：

    某个字段的内容让程序无法理解，而其他规则都没有报出问题。

应改为：

    按手册里该字段的说明改写；仍不明白时，把这份记录交给维护本系统的人。
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import Fault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word the faults that no other rule words."""
    for fault in record.faults("value-invalid"):
        yield _finding(record, fault)


def unexplained(record: ParsedRecord) -> Finding:
    """Word a refusal that no rule has worded, at the first fault, else at the record's beginning."""
    faults = sorted((fault for found in record.found.values() for fault in found), key=lambda fault: fault.place)
    return _finding(record, faults[0] if faults else Fault("value-invalid", record.place()))


def _finding(record: ParsedRecord, fault: Fault) -> Finding:
    about = record.about(fault.path)
    advice = f"按说明改写：{about}" if about else "对照手册里的样例改写这一处"
    return Finding(
        fault.place,
        message=f"“{record.label(fault.path)}”的内容读不懂" if fault.path else "这份记录有一处读不懂",
        reason="没有一条规则能说明是哪里不对，但这份记录不能用。",
        hint=f"{advice.rstrip('。')}，例如 title: 示例案例；仍不明白时把记录交给维护本系统的人。",
    )
