"""Outcomes as templates see them, and which of them stands for its case."""

from dataclasses import dataclass

from generator.case.model import Case, Outcome

_LONG = 9
"""Characters of a number that fit into one column: 1,234,567."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured result, its number apart so that it can stand out."""

    what: str
    before: str
    number: str
    after: str
    note: str

    @property
    def is_long(self) -> bool:
        """Whether the number has so many digits that it needs the room of two."""
        return len(self.number) > _LONG


def figure_of(outcome: Outcome) -> Figure:
    """Show an outcome."""
    before, number, after = outcome.figure
    # A hyphen is no minus, least of all before a large number.
    return Figure(outcome.what, before, number.replace("-", "\N{MINUS SIGN}"), after, outcome.note or "")


def strongest(case: Case) -> Figure | None:
    """Give the outcome that stands for a case where there is room for one: the first.

    Editors list first what matters most; values of different units cannot be ranked by machine.
    """
    return figure_of(case.outcomes[0]) if case.outcomes else None
