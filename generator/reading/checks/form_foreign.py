"""工作形式属于别的任务类型。

检查什么：“工作形式”里的每个词，都属于 task（任务类型）或 also（兼及任务）写的任务类型。

为什么：{call_short}给每项任务列了各自的工作形式。形式与任务对不上，说明漏写了兼及任务，
或者选错了词；读者按任务类型和工作形式查找时会找不到这个案例。

例子：

    task: {task}
    forms:
    - {form2-1}

应改为：

    task: {task}
    also:
    - {task2}
    forms:
    - {form2-1}
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.offered_words import list_words, offered_words, shown_words
from generator.reading.parsed_record import ParsedRecord
from generator.reading.tasks import owners, tasks_of

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find forms that none of the record's tasks has."""
    tasks = tasks_of(record)
    if not tasks:
        return
    for index, _ in enumerate(record.items("forms")):
        word = record.text("forms", index)
        if word not in record.programme.forms or any(word in task.forms for task in tasks):
            continue
        owner = owners(word, lambda task: task.forms, record.programme)[0]
        words = offered_words(record, ("forms", index), tasks[0].forms.names, is_final=True)
        yield Finding(
            record.place("forms", index),
            message=f"“{record.label(('forms',))}”里的“{word}”不属于“{tasks[0].name}”",
            reason=f"“{word}”是“{owner.name}”的工作形式，记录的任务类型和兼及任务里都没有“{owner.name}”。",
            hint=f"在 also（兼及任务）里加上“{owner.name}”，或者改用“{tasks[0].name}”的工作形式：{list_words(words)}。",
            edits=record.editor.add_item(("also",), owner.name),
            alternatives=tuple(record.editor.set(("forms", index), word) for word in shown_words(words)),
        )
