"""What was read otherwise than it is written, as a value."""

from dataclasses import dataclass

from generator.case.edit import Edit
from generator.case.problem import Place


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """A slip that can mean one thing only: it was read as that, and is no problem."""

    path: str
    """The file, as in a problem."""
    place: Place
    message: str
    """What it was taken for: one Chinese clause without a full stop."""
    edits: tuple[Edit, ...]
    """What would say so in the file."""
