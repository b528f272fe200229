"""Outcomes as templates see them, and which of them stands for its case."""

from dataclasses import dataclass

from generator.case.model import Case, Outcome


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured result, its number apart so that it can stand out."""

    what: str
    before: str
    number: str
    after: str
    note: str


def figure_of(outcome: Outcome) -> Figure:
    """Show an outcome."""
    before, number, after = outcome.figure
    return Figure(outcome.what, before, number, after, outcome.note or "")


def strongest(case: Case) -> Figure | None:
    """Give the outcome that stands for a case where there is room for one: the first.

    Editors list first what matters most; values of different units cannot be ranked by machine.
    """
    return figure_of(case.outcomes[0]) if case.outcomes else None
