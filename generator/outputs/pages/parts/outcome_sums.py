"""Sums of outcomes as templates see them."""

from dataclasses import dataclass

from generator.library.sums import Part, Sum
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.number import grouped, in_large_units


@dataclass(frozen=True, slots=True)
class SumRow:
    """What several cases report in one unit."""

    unit: str
    holds: str
    amount: str
    """With its unit: 约4.2万人次."""
    cases: str
    largest: tuple[Link, ...]
    """The largest figures in it, each leading to its case."""
    is_dominated: bool
    """One case gives more than half of it."""


def sum_row(one: Sum) -> SumRow:
    """Show a sum; one that holds round figures is round itself."""
    about = "" if one.is_exact else "约"
    return SumRow(
        unit=one.unit,
        holds=one.holds,
        amount=f"{about}{in_large_units(one.amount)}{one.unit}",
        cases=grouped(one.cases),
        largest=tuple(_link(part) for part in one.largest),
        is_dominated=one.is_dominated,
    )


def _link(part: Part) -> Link:
    name = f"{universities_of(part.case)}：{part.outcome.what} {part.outcome.chinese}"
    return Link(name, addresses.case_uri(part.case.id))
