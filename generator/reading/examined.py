"""What came of examining one record."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.case.problem import Place, Problem

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Examined(Generic[M]):
    """What came of one record."""

    id: str
    path: str
    value: M | None
    """The case (or collection), or None where a problem is an error."""
    problems: tuple[Problem, ...]
    title: str = ""
    """The title as written, for rules that compare records, even where the record has errors."""
    title_place: Place = Place(1, 1)
    university: str = ""
    status: str = ""
    """The status as written; empty where it is missing."""
