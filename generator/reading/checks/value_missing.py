"""必填的字段没有写，或写了却是空的。

检查什么：标题、任务类型、内容提要、学校、{actor}，以及各个列表项里必填的字段都有内容。

为什么：缺了它们，案例无法归类和查找。

例子：

    title:
    task: {task}

应改为：

    title: 数字党课进社区
    task: {task}
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.required_keys import Keys, choices, lacking
from generator.reading.fault import Fault
from generator.reading.finding import Finding
from generator.reading.intended_key import intended_key
from generator.reading.offered_words import list_words, offered_words, shown_words
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word what is required and not there."""
    for fault in record.faults("value-missing"):
        if isinstance(fault.path[-1], int):
            yield _item(record, fault)
        elif not _is_reported_elsewhere(record, fault):
            yield _field(record, fault)


def _is_reported_elsewhere(record: ParsedRecord, fault: Fault) -> bool:
    """Whether another problem explains it: the key is misspelt, or the reader could not take its value."""
    path, keys = fault.path, _enough(record, fault)
    unknown = [other.path for other in record.faults("key-unknown") if other.path[:-1] == path[:-1]]
    return (
        any(intended_key(record.labels, other) in keys for other in unknown)
        or any(str(other[-1]).startswith(f"{key}:") for other in unknown for key in keys)
        or any(other.path[: len(path)] == (*path[:-1], key) for other in record.document.faults for key in keys)
    )


def _enough(record: ParsedRecord, fault: Fault) -> Keys:
    """Give the keys of which one would have been enough."""
    key = str(fault.path[-1])
    groups = choices(record.model, record.programme) if len(fault.path) == 1 else ()
    return next((keys for keys in groups if key in keys), (key,))


def _item(record: ParsedRecord, fault: Fault) -> Finding:
    return Finding(
        fault.place,
        message=f"“{record.label(fault.path)}”是空的",
        reason="列表里的每一项都要有内容。",
        hint="在“- ”后面填上内容，或删去这一行。",
        edits=record.editor.remove(fault.path),
    )


def _field(record: ParsedRecord, fault: Fault) -> Finding:
    key, parent = str(fault.path[-1]), fault.path[:-1]
    holder = record.get(*parent)
    is_written, required = isinstance(holder, dict) and key in holder, _is_required(record, fault)
    words = offered_words(record, fault.path) if required else {}
    typed = [record.editor.set(fault.path, word) for word in shown_words(words)]
    if not required:
        typed = [record.editor.remove(fault.path)]
    return Finding(
        fault.place,
        message=f"“{record.label(fault.path)}”没有填写" if is_written else f"缺少“{record.label(fault.path)}”",
        reason="这个字段必须填写。" if required else "写了字段名，就要有内容。",
        hint=_hint(record, fault, words, is_written=is_written)
        if required
        else f"在“{key}: ”后面填上内容，或删去这一行。",
        edits=typed[0] if typed else (),
        alternatives=tuple(typed[1:]),
    )


def _is_required(record: ParsedRecord, fault: Fault) -> bool:
    key, parent = str(fault.path[-1]), fault.path[:-1]
    if record.is_required(fault.path):
        return True
    return not parent and any(key in keys for keys in lacking(record.model, record.programme, record.document.value))


def _hint(record: ParsedRecord, fault: Fault, words: dict[str, str], *, is_written: bool) -> str:
    key, parent = str(fault.path[-1]), fault.path[:-1]
    about = record.about(fault.path)
    where = f"在“{record.label(parent)}”里" if parent else "另起一行"
    content = f"下列之一：{list_words(words)}。" if words else f"内容。{about}"
    return f"在“{key}: ”后面填上{content}" if is_written else f"{where}写上“{key}: ”和{content}"
