"""文字太长。

检查什么：标题、提要、图注等不超过规定的字数，例如标题 40 个字、提要 300 个字、图注 100 个字。

为什么：它们要放进目录、卡片和图下的一小块地方，长了就排不下。

例子：

    keywords:
      - 一个写成了整整一句话而且怎么也放不进标签里去的关键词

应改为：

    keywords:
      - 党建联建
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.entry import Entry, Finding

SEVERITY = ERROR


def check(entry: Entry) -> Iterator[Finding]:
    """Word texts beyond their limit."""
    for fault in entry.faults("text-too-long"):
        limit, text = fault.about["max_length"], str(fault.about["input"]).strip()
        extra = len(text) - limit
        yield Finding(
            fault.place,
            message=f"“{entry.label(fault.path)}”有 {len(text)} 个字，最多 {limit} 个字",
            reason=f"标点、空格也算字；长了排不进页面，超出的是“{shorten(text[limit:])}”。",
            hint=f"删去 {extra} 个字，细节写进 background、approach 等正文字段。",
        )
