"""The pages of a term: its cases, newest first."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.library.facets import Facet, Term
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.pages.parts.pager import PER_PAGE, Pager, page_count, page_of, pager
from generator.outputs.pages.parts.places import Gazetteer
from generator.outputs.pages.parts.row_cache import DrawnRow, RowCache
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    label: str
    name: str
    aliases: tuple[str, ...]
    title: str
    all: Link
    """To the facet's other terms."""
    count: int
    around: tuple[Link, ...]
    """For a place: those that contain it."""
    inside: tuple[Link, ...]
    """For a place: those that it contains."""
    rows: tuple[DrawnRow, ...]
    pager: Pager | None
    browse_uri: str
    """The same list where readers can go on filtering."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """What all pages of terms share."""

    site_name: str
    facets: Mapping[str, Facet]
    gazetteer: Gazetteer
    rows: RowCache
    digests: Sequence[str]
    """What each case was read from, in the library's order; empty where that is not known of all."""


def pages(publication: Publication) -> Iterator[Page]:
    """All pages of all terms, but the first pages of the tasks, which have a kind of their own."""
    lists = _lists(publication)
    for facet in lists.facets.values():
        for term in facet.terms:
            for page in range(2 if facet.kind.has_own_pages else 1, page_count(term.count) + 1):
                yield _page(lists, facet, term, page)


def pages_with(publication: Publication, positions: Collection[int]) -> Iterator[Page]:
    """Those of the pages that list any of the cases at some positions of the library."""
    lists = _lists(publication)
    for facet in lists.facets.values():
        for term in facet.terms:
            places = [bisect_left(term.positions, position) for position in positions]
            listed = [at for at, one in zip(places, positions, strict=True) if term.positions[at : at + 1] == (one,)]
            for page in sorted({at // PER_PAGE + 1 for at in listed}):
                if page > 1 or not facet.kind.has_own_pages:
                    yield _page(lists, facet, term, page)


def _lists(publication: Publication) -> _Lists:
    library = publication.library
    # Whatever the facet, its terms lie one folder deep.
    rows = RowCache(library, addresses.listing_uri("year", "2024"), level=2)
    digests = [publication.digests.get(case.id, "") for case in library.cases]
    return _Lists(publication.settings.name, library.facets, Gazetteer(library), rows, digests if all(digests) else ())


def _page(lists: _Lists, facet: Facet, term: Term, page: int) -> Page:
    return Page(
        addresses.term_uri(term, page),
        ("term", "parts/listed_row"),
        partial(_show, lists, term, page),
        inputs=partial(_inputs, lists, term, page),
        glance=partial(_glance, lists, term, page) if lists.digests else None,
        frame=_frame(facet),
        is_indexed=term.count > 0,
    )


def _frame(facet: Facet) -> str:
    """Give the page above a facet's terms, so that the menu shows where readers are."""
    return addresses.FRAME if facet.kind.terms_of else addresses.facet_uri(facet.key)


def _show(lists: _Lists, term: Term, page: int) -> Shown:
    view = replace(_bare_view(lists, term, page), rows=lists.rows.rows(page_of(term.positions, page)))
    return Shown(_head(lists.site_name, term, page, view), view)


def _inputs(lists: _Lists, term: Term, page: int) -> object:
    return lists.site_name, _bare_view(lists, term, page), lists.rows.inputs(page_of(term.positions, page))


def _glance(lists: _Lists, term: Term, page: int) -> object:
    """Give the same with what the listed cases were read from in place of their rows."""
    listed = page_of(term.positions, page)
    return lists.site_name, _bare_view(lists, term, page), tuple(lists.digests[position] for position in listed)


def _bare_view(lists: _Lists, term: Term, page: int) -> _View:
    """Compute everything but the rows, which cost most."""
    facet = lists.facets[term.facet]
    is_nested = facet.kind.is_nested
    return _View(
        crumbs=crumbs(*_way(facet, term)),
        label=facet.label,
        name=term.name,
        aliases=term.aliases,
        title=facet.title_of(term),
        all=_all(lists.facets[facet.kind.terms_of or facet.key]),
        count=term.count,
        around=tuple(_around(lists.gazetteer.containing(term))) if is_nested else (),
        inside=tuple(_inside(term, lists.gazetteer.contained(term))) if is_nested else (),
        rows=(),
        pager=pager(term.facet, term.slug, page, term.count),
        browse_uri=addresses.browse_uri(term),
    )


def _around(places: Iterable[Term]) -> Iterator[Link]:
    """Link the places around a place, the largest first, none with the name of what is around it."""
    around = ""
    for place in places:
        yield Link(place.name.removeprefix(around), addresses.term_uri(place))
        around = place.name


def _inside(place: Term, places: Iterable[Term]) -> Iterator[Link]:
    """Link the places inside a place, without its name."""
    return (term_link(one)._replace(name=one.name.removeprefix(place.name)) for one in places)


def _way(facet: Facet, term: Term) -> tuple[Link, ...]:
    if facet.kind.terms_of:
        first = Link(term.name, addresses.listing_uri(facet.kind.terms_of, term.slug))
        return first, Link(facet.title_of(term), addresses.term_uri(term))
    return Link(facet.label, addresses.facet_uri(facet.key)), Link(term.name, addresses.term_uri(term))


def _all(facet: Facet) -> Link:
    return Link(f"查看全部{facet.label}", addresses.facet_uri(facet.key))


def _head(site_name: str, term: Term, page: int, view: _View) -> Head:
    name = view.title
    description = f"{site_name}中{view.label}为“{view.name}”的案例，共{view.count}个。"
    title = name if page == 1 else f"{name}（第{page}页）"
    schema = web_page("CollectionPage", title, addresses.term_uri(term, page), description)
    return Head(
        title,
        description,
        json_ld=describe(schema, way=view.crumbs),
        is_further=page > 1,
    )
