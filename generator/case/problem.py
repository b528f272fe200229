"""A fault in what an editor wrote, as a value: where, what, why and how to fix it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.case.edit import Edit

Severity = Literal["error", "warning"]

ERROR: Severity = "error"
WARNING: Severity = "warning"


class Place(NamedTuple):
    """Where in a text file something is. A tuple, because each record has a dozen that nobody is told."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    width: int = 1
    """Characters to underline, at least 1, never beyond the line's end."""
    excerpt: str = ""
    """The whole line as written, without its line break; empty where the file has no such line."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file. Sorts by path, then place, then rule."""

    path: str
    """Relative to the project's folder, with `/`: `cases/2025-nau-tea/case.yml`."""
    place: Place
    rule: str
    """The stable kebab-case name of the rule: `date-invalid`."""
    severity: Severity
    """`error` stops the build, but for unfinished records; `warning` does so only under `--strict`."""
    message: str
    """One clause about the record, in Chinese, without a full stop."""
    reason: str
    """Why it is a fault, one or more Chinese sentences."""
    hint: str
    """What to do: starts with a verb and contains something to type."""
    group: str = ""
    """The university that the record names, for reports that are sent out by university; may be empty."""
    is_unfinished: bool = False
    """Whether it is in a record that no reader is to see yet; there not even an error stops a build."""
    edits: tuple[Edit, ...] = field(default=(), compare=False)
    """What the hint says to type, done in the file; empty where only the editor knows what to type."""
    alternatives: tuple[tuple[Edit, ...], ...] = field(default=(), compare=False)
    """What else the hint offers to type, each instead of `edits`: the other words of a list."""
    is_certain: bool = field(default=False, compare=False)
    """Whether the edits are the one right answer, which `anliji fix` may give."""

    @property
    def is_stopping(self) -> bool:
        """Whether it stops a build."""
        return self.severity == ERROR and not self.is_unfinished
