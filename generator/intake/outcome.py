"""What an import does with each case that was sent in."""

from dataclasses import dataclass
from typing import Literal

from generator.intake.merge import Change, Conflict
from generator.intake.proposal import ProposedCase

Deed = Literal["new", "changed", "same", "left", "unclear"]
"""A record is made; is changed; says all of it already; is left because only new cases were wanted; is left because
nobody knows which it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, and what is done with it."""

    id: str
    """Of the record that is made or found; empty where it is unclear."""
    case: ProposedCase
    deed: Deed
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    why: str = ""
    """Why it was left, one Chinese clause; empty where it was not."""
