"""The pages of the collections: what each holds, in order, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.case.markdown import parse_prose
from generator.case.programme import Programme
from generator.library.arrangement import Arrangement
from generator.library.library import Library
from generator.outputs.pages.parts.book_cover import BookCover, book_cover
from generator.outputs.pages.parts.crumbs import Schema, crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link, case_link
from generator.outputs.pages.parts.prose import passage
from generator.outputs.pages.parts.share_image import with_poster
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.site.edition import Edition
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.number import file_size
from generator.outputs.views.time import Time

_INDEX = Link("案例集", addresses.COLLECTIONS)


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """A collection in a list."""

    link: Link
    """With the number of its cases."""
    subtitle: str
    editor: str
    time: Time
    cover: BookCover
    parts: tuple[Link, ...]
    """Places in the page, each with the number of its cases; empty where there is only one."""
    downloads: tuple["Download", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A case in a collection's contents."""

    number: int
    """Counted through all parts, from 1."""
    link: Link
    university: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a collection's contents; its numbers go on from the part before."""

    title: str
    first: int
    """The number of its first case."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A PDF of the book."""

    uri: str
    name: str
    """汇编, or 汇编第一册."""
    about: str
    """37页，0.8 MB"""


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    card: CollectionCard
    foreword: Markup
    parts: tuple[Part, ...]
    afterword: Markup


@dataclass(frozen=True, slots=True)
class _IndexView:
    crumbs: tuple[Link, ...]
    title: str
    collections: tuple[CollectionCard, ...]


def collection_card(arrangement: Arrangement, programme: Programme, assets: Assets) -> CollectionCard:
    """Show a collection as a card."""
    collection = arrangement.collection
    edition = assets.editions.get(collection.id)
    uri = addresses.collection_uri(collection.id)
    parts = tuple(
        Link(part.title, f"{uri}#part-{number}", len(part.cases)) for number, part in enumerate(arrangement.parts, 1)
    )
    return CollectionCard(
        link=Link(collection.title, addresses.collection_uri(collection.id), len(arrangement.cases)),
        subtitle=collection.subtitle or "",
        editor=collection.editor,
        time=Time(str(collection.date), collection.date.chinese),
        cover=book_cover(collection, programme, edition),
        parts=parts if len(parts) > 1 else (),
        downloads=_downloads(edition),
    )


def pages(publication: Publication) -> Iterator[Page]:
    """The list of the collections, and one page for each."""
    library, assets = publication.library, publication.assets
    index = addresses.COLLECTIONS
    yield Page(index, ("collections",), partial(_show_index, library, assets), frame=index)
    for arrangement in library.arrangements:
        uri = addresses.collection_uri(arrangement.collection.id)
        yield Page(uri, ("collection",), partial(_show, arrangement, library.programme, assets), frame=index)


def _show(arrangement: Arrangement, programme: Programme, assets: Assets) -> Shown:
    collection, card = arrangement.collection, collection_card(arrangement, programme, assets)
    view = _View(
        crumbs=crumbs(_INDEX, Link(collection.title, card.link.uri)),
        card=card,
        foreword=passage(parse_prose(collection.foreword or ""), "foreword-"),
        parts=tuple(_parts(arrangement)),
        afterword=passage(parse_prose(collection.afterword or ""), "afterword-"),
    )
    description = f"{collection.subtitle or collection.title}，{collection.editor}编，收入{card.link.count}个案例。"
    head = Head(collection.title, description, json_ld=describe(_schema(card, description), way=view.crumbs))
    head = with_poster(head, addresses.collection_poster_uri(collection.id))
    return Shown(head, view)


def _downloads(edition: Edition | None) -> tuple[Download, ...]:
    """Offer the book, which there is none of in a preview and in a build without books."""
    volumes = edition.volumes if edition else ()
    return tuple(
        Download(one.uri, f"汇编{one.ordinal}", f"{one.pages}页，{file_size(one.size_bytes)}") for one in volumes
    )


def _parts(arrangement: Arrangement) -> Iterator[Part]:
    first = 1
    for part in arrangement.parts:
        entries = (
            Entry(number, case_link(case), universities_of(case)) for number, case in enumerate(part.cases, first)
        )
        yield Part(part.title, first, tuple(entries))
        first += len(part.cases)


def _schema(card: CollectionCard, description: str) -> Schema:
    return web_page(
        "Collection",
        card.link.name,
        card.link.uri,
        description,
        editor={"@type": "Organization", "name": card.editor},
        dateCreated=card.time.machine,
        collectionSize=card.link.count,
    )


def _show_index(library: Library, assets: Assets) -> Shown:
    uri = addresses.COLLECTIONS
    cards = tuple(collection_card(one, library.programme, assets) for one in library.arrangements)
    view = _IndexView(crumbs(_INDEX), _INDEX.name, cards)
    description = "编者选定、按顺序编排的案例，每集有前言。"
    schema = web_page("CollectionPage", _INDEX.name, uri, description)
    return Shown(Head(_INDEX.name, description, json_ld=describe(schema, way=view.crumbs)), view)
