"""A collection as a book: its volumes, ready for the templates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.case.markdown import parse_prose
from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.text import shorten
from generator.case.titles import title_lines
from generator.library.arrangement import Arrangement
from generator.library.arrangement import Part as Chosen
from generator.library.facets import Facet, Term
from generator.library.library import Library, gather
from generator.outputs.book.case_entry import Entry, entry_of
from generator.outputs.book.colours import colour_of
from generator.outputs.book.indexes import indexes_of
from generator.outputs.book.notes import edited_by, notes_of, record_of
from generator.outputs.book.prose_data import passage
from generator.outputs.book.typeset_text import chinese_number, settable, settable_large
from generator.outputs.book.volume import Hue, Origin, Part, Volume
from generator.outputs.graphics.pattern import TILES, pattern
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from generator.outputs.views.totals import main_totals

COVER_EM, COVER_SUBTITLE_EM, COVER_EDITOR_EM, PART_EM = 11, 24, 30, 10.5
"""Characters in a line of the title, subtitle and editor on the cover, and of a part's title on its page;
`theme/book/system.typ` sizes them so that they fit."""
_HEAD = 30
"""Characters of a running head."""
PAGE_WEIGHT = {"16k": 1050, "a4": 1050, "b5": 950}
"""Characters that a page holds, headings and gaps counted in, measured on cases of 2,200 characters."""
VOLUME_PAGES = 1400
"""A longer book is divided; the estimate leaves room to the 1,500 pages that can still be bound."""
_TERMS, _ORIGINS = 55, 11
"""Index entries, and cases with sources, that a page at the book's end holds."""
_KEYWORDS = 12


def volumes_of(
    publication: Publication, arrangement: Arrangement, form: Format, *, longest: int = VOLUME_PAGES
) -> tuple[Volume, ...]:
    """Make a book; empty when it has no cases.

    A case that several parts list is set once, where it first occurs.

    Args:
        publication: where the cases come from, and whose pages the QR codes lead to.
        arrangement: the collection with its cases in place.
        form: paper and use.
        longest: the most pages of a volume, by estimate.

    Returns:
        The volumes in order. `first_page`, `places` and `fonts` are for the typesetter to fill.
    """
    arrangement = _without_repeats(arrangement)
    if not arrangement.parts:
        return ()
    collection = arrangement.collection
    selected = gather(arrangement.cases, programme=publication.programme, names=publication.library.names, drafts=True)
    whole = _whole(publication, arrangement, selected, form)
    tail = sum(len(group.terms) for index in whole.indexes for group in index.groups) / _TERMS
    tail += len(whole.origins) / _ORIGINS
    page = PAGE_WEIGHT[form.size]
    divided = _divide(whole.parts, longest * page, round(tail * page))
    ordinals = [f"第{chinese_number(number)}册" for number in range(1, len(divided) + 1)] if len(divided) > 1 else [""]
    return tuple(
        replace(
            whole,
            ordinal=ordinal,
            opens=own is divided[0],
            closes=own is divided[-1],
            record=record_of(collection, selected.statistics, form, ordinal),
            parts=own,
        )
        for ordinal, own in zip(ordinals, divided, strict=True)
    )


def _whole(publication: Publication, arrangement: Arrangement, selected: Library, form: Format) -> Volume:
    """Make a book as if it were one volume, but for the version record."""
    collection = arrangement.collection
    parts = tuple(_parts(publication, arrangement))
    entries = [entry for part in parts for entry in part.entries]
    return Volume(
        id=collection.id,
        title=collection.title,
        lines=_lines(collection.title, COVER_EM),
        subtitle=collection.subtitle or "",
        subtitle_lines=_lines(collection.subtitle or "", COVER_SUBTITLE_EM),
        editor=collection.editor,
        editor_lines=_lines(edited_by(collection.editor), COVER_EDITOR_EM),
        date=collection.date.chinese,
        day=collection.date.first,
        keywords=tuple(term.name for term in _most_used(selected.facets["keyword"])[:_KEYWORDS]),
        size=form.size,
        variant=form.variant,
        bleed=form.bleed,
        hue=publication.programme.task(collection.book.cover).id if collection.book.cover else "",
        colour=colour_of(collection.id, _shelf(publication)),
        hues={task.id: Hue(task.hue.light, task.tint.light) for task in publication.programme.tasks},
        pattern=pattern(collection.id, TILES),
        ordinal="",
        opens=True,
        closes=True,
        foreword=passage(parse_prose(collection.foreword or ""), above=1),
        notes=tuple(settable(text) for text in notes_of(arrangement, selected.statistics, publication.settings)),
        record=(),
        parts=parts,
        indexes=indexes_of(selected, [entry.id for entry in entries]),
        origins=tuple(Origin(one.id, one.number, one.title, one.sources) for one in entries if one.sources),
        afterword=passage(parse_prose(collection.afterword or ""), above=1),
    )


def _shelf(publication: Publication) -> dict[str, int]:
    return {one.collection.id: len(one.cases) for one in publication.library.arrangements}


def _without_repeats(arrangement: Arrangement) -> Arrangement:
    seen: set[str] = set()
    parts: list[Chosen] = []
    for part in arrangement.parts:
        cases = tuple({case.id: case for case in part.cases if case.id not in seen}.values())
        seen |= {case.id for case in cases}
        if cases:
            parts.append(Chosen(part.title, cases))
    return replace(arrangement, parts=tuple(parts))


def _parts(publication: Publication, arrangement: Arrangement) -> Iterator[Part]:
    number = 1
    for position, part in enumerate(arrangement.parts, 1):
        own = gather(part.cases, programme=publication.programme, names=publication.library.names, drafts=True)
        number_name = f"第{chinese_number(position)}部分"
        task = _task_of(part, publication.programme)
        yield Part(
            title=part.title,
            number=number_name,
            name=f"{number_name}　{part.title}",
            listed=settable_large(f"{number_name}　{part.title}"),
            head=f"{number_name}　{shorten(part.title, _HEAD)}",
            lines=_lines(part.title, PART_EM),
            hue=task.id if task else "",
            definition=task.definition if task and task.name == part.title else "",
            totals=main_totals(own.statistics),
            is_continued=False,
            entries=tuple(entry_of(publication, case, at) for at, case in enumerate(part.cases, number)),
        )
        number += len(part.cases)


def _lines(text: str, longest_em: float) -> tuple[str, ...]:
    return tuple(settable(line) for line in title_lines(text, longest_em)) if text else ()


def _task_of(part: Chosen, programme: Programme) -> Task | None:
    """Give the task that a part is called after, else the only one that its cases have."""
    is_named = part.title in programme.task_names.names
    found = {part.title} if is_named else {case.task for case in part.cases}
    return programme.task(found.pop()) if len(found) == 1 else None


def _most_used(facet: Facet) -> list[Term]:
    return sorted(facet.used, key=lambda term: -term.count)


def _divide(parts: Sequence[Part], limit: int, tail: int) -> list[tuple[Part, ...]]:
    """Put parts into volumes of nearly equal weight; a part may go on in the next volume.

    A volume may pass the limit by a case. `tail` is what follows the cases of the last volume.
    """
    total = tail + sum(entry.weight for part in parts for entry in part.entries)
    count = -(-total // limit)
    if count <= 1:
        return [tuple(parts)]
    volumes: list[list[Part]] = [[]]
    done = 0
    for part in parts:
        held: list[Entry] = []
        begun = False
        for entry in part.entries:
            if done >= total * len(volumes) / count:
                if held:
                    volumes[-1].append(_piece(part, held, is_continued=begun))
                    held, begun = [], True
                volumes.append([])
            held.append(entry)
            done += entry.weight
        volumes[-1].append(_piece(part, held, is_continued=begun))
    return [tuple(volume) for volume in volumes if volume]


def _piece(part: Part, entries: Sequence[Entry], *, is_continued: bool) -> Part:
    if not is_continued:
        return replace(part, entries=tuple(entries))
    mark = "（续）"
    return replace(
        part,
        entries=tuple(entries),
        is_continued=True,
        name=f"{part.name}{mark}",
        listed=f"{part.listed}{mark}",
        head=f"{part.head}{mark}",
    )
