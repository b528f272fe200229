"""The page at an address whose content has moved: it sends its readers on, and says where, for browsers that do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from generator.outputs.pages.parts.crumbs import crumbs
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

_TITLE = "网址已经更换"


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    target: Link


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each address whose readers are sent to another, by an editor's line or by a word's new id."""
    register = publication.register
    moved = {entry.uri: register.end_of(entry.uri) for entry in register.moved}
    former = {uri: now for uri, now in addresses.former_uris(publication.programme).items() if uri not in moved}
    for uri, target in {**moved, **former}.items():
        if target:
            yield Page(uri, ("moved",), partial(_show, publication, uri, target), is_indexed=False)


def _show(publication: Publication, uri: str, target: str) -> Shown:
    target_uri = quote(target)
    view = _View(crumbs(Link(_TITLE, quote(uri))), _TITLE, Link(_name(publication, target), target_uri))
    return Shown(Head(_TITLE, "这个页面换了网址。", moved_to=target_uri), view)


def _name(publication: Publication, uri: str) -> str:
    """Name a page by its title, or by its address where the title is not known here."""
    library = publication.library
    titles = {addresses.case_uri(case.id): case.title for case in (*library.cases, *library.withdrawn)}
    titles |= {addresses.collection_uri(one.id): one.title for one in library.collections}
    titles |= {frame.uri: frame.title for frame in publication.frames.values() if frame.title}
    titles |= {
        addresses.listing_uri(key, word.id): word.name
        for key, words in library.programme.lists.items()
        for word in words
    }
    return str(titles.get(uri, uri))
