"""Who owes what: the roster beside the records that came, one line a university."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.case.date import PartialDate
from generator.reading.brief import Brief
from generator.reading.roster import Roster
from generator.reading.surroundings import Surroundings

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
    due: int | None
    """None where the roster does not say."""
    received: int
    states: Mapping[str, int]
    """How many of them have each of `STATES`."""
    errors: int
    """Errors of its records that were looked at."""
    unchecked: int
    """How many of its records were not."""
    cases: tuple[Brief, ...]
    """By id."""
    contact: str = ""
    """Empty where the roster names none."""
    deadline: PartialDate | None = None
    days_late: int = 0
    """0 where nothing is missing or there still is time."""


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
    surroundings: Surroundings,
    chosen: Chosen | None = None,
) -> Owed:
    """Put the records to the universities that they are of.

    Args:
        roster: who is to send what; None where there is none.
        briefs: all records.
        errors: how many errors a record has, by id; one that is not here was not looked at.
        surroundings: by whose names the roster is read, and today.
        chosen: which records count.
    """
    chosen = chosen or Chosen()
    taken = [brief for brief in briefs if chosen.takes(brief)]
    of: defaultdict[str, list[Brief]] = defaultdict(list)
    for brief in taken:
        for university in brief.universities or ("",):
            of[university].append(brief)
    listed = []
    for unit in roster.units if roster else ():
        name = surroundings.names.name_of("universities", unit.university)
        line = _line(name, of.pop(name, []), errors, roster.quota_of(unit, chosen.task) if roster else None)
        deadline = roster.deadline_of(unit) if roster else None
        listed.append(replace(line, contact=unit.contact or "", **_until(deadline, line, surroundings.today)))
    others = sorted(of, key=lambda name: (not name, name))
    dues = [line.due for line in listed if line.due is not None]
    return Owed(
        tuple(listed),
        tuple(_line(name or NO_UNIVERSITY, of[name], errors) for name in others),
        _line("合计", taken, errors, sum(dues) if dues else None),
    )


def _line(name: str, cases: Sequence[Brief], errors: Mapping[str, int], due: int | None = None) -> Line:
    states = Counter(case.state for case in cases)
    return Line(
        university=name,
        due=due,
        received=len(cases),
        states={state: states[state] for state in STATES},
        errors=sum(errors.get(case.id, 0) for case in cases),
        unchecked=sum(case.id not in errors for case in cases),
        cases=tuple(sorted(cases, key=lambda case: case.id)),
    )


def _until(deadline: PartialDate | None, line: Line, on: PartialDate) -> dict[str, Any]:
    is_short = line.received < (1 if line.due is None else line.due)
    return {"deadline": deadline, "days_late": _days_after(deadline, on) if deadline and is_short else 0}


def _days_after(deadline: PartialDate, on: PartialDate) -> int:
    return max(0, (date(*on.first) - date(*deadline.last)).days)
