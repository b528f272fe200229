"""Sums of outcomes, only where their units agree, and only as exact as the figures that they are made of.

Most units are classifiers (个, 项, 名, 支): they agree and count different things, so only the units of the programme
are added. Of the figures that a case gives in one unit the largest alone counts, because one may contain another
(授课 300人次, of which 受益 200人次): a sum never counts the same thing twice within a case, and may be too small.
Between cases it still may; that is for the page to say.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from heapq import nlargest

from generator.case.measures import Unit
from generator.case.model import Case, Outcome
from generator.case.programme import Programme
from generator.case.vocabulary import NOT_AMOUNTS

_FEWEST_CASES = 2
"""One case's figure is not a total."""
_SHOWN = 3
_FEWEST_DIGITS, _MOST_DIGITS = 2, 3
"""How many digits a sum of round figures has; thousands of them are off by too much for more."""
_NO_AMOUNT = re.compile("|".join(map(re.escape, NOT_AMOUNTS)))
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""More digits than all cases' figures together can have, so that nothing is lost before the rounding."""


@dataclass(frozen=True, slots=True)
class Part:
    """A case's figure in a sum."""

    case: Case
    outcome: Outcome
    amount: Decimal
    """In the unit itself: 20000 for 2万人次."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What several cases report in one unit."""

    unit: str
    holds: str
    """Which different things it mixes."""
    amount: Decimal
    """In the unit itself; rounded where it is not exact."""
    is_exact: bool
    """False if any figure in it is a round one."""
    cases: int
    """How many cases have a part in it, at least two; each gives one figure."""
    largest: tuple[Part, ...]
    """The three largest figures in it, the largest first."""
    is_dominated: bool
    """One case gives more than half of it."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of the whole library."""

    cases: int
    """Cases that report any."""
    figures: int
    """All figures that they report."""
    sums: tuple[Sum, ...]
    """In the order of the programme; empty where no unit is shared."""


def add_outcomes(cases: Sequence[Case], programme: Programme) -> Outcomes:
    """Add the outcomes of all cases, unit by unit; the programme says which units can be added."""
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for case in cases:
        for unit, part in _largest_by_unit(case, programme.unit_sizes).items():
            parts[unit].append(part)
    return Outcomes(
        cases=sum(bool(case.outcomes) for case in cases),
        figures=sum(len(case.outcomes) for case in cases),
        sums=tuple(_add(unit, parts[unit.name]) for unit in programme.units if len(parts[unit.name]) >= _FEWEST_CASES),
    )


def _largest_by_unit(case: Case, sizes: Mapping[str, tuple[str, int]]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for outcome in case.outcomes:
        unit, amount = amount_of(outcome, sizes)
        if unit and (unit not in found or amount > found[unit].amount):
            found[unit] = Part(case, outcome, amount)
    return found


def amount_of(outcome: Outcome, sizes: Mapping[str, tuple[str, int]]) -> tuple[str, Decimal]:
    """Give an outcome's unit and its amount in it: ("人次", 20000) for 2万人次.

    The unit is empty where the outcome cannot be added: for units that the programme does not name, for averages and
    levels, for what has a value before, which makes it a level, and for what is not above zero.
    """
    unit, size = sizes.get("".join(outcome.unit.split()), ("", 0))
    if outcome.value <= 0 or outcome.before is not None or _NO_AMOUNT.search(f"{outcome.what}{outcome.note or ''}"):
        unit = ""
    return unit, _EXACT.multiply(outcome.value, Decimal(size))


def _add(unit: Unit, parts: Sequence[Part]) -> Sum:
    total = Decimal(0)
    for part in parts:
        total = _EXACT.add(total, part.amount)
    vague = [part.amount for part in parts if part.outcome.qualifier]
    largest = tuple(nlargest(_SHOWN, parts, key=lambda part: part.amount))
    return Sum(
        unit=unit.name,
        holds=unit.holds,
        amount=_rounded(total, vague) if vague else total,
        is_exact=not vague,
        cases=len(parts),
        largest=largest,
        is_dominated=_EXACT.multiply(largest[0].amount, Decimal(2)) > total,
    )


def _rounded(total: Decimal, vague: Iterable[Decimal]) -> Decimal:
    """Round a total to the last digit that its vaguest figure gives, but to two digits at least and three at most.

    12,600余 is good to hundreds and 近2万 to ten thousands.
    """
    last = max(_last_digit(amount) for amount in vague)
    first = total.adjusted()
    last = min(max(last, first - _MOST_DIGITS + 1), first - _FEWEST_DIGITS + 1)
    return total.quantize(Decimal(1).scaleb(last), context=_EXACT)


def _last_digit(amount: Decimal) -> int:
    """Give the power of ten of the last digit that is not zero: 2 for 12,600."""
    return int(_EXACT.normalize(amount).as_tuple().exponent)
