"""The home page's generated part: a case that leads, the library as a mosaic, and the questions of its visitors.

Its heading and the text above are written by people, in content/index.md.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.case import vocabulary
from generator.case.model import Case
from generator.library.facets import Facet, Term
from generator.library.library import Library
from generator.outputs.pages.parts.card import Card, cards_of
from generator.outputs.pages.parts.crumbs import describe, web_page
from generator.outputs.pages.parts.lead import Lead, lead_case, lead_of
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.pages.parts.mosaic import Mosaic, mosaic_of
from generator.outputs.pages.parts.questions import questions_of
from generator.outputs.pages.parts.row import Row, row_of
from generator.outputs.pages.parts.shelf import Shelved, shelved
from generator.outputs.pages.parts.way import Way
from generator.outputs.pages.task import TaskCard, task_cards
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.totals import Total, home_totals

_FEATURED = 3
_NEWEST = 6
_YEARS = 12
HANDBOOK = "handbook/index.html"


@dataclass(frozen=True, slots=True)
class _View:
    is_empty: bool
    handbook_uri: str
    lead: Lead | None
    mosaic: Mosaic | None
    totals: tuple[Total, ...]
    overview_uri: str
    tasks_counted: str
    tasks: tuple[TaskCard, ...]
    questions: tuple[Way, ...]
    collections: tuple[Shelved, ...]
    featured: tuple[Card, ...]
    """Without the one that leads; empty where they do not fill a line of cards."""
    featured_rows: tuple[Row, ...]
    """The same as rows, where they do not."""
    newest: tuple[Row, ...]
    browse_uri: str
    ways: tuple[Way, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """The home page."""
    yield Page(addresses.HOME, ("home",), partial(_show, publication), frame=addresses.HOME)


def _show(publication: Publication) -> Shown:
    library, settings, assets = publication.library, publication.settings, publication.assets
    lead = lead_case(library, settings.lead)
    featured = [case for case in library.featured if case is not lead][:_FEATURED]
    is_full = len(featured) == _FEATURED
    above = {case.id for case in (*featured, lead) if case}
    view = _View(
        is_empty=not library.cases,
        handbook_uri=HANDBOOK,
        lead=lead_of(lead, library.programme, assets) if lead else None,
        mosaic=mosaic_of(library),
        totals=home_totals(library.statistics),
        overview_uri=addresses.OVERVIEW,
        tasks_counted=library.programme.tasks_counted,
        tasks=task_cards(library),
        questions=questions_of(library),
        collections=tuple(shelved(one, library.programme, assets) for one in library.arrangements if one.cases),
        featured=cards_of(featured, library.programme, assets) if is_full else (),
        featured_rows=() if is_full else tuple(row_of(case, library.programme) for case in featured),
        newest=tuple(row_of(case, library.programme) for case in _newest(library, above)),
        browse_uri=addresses.BROWSE,
        ways=_ways(library),
    )
    schema = web_page("WebSite", settings.name, addresses.HOME, settings.description)
    return Shown(Head("", settings.description, json_ld=describe(schema)), view)


def _newest(library: Library, above: Collection[str]) -> Iterator[Case]:
    """Give the newest cases that the page does not show already."""
    return islice((case for case in library.cases if case.id not in above), _NEWEST)


def _ways(library: Library) -> tuple[Way, ...]:
    facets = [facet for facet in library.facets.values() if facet.kind.home and facet.kind.has_index]
    shown = ((facet, _large(facet)) for facet in sorted(facets, key=lambda facet: facet.kind.home))
    return tuple(
        Way(
            title=facet.label,
            links=tuple(term_link(term) for term in terms),
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
