"""Posters: the pictures by which messengers show a featured case or a collection. What is on them, not how."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.case.model import Case, Collection
from generator.case.programme import Programme
from generator.case.text import em_width, shorten
from generator.case.titles import title_lines
from generator.outputs.graphics.pattern import pattern
from generator.outputs.site import addresses
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.bodies import universities_of

WIDTH_PX, HEIGHT_PX = 1200, 630
"""What Open Graph pictures measure: https://developers.facebook.com/docs/sharing/webmasters/images."""
COLUMNS, ROWS = 12, 6
"""Tiles of the pattern; the outermost ones are cut by the edge."""
TEXT_PX = 960
"""The longest line of a title."""
DETAIL_PX = 30
"""The size of type of everything but the title."""

_TITLES = ((128, 1), (100, 2), (76, 3), (66, 3))
"""The sizes of type that a title is tried in, largest first, each with the most lines that it may take."""
_LEAST = 52
_RED = "#b4281e"
"""The ground of what belongs to no task: the red of the book and the site."""


@dataclass(frozen=True, slots=True)
class Poster:
    """Everything that a poster shows."""

    id: str
    """The case's or the collection's."""
    is_collection: bool
    uri: str
    site_name: str
    lines: tuple[str, ...]
    """The title in lines."""
    title_px: int
    """The size of the title's type."""
    detail: str
    """Whose case it is, or a collection's subtitle; may be empty."""
    label: str
    """What it is: a task's name, or 案例集 · 示例大学 · 64个案例."""
    hue: str
    """The ground's colour: `#b4281e`."""
    turns: tuple[int, ...]
    """A quarter turn, 0 to 3, for each tile of the pattern, row by row."""


def posters(publication: Publication) -> Iterator[Poster]:
    """Give the posters of featured cases and of collections; none where no page can name one by a whole address."""
    settings = publication.settings
    if not settings.url:
        return
    for case in publication.library.cases:
        if case.featured:
            yield case_poster(case, publication.programme, settings)
    for arrangement in publication.library.arrangements:
        yield collection_poster(arrangement.collection, len(arrangement.cases), publication.programme, settings)


def case_poster(case: Case, programme: Programme, settings: Settings) -> Poster:
    """Show a case by its title, university and task, on the task's colour."""
    return _poster(
        id=case.id,
        is_collection=False,
        settings=settings,
        title=case.title,
        detail=universities_of(case),
        label=case.task,
        hue=programme.task(case.task).hue.light,
    )


def collection_poster(collection: Collection, count: int, programme: Programme, settings: Settings) -> Poster:
    """Show a collection by its title, subtitle, editor and how many cases it holds, on the colour of its book."""
    cover = collection.book.cover
    return _poster(
        id=collection.id,
        is_collection=True,
        settings=settings,
        title=collection.title,
        detail=collection.subtitle or "",
        label=f"案例集 · {collection.editor} · {count}个案例",
        hue=programme.task(cover).hue.light if cover else _RED,
    )


def _poster(
    *, id: str, is_collection: bool, settings: Settings, title: str, detail: str, label: str, hue: str
) -> Poster:
    title_px, lines = set_title(title)
    uri_of = addresses.collection_poster_uri if is_collection else addresses.case_poster_uri
    return Poster(
        id=id,
        is_collection=is_collection,
        uri=uri_of(id),
        site_name=_fitting(settings.name),
        lines=lines,
        title_px=title_px,
        detail=_fitting(detail),
        label=_fitting(label),
        hue=hue,
        turns=pattern(id, COLUMNS * ROWS),
    )


def set_title(title: str) -> tuple[int, tuple[str, ...]]:
    """Choose the largest size of type in which a title takes few enough lines; gives the size and the lines."""
    for size, most in _TITLES:
        lines = title_lines(title, TEXT_PX / size)
        if len(lines) <= most and all(em_width(line) * size <= TEXT_PX for line in lines):
            return size, lines
    return _LEAST, title_lines(title, TEXT_PX / _LEAST)


def _fitting(text: str) -> str:
    """Cut a text that a line does not hold."""
    longest = len(text)
    while em_width(shorten(text, longest)) * DETAIL_PX > TEXT_PX:
        longest -= 1
    return shorten(text, longest)
