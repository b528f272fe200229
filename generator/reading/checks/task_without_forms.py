"""任务没有工作形式。

检查什么：content/programme.yml 的每项任务有自己的工作形式；没有的，文件里要有各项任务通用的工作形式。

为什么：没有工作形式的任务，它的案例不能写 forms，按工作形式就找不到。通知没有列出工作形式的，可以只用通用的。

例子：

    tasks:
    - {id: visits, name: 走访慰问, definition: 走访慰问困难群众。}

应改为：

    tasks:
    - {id: visits, name: 走访慰问, definition: 走访慰问困难群众。}
    forms:
    - {id: home-visits, name: 入户走访, ours: true}
"""

from collections.abc import Iterator

from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (ProgrammeFile,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find tasks whose cases cannot say how the work was done."""
    if record.items("forms") or "forms" in record.items("unused"):
        return
    for index, task in enumerate(record.items("tasks")):
        if isinstance(task, dict) and not record.items("tasks", index, "forms"):
            name = record.text("tasks", index, "name") or record.text("tasks", index, "id")
            yield Finding(
                record.place("tasks", index),
                message=f"任务“{name}”没有工作形式",
                reason="各项任务通用的工作形式也没有，这项任务的案例不能写 forms。",
                hint="通知列了的，在这项任务里写 forms；没有列的，在文件里加一份通用的，"
                "例如 forms: [{id: visits, name: 走访, ours: true}]；不用这个字段的，写 unused: [forms]。",
            )
