"""The page where readers search and filter; without scripts it leads to the pages of the terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.facets import Facet
from generator.library.library import Library
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.pages.parts.pager import PER_PAGE
from generator.outputs.pages.parts.row import Row, row_of
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.search_words import asked_for, filtered_by

TITLE = "检索案例"
_MOST = 40


@dataclass(frozen=True, slots=True)
class Way:
    """A facet with its terms, or the first of them."""

    link: Link
    """To the facet's own page."""
    terms: tuple[Link, ...]
    is_whole: bool
    """All terms that have cases are there."""


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    site: str
    count: int
    asked_for: str
    """What may be typed."""
    ways: tuple[Way, ...]
    first: tuple[Row, ...]
    """The newest cases, which are there before any data of search, and without scripts."""


def pages(publication: Publication) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.BROWSE, ("browse",), partial(_show, publication), frame=addresses.BROWSE)


def _way(facet: Facet, library: Library) -> Way:
    """Show a facet's first terms; of places only those that no other contains, for all are too many to look through."""
    outermost = library.facets[facet.kind.largest].by_name if facet.kind.is_nested else None
    terms = [term for term in facet.used if outermost is None or term.name in outermost]
    return Way(
        Link(facet.label, addresses.facet_uri(facet.key)),
        tuple(term_link(term) for term in terms[:_MOST]),
        is_whole=len(facet.used) <= min(_MOST, len(terms)),
    )


def _show(publication: Publication) -> Shown:
    library, settings = publication.library, publication.settings
    view = _View(
        crumbs=crumbs(Link(TITLE, addresses.BROWSE)),
        title=TITLE,
        site=settings.name,
        count=len(library.cases),
        asked_for=asked_for(publication.programme),
        ways=tuple(_way(facet, library) for facet in library.facets.values() if facet.kind.has_index and facet.used),
        first=tuple(row_of(case, publication.programme) for case in library.cases[:PER_PAGE]),
    )
    description = f"在{view.count}个案例里逐字检索，按{filtered_by(publication.programme)}等筛选。"
    schema = web_page("SearchResultsPage", TITLE, addresses.BROWSE, description)
    head = Head(TITLE, description, json_ld=describe(schema, way=view.crumbs))
    return Shown(head, view)
