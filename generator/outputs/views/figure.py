"""Outcomes as templates see them, and which of them represents its case."""

from dataclasses import dataclass

from generator.case.model import Case, Outcome

_LONG, _LONG_UNIT, _LONG_NOTE = 9, 6, 24
"""Characters that fit into a column: of a number, 1,234,567; of what follows it; and of a note in two lines."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured result, its number apart so that it can be emphasised."""

    what: str
    before: str
    number: str
    after: str
    note: str

    @property
    def is_long(self) -> bool:
        """Whether it needs more room than a column."""
        return len(self.number) > _LONG or len(self.after) > _LONG_UNIT or len(self.note) > _LONG_NOTE


def figure_of(outcome: Outcome) -> Figure:
    """Show an outcome."""
    before, number, after = outcome.figure
    # A hyphen is not a minus sign, least of all before a large number.
    return Figure(outcome.what, before, number.replace("-", "\N{MINUS SIGN}"), after, outcome.note or "")


def strongest(case: Case) -> Figure | None:
    """Give the outcome that represents a case where there is room for one: the first.

    Editors list first what matters most; values of different units cannot be ranked by machine.
    """
    return figure_of(case.outcomes[0]) if case.outcomes else None
