"""The result of examining one record."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.case import vocabulary
from generator.case.problem import Place, Problem

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
    title: str = ""
    """The title as written, for rules that compare records, even where the record has errors."""
    title_place: Place = START
    university: str = ""
    status: str = ""
    """The status as written; empty where it is missing."""
    replaced_by: str = ""
    """The id of the case that replaces this one, as written."""
    replaced_by_place: Place = START

    @cached_property
    def state(self) -> str:
        """The id of the status, `draft` where none is written, empty where it is not one of ours."""
        return status_id(self.status)


def status_id(written: str) -> str:
    """Give the id of a status as written, `draft` for an empty text, an empty text for an unknown word."""
    if not written:
        return "draft"
    return vocabulary.STATUSES[written].id if written in vocabulary.STATUSES else ""
