"""数字超出了范围。

检查什么：年份在 1900 到 2100 之间，讨论时长在 1 到 1000 分钟之间，资金的金额大于 0，数值不超过 20 位。

为什么：范围以外的几乎都是多敲或少敲了一位。

例子：

    honours:
      - name: 示例荣誉
        year: 20222

应改为：

    honours:
      - name: 示例荣誉
        year: 2022
"""

from collections.abc import Iterator
from typing import Any

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import NumberFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word numbers outside their limits."""
    for fault in record.faults("number-range", NumberFault):
        key = fault.path[-1]
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的“{shorten(fault.written)}”超出了范围",
            reason=f"这里的数字{_range(record, fault)}。",
            hint=f"核对是否多敲或少敲了一位，改成实际的数字，例如“{key}: {_example(key)}”。",
        )


def _range(record: ParsedRecord, fault: NumberFault) -> str:
    if fault.digits:
        return f"最多 {fault.digits} 位"
    field = record.labels.field_at(fault.path)
    metadata: list[Any] = field.metadata if field else []
    if any(hasattr(limit, "gt") for limit in metadata):
        return "应大于 0"
    least = next((limit.ge for limit in metadata if hasattr(limit, "ge")), None)
    most = next((limit.le for limit in metadata if hasattr(limit, "le")), None)
    return "位数太多" if least is None or most is None else f"应在 {least} 到 {most} 之间"


def _example(key: str | int) -> int:
    return {"year": 2024, "minutes": 45}.get(str(key), 500)
