"""A case as the book sets it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.case.model import Case
from generator.case.text import listing
from generator.case.titles import title_lines
from generator.outputs.book.case_facts import Row, rows_of, side_by_side
from generator.outputs.book.case_prose import CaseProse, Text, Year, settable_figure
from generator.outputs.book.picture_rows import Picture, PictureRow, in_rows, is_wide, picture_of, spread
from generator.outputs.book.reference import cite_source
from generator.outputs.book.table_data import NOT_SET
from generator.outputs.book.typeset_text import plain_url, settable, settable_large, settable_ragged
from generator.outputs.graphics.pattern import qr_rows
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.case_form import is_short
from generator.outputs.views.figure import Figure, headline_of
from generator.outputs.views.materials import Group, Item, materials_of, roles_of
from generator.outputs.views.rights import rights_of

TITLE_EM, SHORT_TITLE_EM = 19, 23
"""Characters in a line of the title of a long case and of a short one; `theme/book/system.typ` sizes titles so that a
few more would fit."""
SUBTITLE_EM = 30
"""The same of a subtitle, which is set smaller."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a reference, its address apart."""

    text: str
    url: str
    shown: str
    """The address with marks where it may break."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a case may be used in a course."""

    about: str
    """Course and minutes in one sentence, or empty."""
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that the book says of a case; what is empty is not set."""

    id: str
    number: int
    """Counted through the whole book, from 1."""
    task: str
    """The task's id, which gives the hue."""
    task_name: str
    title: str
    listed: str
    """The title as lists have it."""
    lines: tuple[str, ...]
    """The title in lines."""
    by: str
    """The university as the contents name it, where there is no room for several."""
    university: str
    unit: str
    """School and branches, or the team where there is no branch."""
    summary: str
    facts: tuple[tuple[Row, ...], ...]
    """Line by line; a line holds two short facts or one."""
    texts: tuple[Text, ...]
    """The sections, of which the one about results holds the figures."""
    pictures: tuple[PictureRow, ...]
    """Photos that follow the text as a whole: those of a short case, or of one that has no sections."""
    lesson: Lesson | None
    attachments: tuple[str, ...]
    sources: tuple[Cited, ...]
    basis: str
    """By whose permission it is published."""
    weight: int
    """How many characters of room it takes, by estimate, pictures and tables included."""
    is_short: bool
    """Whether it is set in the short form, as everywhere."""
    may_share: bool
    """Whether it may stand on a page with another one: nothing of it goes to a page's foot or to a page of its own."""
    is_measured: bool
    """Whether it is measured before it is set; a heavy one takes long to measure, and little would be gained."""
    notes: int
    """How many notes it has at the feet of its pages."""
    keeps_end: bool
    """Whether it ends with a brief section, which goes on to the next page with the facts, not to leave them alone."""
    address: str
    """The page on the site, without `https://`; empty when the site's address is not known."""
    url: str
    qr: tuple[str, ...]
    """The page's QR code as SVG, or empty."""
    all_pictures: tuple[Picture, ...] = ()
    """Also those in the prose."""
    subtitle: tuple[str, ...] = ()
    """The subtitle in lines."""
    significance: str = ""
    """Why it is worth reading, in a sentence."""
    headline: Figure | None = None
    """The figure that stands for it."""
    years: tuple[Year, ...] = ()
    """The yearly account, the first year first."""
    materials: tuple[Group, ...] = ()
    """Films, prizes, reports and money."""
    roles: str = ""
    """Who worked on the record, in one text."""


def entry_of(publication: Publication, case: Case, number: int) -> Entry:
    """Show a case in the book."""
    settings = publication.settings
    pictures = {photo.file: picture_of(case, photo, publication.assets) for photo in case.photos}
    prose = CaseProse(case, pictures, publication.programme)
    url = settings.absolute(addresses.case_uri(case.id)) if settings.url else ""
    short = is_short(case)
    rows = _rows(case, pictures, prose, publication.assets)
    texts = prose.sections() if short else _with_pictures(prose.sections(), rows)
    entry = Entry(
        id=case.id,
        number=number,
        task=publication.programme.task(case.task).id,
        task_name=case.task,
        title=case.title,
        listed=settable_large(case.title),
        lines=tuple(settable(line) for line in title_lines(case.title, SHORT_TITLE_EM if short else TITLE_EM)),
        by=settable(universities_of(case)),
        university=settable(listing(case.universities)),
        unit=settable("　".join(part for part in (case.school, listing(case.branches or case.units)) if part)),
        summary=settable(case.summary),
        facts=tuple(side_by_side(rows_of(publication.library, case))),
        texts=texts,
        pictures=rows if short or not texts else (),
        lesson=_lesson(case),
        attachments=tuple(settable(one.title) for one in case.attachments),
        sources=_cited(case),
        basis=settable(rights_of(case)),
        weight=0,
        is_short=short,
        may_share=False,
        is_measured=True,
        notes=0,
        keeps_end=False,
        address=settable_ragged(url.partition("://")[2]),
        url=url,
        qr=qr_rows(url),
        all_pictures=tuple(pictures.values()),
        subtitle=tuple(settable(line) for line in title_lines(case.subtitle or "", SUBTITLE_EM) if line),
        significance=settable_large(case.significance or ""),
        headline=settable_figure(headline) if (headline := headline_of(case)) else None,
        years=prose.years(),
        materials=tuple(_settable_group(group) for group in materials_of(case, publication.programme)),
        roles=settable("；".join(f"{role.name}：{role.people}" for role in roles_of(case))),
    )
    return _measured(entry)


def _cited(case: Case) -> tuple[Cited, ...]:
    texts = ((cite_source(one), one.url or "") for one in case.sources)
    return tuple(Cited(settable(text), plain_url(url), settable_ragged(url)) for text, url in texts)


def _measured(entry: Entry) -> Entry:
    """Say of an entry how much room it takes and how it may be set, which follows from all else."""
    weight = _weight(entry)
    notes = _count(entry, _AT_THE_FOOT)
    return replace(
        entry,
        weight=max(weight, _SHARE if entry.is_short else _PAGE),
        is_measured=weight < _MOST_MEASURED,
        notes=notes,
        keeps_end=_keeps_end(entry),
        may_share=not notes and not _count(entry, _MAY_TURN),
    )


def _rows(case: Case, pictures: Mapping[str, Picture], prose: CaseProse, assets: Assets) -> tuple[PictureRow, ...]:
    """Put the photos in rows that the prose does not show."""
    own = [photo for photo in case.photos if photo.file not in prose.shown]
    wide = frozenset(pictures[photo.file] for photo in own if is_wide(case, photo, assets))
    return in_rows([pictures[photo.file] for photo in own], wide)


def _with_pictures(texts: Sequence[Text], rows: Sequence[PictureRow]) -> tuple[Text, ...]:
    given = spread(rows, [_text_weight(text) for text in texts])
    return tuple(replace(text, pictures=own) for text, own in zip(texts, given, strict=True))


def _keeps_end(entry: Entry) -> bool:
    if entry.years or entry.pictures or entry.lesson or entry.attachments or not entry.texts:
        return False
    last = entry.texts[-1]
    return not last.pictures and _text_weight(last) <= _BRIEF


_AT_THE_FOOT = frozenset(("note", "link"))
_MAY_TURN = frozenset(("table",))


def _count(entry: Entry, kinds: Collection[str]) -> int:
    """Count the nodes of some kinds in the prose."""
    texts = (*entry.texts, *(text for year in entry.years for text in year.texts))
    return sum(_counted(text.prose, kinds) for text in texts)


def _counted(piece: Any, kinds: Collection[str]) -> int:
    if isinstance(piece, list):
        return sum(_counted(one, kinds) for one in piece)
    if isinstance(piece, dict):
        return (piece.get("kind") in kinds) + sum(_counted(one, kinds) for one in piece.values())
    return 0


def _settable_group(group: Group) -> Group:
    items = (Item(settable(item.text), plain_url(item.url), tuple(map(settable, item.remarks))) for item in group.items)
    return Group(group.key, group.label, tuple(items))


def _lesson(case: Case) -> Lesson | None:
    training = case.training
    if training is None or not any(dict(training).values()):
        return None
    course = f"适用课程：{training.course}。" if training.course else ""
    minutes = f"建议时长：{training.minutes}分钟。" if training.minutes else ""
    return Lesson(settable(course + minutes), tuple(settable(one) for one in training.questions))


def _weight(entry: Entry) -> int:
    return (
        len(entry.summary)
        + sum(len(row.text) + _LINE // 2 for line in entry.facts for row in line)
        + sum(map(_text_weight, entry.texts))
        + sum(_prose_weight(text.prose) + _LINE // 2 for year in entry.years for text in year.texts)
        + sum(len(year.figures) + 1 for year in entry.years) * _LINE
        + sum(len(group.items) + 1 for group in entry.materials) * _LINE
        + (len(entry.pictures) + sum(len(text.pictures) for text in entry.texts)) * _PICTURE
        + _OPENING
    )


def _text_weight(text: Text) -> int:
    return _prose_weight(text.prose) + (len(text.figures) + 2) * _LINE


_LINE, _PICTURE, _OPENING = 38, 500, 500
_MOST_MEASURED = 8000
_BRIEF = 12 * _LINE
_PAGE, _SHARE = 1000, 750
"""However little a long case says, it takes a page; about half of the short ones share one."""


def _prose_weight(piece: Any) -> int:
    if isinstance(piece, str):
        return len(piece)
    if isinstance(piece, list):
        return sum(_prose_weight(one) for one in piece)
    if isinstance(piece, dict):
        extra = {"paragraph": _LINE // 2, "heading": _LINE, "photo": _PICTURE}.get(piece.get("kind", ""), 0)
        return extra + sum(_prose_weight(value) for key, value in piece.items() if key not in NOT_SET)
    return 0
