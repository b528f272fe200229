"""The page of a case: everything that its record says."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import partial
from urllib.parse import quote

from generator.case.date import PartialDate
from generator.case.model import Case, Training
from generator.library.library import Library
from generator.outputs.graphics.pattern import QrCode, qr_picture
from generator.outputs.pages.parts.case_prose import CaseProse, Text, Year
from generator.outputs.pages.parts.case_schema import case_schema
from generator.outputs.pages.parts.contents import Listed, listed
from generator.outputs.pages.parts.crumbs import crumbs, describe
from generator.outputs.pages.parts.holding import Holding, holding_of
from generator.outputs.pages.parts.link import Link, case_link, task_link
from generator.outputs.pages.parts.opening import Opening, opening_of
from generator.outputs.pages.parts.panel import fits, height_px
from generator.outputs.pages.parts.photo import Photograph, photographs_of
from generator.outputs.pages.parts.share_image import with_share_image
from generator.outputs.record_json import render_record
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.bodies import heading_of, universities_of
from generator.outputs.views.case_form import is_short, reading_room, written_length
from generator.outputs.views.citation import Reference, bibtex_page, cite_page
from generator.outputs.views.facts import Fact, facts_of
from generator.outputs.views.figure import figure_of, figures_of, headline_of
from generator.outputs.views.materials import Group, Role, materials_of, roles_of
from generator.outputs.views.rights import rights_of
from generator.outputs.views.time import Time, time_of, times_of

_LONG_READ = 1200
"""Characters from which on a page is so long that a list of its parts helps."""

_ROOM_PX = 2
"""The height that a character of a short text takes, in a line of some forty with its share of headings and space."""


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
class _Around:
    """What the page shows beside the text: facts, and what the rest of the library says of the case."""

    crumbs: tuple[Link, ...]
    preview: str
    """The status of a record that is not published, shown by a preview; empty on the site."""
    task: Link
    also: tuple[Link, ...]
    by: tuple[str, ...]
    """Whose case it is: university and branch, in one or two parts."""
    times: tuple[Time, ...]
    """When the work went on."""
    keywords: tuple[Link, ...]
    facts: tuple[Fact, ...]
    materials: tuple[Group, ...]
    """Films, prizes, reports and money."""
    roles: tuple[Role, ...]
    """Who worked on the record, as far as they agreed to be named."""
    attachments: tuple[Link, ...]
    references: tuple[Origin, ...]
    rights: str
    """On what the case rests, and by whose leave it is published."""
    holdings: tuple[Holding, ...]
    related: tuple[Alike, ...]
    newer: Link | None
    older: Link | None
    published: Time | None
    """The day when it was first published; None where that is not known, as in a preview."""
    revised: Time | None
    """The day when its text was last changed since then."""
    citation: Reference
    bibtex: Reference
    url: str
    """The page's whole address; empty where the site's is not known."""
    id: str
    bundle_uri: str
    """The file that has its record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _View(_Around):
    title: str
    subtitle: str
    task_id: str
    is_short: bool
    """Whether it is seen at a glance; else it is read."""
    opening: Opening
    do_facts_stay: bool
    """Whether the facts stay in view while a long text is read."""
    is_foot_below: bool
    """Whether the sources of a short case stand below its text, which ends long before the facts beside it."""
    texts: tuple[Text, ...]
    has_contents: bool
    """Whether it is so long that readers are led to its parts."""
    years: tuple[Year, ...]
    """The yearly account, the newest year first."""
    photographs: tuple[Photograph, ...]
    """Those that neither lead nor stand in the text."""
    training: Training | None
    code: QrCode | None
    """Of the address."""

    @property
    def contents(self) -> tuple[Listed, ...]:
        """The sections that the page has, in their order, with the headings of their texts."""
        parts: tuple[tuple[object, str, str], ...] = (
            *((text, text.key, text.title) for text in self.texts),
            (self.years, "progress", "年度进展"),
            (self.photographs, "photos", "照片"),
            (self.attachments, "attachments", "附件"),
            (self.materials, "materials", "相关资料"),
            (self.training, "training", "教学使用"),
            (True, "sources", "出处"),
            (self.holdings, "collections", "所在案例集"),
            (self.related, "related", "相关案例"),
        )
        return listed(parts, {text.key: text.headings for text in self.texts})


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each case."""
    return (page_of(publication, case) for case in publication.library.cases)


def page_of(publication: Publication, case: Case) -> Page:
    """Give the page of one case."""
    return Page(
        addresses.case_uri(case.id),
        ("case", "parts/figure"),
        partial(_show, publication, case),
        inputs=partial(_inputs, publication, case),
        glance=partial(_glance, publication, case) if publication.digests.get(case.id) else None,
        is_indexed=case.status == "published",
    )


def _show(publication: Publication, case: Case) -> Shown:
    around, short = _around(publication, case), is_short(case)
    prose = CaseProse(case, photographs_of(case, publication.assets), publication.programme, has_lead=not short)
    opening = opening_of(case, is_short=short, photograph=prose.lead)
    # The headline is told once at display size: where it opens the page, the list has it among the others.
    headline = None if opening.figure else headline_of(case)
    listed = tuple(figure_of(one) for one in case.outcomes if not one.headline) if headline else figures_of(case)
    view = _View(
        title=case.title,
        subtitle=case.subtitle or "",
        task_id=publication.programme.task(case.task).id,
        is_short=short,
        opening=opening,
        do_facts_stay=not short and fits(around.facts),
        is_foot_below=short and reading_room(case) + len(case.summary) < height_px(around.facts) // _ROOM_PX,
        texts=prose.sections(headline, listed),
        has_contents=written_length(case) > _LONG_READ,
        years=prose.years(),
        photographs=prose.rest,
        training=case.training if case.training and any(dict(case.training).values()) else None,
        code=qr_picture(around.url) if around.url else None,
        **{field.name: getattr(around, field.name) for field in fields(around)},
    )
    return Shown(_head(publication, case, around), view)


def _inputs(publication: Publication, case: Case) -> object:
    """Give what the page is made from without drawing prose or code: the public record and all that is around it."""
    around = _around(publication, case)
    photographs = photographs_of(case, publication.assets)
    return render_record(case, publication.settings), photographs, around, _head(publication, case, around)


def _glance(publication: Publication, case: Case) -> object:
    """Give what the case and those that its page leads to were read from, and what else the library says of it."""
    library, digests, assets = publication.library, publication.digests, publication.assets
    related = library.related(case)
    others = (*(one.case for one in related), *library.neighbours(case))
    return (
        digests[case.id],
        # A case whose source is not known may have changed: then it counts as it is.
        tuple(digests.get(one.id) or repr(one) if one else "" for one in others),
        tuple(one.reason for one in related),
        tuple((term.name, term.slug) for facet in library.facets for term in library.terms(case, facet)),
        tuple(holding_of(one, case, assets) for one in library.collections_of.get(case.id, ())),
        publication.register.entries.get(addresses.case_uri(case.id)),
        publication.first_of_bundle[case.id],
        tuple(assets.photo_size(case.id, photo.file) for photo in case.photos),
    )


def _head(publication: Publication, case: Case, around: "_Around") -> Head:
    head = Head(
        title=case.title,
        description=case.description,
        kind="article",
        json_ld=describe(
            case_schema(case, publication.programme, publication.assets, around.published, around.revised),
            way=around.crumbs,
        ),
    )
    return with_share_image(head, case, publication.assets)


def _around(publication: Publication, case: Case) -> "_Around":
    library, settings = publication.library, publication.settings
    newer, older = library.neighbours(case)
    task = task_link(library.programme.task(case.task))
    published, revised = _history(publication, case)
    return _Around(
        crumbs=crumbs(task, case_link(case)),
        preview="" if case.status == "published" else library.programme.statuses[case.status].name,
        task=task,
        also=_terms(library, case, "also"),
        by=heading_of(case),
        times=times_of(case.period) if case.period else (),
        keywords=_terms(library, case, "keyword"),
        facts=facts_of(library, case),
        materials=materials_of(case, library.programme),
        roles=roles_of(case),
        attachments=tuple(
            Link(one.title, quote(addresses.attachment_uri(case.id, one.file))) for one in case.attachments
        ),
        references=_references(case),
        rights=rights_of(case),
        holdings=tuple(holding_of(one, case, publication.assets) for one in library.collections_of.get(case.id, ())),
        related=tuple(
            Alike(case_link(one.case), universities_of(one.case), tuple(one.reason.split(" · ")))
            for one in library.related(case)
        ),
        newer=case_link(newer) if newer else None,
        older=case_link(older) if older else None,
        published=published,
        revised=revised,
        citation=cite_page(case, settings),
        bibtex=bibtex_page(case, settings),
        url=settings.absolute(addresses.case_uri(case.id)) if settings.url else "",
        id=case.id,
        bundle_uri=addresses.bundle_uri(publication.first_of_bundle[case.id]),
    )


def _history(publication: Publication, case: Case) -> tuple[Time | None, Time | None]:
    """Give the days when the case was first published, and last revised since."""
    entry = publication.register.entries.get(addresses.case_uri(case.id))
    if entry is None:
        return None, None
    return time_of(PartialDate.parse(entry.first)), time_of(
        PartialDate.parse(entry.last)
    ) if entry.was_revised else None


def _terms(library: Library, case: Case, facet: str) -> tuple[Link, ...]:
    # Without counts, which the page does not show: else a new case would change the pages of many others.
    return tuple(Link(term.name, addresses.term_uri(term)) for term in library.terms(case, facet))


def _references(case: Case) -> tuple[Origin, ...]:
    return tuple(
        Origin(source.title, source.url or "", source.publisher or "", time_of(source.date)) for source in case.sources
    )
