"""成果的种类属于别的任务类型。

检查什么：每项成果的“种类”，都属于 task（任务类型）或 also（兼及任务）写的任务类型，或者是各类任务通用的。

为什么：{call_short}给每项任务列了各自的成果。种类与任务对不上，说明漏写了兼及任务，或者选错了词；
按成果统计时会算错。

例子：

    task: {task}
    products:
    - kind: {product4-1}
      name: 茶产业调研报告

应改为：

    task: {task}
    also:
    - {task4}
    products:
    - kind: {product4-1}
      name: 茶产业调研报告
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.offered_words import list_words, shown_words
from generator.reading.parsed_record import ParsedRecord
from generator.reading.tasks import owners, tasks_of

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find kinds of products that none of the record's tasks has."""
    tasks = tasks_of(record)
    if not tasks:
        return
    for index, _ in enumerate(record.items("products")):
        path = ("products", index, "kind")
        word = record.text(*path)
        if word not in record.programme.product_kinds or any(word in task.products for task in tasks):
            continue
        owner = owners(word, lambda task: task.products, record.programme)[0]
        words = {word: word for word in tasks[0].products.names}
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”里的“{word}”不属于“{tasks[0].name}”",
            reason=f"“{word}”是“{owner.name}”的成果，记录的任务类型和兼及任务里都没有“{owner.name}”。",
            hint=f"在 also（兼及任务）里加上“{owner.name}”，或者改用“{tasks[0].name}”的成果种类：{list_words(words)}。",
            edits=record.editor.add_item(("also",), owner.name),
            alternatives=tuple(record.editor.set(path, word) for word in shown_words(words)),
        )
