"""Dates as templates see them: for machines and for readers."""

from typing import NamedTuple

from generator.case.date import PartialDate
from generator.case.model import Period


class Time(NamedTuple):
    """A date for a `<time>` element."""

    machine: str
    """`2024`, `2024-09` or `2024-09-01`: all three are valid in `datetime`."""
    text: str
    """2024年9月1日"""


def time_of(date: PartialDate | None) -> Time | None:
    """Show a date that may be missing."""
    return None if date is None else Time(str(date), date.chinese)


def times_of(period: Period) -> tuple[Time, ...]:
    """Show a period as its start and, where it differs, its end; 2018年起 where it has none."""
    if period.is_open:
        return (Time(str(period.start), period.chinese),)
    dates = (period.start,) if period.end in (None, period.start) else (period.start, period.end)
    return tuple(Time(str(date), date.chinese) for date in dates if date)
