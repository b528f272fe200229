"""列表里用了中文的逗号或顿号，几项成了一项。

检查什么：关键词、工作形式、兼及任务、学校、案例编号等列表里，没有用“，”“、”“；”隔开几个词的一项。
引号、书名号和括号里的不算。

为什么：程序只认英文逗号和换行。用了中文的逗号，几个词就成了一个词，在分类和检索里都找不到。

例子：

    keywords: [党建，科普，村小]

应改为：

    keywords: [党建, 科普, 村小]
"""

from collections.abc import Iterator

from generator.case.edit import Edit, apply_edits
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, WARNING, Severity
from generator.case.text import listing, shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.list_items import is_several, items_of
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case, Collection)
_REFUSED = ("term-unknown", "id-invalid", "text-too-long")
"""The rules whose faults such an item may have; this one words them."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find items that are several."""
    several = [(path, text) for path, text in record.texts if is_several(path, text)]
    if several:
        refused = {fault.path for rule in _REFUSED for fault in record.faults(rule)}
        for path, text in several:
            yield _finding(record, path, text, ERROR if path in refused else WARNING)


def _finding(record: ParsedRecord, path: Path, text: str, severity: Severity) -> Finding:
    items = items_of(text)
    edit = _edit(record, path, text, items)
    shown = f"写成“{_corrected(record, edit)}”" if edit else f"分成 {len(items)} 项：{listing(items)}"
    return Finding(
        record.place(*path),
        message=f"“{record.label(path)}”里有 {len(items)} 个词，只算一项",
        reason="列表里分隔各项的是英文逗号加一个空格，或者换行；中文的逗号、顿号和分号都是词的一部分。",
        hint=f"{shown}。",
        severity=severity,
        edits=(edit,) if edit else (),
        is_certain=edit is not None,
    )


def _edit(record: ParsedRecord, path: Path, text: str, items: list[str]) -> Edit | None:
    """Separate the items where they stand; None where the text is written otherwise than it is read."""
    document = record.document
    node = next((node for known, node in document.scalars if known == path), None)
    if node is None:
        return None
    place = document.place_of_node(node)
    quote = node.style or ""
    start = document.offset(place) + len(quote)
    if document.text[start : start + len(text)] != text:
        return None
    before = place.excerpt[: place.column - 1]
    between = f"{quote}\n{before}{quote}" if before.strip() == "-" else f"{quote}, {quote}"
    return Edit(start, start + len(text), between.join(items))


def _corrected(record: ParsedRecord, edit: Edit) -> str:
    """Give the corrected line; of a line for each item, the first two."""
    document = record.document
    first = document.text.rfind("\n", 0, edit.start) + 1
    last = document.text.find("\n", edit.end)
    line = document.text[first : last if last >= 0 else len(document.text)]
    within = Edit(edit.start - first, edit.end - first, edit.text)
    return shorten("”“".join(one.strip() for one in apply_edits(line, [within]).splitlines()), 80)
