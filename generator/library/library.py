"""The library: all published cases with everything derived from them."""

from bisect import bisect_left
from collections.abc import Collection as Several
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from generator.case.model import Case, Collection
from generator.case.names import Names
from generator.case.programme import Programme, packaged_programme
from generator.case.synonyms import Synonyms
from generator.library.arrangement import Arrangement, arrange
from generator.library.facet_kind import FacetKind
from generator.library.facet_kinds import FACET_KINDS, kinds_of, place_names
from generator.library.facets import Facet, Term, Values, gather_facets, values_of
from generator.library.left_out import LeftOut
from generator.library.related import Related, Relations
from generator.library.statistics import Statistics, count


@dataclass(frozen=True, eq=False)
class Library:
    """All published cases, frozen; derived values are computed when first asked for, once."""

    cases: tuple[Case, ...]
    """Newest first (undated last), then by id."""
    withdrawn: tuple[Case, ...]
    """By id."""
    collections: tuple[Collection, ...]
    """Newest first, then by id."""
    programme: Programme
    """Whose words the cases use."""
    names: Names = field(default_factory=Names)
    """The names that the project knows, with their other spellings."""
    synonyms: Synonyms = ()
    """What else readers mean by a word."""
    left_out: tuple[LeftOut, ...] = ()
    """What is published but for faults that have to be mended first, by path."""
    kinds: tuple[FacetKind, ...] = FACET_KINDS
    """The ways to divide it."""

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets by key, in the readers' order."""
        return gather_facets(self._values, self.programme, self.kinds, self.names)

    @cached_property
    def by_id(self) -> dict[str, Case]:
        """The published cases by id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def arrangements(self) -> tuple[Arrangement, ...]:
        """The collections with their cases in place."""
        return tuple(arrange(collection, self.cases, self.by_id, self.programme) for collection in self.collections)

    @cached_property
    def collections_of(self) -> dict[str, tuple[Collection, ...]]:
        """The collections that hold a case, by the case's id; cases in none are missing."""
        found: dict[str, list[Collection]] = {}
        for arrangement in self.arrangements:
            for id in dict.fromkeys(case.id for case in arrangement.cases):
                found.setdefault(id, []).append(arrangement.collection)
        return {id: tuple(collections) for id, collections in found.items()}

    @cached_property
    def statistics(self) -> Statistics:
        """The library in numbers."""
        return count(self.cases, self.facets, self.programme)

    def count_again(self) -> None:
        """Let the numbers be counted anew, after some of its cases have come to say something else."""
        self.__dict__.pop("statistics", None)

    @cached_property
    def places_around(self) -> dict[str, tuple[str, ...]]:
        """The names of the places that contain a place served, the largest first, by its name."""
        found: dict[str, tuple[str, ...]] = {}
        for term in self.facets["place"].terms:
            chains = (place_names(place) for place in self.cases[term.positions[0]].places)
            chain = next(names for names in chains if term.name in names)
            found[term.name] = tuple(chain[: chain.index(term.name)])
        return found

    @cached_property
    def _values(self) -> tuple[Values, ...]:
        return tuple(values_of(case, self.kinds) for case in self.cases)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.cases, self._values, self.facets.values())

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {case.id: position for position, case in enumerate(self.cases)}

    def positions_of(self, cases: Iterable[Case]) -> list[int]:
        """Give the positions of some of its cases, in order."""
        return sorted(self._positions[case.id] for case in cases)

    def terms(self, case: Case, facet: str) -> tuple[Term, ...]:
        """Give a case's terms in a facet, in the record's order."""
        names = self._values[self._positions[case.id]][facet]
        return tuple(self.facets[facet].by_name[name] for name in names)

    def related(self, case: Case) -> tuple[Related, ...]:
        """Find up to four cases like this one, with reasons."""
        return self._relations.of(self._positions[case.id])

    def relate_all(self) -> None:
        """Look for what `related` looks at, for all cases at once: before several processes ask, each for some."""
        self._relations.neighbours.find_all()

    def neighbours(self, case: Case) -> tuple[Case | None, Case | None]:
        """Give the newer and the older case of the same task; None at the ends."""
        positions = self.facets["task"].by_name[case.task].positions
        at = bisect_left(positions, self._positions[case.id])
        newer = self.cases[positions[at - 1]] if at else None
        older = self.cases[positions[at + 1]] if at + 1 < len(positions) else None
        return newer, older

    def showing(self, positions: Several[int]) -> list[int]:
        """Give the positions of the cases whose pages may show one at some positions: itself, a related one, the next.

        Only after `relate_all`.
        """
        found = set(positions)
        for position in positions:
            found.update(self._relations.neighbours.having(position))
            beside = self.neighbours(self.cases[position])
            found.update(self._positions[case.id] for case in beside if case)
        return sorted(found)

    @property
    def featured(self) -> tuple[Case, ...]:
        """The cases to show first, newest first."""
        return tuple(case for case in self.cases if case.featured)


def gather(
    cases: Iterable[Case],
    collections: Iterable[Collection] = (),
    *,
    programme: Programme | None = None,
    names: Names | None = None,
    synonyms: Synonyms = (),
    left_out: Iterable[LeftOut] = (),
    drafts: bool = False,
) -> Library:
    """Make the library of the records that passed every check.

    Args:
        cases: the records; withdrawn ones are kept apart.
        collections: the collections of them.
        programme: whose words the cases use; the packaged one where none is given.
        names: the names by which they were read.
        synonyms: what else readers mean by a word.
        left_out: what is published but has to be mended first.
        drafts: whether drafts, submitted and reviewed cases are there too, as in a preview.
    """
    cases, programme = tuple(cases), programme or packaged_programme()
    shown = {"published", "draft", "submitted", "reviewed"} if drafts else {"published"}
    return Library(
        cases=tuple(sorted((case for case in cases if case.status in shown), key=_newest_first)),
        withdrawn=tuple(sorted((case for case in cases if case.status == "withdrawn"), key=lambda case: case.id)),
        collections=tuple(sorted(collections, key=lambda one: (_descending(one.date), one.id))),
        programme=programme,
        names=names or Names(),
        synonyms=synonyms,
        left_out=tuple(sorted(left_out)),
        kinds=kinds_of(programme),
    )


def _newest_first(case: Case) -> tuple[tuple[int, int, int], str]:
    return _descending(case.date), case.id


def _descending(date: object) -> tuple[int, int, int]:
    last = getattr(date, "last", (0, 0, 0))
    return -last[0], -last[1], -last[2]
