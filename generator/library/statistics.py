"""Numbers about the whole library, counted once for all outputs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.case.labels import case_label
from generator.case.model import Case
from generator.case.programme import Programme
from generator.library import pinyin
from generator.library.facet_kind import FacetKind
from generator.library.facets import Facet, Term, TermGroup
from generator.library.sums import Outcomes, add_outcomes


@dataclass(frozen=True, slots=True)
class Table:
    """A count by the terms of one facet."""

    kind: FacetKind
    rows: tuple[Term, ...]
    """All words of a word list, also those without cases (so all 34 provinces); otherwise the terms in use."""
    unknown: int
    """Cases that have no value in this facet."""
    groups: tuple[TermGroup, ...] = ()
    """The rows task by task; empty where they belong to no tasks."""
    apart: frozenset[str] = frozenset()
    """The names of rows that are no word of the list proper: what is no province."""
    in_order: tuple[str, ...] = ()
    """The names of the rows in pinyin order, by which readers sort."""

    @property
    def facet(self) -> str:
        """The facet's key."""
        return self.kind.key

    @property
    def label(self) -> str:
        """The facet as readers see it."""
        return self.kind.label


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that records could say and do not."""

    label: str
    count: int
    """Cases that lack it."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The library in numbers."""

    cases: int
    universities: int
    provinces: int
    """Provinces of the universities."""
    places: int
    """Distinct places served in a known province, each counted at its smallest known size, down to a village."""
    revitalisation: int
    """Distinct places marked as 乡村振兴重点区域."""
    partners: int
    """Partners named, by name."""
    first_year: int | None
    """Of the work that began first; sources' dates are used where a case gives no period."""
    last_year: int | None
    tables: tuple[Table, ...]
    outcomes: Outcomes
    """What the cases report, added where it can be."""
    gaps: tuple[Gap, ...]
    """Most lacking first."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What those facets are called, by their keys, that the programme calls otherwise."""

    @property
    def by_facet(self) -> dict[str, Table]:
        """The tables by their facet's key."""
        return {table.facet: table for table in self.tables}


_WANTED: dict[str, Callable[[Case], object]] = {
    "period": lambda case: case.period,
    "": lambda case: case.date,
    "places": lambda case: case.places,
    "partners": lambda case: case.partners,
    "forms": lambda case: case.forms,
    "products": lambda case: case.products,
    "outcomes": lambda case: case.outcomes,
    "level": lambda case: case.level,
    "background": lambda case: case.background,
    "lessons": lambda case: case.lessons,
    "photos": lambda case: case.photos,
    "permission": lambda case: case.permission,
}
"""What records could say, by the key; the date may come from two keys."""


def lacking(case: Case) -> tuple[bool, ...]:
    """Say of each thing that records could say whether a case leaves it out."""
    return tuple(not has(case) for has in _WANTED.values())


def _label(key: str, programme: Programme) -> str:
    return case_label(key, programme) if key else "日期（开展时间或出处的日期）"


def count(cases: Sequence[Case], facets: Mapping[str, Facet], programme: Programme) -> Statistics:
    """Count everything that pages and the book say about the whole library."""
    years = [year for case in cases for year in _years(case)]
    wanted = {_label(key, programme): has for key, has in _WANTED.items() if key not in programme.unused_keys}
    gaps = (Gap(label, sum(not has(case) for case in cases)) for label, has in wanted.items())
    tabled = sorted((facet for facet in facets.values() if facet.kind.table), key=lambda facet: facet.kind.table)
    places = [place for case in cases for place in case.places if place.province]
    return Statistics(
        cases=len(cases),
        universities=len(facets["university"].used),
        provinces=sum(term.name not in facets["province"].apart for term in facets["province"].used),
        places=len({place.chinese for place in places}),
        revitalisation=len({place.chinese for place in places if place.revitalisation}),
        partners=len({partner.name for case in cases for partner in case.partners}),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        tables=tuple(_table(facet, len(cases)) for facet in tabled),
        outcomes=add_outcomes(cases, programme),
        gaps=tuple(sorted((gap for gap in gaps if gap.count), key=lambda gap: -gap.count)),
        labels={key: facet.label for key, facet in facets.items() if facet.kind.record_key in programme.label_of},
    )


def _years(case: Case) -> Iterator[int]:
    """Give the years in which a case's work began and was last known to go on."""
    if case.period:
        yield case.period.start.year
    if case.date:
        yield case.date.year


def _table(facet: Facet, total: int) -> Table:
    known = len({position for term in facet.terms for position in term.positions})
    in_order = sorted((term.name for term in facet.terms), key=pinyin.order)
    return Table(facet.kind, facet.terms, total - known, facet.groups, facet.apart, tuple(in_order))
