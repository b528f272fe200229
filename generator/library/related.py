"""Cases like a given one, with the reasons shown to readers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from generator.case.model import Case
from generator.case.text import listing
from generator.library.facet_kind import Relation
from generator.library.facets import Facet, Term, Values

if TYPE_CHECKING:
    from generator.library.neighbours import Neighbours

_SHOWN = 4
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Related:
    """A related case and why it is one."""

    case: Case
    reason: str
    """For readers: 同任务 · 同地区：江苏."""


class Relations:
    """What makes the cases of a library alike: the terms that two of them share."""

    def __init__(self, cases: Sequence[Case], values: Sequence[Values], facets: Iterable[Facet]) -> None:
        """Take the cases, newest first, their values in the same order, and the facets gathered from these."""
        self._cases = cases
        found = [(facet, facet.kind.relation) for facet in facets if facet.kind.relation]
        self._facets = sorted(found, key=lambda one: one[1].order)
        # Terms are known by their numbers, facet by facet in the order in which reasons are shown.
        self._names: list[str] = []
        self._worth: list[float] = []
        self._facet_of: list[int] = []
        numbers = {facet.key: self._number(at, facet, relation) for at, (facet, relation) in enumerate(self._facets)}
        nested = next(facet.kind for facet, _ in self._facets if facet.kind.largest)
        self._places, self._provinces = (frozenset(numbers[key].values()) for key in (nested.key, nested.largest))
        self._of_cases = [
            tuple([known[name] for key, known in numbers.items() for name in own[key] if name in known])
            for own in values
        ]
        self._neighbours: Neighbours | None = None
        self._last: tuple[int, tuple[Related, ...]] = (-1, ())

    def _number(self, at: int, facet: Facet, relation: Relation) -> dict[str, int]:
        """Number the terms that two cases may share."""
        terms = [term for term in facet.terms if term.positions and term.name not in facet.rest]
        first = len(self._names)
        self._names += [term.name for term in terms]
        self._worth += [_worth(relation, term, len(self._cases)) for term in terms]
        self._facet_of += [at] * len(terms)
        return {term.name: number for number, term in enumerate(terms, first)}

    @property
    def neighbours(self) -> "Neighbours":
        """Finds the cases that are looked at."""
        if self._neighbours is None:
            # Only what draws pages asks for it; a report of a check does without numpy.
            from generator.library.neighbours import Neighbours  # noqa: PLC0415

            lists = [term.positions for facet, _ in self._facets for term in facet.terms]
            self._neighbours = Neighbours(lists, len(self._cases))
        return self._neighbours

    def of(self, position: int) -> tuple[Related, ...]:
        """Find up to four cases most like the one at a position.

        The most alike come first; among equals the one nearer in time, then the newer. Empty when nothing is shared.
        """
        if self._last[0] != position:
            # A page is told from its earlier self by them, and then shows them.
            self._last = position, self._found(position)
        return self._last[1]

    def _found(self, position: int) -> tuple[Related, ...]:
        own = self._of_cases[position]
        every = frozenset(own)
        shared: dict[int, list[int]] = {}
        scores: dict[int, float] = {}
        for other in self.neighbours.of(position):
            common = every.intersection(self._of_cases[other])
            if common:
                found = shared[other] = self._telling([number for number in own if number in common])
                scores[other] = sum([self._worth[number] for number in found])
        best = sorted(shared, key=lambda other: (-scores[other], abs(other - position), other))[:_SHOWN]
        return tuple([Related(self._cases[other], self._reason(shared[other])) for other in best])

    def _telling(self, shared: list[int]) -> list[int]:
        """Leave out what another shared term says already."""
        if self._places.isdisjoint(shared):
            return shared
        # The smallest place that both share says it all; a name holds those of the places around it.
        place = max((number for number in shared if number in self._places), key=lambda one: len(self._names[one]))
        province = next((number for number in shared if number in self._provinces), None)
        if province is not None and self._names[place].startswith(self._names[province]):
            # A place in the shared province is named once, by its smaller name.
            if self._names[place] == self._names[province]:
                return [number for number in shared if number not in self._places]
            shared = [number for number in shared if number != province]
        return [number for number in shared if number == place or number not in self._places]

    def _reason(self, shared: list[int]) -> str:
        names: dict[int, list[str]] = {}
        for number in shared:
            names.setdefault(self._facet_of[number], []).append(self._names[number])
        reasons = [_words(self._facets[at][1], of_facet) for at, of_facet in names.items()]
        return " · ".join(reasons[:_MOST_REASONS])


def _words(relation: Relation, names: Sequence[str]) -> str:
    return f"{relation.reason}：{listing(names[:2])}" if relation.names_term else relation.reason


def _worth(relation: Relation, term: Term, total: int) -> float:
    """Weigh a term: by its facet, and more the rarer it is.

    How rare it is counts in powers of two: a case that comes or goes hardly ever changes which others are alike.
    """
    return relation.weight * (0.2 + log(2) * (total.bit_length() - term.count.bit_length()))
