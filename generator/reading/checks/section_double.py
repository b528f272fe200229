"""案例集的一个部分既列了案例又写了选取条件。

检查什么：案例集的每个部分，cases（案例）和 select（选取条件）只写一种。

为什么：两种都写，就不知道该照哪一种收入案例、按什么顺序。

例子：

    sections:
    - title: {task}
      cases:
      - 2025-sl-tea
      select:
        task: {task}

应改为：

    sections:
    - title: {task}
      select:
        task: {task}
"""

from collections.abc import Iterator

from generator.case.model import Collection
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Collection,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find sections with both cases and a selection."""
    for index, section in enumerate(record.items("sections")):
        if isinstance(section, dict) and section.get("cases") and section.get("select") is not None:
            yield Finding(
                record.place("sections", index, "select", key=True),
                message=f"“{record.label(('sections', index))}”既有“案例”又有“选取条件”",
                reason="两种都写，就不知道该照哪一种收入案例、按什么顺序。",
                hint="删去 select: 和它的条件，只收列出的案例；或者删去 cases:，按条件选取。",
                edits=record.editor.remove(("sections", index, "select")),
                alternatives=(record.editor.remove(("sections", index, "cases")),),
            )
