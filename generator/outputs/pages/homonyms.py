"""The page at an address that several terms of the same pinyin would share: it lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.facets import Facet, Term
from generator.outputs.pages.parts.crumbs import crumbs
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    terms: tuple[Link, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each plain slug that terms share."""
    for facet in publication.library.facets.values():
        for slug, terms in facet.homonyms.items():
            uri, frame = addresses.listing_uri(facet.key, slug), addresses.facet_uri(facet.key)
            yield Page(uri, ("homonyms",), partial(_show, facet, slug, terms), frame=frame, is_indexed=False)


def _show(facet: Facet, slug: str, terms: tuple[Term, ...]) -> Shown:
    uri = addresses.listing_uri(facet.key, slug)
    title = f"{facet.label}：拼音相同的词条"
    view = _View(
        crumbs=crumbs(Link(facet.label, addresses.facet_uri(facet.key)), Link("拼音相同的词条", uri)),
        title=title,
        terms=tuple(term_link(term) for term in terms),
    )
    return Shown(Head(title, "这些词条的拼音相同。"), view)
