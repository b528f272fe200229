"""The page of a case: everything that its record says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from generator.case import prose, vocabulary
from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case, Collection, Training
from generator.library.library import Library
from generator.outputs.graphics.case_cover import cover
from generator.outputs.graphics.pattern import QrCode, qr_modules
from generator.outputs.pages.parts.case_schema import case_schema
from generator.outputs.pages.parts.crumbs import crumbs, describe
from generator.outputs.pages.parts.draw import draw
from generator.outputs.pages.parts.link import Link, case_link, task_link, term_link
from generator.outputs.pages.parts.photo import Photograph, photographs_of
from generator.outputs.pages.parts.prose import passage
from generator.outputs.pages.parts.share_image import illustrated
from generator.outputs.site import addresses
from generator.outputs.site.page import Body, Head, Page
from generator.outputs.site.settings import Site
from generator.outputs.site.templates import render
from generator.outputs.views.citation import Reference, bibtex_page, branch_of, cite_page
from generator.outputs.views.facts import Fact, facts_of
from generator.outputs.views.figure import Figure, figure_of
from generator.outputs.views.time import Time, time_of, times_of


@dataclass(frozen=True, slots=True)
class Text:
    """A section of prose."""

    key: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Origin:
    """A source."""

    title: str
    url: str
    publisher: str
    time: Time | None


@dataclass(frozen=True, slots=True)
class Alike:
    """A related case."""

    link: Link
    university: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """A collection that holds a case, and where its book has it."""

    link: Link
    book_uri: str
    """The PDF at the case's page; empty where there is no book."""
    place: str
    """第12页, 第二册第512页"""


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    preview: str
    """The status of a record that is not published, shown by a preview; empty on the site."""
    title: str
    drawing: Markup
    """The case's cover, where a wide screen has room for it."""
    task_id: str
    task: Link
    also: tuple[Link, ...]
    by: str
    """Whose case it is: university and branch."""
    times: tuple[Time, ...]
    """When the work went on."""
    keywords: tuple[Link, ...]
    summary: str
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    are_figures_long: bool
    """Whether one of them needs more room than a column; then all stand in rows, so that they stay alike."""
    texts: tuple[Text, ...]
    photographs: tuple[Photograph, ...]
    """Those that the text does not show."""
    attachments: tuple[Link, ...]
    training: Training | None
    references: tuple[Origin, ...]
    is_compiled: bool
    granted_by: str
    scope: str
    holdings: tuple[Holding, ...]
    related: tuple[Alike, ...]
    newer: Link | None
    older: Link | None
    citation: Reference
    bibtex: Reference
    url: str
    """The page's whole address; empty where the site's is not known."""
    code: QrCode | None
    """Of the address."""
    record: str
    """The record as JSON."""

    @property
    def contents(self) -> tuple[Link, ...]:
        """The sections that the page has, in their order."""
        parts: tuple[tuple[object, str, str], ...] = (
            (self.figures, "outcomes", "成效数据"),
            *((text, text.key, text.title) for text in self.texts),
            (self.photographs, "photos", "照片"),
            (self.attachments, "attachments", "附件"),
            (self.training, "training", "教学使用"),
            (self.references, "sources", "出处"),
            (self.holdings, "collections", "所在案例集"),
            (self.related, "related", "相关案例"),
        )
        return tuple(Link(title, f"#{anchor}") for is_there, anchor, title in parts if is_there)


def pages(library: Library, site: Site) -> Iterator[Page]:
    """One page for each case."""
    for case in library.cases:
        is_published = case.status == "published"
        yield Page(addresses.case_uri(case.id), partial(_draw, library, case, site), is_indexed=is_published)


def _draw(library: Library, case: Case, site: Site) -> Body:
    uri = addresses.case_uri(case.id)
    view = _view(library, case, site)
    head = Head(
        title=case.title,
        description=case.summary,
        kind="article",
        json_ld=describe(case_schema(case, library.programme, site), way=view.crumbs),
    )
    return draw("case", uri, illustrated(head, case, site), view)


def _view(library: Library, case: Case, site: Site) -> _View:
    newer, older = library.neighbours(case)
    texts, left = _texts(case, site)
    figures = tuple(figure_of(outcome) for outcome in case.outcomes)
    permission = case.permission
    task = library.programme.task(case.task)
    url = site.absolute(addresses.case_uri(case.id)) if site.url else ""
    return _View(
        crumbs=crumbs(task_link(task), case_link(case)),
        preview="" if case.status == "published" else vocabulary.STATUSES[case.status].name,
        title=case.title,
        drawing=Markup(cover(case.id)),  # noqa: S704 (an id is plain ASCII)
        task_id=task.id,
        task=task_link(task),
        also=_terms(library, case, "also"),
        by=branch_of(case),
        times=times_of(case.period) if case.period else (),
        keywords=_terms(library, case, "keyword"),
        summary=case.summary,
        facts=facts_of(library, case),
        figures=figures,
        are_figures_long=any(figure.is_long for figure in figures),
        texts=texts,
        photographs=left,
        attachments=tuple(
            Link(one.title, quote(addresses.attachment_uri(case.id, one.file))) for one in case.attachments
        ),
        training=case.training if case.training and any(dict(case.training).values()) else None,
        references=_references(case),
        is_compiled=case.is_compiled_from_reports,
        granted_by=permission.granted_by if permission else "",
        scope=permission.scope or "" if permission else "",
        holdings=tuple(_holding(one, case, site) for one in library.collections_of.get(case.id, ())),
        related=tuple(
            Alike(case_link(one.case), one.case.university, tuple(one.reason.split(" · ")))
            for one in library.related(case)
        ),
        newer=case_link(newer) if newer else None,
        older=case_link(older) if older else None,
        citation=cite_page(case, site),
        bibtex=bibtex_page(case, site),
        url=url,
        code=qr_modules(url) if url else None,
        record=addresses.record_uri(case.id),
    )


def _holding(collection: Collection, case: Case, site: Site) -> Holding:
    link = Link(collection.title, addresses.collection_uri(collection.id))
    edition = site.editions.get(collection.id)
    if edition is None:
        return Holding(link, "", "")
    stand = edition.locations[case.id]
    volume = edition.volumes[stand.volume]
    return Holding(link, f"{volume.uri}#page={stand.sheet}", f"{volume.ordinal}第{stand.page}页")


def _terms(library: Library, case: Case, facet: str) -> tuple[Link, ...]:
    return tuple(term_link(term) for term in library.terms(case, facet))


def _texts(case: Case, site: Site) -> tuple[tuple[Text, ...], tuple[Photograph, ...]]:
    """Draw the sections that the case has, and give the photos that none of them shows."""
    photographs = photographs_of(case, site)
    root = addresses.root(addresses.case_uri(case.id))
    images = {one.file: render("figure", root=root, photograph=one, in_grid=False) for one in photographs}
    trees = {key: parse_prose(getattr(case, key) or "") for key in SECTIONS}
    shown: set[str] = set()
    if photographs:
        trees = {key: prose.lift_images(tree) for key, tree in trees.items()}
        shown = {node.url for tree in trees.values() for node in prose.walk(tree) if node.kind == "image"}
    texts = (
        Text(
            key=key,
            title=Case.model_fields[key].title or key,
            html=passage(tree, f"{key}-", images),
        )
        for key, tree in trees.items()
    )
    return (
        tuple(text for text in texts if text.html.strip()),
        tuple(one for one in photographs if one.file not in shown),
    )


def _references(case: Case) -> tuple[Origin, ...]:
    return tuple(
        Origin(source.title, source.url or "", source.publisher or "", time_of(source.date)) for source in case.sources
    )
