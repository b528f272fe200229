"""用了词条改名以前的叫法。

检查什么：任务类型、工作形式、成果种类、合作单位类别、团队类别和级别用现在的名称，不用原名和旧编号。

为什么：旧的叫法照样读得懂，网页上显示新的；记录里改过来，以后查找和核对才不会漏。

例子：

    level: 地市级

应改为：

    level: 市级
"""

from collections.abc import Iterator

from generator.case.model import Case, Collection
from generator.case.problem import WARNING
from generator.case.programme import Programme
from generator.case.words import WordList
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import RecordEditor

SEVERITY = WARNING
APPLIES_TO = (Case, Collection)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find words that are read as what they are called now."""
    if not record.programme.has_former:
        return
    for path, words in _words(record, record.programme):
        written = record.text(*path)
        if words.is_former(written):
            name = words[written].name
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”用了旧的叫法“{written}”",
                reason=f"它现在叫“{name}”，网页上显示的是新的叫法。",
                hint=f"改为“{name}”。",
                edits=RecordEditor(record.document, record.model).set(path, name),
                is_certain=True,
            )


def _words(record: ParsedRecord, programme: Programme) -> Iterator[tuple[Path, WordList]]:
    """Give the places where words of the programme stand, with their lists."""
    yield ("task",), programme.task_names
    yield ("level",), programme.levels
    yield ("team", "kind"), programme.team_kinds
    yield ("book", "cover"), programme.task_names
    for key, words in (("also", programme.task_names), ("forms", programme.forms)):
        yield from (((key, index), words) for index, _ in enumerate(record.items(key)))
    inner = {
        "products": ("kind", programme.product_kinds),
        "partners": ("kind", programme.partner_kinds),
    }
    for key, (name, words) in inner.items():
        yield from (((key, index, name), words) for index, _ in enumerate(record.items(key)))
    for index, _ in enumerate(record.items("sections")):
        yield ("sections", index, "select", "task"), programme.task_names
