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
import unicodedata
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.problem import ERROR
from generator.reading.fault import DateFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_PARTS = re.compile(r"([0-9]{4})(?:\s*[年./\-—]\s*([0-9]{1,2})(?:\s*[月./\-—]\s*([0-9]{1,2})\s*[日号]?)?\s*月?)?\s*年?")
_GOES_ON = ("至今", "今", "现在", "目前", "进行中", "持续", "长期", "长期有效", "永久", "未定", "待定")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word the dates that the model refused."""
    for fault in record.faults("date-invalid", DateFault):
        likely = _as_date(fault.written)
        year = _date(found[0]) if (found := _YEAR.search(fault.written)) else ""
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
            hint=f"写成“年-月-日”，例如 {likely or '2024-03-01'}；只知道年份时写 {year or '2024'}。",
            edits=record.editor.set(fault.path, likely or year) if likely or year else (),
            alternatives=(record.editor.set(fault.path, year),) if likely and year and likely != year else (),
        )


def _as_date(written: str) -> str:
    """Give a date that is written otherwise as it should be; empty where it is none."""
    found = _PARTS.fullmatch(unicodedata.normalize("NFKC", written).strip())
    return _date("-".join(filter(None, found.groups()))) if found else ""


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except PydanticCustomError:
        return ""
