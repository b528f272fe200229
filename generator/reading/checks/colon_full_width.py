"""字段后面用了中文冒号。

检查什么：字段和内容之间用英文冒号加一个空格。

为什么：中文冒号“：”是文字的一部分，程序认不出前面的字段。

例子：

    title：数字党课进社区

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import KeyFault, Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word full-width colons after keys."""
    unknown = {fault.place.line: fault.path for fault in record.faults("key-unknown")}
    for fault in record.faults("colon-full-width", KeyFault):
        written = fault.key
        path = unknown.get(fault.place.line, (written,))
        by_label = {label: name for name, label in record.labels.keys_at(path[:-1]).items()}
        # A label is a key only where its mapping has that key; elsewhere another of its name may be meant.
        here = written if path[-1] != written or fault.place.line not in unknown else by_label.get(written)
        key = here or record.labels.by_name.get(written, (written,))[-1]
        yield Finding(
            fault.place,
            message=f"“{written}”后面用了中文冒号",
            reason="字段后面要用英文冒号加一个空格；中文冒号是文字的一部分，不能隔开字段和内容。",
            hint=f"切换到英文输入法，写成“{key}: ”，冒号后面留一个空格。",
            edits=(*_renamed(record, path, here if here != written else None), *fault.edits) if here else (),
            is_certain=here is not None,
        )


def _renamed(record: ParsedRecord, path: Path, key: str | None) -> Edits:
    return record.editor.rename(path, key) if key else ()
