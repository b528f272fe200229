"""列表的短横线写得不对，读不出各项。

检查什么：列表的每一项以英文的短横线“-”加一个空格开头。

为什么：短横线后面没有空格，或者用了中文的横线，这一行就只是文字，几项会连成一段。

例子：

    keywords:
      -乡村振兴
      －科普

应改为：

    keywords:
      - 乡村振兴
      - 科普
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import DashFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word dashes that begin no item."""
    for fault in record.faults("dash-wrong", DashFault):
        item = fault.place.excerpt[fault.place.column - 1 + fault.place.width :].strip()
        is_tight = fault.sign == "-"
        yield Finding(
            fault.place,
            message="列表项的短横线后面没有空格" if is_tight else f"列表项用了“{fault.sign}”，不是英文的短横线",
            reason="没有空格，短横线就和文字连成一段，读不出各项。"
            if is_tight
            else "列表项只认英文的短横线加一个空格；别的横线是文字的一部分，读不出各项。",
            hint=f"写成“- {shorten(item, 40)}”；或运行 anliji fix，一次改好。",
            edits=fault.edits,
            is_certain=True,
        )
