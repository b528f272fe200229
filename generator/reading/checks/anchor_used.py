"""内容以“*”或“&”开头，或者用了“<<”，被当成引用。

检查什么：记录里没有 YAML 的锚点（&）、别名（*）和合并（<<）。

为什么：引用会让改动一处牵动另一处；编者几乎都不是想引用，而是写了以这些符号开头的文字。

例子：

    summary: *示例*{actor}的做法

应改为：

    summary: "*示例*{actor}的做法"
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import AnchorFault
from generator.reading.finding import Finding
from generator.reading.line_value import value_at
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_REASON = "“&”“*”和“<<”在记录里是引用的记号，本系统不用引用，以免改动一处牵动另一处。"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word anchors, aliases and merge keys."""
    for fault in record.faults("anchor-used", AnchorFault):
        yield _merge(record, fault) if fault.name == "<<" else _anchor(record, fault)


def _merge(record: ParsedRecord, fault: AnchorFault) -> Finding:
    return Finding(
        fault.place,
        message="“<<”被当成了对别处内容的引用",
        reason=_REASON,
        hint="删去“<<”这一行；要重复的内容逐行写全，例如 university: 示例大学。",
        edits=record.editor.remove((*fault.path, "<<")),
    )


def _anchor(record: ParsedRecord, fault: AnchorFault) -> Finding:
    sign = fault.place.excerpt[fault.place.column - 1 :][:1] or "*"
    value = value_at(record.document, fault.place)
    typed, edits = value.replaced(value.text) if value else (f'summary: "{sign}示例"', ())
    shown = f"{'写成' if edits else '例如'} {typed}"
    return Finding(
        fault.place,
        message=f"“{sign}”开头的内容被当成了对别处的引用",
        reason=_REASON,
        hint=f"给整段文字加上英文引号，{shown}；正文里的 Markdown 写在“background: |”下面。",
        edits=edits,
    )
