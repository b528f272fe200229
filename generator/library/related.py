"""Cases like a given one, with the reasons shown to readers.

Constant cost per case: candidates come from the case's neighbours in each of its terms' lists, never from all cases.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from generator.case.model import Case
from generator.case.text import listing
from generator.library.facet_kinds import Relation
from generator.library.facets import Facet, Term, Values

_REACH = 8
_LOOKED_AT = 12
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Related:
    """A related case and why it is one."""

    case: Case
    reason: str
    """For readers: 同任务 · 同地区：江苏."""


Relating = tuple[Facet, Relation]
"""A facet whose shared terms make cases alike, and how."""


def relating(facets: Iterable[Facet]) -> tuple[Relating, ...]:
    """Give the facets that make cases alike, in the order in which reasons are shown."""
    found = [(facet, facet.kind.relation) for facet in facets if facet.kind.relation]
    return tuple(sorted(found, key=lambda one: one[1].order))


def related_cases(
    position: int,
    cases: Sequence[Case],
    values: Sequence[Values],
    facets: Sequence[Relating],
    *,
    count: int = 4,
) -> tuple[Related, ...]:
    """Find the cases most like one case.

    Args:
        position: the case's index in `cases`.
        cases: newest first.
        values: theirs, in the same order.
        facets: gathered from `values`.
        count: the most to give.

    Returns:
        The most alike first; among equals the one nearer in time, then the newer. Empty when nothing is shared.
    """
    own = values[position]
    seen: Counter[int] = Counter()
    for facet, _ in facets:
        for name in own[facet.key]:
            positions = facet.by_name[name].positions
            at = bisect_left(positions, position)
            seen.update(positions[max(0, at - _REACH) : at + _REACH + 1])
    del seen[position]
    ranked = sorted([(-times, abs(other - position), other) for other, times in seen.items()])
    likely = [other for _, _, other in ranked[:_LOOKED_AT]]
    shared = {other: found for other in likely if (found := _shared(own, values[other], facets))}
    worth = {
        (facet.key, name): _worth(relation, facet.by_name[name], len(cases))
        for facet, relation in facets
        for name in own[facet.key]
    }
    scores = {
        other: sum(worth[key, name] for key, names in found.items() for name in names)
        for other, found in shared.items()
    }
    best = sorted(shared, key=lambda other: (-scores[other], abs(other - position), other))[:count]
    return tuple(Related(cases[other], _reason(shared[other], facets)) for other in best)


def _shared(own: Values, other: Values, facets: Sequence[Relating]) -> dict[str, list[str]]:
    shared: dict[str, list[str]] = {}
    for facet, _ in facets:
        theirs = other[facet.key]
        if not theirs:
            continue
        common = [name for name in own[facet.key] if name in theirs and name not in facet.rest]
        if common:
            # The smallest place that both share says it all; a name holds those of the places around it.
            shared[facet.key] = [max(common, key=len)] if facet.kind.is_nested else common
    for facet, _ in facets:
        key, largest = facet.key, facet.kind.largest
        if largest in shared and key in shared and shared[key][0].startswith(shared[largest][0]):
            # A place in the shared province is named once, by its smaller name.
            shared.pop(key if shared[key] == shared[largest] else largest)
    return shared


def _worth(relation: Relation, term: Term, total: int) -> float:
    """Weigh a term: by its facet, and more the rarer it is."""
    return relation.weight * (0.2 + log(total / term.count))


def _reason(shared: Mapping[str, list[str]], facets: Sequence[Relating]) -> str:
    reasons = [
        f"{relation.reason}：{listing(shared[facet.key][:2])}" if relation.names_term else relation.reason
        for facet, relation in facets
        if facet.key in shared
    ]
    return " · ".join(reasons[:_MOST_REASONS])
