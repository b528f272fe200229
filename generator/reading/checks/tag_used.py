"""内容以“!”开头，被当成类型标记。

检查什么：记录里没有 YAML 的类型标记。

为什么：英文感叹号开头的内容会被当成给程序看的标记，读者看不到它，后面的内容也可能读错。

例子：

    title: !重要 数字党课进社区

应改为：

    title: "!重要 数字党课进社区"
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.finding import Finding
from generator.reading.line_value import value_at
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word tags."""
    for fault in record.faults("tag-used"):
        found = re.search(r"!\S*", fault.place.excerpt[fault.place.column - 1 :])
        tag = shorten(found[0]) if found else "!"
        value = value_at(record.document, fault.place)
        typed, edits = value.replaced(value.text) if value else (f'title: "{tag}"', ())
        bare = value.text.removeprefix(found[0]).lstrip() if value and found else ""
        yield Finding(
            fault.place,
            message=f"“{tag}”被当成了类型标记",
            reason="英文感叹号开头的内容是给程序看的标记，读者看不到。",
            hint=f"给整段文字加上英文引号，{'写成' if edits else '例如'} {typed}；不需要的就删去“{tag}”。",
            edits=edits,
            alternatives=(value.replaced(bare)[1],) if value and bare else (),
        )
