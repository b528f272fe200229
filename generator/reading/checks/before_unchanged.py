"""原数值没有说出变化。

检查什么：“成效数据”写了“原数值”的，与“数值”不同；写了“原数值的约数词”的，也写了“原数值”。

为什么：原数值用来说明从多少变成了多少。两个数一样，多半是抄错了一个；只有约数词没有数，什么也没有说。

例子：

    outcomes:
    - what: 高数不及格率
      before: 34
      value: 34
      unit: "%"

应改为：

    outcomes:
    - what: 高数不及格率
      before: 34
      value: 0.6
      unit: "%"
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.case.kinds import parse_number
from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.checks.headline_repeated import outcome_paths
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find values before that are the value itself, and qualifiers of a value before that is not there."""
    for path in outcome_paths(record):
        if not record.get(*path, "before"):
            if record.text(*path, "before_qualifier"):
                yield _alone(record, path)
            continue
        before, value = _number(record, (*path, "before")), _number(record, (*path, "value"))
        words = (record.text(*path, "before_qualifier"), record.text(*path, "qualifier"))
        if before is not None and before == value and words[0] == words[1]:
            yield Finding(
                record.place(*path, "before"),
                message=f"“{record.label((*path, 'before'))}”与“数值”相同",
                reason=f"两个都是 {record.text(*path, 'value')}，看不出变化。",
                hint="核对出处，改正写错的一个；没有变化的，删去 before: 这一行。",
                edits=(
                    *record.editor.remove((*path, "before")),
                    *(record.editor.remove((*path, "before_qualifier")) if words[0] else ()),
                ),
            )


def _alone(record: ParsedRecord, path: Path) -> Finding:
    word = record.text(*path, "before_qualifier")
    return Finding(
        record.place(*path, "before_qualifier"),
        message=f"“{record.label((*path, 'before_qualifier'))}”写了“{word}”，但没有“原数值”",
        reason="没有原数值，它的约数词不会显示。",
        hint=f"加上原数值，例如 before: 4000；“{word}”说的是现在的数值的，改写成 qualifier: {word}。",
        edits=record.editor.rename((*path, "before_qualifier"), "qualifier")
        if not record.get(*path, "qualifier")
        else record.editor.remove((*path, "before_qualifier")),
    )


def _number(record: ParsedRecord, path: Path) -> Decimal | None:
    try:
        return parse_number(record.text(*path))
    except PydanticCustomError:
        return None
