"""字段的名称不是一个词。

检查什么：冒号前面的字段名是一个词，不是括号里的列表或一组字段。

为什么：以花括号、方括号开头的内容在 YAML 里另有用途，会被当成字段。

例子：

    title: {{标题}}

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_EXAMPLE: tuple[str, Edits] = ('title: "{示例}案例"', ())


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word keys that are lists or mappings."""
    for fault in record.faults("key-invalid"):
        written = fault.place.excerpt[fault.place.column - 1 :][: fault.place.width]
        typed, edits = _quoted(record, fault.path)
        yield Finding(
            fault.place,
            message=f"“{shorten(written)}”被当成了字段的名称",
            reason="以花括号、方括号开头的内容在记录里另有用途，读成了字段而不是文字。",
            hint=f"填上真正的内容；文字里确实要有括号的，给整段加引号，{'写成' if edits else '例如'} {typed}。",
            edits=edits,
        )


def _quoted(record: ParsedRecord, path: Path) -> tuple[str, Edits]:
    """Write the whole value in quotes, where it stands on one line of its own."""
    written = record.editor.written(path) if path else ""
    if not written or "\n" in written or record.editor.is_in_flow(path):
        return _EXAMPLE
    text, sign = scalar_text(written), "- " if isinstance(path[-1], int) else f"{path[-1]}: "
    return f"{sign}{shorten(text, 60)}", record.editor.set(path, written)
