"""What came of reading a file that was sent in."""

from dataclasses import dataclass, field

from generator.case.problem import Problem
from generator.intake.proposal import ProposedCase


@dataclass
class Incoming:
    """The cases of a file, or of several, with what is to be told about them."""

    cases: list[ProposedCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was left out or done, in Chinese, each with its place, without a full stop."""
    unknown: dict[str, str] = field(default_factory=dict)
    """The headings that nobody knows, each with the key that it may mean, or nothing."""

    def add(self, other: "Incoming") -> None:
        """Take what came of another file as well."""
        self.cases += other.cases
        self.problems += other.problems
        self.notes += other.notes
        self.unknown = {**other.unknown, **self.unknown}
