"""日期写法不对，或者这一天不存在。

检查什么：所有日期写成“年”“年-月”或“年-月-日”，并且日历上确有这一天。

为什么：日期用来排序、归入年份。不完整但真实的日期（只知道年份）好过猜出来的日期。

例子：

    period:
      start: 2024-13-01

应改为：

    period:
      start: 2024-03-01
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.certain_values import certain_date
from generator.reading.fault import DateFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_GOES_ON = ("至今", "今", "现在", "目前", "进行中", "持续", "长期", "长期有效", "永久", "未定", "待定")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word the dates that the model refused."""
    for fault in record.faults("date-invalid", DateFault):
        meant = certain_date(fault.written)
        year = certain_date(found[0]) if (found := _YEAR.search(fault.written)) else None
        form = f"写成“年-月-日”，例如 2024-03-01；只知道年份时写 {year or '2024'}。"
        if fault.written in _GOES_ON and not record.is_required(fault.path):
            yield Finding(
                fault.place,
                message=f"“{record.label(fault.path)}”不是有效日期",
                reason=f"“{fault.written}”不是日期。",
                hint=f"仍在进行的不写 {fault.path[-1]}，删去这一行。",
                edits=record.editor.remove(fault.path),
            )
            continue
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”不是有效日期",
            reason=fault.reason,
            hint=f"写成“{fault.path[-1]}: {meant}”。" if meant else form,
            edits=record.editor.set(fault.path, meant or year) if meant or year else (),
            is_certain=meant is not None,
        )
