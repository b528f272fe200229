"""日期还没有到。

检查什么：“开展时间”的开始日期、出处和媒体报道的日期、获奖和资金的年份、发布授权的授权日期不晚于今天；
“年度进展”里写了“完成”或“当年成效”的年份，不晚于今年。

为什么：案例写的是已经做过的事，出处是已经发表的报道。将来的日期多半是年份写错了。

例子：

    sources:
    - title: {actor}共建活动启动
      date: 2062-03-01

应改为：

    sources:
    - title: {actor}共建活动启动
      date: 2026-03-01
"""

from collections.abc import Iterator

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find dates after today."""
    today = record.surroundings.today
    for path in _paths(record):
        date = record.date(*path)
        if date and today.is_over(date):
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”晚于今天",
                reason=f"写的是 {date}，检查的这一天是 {today}。",
                hint=f"核对年份，例如写成 {_likely(date, today)}；确实还没有开始的，等开始以后再发布。",
                edits=record.editor.set(path, str(_likely(date, today))),
            )


def _likely(date: PartialDate, today: PartialDate) -> PartialDate:
    """Give the same day of this year, or this year alone where that is not over either."""
    same = PartialDate(today.year, date.month, date.day)
    return PartialDate(today.year) if today.is_over(same) else same


def _paths(record: ParsedRecord) -> Iterator[Path]:
    yield "period", "start"
    for key, inner in (("sources", "date"), ("coverage", "date"), ("awards", "year"), ("funding", "year")):
        for index, _ in enumerate(record.items(key)):
            yield key, index, inner
    for index, _ in enumerate(record.items("progress")):
        # A plan may be for a year to come.
        if record.get("progress", index, "done") or record.get("progress", index, "outcomes"):
            yield "progress", index, "year"
    yield "permission", "granted_on"
