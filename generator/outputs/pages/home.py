"""The home page's generated part: the tasks, the numbers, the collections, and ways into the library.

Its heading and the text above are written by people, in content/index.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.case import vocabulary
from generator.case.model import Case
from generator.library.facets import Facet, Term
from generator.library.library import Library
from generator.outputs.pages.collection import CollectionCard, collection_card
from generator.outputs.pages.parts.card import Card, cards_of
from generator.outputs.pages.parts.crumbs import describe, web_page
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.pages.parts.row import Row, row_of
from generator.outputs.pages.task import TaskCard, task_cards
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.totals import Total, home_totals

_SHOWN = 6
_YEARS = 12
HANDBOOK = "handbook/index.html"


@dataclass(frozen=True, slots=True)
class _View:
    is_empty: bool
    handbook_uri: str
    tasks_counted: str
    tasks: tuple[TaskCard, ...]
    totals: tuple[Total, ...]
    overview_uri: str
    collections: tuple[CollectionCard, ...]
    featured: tuple[Card, ...]
    newest: tuple[Row, ...]
    browse_uri: str
    ways: tuple["Way", ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the library: the terms of a facet that have cases."""

    title: str
    terms: tuple[Link, ...]
    all: Link | None
    """To the terms that are not shown here too, if there are any."""


def pages(publication: Publication) -> Iterator[Page]:
    """The home page."""
    yield Page(addresses.HOME, ("home",), partial(_show, publication), frame=addresses.HOME)


def _show(publication: Publication) -> Shown:
    library, settings, assets = publication.library, publication.settings, publication.assets
    featured = library.featured[:_SHOWN]
    view = _View(
        is_empty=not library.cases,
        handbook_uri=HANDBOOK,
        tasks_counted=library.programme.tasks_counted,
        tasks=task_cards(library),
        totals=home_totals(library.statistics),
        overview_uri=addresses.OVERVIEW,
        collections=tuple(collection_card(one, library.programme, assets) for one in library.arrangements if one.cases),
        featured=cards_of(featured, library.programme, assets),
        newest=tuple(row_of(case, library.programme) for case in _newest(library, featured)),
        browse_uri=addresses.BROWSE,
        ways=_ways(library),
    )
    schema = web_page("WebSite", settings.name, addresses.HOME, settings.description)
    return Shown(Head("", settings.description, json_ld=describe(schema)), view)


def _newest(library: Library, featured: Sequence[Case]) -> Iterator[Case]:
    """Give the newest cases that the page does not show already."""
    return islice((case for case in library.cases if case not in featured), _SHOWN)


def _ways(library: Library) -> tuple[Way, ...]:
    facets = [facet for facet in library.facets.values() if facet.kind.home and facet.kind.has_index]
    shown = ((facet, _large(facet)) for facet in sorted(facets, key=lambda facet: facet.kind.home))
    return tuple(
        Way(
            title=facet.label,
            terms=tuple(term_link(term) for term in terms),
            all=Link(f"全部{facet.label}", addresses.facet_uri(facet.key)) if terms != facet.terms else None,
        )
        for facet, terms in shown
        if terms
    )


def _large(facet: Facet) -> tuple[Term, ...]:
    """Give the terms that have cases; of the places served only provinces, in administrative order.

    Of the years there are the newest twelve.
    """
    if facet.kind.is_newest_first:
        return facet.used[:_YEARS]
    if not facet.kind.is_nested:
        return facet.used
    return tuple(facet.by_name[name] for name in vocabulary.REGIONS.names if name in facet.by_name)
