"""代表数字多于一项。

检查什么：“成效数据”和“年度进展”的“当年成效”里，写了 headline: true 的只有一项。

为什么：卡片、任务类型页等地方只有放一个数字的位置，两项都写就不知道用哪一项。

例子：

    outcomes:
    - what: 培训农户
      value: 500
      unit: 人
      headline: true
    - what: 建成监测站
      value: 12
      unit: 座
      headline: true

应改为：

    outcomes:
    - what: 培训农户
      value: 500
      unit: 人
      headline: true
    - what: 建成监测站
      value: 12
      unit: 座
"""

from collections.abc import Iterator

from generator.case.kinds import is_yes
from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find every headline but the first."""
    chosen = [path for path in outcome_paths(record) if is_yes(record.text(*path, "headline"))]
    for path in chosen[1:]:
        first = record.place(*chosen[0], "headline").line
        yield Finding(
            record.place(*path, "headline"),
            message=f"“{record.label(path)}”也是“代表数字”",
            reason=f"一个案例至多一项代表数字，第 {first} 行的“{record.label(chosen[0])}”已经是了。",
            hint=f"只留最能代表案例的一项：删去这一行的 headline: true，或者删去第 {first} 行的。",
            edits=record.editor.remove((*path, "headline")),
            alternatives=(record.editor.remove((*chosen[0], "headline")),),
        )


def outcome_paths(record: ParsedRecord) -> Iterator[Path]:
    """Give the way to every outcome, those of the years too."""
    holders: list[Path] = [("outcomes",)]
    holders += [("progress", index, "outcomes") for index, _ in enumerate(record.items("progress"))]
    for holder in holders:
        yield from ((*holder, index) for index, _ in enumerate(record.items(*holder)))
