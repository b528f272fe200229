"""The cover of a collection as a page shows it: its book's own first page, or its title where no book is set."""

from dataclasses import dataclass

from generator.case.model import Collection
from generator.case.programme import Programme
from generator.case.titles import title_lines
from generator.outputs.site.edition import Edition

_LINE_EM, _MOST_LINES = 7, 3
"""The room for a title: the number of lines, and their width in characters."""
_SMALL_LINE_EM = 10
"""A line of a longer title, which is set smaller."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of a book; width and height in pixels keep its place."""

    uri: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class BookCover:
    """A cover to be shown."""

    title: str
    task_id: str
    """Chooses the colour; empty for red."""
    lines: tuple[str, ...]
    is_long: bool
    """The title is set smaller."""
    editor: str
    picture: Picture | None


def book_cover(collection: Collection, programme: Programme, edition: Edition | None) -> BookCover:
    """Show the cover of a collection, as its book has it where there is one."""
    front = edition.cover if edition else None
    cover = collection.book.cover
    lines = title_lines(collection.title, _LINE_EM)
    is_long = len(lines) > _MOST_LINES
    return BookCover(
        title=collection.title,
        task_id=programme.task(cover).id if cover else "",
        lines=title_lines(collection.title, _SMALL_LINE_EM) if is_long else lines,
        is_long=is_long,
        editor=collection.editor,
        picture=Picture(front.uri, front.width, front.height) if front else None,
    )
