"""The facts of a case as rows of label and values; a row without values is not there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.case.labels import case_label
from generator.case.model import Case, Honour, Location, Team
from generator.case.programme import Programme
from generator.case.text import listing
from generator.library.facet_kinds import place_names
from generator.library.library import Library
from generator.outputs.site import addresses
from generator.outputs.views.time import Time, times_of

_LONG = 8
"""Values of a row that are shown at once; of longer rows facts.css shows six."""


class Value(NamedTuple):
    """One value of a fact: text, perhaps a link, perhaps a remark in brackets.

    A tuple, as its fact and its times: a page has thirty of them, and a frozen dataclass takes several times as long.
    """

    text: str = ""
    uri: str = ""
    """A page of this site."""
    url: str = ""
    """A page elsewhere."""
    tail: str = ""
    """Text behind the link, after a space."""
    note: str = ""
    note_uri: str = ""
    times: tuple[Time, ...] = ()
    """Instead of text: a date, or start and end."""


class Fact(NamedTuple):
    """A row of the facts."""

    key: str
    """The record's key."""
    label: str
    values: tuple[Value, ...]

    @property
    def is_long(self) -> bool:
        """Whether a screen shows only the first of its many values until asked for all."""
        return len(self.values) > _LONG


def facts_of(library: Library, case: Case) -> tuple[Fact, ...]:
    """Give the facts that a case has, labelled as in the record; a unit that is not a branch is not called one."""
    rows = ((key, values) for key, values in _Facts(library, case).rows() if values)
    return tuple(Fact(key, _label(case, key, library.programme), values) for key, values in rows)


def _label(case: Case, key: str, programme: Programme) -> str:
    usual = case_label(key, programme)
    if key != "branch":
        return usual
    fitting = (label for has, label in programme.branch_labels if all(has in branch for branch in case.branches))
    return next(fitting, usual)


class _Facts:
    def __init__(self, library: Library, case: Case) -> None:
        self.library, self.case = library, case

    def rows(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        case = self.case
        yield "university", tuple(self._universities())
        yield "school", _texts(case.school)
        yield "branch", _texts(*case.branches)
        yield "team", (self._team(case.team),) if case.team else ()
        yield "secretary", tuple(Value(one.name, note=one.role or "") for one in case.secretaries)
        yield "level", (self._term("level", case.level),) if case.level else ()
        yield "honours", tuple(Value(honour.name, note=_about(honour)) for honour in case.honours)
        yield "period", (Value(times=times_of(case.period)),) if case.period else ()
        yield "places", tuple(self._place(place) for place in case.places)
        yield "partners", tuple(self._noted("partner", one.name, one.kind) for one in case.partners)
        yield "forms", tuple(self._term("form", form) for form in case.forms)
        yield (
            "products",
            tuple(self._noted("product", product.name, product.kind, product.link) for product in case.products),
        )

    def _uri(self, facet: str, name: str) -> str:
        return addresses.term_uri(self.library.facets[facet].by_name[name])

    def _term(self, facet: str, name: str) -> Value:
        return Value(name, self._uri(facet, name))

    def _noted(self, facet: str, name: str, kind: str, url: str | None = None) -> Value:
        return Value(name, url=url or "", note=kind, note_uri=self._uri(facet, kind))

    def _universities(self) -> Iterator[Value]:
        """Give the universities; the province is that of the first."""
        for number, name in enumerate(self.case.universities):
            province = self.case.province if number == 0 else None
            note_uri = self._uri("province", province) if province else ""
            yield Value(name, self._uri("university", name), note=province or "", note_uri=note_uri)

    def _team(self, team: Team) -> Value:
        """Give the team, with its kind where the name does not say it."""
        kind = self.library.programme.team_kinds[team.kind]
        return Value(team.name, note="" if kind.is_rest or kind.name in team.name else kind.name)

    def _place(self, place: Location) -> Value:
        names = place_names(place)
        note = "乡村振兴重点区域" if place.revitalisation else ""
        if not names:
            return Value(place.detail or "", note=note)
        is_new = place.detail not in (place.province, place.city, place.county)
        tail = place.detail if place.detail and is_new else ""
        return Value(names[-1], self._uri("place", names[-1]), tail=tail, note=note)


def _texts(*texts: str | None) -> tuple[Value, ...]:
    return tuple(Value(text) for text in texts if text)


def _about(honour: Honour) -> str:
    parts: Iterable[str | None] = (honour.batch, f"{honour.year}年" if honour.year else None)
    return listing(part for part in parts if part)
