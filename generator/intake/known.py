"""What a project knows before it reads what was sent in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.case.names import Names
from generator.case.programme import Programme
from generator.intake.headings import Headings


@dataclass(frozen=True)
class Known:
    """What a project knows."""

    programme: Programme
    """Whose words count."""
    names: Names = field(default_factory=Names)
    """By which universities are known under other spellings."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What an editor says of headings, see `Headings`."""

    @cached_property
    def headings(self) -> Headings:
        """All headings that are known."""
        return Headings(self.programme, self.given)
