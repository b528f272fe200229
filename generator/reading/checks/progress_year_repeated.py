"""年度进展里一年写了两次。

检查什么：“年度进展”的年份各不相同。

为什么：网页和书按年份排成一条时间线，一年只有一处。

例子：

    progress:
    - year: 2024
      done: 建成六座监测站。
    - year: 2024
      done: 培训渠管员十二人。

应改为：

    progress:
    - year: 2024
      done: 建成六座监测站，培训渠管员十二人。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find years that an earlier item has."""
    first: dict[str, int] = {}
    for index, _ in enumerate(record.items("progress")):
        path = ("progress", index, "year")
        year = record.text(*path)
        if not year:
            continue
        if year in first:
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”与前面的相同",
                reason=f"第 {record.place('progress', first[year], 'year').line} 行已经有 {year} 年。",
                hint=f"两项写的是同一年的，合成一项；不是同一年的，改成实际的年份，例如 year: {_next(year)}。",
                edits=record.editor.set(path, _next(year)),
            )
        first.setdefault(year, index)


def _next(year: str) -> str:
    return str(int(year) + 1) if year.isdecimal() else "2025"
