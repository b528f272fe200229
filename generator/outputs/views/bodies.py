"""Whose a case is, in words: its universities, and the branches or the team that did it."""

from collections.abc import Iterator, Sequence

from generator.case.model import Case
from generator.case.text import listing

MOST_NAMED = 3
"""How many bodies are named where there is no room for all, as GB/T 7714 names three authors and ends with 等."""


_ITSELF = "学校"
"""How records call the university itself, where it and none of its units did it."""


def universities_of(case: Case) -> str:
    """Name the leading university, and how many there are where it is not alone: 示例大学等2所学校.

    Where a programme knows no universities, the units stand in their place.
    """
    count = len(case.universities)
    return f"{case.university}等{count}所学校" if count > 1 else case.university or units_of(case)


def units_of(case: Case) -> str:
    """Name the branches and the team, the first three where there are more: 甲支部、乙支部、丙支部等."""
    return listing(case.units[:MOST_NAMED]) + ("等" if len(case.units) > MOST_NAMED else "")


def bodies_of(case: Case) -> tuple[str, ...]:
    """Name the bodies that did it, the leading one first, each with its university where that is known.

    Of several universities a record does not say which one a unit belongs to, unless the unit's name begins with it;
    only the first of both lead together. A university that no unit names is a body by itself.
    """
    units = tuple(_with_university(case))
    return (*units, *(name for name in case.universities if not any(unit.startswith(name) for unit in units)))


def _with_university(case: Case) -> Iterator[str]:
    for number, unit in enumerate(case.units):
        is_known = number == 0 or len(case.universities) == 1
        is_named = unit.startswith(case.universities)
        if unit == _ITSELF and is_known and case.university:
            yield case.university
            continue
        yield unit if is_named or not is_known else f"{case.university or ''}{unit}"


def heading_of(case: Case) -> tuple[str, ...]:
    """Say whose a case is above its text: one body by its whole name, several as their universities and their units."""
    bodies = bodies_of(case)
    if len(bodies) <= 1:
        return bodies
    return tuple(part for part in (_some(case.universities), units_of(case)) if part)


def _some(universities: Sequence[str]) -> str:
    rest = f"等{len(universities)}所学校" if len(universities) > MOST_NAMED else ""
    return listing(universities[:MOST_NAMED]) + rest
