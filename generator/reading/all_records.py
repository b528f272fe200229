"""All records side by side, for the rules that compare them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.case.model import Case
from generator.case.text import nearest
from generator.reading.check_result import CheckResult
from generator.reading.finding import Finding
from generator.reading.lead_choice import LeadChoice
from generator.reading.parsed_record import ParsedRecord


class Owner(Protocol):
    """The file that a finding belongs to."""

    @property
    def path(self) -> str:
        """The file, relative to the project."""

    @property
    def university(self) -> str:
        """The leading university that the file names, or an empty text."""

    @property
    def is_unfinished(self) -> bool:
        """Whether it is a record that no reader is to see yet."""


OwnedFindings = Iterator[tuple[Owner, Finding]]
"""What a `check_all` yields: the file where the problem is to be shown, and the finding."""


@dataclass(frozen=True)
class AllRecords:
    """What the `check_all` of a rule sees."""

    cases: tuple[CheckResult[Case], ...]
    """All records, sorted by path."""
    collections: tuple[ParsedRecord, ...] = ()
    """All collections, sorted by path."""
    lead: LeadChoice | None = None
    """The case that leads the home page; None where nobody chose one."""

    @cached_property
    def finished_first(self) -> tuple[CheckResult[Case], ...]:
        """All records, sorted by path, those that are still being worked on behind the others.

        Where two are in conflict, the one that readers know has the right of way.
        """
        return tuple(sorted(self.cases, key=lambda case: case.is_unfinished))

    @cached_property
    def by_id(self) -> dict[str, CheckResult[Case]]:
        """The records by id."""
        return {case.id: case for case in self.cases}

    def nearest_id(self, written: str) -> str | None:
        """Name the record that an id most likely means, or None; quick among 10,000 ids."""
        pairs = _pairs(written)
        likely = sorted(self.by_id, key=lambda known: (-len(pairs & _pairs(known)), known))[:30]
        return nearest(written, likely)


def _pairs(text: str) -> set[str]:
    return {text[index : index + 2].lower() for index in range(len(text) - 1)}
