"""同一项内容既写了单个的字段，又写了多个的字段。

检查什么：university 和 universities、branch 和 branches、secretary 和 secretaries，每对只写一个。两个都写了、
单个的与列表的第一项又相同的，不算错。

为什么：列表的第一项是牵头的；单个的字段里另写一个，就不知道谁牵头，也不知道它算不算在内。

例子：

    university: 示例大学
    universities: [示例理工大学, 示例师范大学]

应改为：

    universities: [示例大学, 示例理工大学, 示例师范大学]
"""

from collections.abc import Iterator
from typing import Any

from generator.case.model import SEVERAL, Case
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.finding import Finding
from generator.reading.named_values import with_names
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find pairs of keys that name different leaders."""
    for single, several in SEVERAL.items():
        one, items = _plain(record.get(single)), [_plain(item) for item in record.items(several)]
        if not one or not items or one == items[0] or type(one) is not type(items[0]):
            # What is no name is told first.
            continue
        named = with_names(record.document.value, Case, record.surroundings.names)
        if _plain(named[single]) == _plain(named[several][0]):
            # Two spellings of one name.
            continue
        name, rest = _name(one), [_name(item) for item in items if item != one]
        typed = f"“  - name: {name}”" if isinstance(one, dict) else f"“{several}: [{', '.join([name, *rest])}]”"
        yield Finding(
            record.place(single, key=True),
            message=f"“{record.label((single,))}”和“{record.label((several,))}”都写了，牵头的不一致",
            reason=f"{single} 是“{shorten(name)}”，{several} 的第一项是“{shorten(_name(items[0]))}”，"
            "第一项就是牵头的。",
            hint=f"删去 {single}，把“{shorten(name)}”移到 {several} 的第一项，写成{typed}；"
            "牵头的是别的，就把那一项放在第一。",
            edits=(
                *record.editor.remove((single,)),
                *record.editor.set((several,), [one, *(item for item in items if item != one)]),
            ),
        )


def _plain(value: Any) -> Any:
    """Give a value without white space around its texts and without what is empty."""
    if isinstance(value, dict):
        return {key: plain for key, part in value.items() if (plain := _plain(part))}
    return value.strip() if isinstance(value, str) else value


def _name(value: Any) -> str:
    return str(value.get("name", "")) if isinstance(value, dict) else str(value)
