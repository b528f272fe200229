"""A case of a book as a PDF of its own: the book's pages, with its page numbers, behind a sheet that cites it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.library.arrangement import Arrangement
from generator.outputs.book.case_entry import Entry
from generator.outputs.book.reference import cite_case
from generator.outputs.book.typeset_text import settable
from generator.outputs.book.volume import Hue, Volume
from generator.outputs.site.edition import PageLocation


@dataclass(frozen=True, slots=True)
class Single:
    """What `theme/book/single.typ` shows."""

    title: str
    """The book's."""
    ordinal: str
    subtitle: str
    editor: str
    date: str
    day: tuple[int, int, int]
    size: str
    variant: str
    bleed: bool
    hue: str
    colour: str
    hues: Mapping[str, Hue]
    fonts: Mapping[str, list[str]]
    chapter: str
    """The running head."""
    entry: Entry
    first_page: int
    pages: str
    """`12` or `12—14`."""
    citation: str


def singles_of(volume: Volume, arrangement: Arrangement, locations: Mapping[str, PageLocation]) -> dict[str, Single]:
    """Make the separate PDFs of a volume's cases, by case id; they are for screens, without bleed or blank pages."""
    cases = {case.id: case for case in arrangement.cases}
    return {
        entry.id: Single(
            title=volume.title,
            ordinal=volume.ordinal,
            subtitle=volume.subtitle,
            editor=volume.editor,
            date=volume.date,
            day=volume.day,
            size=volume.size,
            variant="screen",
            bleed=False,
            hue=volume.hue,
            colour=volume.colour,
            hues=volume.hues,
            fonts=volume.fonts,
            chapter=part.head,
            entry=entry,
            first_page=locations[entry.id].page,
            pages=_pages(locations[entry.id], "—"),
            citation=settable(cite_case(cases[entry.id], arrangement, _pages(locations[entry.id], "-"))),
        )
        for part in volume.parts
        for entry in part.entries
    }


def _pages(location: PageLocation, dash: str) -> str:
    return str(location.page) if location.page == location.last_page else f"{location.page}{dash}{location.last_page}"
