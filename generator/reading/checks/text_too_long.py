"""文字太长。

检查什么：标题、提要、图注等不超过规定的字数，例如标题 40 个字、提要 300 个字、图注 100 个字。

为什么：它们要放进目录、卡片和图下的一小块地方，长了就排不下。

例子：

    keywords:
      - 一个写成了整整一句话而且怎么也放不进标签里去的关键词

应改为：

    keywords:
      - {task}
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import LengthFault
from generator.reading.finding import Finding
from generator.reading.list_items import is_several
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word texts beyond their limit."""
    for fault in record.faults("text-too-long", LengthFault):
        if is_several(fault.path, fault.written):
            continue
        limit, count = fault.limit, fault.count
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”有 {count} 个字，最多 {limit} 个字",
            reason=f"标点、空格也算字；长了排不进页面，超出的是“{shorten(fault.written[limit:])}”。",
            hint=f"删去 {count - limit} 个字，{_elsewhere(fault)}。",
        )


def _elsewhere(fault: LengthFault) -> str:
    if fault.path == ("title",):
        return "或者把后一半写进 subtitle（副标题）"
    return "细节写进 background、approach 等正文字段"
