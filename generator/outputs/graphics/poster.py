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
from generator.outputs.views.figure import Figure, headline_of
from generator.outputs.views.sentence import sentence_of

WIDTH_PX, HEIGHT_PX = 1200, 630
"""What Open Graph pictures measure: https://developers.facebook.com/docs/sharing/webmasters/images."""
COLUMNS, ROWS = 12, 6
"""Tiles of the pattern; the outermost ones are cut by the edge."""
TEXT_PX = 1010
"""The longest line."""
DETAIL_PX = 32
"""The size of type of what stands below."""
WHAT_PX = 36
"""The size of type of what a figure counts."""

_ALONE = ((128, 1), (100, 2), (76, 3), (66, 4))
"""The sizes of type that the large lines are tried in, largest first, each with the most lines that it may take."""
_ABOVE_A_FIGURE = ((96, 1), (76, 2), (56, 3))
_LEAST = 52
"""The smallest of them, which is still read from three metres; a sentence that needs a smaller one does not lead."""
_MOST_LINES = {True: 3, False: 5}
"""How many lines of that size there may be, above a figure or without one."""
_WHAT_EM = 13
"""The room of a line that says what a figure counts, in widths of a character."""
_SMALL = 0.75
"""How much smaller the type below may become before a text is cut."""
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
    """What leads, in lines: the sentence by which a case is told, or the title."""
    lines_px: int
    """The size of their type."""
    detail: str
    """The title where the sentence leads, else whose case it is, or a collection's subtitle; may be empty."""
    label: str
    """What it is: 示例大学 · 某项任务, a task's name, or 案例集 · 示例大学 · 64个案例."""
    hue: str
    """The ground's colour: `#b4281e`."""
    turns: tuple[int, ...]
    """A quarter turn, 0 to 3, for each tile of the pattern, row by row."""
    figure: Figure | None = None
    """The one that stands for the case."""

    @property
    def what(self) -> tuple[str, ...]:
        """What the figure counts, in one line or two."""
        return _two_lines(self.figure.what) if self.figure else ()


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
    """Show a case by why it matters and by its figure, on the task's colour; title and university stand below.

    Where the sentence is too long for large type the title leads, as it does on a collection's poster.
    """
    figure, title, university = headline_of(case), case.title, universities_of(case)
    sentence = sentence_of(case).removesuffix("。")
    size, lines = set_lines(sentence, has_figure=figure is not None)
    leads = len(lines) <= _MOST_LINES[figure is not None]
    if not leads:
        size, lines = set_lines(title, has_figure=figure is not None)
    return _poster(
        id=case.id,
        is_collection=False,
        settings=settings,
        size=size,
        lines=lines,
        detail=title if leads else university,
        label=f"{university} · {case.task}" if leads else case.task,
        hue=programme.task(case.task).hue.light,
        figure=figure,
    )


def collection_poster(collection: Collection, count: int, programme: Programme, settings: Settings) -> Poster:
    """Show a collection by its title, subtitle, editor and how many cases it holds, on the colour of its book."""
    cover = collection.book.cover
    size, lines = set_lines(collection.title)
    return _poster(
        id=collection.id,
        is_collection=True,
        settings=settings,
        size=size,
        lines=lines,
        detail=collection.subtitle or "",
        label=f"案例集 · {collection.editor} · {count}个案例",
        hue=programme.task(cover).hue.light if cover else _RED,
    )


def _poster(
    *,
    id: str,
    is_collection: bool,
    settings: Settings,
    size: int,
    lines: tuple[str, ...],
    detail: str,
    label: str,
    hue: str,
    figure: Figure | None = None,
) -> Poster:
    uri_of = addresses.collection_poster_uri if is_collection else addresses.case_poster_uri
    return Poster(
        id=id,
        is_collection=is_collection,
        uri=uri_of(id),
        site_name=_fitting(settings.name),
        lines=lines,
        lines_px=size,
        detail=_fitting(detail, DETAIL_PX * _SMALL),
        label=_fitting(label),
        hue=hue,
        turns=pattern(id, COLUMNS * ROWS),
        figure=figure,
    )


def set_lines(text: str, *, has_figure: bool = False) -> tuple[int, tuple[str, ...]]:
    """Choose the largest size of type in which a text takes few enough lines; gives the size and the lines."""
    for size, most in _ABOVE_A_FIGURE if has_figure else _ALONE:
        lines = title_lines(text, TEXT_PX / size)
        if len(lines) <= most and all(em_width(line) * size <= TEXT_PX for line in lines):
            return size, lines
    return _LEAST, title_lines(text, TEXT_PX / _LEAST)


def _two_lines(text: str) -> tuple[str, ...]:
    """Break a text into two lines at most; what they do not hold is cut."""
    lines = title_lines(text, _WHAT_EM)
    return lines if len(lines) <= 2 else (lines[0], shorten("".join(lines[1:]), _WHAT_EM - 1))


def _fitting(text: str, size: float = DETAIL_PX) -> str:
    """Cut a text that a line does not hold."""
    longest = len(text)
    while em_width(shorten(text, longest)) * size > TEXT_PX:
        longest -= 1
    return shorten(text, longest)
