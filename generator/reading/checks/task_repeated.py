"""兼及任务重复写了任务类型。

检查什么：also（兼及任务）不重复 task（任务类型），自身也没有重复。

为什么：同一个案例在一个任务类型下只出现一次；重复的多半是想写另一项任务。

例子：

    task: {task3}
    also:
    - {task3}

应改为：

    task: {task3}
    also:
    - {task2}
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.case.text import listing
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find tasks named twice."""
    also = record.items("also")
    if not also:
        return
    tasks = record.programme.task_names
    task = tasks.name_of(record.text("task"))
    named = {task, *(tasks.name_of(record.text("also", index)) for index, _ in enumerate(also))}
    seen = {task: f"“{record.label(('task',))}”已经是“{task}”。"}
    for index, _ in enumerate(also):
        name = tasks.name_of(record.text("also", index))
        if name in seen and name in tasks:
            others = [known for known in tasks.names if known not in named]
            yield Finding(
                record.place("also", index),
                message=f"“{record.label(('also',))}”里的“{name}”重复",
                reason=seen[name],
                hint="删去这一项" + (f"，或者改成另一项任务：{listing(others)}。" if others else f"“{name}”。"),
                edits=record.editor.remove(("also", index)),
                alternatives=tuple(record.editor.set(("also", index), other) for other in others),
            )
        seen.setdefault(name, f"“{record.label(('also', index))}”已经写了“{name}”。")
