"""列表里用了中文的逗号或顿号，几项成了一项。

检查什么：关键词、工作形式、兼及任务、学校、案例编号等列表里，没有用“，”“、”“；”隔开几个词的一项。
引号、书名号和括号里的不算。

为什么：程序只认英文逗号和换行。用了中文的逗号，几个词就成了一个词，在分类和检索里都找不到。

例子：

    keywords: [党建，科普，村小]

应改为：

    keywords: [党建, 科普, 村小]
"""

from collections.abc import Iterable, Iterator

import yaml

from generator.case.edit import Edit, apply_edits
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, WARNING, Severity
from generator.case.text import listing, shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.list_items import is_several, items_of
from generator.reading.parsed_record import ParsedRecord
from generator.reading.written_nodes import WrittenNodes
from generator.reading.written_value import scalar_text

SEVERITY = WARNING
APPLIES_TO = (Case, Collection)
_REFUSED = ("term-unknown", "id-invalid", "text-too-long")
"""The rules whose faults such an item may have; this one words them."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find items that are several."""
    several = [(path, text) for path, text in record.texts if path[-1].__class__ is int and is_several(path, text)]
    if several:
        refused = {fault.path for rule in _REFUSED for fault in record.faults(rule)}
        nodes = WrittenNodes(record.document)
        edits = {path: _edit(nodes, path, text, items_of(text)) for path, text in several}
        for path, text in several:
            shown = _corrected(nodes, edits[path], edits.values())
            yield _finding(record, path, items_of(text), edits[path], shown, ERROR if path in refused else WARNING)


def _finding(  # noqa: PLR0917 (what is known of one item)
    record: ParsedRecord, path: Path, items: list[str], edit: Edit | None, corrected: str, severity: Severity
) -> Finding:
    return Finding(
        record.place(*path),
        message=f"“{record.label(path)}”里有 {len(items)} 个词，只算一项",
        reason="列表里分隔各项的是英文逗号加一个空格，或者换行；中文的逗号、顿号和分号都是词的一部分。",
        hint=f"写成“{corrected}”。" if edit else f"分成 {len(items)} 项：{listing(items)}。",
        severity=severity,
        edits=(edit,) if edit else (),
        is_certain=edit is not None,
    )


def _edit(nodes: WrittenNodes, path: Path, text: str, items: list[str]) -> Edit | None:
    """Separate the items where they stand; None where the text is written otherwise than it is read."""
    node = nodes.find(path).node
    if not isinstance(node, yaml.ScalarNode):
        return None
    quote = node.style or ""
    begin = nodes.start(node)
    start = begin + len(quote)
    if nodes.text[start : start + len(text)] != text:
        return None
    before = nodes.text[nodes.line_start(begin) : begin]
    is_line = before.strip() == "-"
    between = f"{quote}{nodes.line_break}{before}{quote}" if is_line else f"{quote}, {quote}"
    written = items if quote else [scalar_text(item, in_flow=not is_line) for item in items]
    return Edit(start, start + len(text), between.join(written))


def _corrected(nodes: WrittenNodes, edit: Edit | None, edits: Iterable[Edit | None]) -> str:
    """Give the corrected line, with whatever else is to be corrected in it; of a line for each item, all of them."""
    if edit is None:
        return ""
    first, last = nodes.line_start(edit.start), nodes.line_end(edit.end)
    within = [Edit(one.start - first, one.end - first, one.text) for one in edits if one and first <= one.start < last]
    return shorten("”“".join(one.strip() for one in apply_edits(nodes.text[first:last], within).splitlines()), 80)
