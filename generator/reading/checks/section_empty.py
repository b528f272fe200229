"""案例集的一个部分里什么都没有。

检查什么：案例集的每个部分，列出了案例（cases），或者写了选取条件（select）。

为什么：空的部分在网页里只有一个标题。

例子：

    sections:
    - title: {task}

应改为：

    sections:
    - title: {task}
      select:
        task: {task}
"""

from collections.abc import Iterator

from generator.case.model import Collection
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Collection,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find sections with neither cases nor a selection."""
    for index, section in enumerate(record.items("sections")):
        if isinstance(section, dict) and not section.get("cases") and section.get("select") is None:
            yield Finding(
                record.place("sections", index),
                message=f"“{record.label(('sections', index))}”里没有案例",
                reason="这一部分既没有 cases（案例），也没有 select（选取条件），只会印出一个标题。",
                hint="加上 cases: 逐行列出编号，或者加上 select: 和条件，"
                f"例如 task: {record.programme.tasks[0].name}；不要的，删去整个部分。",
                edits=record.editor.remove(("sections", index)),
            )
