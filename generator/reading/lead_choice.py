"""The case that the settings put first on the home page, as it is written there."""

from dataclasses import dataclass

from generator.case.problem import Place

LEAD = ("extra", "home", "lead")
"""The way to the setting."""


@dataclass(frozen=True)
class LeadChoice:
    """What an editor chose, ready for the rules that look it up among the records."""

    id: str
    """As it is written; perhaps no case has it."""
    place: Place
    path: str
    """The file of settings."""
    university: str = ""
    is_unfinished: bool = False
