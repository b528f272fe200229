"""Terms as an index shows them: those of several cases, those of one, which lead straight to it, and those of none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.library.facets import Term
from generator.library.library import Library
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.pages.parts.places import Gazetteer
from generator.outputs.site import addresses


@dataclass(frozen=True, slots=True)
class Lead:
    """A term with a single case, on the way to that case: the term's own page would say no more."""

    name: str
    """Empty where the heading above says it."""
    aliases: tuple[str, ...]
    note: str
    """Where a university is; else empty."""
    title: str
    """The case's."""
    uri: str
    """The case's."""


@dataclass(frozen=True, slots=True)
class TermList:
    """Terms under one heading, each in the order of its facet."""

    several: tuple[Link, ...] = ()
    single: tuple[Lead, ...] = ()
    none: tuple[Link, ...] = ()

    def __len__(self) -> int:
        """Count the terms."""
        return len(self.several) + len(self.single) + len(self.none)

    def divided(self, most: int) -> Iterator["TermList"]:
        """Cut it into lists of no more than so many terms; one of no more is itself."""
        if len(self) <= most:
            yield self
            return
        for start in range(0, len(self), most):
            yield self._from(start, start + most)

    def _from(self, start: int, end: int) -> "TermList":
        """Give the terms from one position to another, counted over all three."""
        single, none = len(self.several), len(self.several) + len(self.single)
        return TermList(
            self.several[start:end],
            self.single[max(0, start - single) : max(0, end - single)],
            self.none[max(0, start - none) : max(0, end - none)],
        )


@dataclass(frozen=True, slots=True)
class Area:
    """A place with those inside it, which are called without its name."""

    link: Link
    lists: TermList
    areas: tuple["Area", ...] = ()
    """Those of the places inside that have places inside themselves, and several cases."""


def term_list(terms: Iterable[Term], library: Library) -> TermList:
    """Sort terms by whether they have several cases, one or none."""
    terms = tuple(terms)
    return TermList(
        tuple(term_link(term) for term in terms if term.count > 1),
        tuple(_lead(term, term.name, library) for term in terms if term.count == 1),
        tuple(term_link(term) for term in terms if not term.count),
    )


def _lead(term: Term, name: str, library: Library) -> Lead:
    case = library.cases[term.positions[0]]
    is_its_own = term.facet == "university" and case.university == term.name
    return Lead(
        name, term.aliases, (case.province or "") if is_its_own else "", case.title, addresses.case_uri(case.id)
    )


def area_of(place: Term, gazetteer: Gazetteer, library: Library, around: str = "") -> Area:
    """Show a place and all inside it.

    Args:
        place: with one case or more.
        gazetteer: knows what is inside it.
        library: whose cases these are.
        around: the name of the place that it is in, which is not repeated.
    """
    link = term_link(place)._replace(name=place.name.removeprefix(around))
    inside = gazetteer.contained(place)
    if place.count == 1:
        name = _inner_name(place, gazetteer)
        return Area(link, TermList(single=(_lead(place, name, library),)))
    wide = tuple(one for one in inside if one.count > 1 and gazetteer.contained(one))
    several = tuple(
        term_link(one)._replace(name=one.name.removeprefix(place.name))
        for one in inside
        if one.count > 1 and one not in wide
    )
    single = tuple(
        _lead(one, one.name.removeprefix(place.name) + _inner_name(one, gazetteer), library)
        for one in inside
        if one.count == 1
    )
    areas = tuple(area_of(one, gazetteer, library, place.name) for one in wide)
    return Area(link, TermList(several, single), areas)


def _inner_name(place: Term, gazetteer: Gazetteer) -> str:
    """Name what is inside a place of one case, as far as it is known: 龙海区; several side by side: 叶城县、疏勒县."""
    return "、".join(
        one.name.removeprefix(place.name) + _inner_name(one, gazetteer) for one in gazetteer.contained(place)
    )


def size_of(area: Area) -> int:
    """Count the places in it, itself among them."""
    return 1 + len(area.lists) + sum(map(size_of, area.areas))
