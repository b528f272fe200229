"""Which day it is, for checks and for what a build dates; `last_build` asks besides, to know its day from another."""

import os
from datetime import UTC, date, datetime

from generator.case.date import PartialDate
from generator.making.errors import UserError


def today() -> PartialDate:
    """Ask the clock."""
    now = date.today()  # noqa: DTZ011 (permissions expire by the editor's own calendar)
    return PartialDate(now.year, now.month, now.day)


def build_day() -> PartialDate:
    """Give the day by which a build dates what it publishes: SOURCE_DATE_EPOCH's where that is set, else the clock's.

    See https://reproducible-builds.org/specs/source-date-epoch/.

    Raises:
        UserError: the variable holds no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return today()
    try:
        given = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UserError(f"环境变量 SOURCE_DATE_EPOCH 应当是秒数，例如 1790000000；现在是“{seconds}”。") from error
    return PartialDate(given.year, given.month, given.day)
