"""同一个案例在案例集里列了两次。

检查什么：一本案例集里，每个编号只出现一次。

为什么：列了两次的案例会在网页里出现两遍，案例数也会多算；汇编里只排第一次出现的那一处。

例子：

    sections:
    - title: {task}
      cases:
      - 2025-sl-tea
    - title: {task3}
      cases:
      - 2025-sl-tea

应改为：

    sections:
    - title: {task}
      cases:
      - 2025-sl-tea
"""

from collections.abc import Iterator

from generator.case.model import Collection
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.sections import listed_cases

SEVERITY = WARNING
APPLIES_TO = (Collection,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find ids listed a second time."""
    first: dict[str, str] = {}
    for path, name in listed_cases(record):
        place, label = record.place(*path), record.label(path)
        if name in first:
            yield Finding(
                place,
                message=f"“{label}”写的案例“{name}”列了两次",
                reason=f"{first[name]}已经是它。",
                hint=f"删去其中一个 - {name}。",
                edits=record.editor.remove(path),
            )
        first.setdefault(name, f"第 {place.line} 行的“{label}”")
