"""All records side by side, for the rules that compare them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.case.model import Case
from generator.reading.entry import Entry, Finding
from generator.reading.examined import Examined


class Owner(Protocol):
    """The file that a finding belongs to."""

    @property
    def path(self) -> str:
        """The file, relative to the project."""

    @property
    def university(self) -> str:
        """The university that the file names, or an empty text."""


ShelfFindings = Iterator[tuple[Owner, Finding]]
"""What a `check_shelf` yields: the file where the problem is to be shown, and the finding."""


@dataclass(frozen=True)
class Shelf:
    """What the `check_shelf` of a rule sees."""

    cases: tuple[Examined[Case], ...]
    """All records, sorted by path."""
    collections: tuple[Entry, ...] = ()
    """All collections, sorted by path."""

    @cached_property
    def by_id(self) -> dict[str, Examined[Case]]:
        """The records by id."""
        return {case.id: case for case in self.cases}
