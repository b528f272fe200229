"""Cases like a given one, with the reasons shown to readers.

Constant cost per case: candidates come from the case's neighbours in each of its terms' lists, never from all cases.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from generator.case.model import Case
from generator.case.text import listing
from generator.library.facets import Facet, Term, Values

WEIGHTS = {
    "university": 4.0,
    "keyword": 3.0,
    "place": 3.0,
    "form": 2.0,
    "task": 2.0,
    "also": 1.0,
    "product": 1.5,
    "province": 1.5,
    "partner": 1.0,
}
"""How much a shared term of each facet counts, before rarity."""

REASONS = {
    "task": "同任务",
    "university": "同学校",
    "place": "同服务地点",
    "province": "同地区",
    "keyword": "同关键词",
    "form": "同工作形式",
    "product": "同类成果",
    "partner": "同类合作单位",
    "also": "都兼及",
}
"""How a shared term is told, in the order in which reasons are shown."""

_NAMED = frozenset(REASONS) - {"task", "university"}
_UNTELLING = frozenset({"其他", "其他成果"})
"""Words that two cases may share without being alike."""
_REACH = 8
_LOOKED_AT = 12
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Related:
    """A related case and why it is one."""

    case: Case
    reason: str
    """For readers: 同任务 · 同地区：江苏."""


def related_cases(
    position: int,
    cases: Sequence[Case],
    values: Sequence[Values],
    facets: Mapping[str, Facet],
    *,
    count: int = 4,
) -> tuple[Related, ...]:
    """Find the cases most like one case.

    Args:
        position: where the case stands in `cases`.
        cases: newest first.
        values: theirs, in the same order.
        facets: gathered from `values`.
        count: the most to give.

    Returns:
        The most alike first; among equals the one nearer in time, then the newer. Empty when nothing is shared.
    """
    own = values[position]
    seen: Counter[int] = Counter()
    for facet in WEIGHTS:
        for name in own[facet]:
            positions = facets[facet].by_name[name].positions
            at = bisect_left(positions, position)
            seen.update(positions[max(0, at - _REACH) : at + _REACH + 1])
    del seen[position]
    ranked = sorted([(-times, abs(other - position), other) for other, times in seen.items()])
    likely = [other for _, _, other in ranked[:_LOOKED_AT]]
    shared = {other: found for other in likely if (found := _shared(own, values[other]))}
    worth = {(key, name): _worth(facets[key].by_name[name], len(cases)) for key in WEIGHTS for name in own[key]}
    scores = {
        other: sum(worth[key, name] for key, names in found.items() for name in names)
        for other, found in shared.items()
    }
    best = sorted(shared, key=lambda other: (-scores[other], abs(other - position), other))[:count]
    return tuple(Related(cases[other], _reason(shared[other])) for other in best)


def _shared(own: Values, other: Values) -> dict[str, list[str]]:
    shared: dict[str, list[str]] = {}
    for facet in REASONS:
        theirs = other[facet]
        if not theirs:
            continue
        common = [name for name in own[facet] if name in theirs and name not in _UNTELLING]
        if common:
            # The smallest place that both share says it all; a name holds those of the places around it.
            shared[facet] = [max(common, key=len)] if facet == "place" else common
    if "place" in shared and "province" in shared and shared["place"][0].startswith(shared["province"][0]):
        # A place in the shared province is told once, by its smaller name.
        shared.pop("place" if shared["place"] == shared["province"] else "province")
    return shared


def _worth(term: Term, total: int) -> float:
    """Weigh a term: by its facet, and more the rarer it is."""
    return WEIGHTS[term.facet] * (0.2 + log(total / term.count))


def _reason(shared: Mapping[str, list[str]]) -> str:
    told = [
        f"{REASONS[facet]}：{listing(shared[facet][:2])}" if facet in _NAMED else REASONS[facet]
        for facet in REASONS
        if facet in shared
    ]
    return " · ".join(told[:_MOST_REASONS])
