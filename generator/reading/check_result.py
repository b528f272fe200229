"""The result of examining one record."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.case.problem import Place, Problem
from generator.case.repair import Repair
from generator.reading.status import UNFINISHED
from generator.reading.written_name import WrittenName

START = Place(1, 1)
"""The start of a file."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class CheckResult(Generic[M]):
    """The result for one record."""

    id: str
    path: str
    value: M | None
    """The case (or collection), or None where a problem is an error."""
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...] = ()
    """What was read otherwise than it is written, in the text's order."""
    title: str = ""
    """The title as written, for rules that compare records, even where the record has errors."""
    title_place: Place = START
    summary: str = ""
    """The summary as written, for the same."""
    summary_place: Place = START
    universities: tuple[str, ...] = ()
    """By their names, the leading one first."""
    names: tuple[WrittenName, ...] = ()
    """All names that the record has, each at its place."""
    state: str = "draft"
    """The id of the status; empty where it cannot be read, see `status.state_of`."""
    state_name: str = ""
    """What the programme calls that status."""
    replaced_by: str = ""
    """The id of the case that replaces this one, as written."""
    replaced_by_place: Place = START

    @property
    def university(self) -> str:
        """The leading university, or an empty text."""
        return next(iter(self.universities), "")

    @property
    def is_unfinished(self) -> bool:
        """Whether no reader is to see it yet; a record whose status cannot be read counts as published."""
        return self.state in UNFINISHED
