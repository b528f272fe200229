"""What an editor says of a call: its title, until when, how many."""

from dataclasses import dataclass

from generator.case.date import PartialDate
from generator.case.programme import Programme


@dataclass(frozen=True, slots=True)
class Call:
    """A call for cases."""

    title: str
    """What it collects: “强国行”专项行动典型案例."""
    deadline: PartialDate | None
    """The last day; None where the call itself says it."""
    quota: int
    """How many cases a unit may send; 0 where there is no limit."""


def usual_title(programme: Programme) -> str:
    """Name what a programme collects."""
    return programme.name if programme.name.endswith("案例") else f"{programme.name}典型案例"
