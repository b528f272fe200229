"""The cover of a collection's book as a page shows it: the book's colour, its pattern, and the title in lines."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.case.model import Collection
from generator.case.programme import Programme
from generator.case.titles import title_lines
from generator.outputs.graphics.pattern import TILES, pattern

_COLUMNS = 8
_SIDE = 40
"""A tile's side in the drawing's units."""
_BLANK_ROWS = 4
"""Rows left free for the title, as on the book."""
_LINE_EM, _MOST_LINES = 7, 3
"""The room for a title: the number of lines, and their width in characters."""
_SMALL_LINE_EM = 10
"""A line of a longer title, which is set smaller."""


@dataclass(frozen=True, slots=True)
class BookCover:
    """A cover to be drawn."""

    task_id: str
    """Chooses the colour; empty for red."""
    pattern: Markup
    """SVG of quarter circles, which grow stronger from row to row."""
    lines: tuple[str, ...]
    is_long: bool
    """The title is set smaller."""
    editor: str


def book_cover(collection: Collection, programme: Programme) -> BookCover:
    """Show the cover of a collection's book."""
    cover = collection.book.cover
    lines = title_lines(collection.title, _LINE_EM)
    is_long = len(lines) > _MOST_LINES
    return BookCover(
        task_id=programme.task(cover).id if cover else "",
        pattern=_pattern(collection.id),
        lines=title_lines(collection.title, _SMALL_LINE_EM) if is_long else lines,
        is_long=is_long,
        editor=collection.editor,
    )


def _pattern(id: str) -> Markup:
    turns = pattern(id, TILES)
    rows = [turns[at : at + _COLUMNS] for at in range(0, len(turns), _COLUMNS)]
    last = len(rows) - 1
    paths = "".join(
        f'<path stroke-opacity="{(row - _BLANK_ROWS + 1) / (last - _BLANK_ROWS + 1):.2f}" d="{_row(row, line)}"/>'
        for row, line in enumerate(rows)
        if row >= _BLANK_ROWS
    )
    top, height = _BLANK_ROWS * _SIDE, (len(rows) - _BLANK_ROWS) * _SIDE
    return Markup(  # noqa: S704 (nothing of it comes from an editor)
        f'<svg class="book-cover__pattern" viewBox="0 {top} {_COLUMNS * _SIDE} {height}" fill="none"'
        f' stroke="currentColor" stroke-width="4" focusable="false">{paths}</svg>'
    )


def _row(row: int, turns: tuple[int, ...]) -> str:
    return "".join(_tile(column * _SIDE, row * _SIDE, turn) for column, turn in enumerate(turns))


def _tile(x: int, y: int, turn: int) -> str:
    """Draw two quarter circles round two opposite corners; an odd turn takes the other two."""
    half = _SIDE // 2
    if turn % 2:
        return f"M{x + half} {y}a{half} {half} 0 0 0 {half} {half}M{x} {y + half}a{half} {half} 0 0 1 {half} {half}"
    return f"M{x + half} {y}a{half} {half} 0 0 1-{half} {half}M{x + _SIDE} {y + half}a{half} {half} 0 0 0-{half} {half}"
