"""Outcomes as templates see them, and which of them represents its case."""

from dataclasses import dataclass

from generator.case.model import Case, Outcome
from generator.case.model.outcomes import figure

_LONG, _LONG_UNIT, _LONG_NOTE = 9, 6, 24
"""Characters that fit into a column: of a number, 1,234,567; of what follows it; and of a note in two lines."""
_WIDE = 9
"""Characters of a number with its unit that fit beside a row in large type; number.js has the same."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured result, its number apart so that it can be emphasised."""

    what: str
    before: str
    number: str
    after: str
    note: str
    earlier: str = ""
    """The value before, as one text: 34%; empty where there is none."""
    change: str = ""
    """What a voice says between the two: 降至."""

    @property
    def is_long(self) -> bool:
        """Whether it needs more room than a column."""
        if self.earlier:
            return len(self.earlier + self.number + self.after) > _LONG
        return len(self.number) > _LONG or len(self.after) > _LONG_UNIT or len(self.note) > _LONG_NOTE

    @property
    def is_wide(self) -> bool:
        """Whether number and unit stay on one line beside a row only in smaller type."""
        return len(self.before + self.number + self.after) > _WIDE


def figure_of(outcome: Outcome) -> Figure:
    """Show an outcome."""
    before, number, after = outcome.figure
    return Figure(
        outcome.what,
        before,
        _with_minus(number),
        after,
        outcome.note or "",
        earlier=_earlier(outcome),
        change=outcome.change,
    )


def _earlier(outcome: Outcome) -> str:
    if outcome.before is None:
        return ""
    before, number, after = figure(outcome.before, outcome.unit, outcome.before_qualifier)
    return f"{before}{_with_minus(number)}{after}"


def _with_minus(number: str) -> str:
    """Set a minus sign, which a hyphen is not, least of all before a large number."""
    return number.replace("-", "\N{MINUS SIGN}")


def figures_of(case: Case) -> tuple[Figure, ...]:
    """Show all outcomes of a case; the one that stands for it comes first."""
    first_chosen = sorted(case.outcomes, key=lambda outcome: not outcome.headline)
    return tuple(figure_of(outcome) for outcome in first_chosen)


def headline_of(case: Case) -> Figure | None:
    """Give the outcome that represents a case where there is room for one; None where no editor chose one.

    Values of different units cannot be ranked by machine, and the only one of a case may say little.
    """
    return figure_of(case.headline) if case.headline else None
