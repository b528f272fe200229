"""How many cases have two things at once: the words of one facet against those of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.library.facets import Term


@dataclass(frozen=True, slots=True)
class Crossed:
    """A word of one facet with its cases, divided by the words of another."""

    term: Term
    counts: tuple[int, ...]
    """In the order of the other facet's words; a case that has several of them is counted at each."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """All that are used of some words against others."""

    rows: tuple[Crossed, ...]
    columns: tuple[Term, ...]
    unknown: tuple[int, ...]
    """Cases of each column that have none of the rows' words."""


def cross(rows: Sequence[Term], columns: Sequence[Term]) -> Crossing:
    """Count the words of one facet that have cases against those of another."""
    of_column = [frozenset(column.positions) for column in columns]
    used = [row for row in rows if row.positions]
    known = frozenset(position for row in used for position in row.positions)
    return Crossing(
        tuple(Crossed(row, tuple(len(cases.intersection(row.positions)) for cases in of_column)) for row in used),
        tuple(columns),
        tuple(len(cases - known) for cases in of_column),
    )
