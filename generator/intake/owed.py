"""Who owes what: the roster beside the records that came, one line a university."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.case.date import PartialDate
from generator.case.names import Names
from generator.reading.brief import Brief
from generator.reading.roster import Roster, Unit

NO_UNIVERSITY = "未注明学校"
STATES = ("draft", "submitted", "reviewed", "published")
"""The statuses that are counted apart; withdrawn records count as not received."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which records count."""

    task: str = ""
    """The task's name; empty for all."""
    state: str = ""
    """The id of the status; empty for all but withdrawn."""
    year: int = 0
    """0 for all."""

    def takes(self, brief: Brief) -> bool:
        """Say whether a record counts."""
        is_of_state = brief.state == self.state if self.state else brief.state != "withdrawn"
        return is_of_state and self.task in ("", *brief.tasks) and self.year in (0, brief.year)


@dataclass(frozen=True, slots=True)
class Line:
    """What a university owes and has sent."""

    university: str
    contact: str
    deadline: PartialDate | None
    due: int | None
    """None where the roster does not say."""
    received: int
    states: Mapping[str, int]
    """How many of them have each of `STATES`."""
    errors: int
    """Errors of its records that were looked at."""
    unchecked: int
    """How many of its records were not."""
    days_late: int
    """0 where nothing is missing or there still is time."""
    cases: tuple[Brief, ...] = ()
    """By id."""


@dataclass(frozen=True, slots=True)
class Owed:
    """The whole table."""

    listed: tuple[Line, ...]
    """The units of the roster, in its order."""
    others: tuple[Line, ...]
    """The universities that sent something and are not on it, by name; records without a university last."""
    total: Line
    """Each record counts once, whoever's it is."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines without the total."""
        return (*self.listed, *self.others)


def owed(
    roster: Roster | None,
    briefs: Sequence[Brief],
    errors: Mapping[str, int],
    names: Names,
    on: PartialDate,
    chosen: Chosen | None = None,
) -> Owed:
    """Put the records to the universities that they are of.

    Args:
        roster: who is to send what; None where there is none.
        briefs: all records.
        errors: how many errors a record has, by id; one that is not here was not looked at.
        names: by which the roster's universities are read.
        on: today.
        chosen: which records count.
    """
    chosen = chosen or Chosen()
    taken = [brief for brief in briefs if chosen.takes(brief)]
    of: dict[str, list[Brief]] = {}
    for brief in taken:
        for university in brief.universities or ("",):
            of.setdefault(university, []).append(brief)
    units = {names.name_of("universities", unit.university): unit for unit in roster.units} if roster else {}

    def line(name: str, unit: Unit | None, cases: Iterable[Brief]) -> Line:
        due = roster.quota_of(unit, chosen.task) if roster and unit else None
        deadline = roster.deadline_of(unit) if roster and unit else None
        return _line(name, unit.contact or "" if unit else "", due, deadline, tuple(cases), errors, on)

    listed = tuple(line(name, unit, of.get(name, ())) for name, unit in units.items())
    unlisted = sorted(of.keys() - units.keys(), key=lambda name: (not name, name))
    others = (line(name or NO_UNIVERSITY, None, of[name]) for name in unlisted)
    dues = [one.due for one in listed if one.due is not None]
    total = _line("合计", "", sum(dues) if dues else None, None, tuple(taken), errors, on)
    return Owed(listed, tuple(others), total)


def _line(
    name: str,
    contact: str,
    due: int | None,
    deadline: PartialDate | None,
    cases: tuple[Brief, ...],
    errors: Mapping[str, int],
    on: PartialDate,
) -> Line:
    is_short = len(cases) < (1 if due is None else due)
    return Line(
        university=name,
        contact=contact,
        deadline=deadline,
        due=due,
        received=len(cases),
        states={state: sum(case.state == state for case in cases) for state in STATES},
        errors=sum(errors.get(case.id, 0) for case in cases),
        unchecked=sum(case.id not in errors for case in cases),
        days_late=_days_after(deadline, on) if deadline and is_short else 0,
        cases=tuple(sorted(cases, key=lambda case: case.id)),
    )


def _days_after(deadline: PartialDate, on: PartialDate) -> int:
    return max(0, (date(*on.first) - date(*deadline.last)).days)
