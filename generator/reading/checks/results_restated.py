"""工作成效只是把成效数据又说了一遍。

检查什么：写了“成效数据”和“工作成效”的案例，“工作成效”里至少有一句说了数据以外的事：一个数据里没有的数，或者一处数据说不出的变化。
数怎样写都认得：1200、1,200、１２００、1.2万、一千二百、34%、百分之三十四，前后的“余”“近”不算；年月日、“第三批”、“近三年来”不当作数。

为什么：成效数据在网页和汇编里就排在“工作成效”的开头，数字很大。下面的文字再念一遍，读者读不到新的东西，
三处写同一个数，也容易改了一处忘了别处。

例子：

    outcomes:
    - what: 培训农户
      value: 1200
      unit: 人次
      qualifier: 余
    results: 培训农户1200余人次。

应改为：

    outcomes:
    - what: 培训农户
      value: 1200
      unit: 人次
      qualifier: 余
    results: 听过课的农户自己成立了茶叶合作社，第二年不再请外面的师傅。
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.case.kinds import parse_number
from generator.case.markdown import plain_prose
from generator.case.model import Case
from generator.case.problem import WARNING
from generator.case.text import shorten
from generator.reading.checks.headline_repeated import outcome_paths
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.restatement import restating, told_by

SEVERITY = WARNING
APPLIES_TO = (Case,)

_RESULTS = ("results",)
_QUOTED = 60


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find results that say nothing but the record's figures."""
    paths = tuple(outcome_paths(record)) if _RESULTS in record.prose else ()
    if not paths:
        return
    told = told_by((record.text(*path, "what"), record.text(*path, "unit"), _values(record, path)) for path in paths)
    sentences = () if record.is_too_dense else restating(plain_prose(record.prose[_RESULTS]), told)
    if not sentences:
        return
    name, data = record.label(_RESULTS), record.label(("outcomes",))
    more = f"等 {len(sentences)} 句" if len(sentences) > 1 else ""
    yield Finding(
        record.place(*_RESULTS, key=True),
        message=f"“{name}”只是把“{data}”又说了一遍：“{shorten(sentences[0], _QUOTED)}”{more}",
        reason=f"里面的数，“{data}”里都有，数以外没有说别的；“{data}”就排在这一节的开头，读者会把同一个数读两遍。",
        hint="改写成数字说不出的：谁受了益、怎样做到的、有什么变化，例如“听过课的农户自己成立了合作社”；"
        "出处没有更多可说的，删去 results 这一节，数据照样显示。",
    )


def _values(record: ParsedRecord, path: Path) -> tuple[Decimal, ...]:
    return tuple(value for key in ("value", "before") if (value := _number(record.text(*path, key))) is not None)


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text) if text else None
    except PydanticCustomError:
        return None
