"""The line that a problem is about, cut to fit and ready to be underlined."""

import unicodedata
from dataclasses import dataclass

from generator.case.problem import Place
from generator.case.text import display_width

_LONGEST_CELLS = 100
"""A longer line is cut around the place."""
_BEFORE_CELLS = 30
"""How much of a cut line is kept before the place."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts; the middle one is the place."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The whole line."""
        return f"{self.before}{self.marked}{self.after}"

    @property
    def underline(self) -> str:
        """Tildes under the place, aligned by display width."""
        return " " * display_width(self.before) + "~" * max(1, display_width(self.marked))


def visible(text: str) -> str:
    """Make a text safe for one line: tabs and breaks become spaces, other invisible characters `�`."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\t\n\r" or category in ("Zl", "Zp"):
        return " "
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cf", "Cs") else character


def excerpt_of(place: Place) -> Excerpt:
    """Cut the line of a place; a place at the line's end marks the cell after it."""
    line, start, stop = place.excerpt, place.column - 1, place.column - 1 + place.width
    before, marked, after = line[:start], line[start:stop], line[stop:]
    # Records may have lines of half a megabyte: look only at what can be shown.
    before = visible(before[-_LONGEST_CELLS - 1 :])
    marked, after = visible(marked[: _LONGEST_CELLS + 1]), visible(after[: _LONGEST_CELLS + 1])
    if display_width(before + marked + after) <= _LONGEST_CELLS:
        return Excerpt(before, marked, after)
    kept = fit(before[::-1], _BEFORE_CELLS)[::-1]
    room = _LONGEST_CELLS - display_width(kept)
    shown = fit(marked, room)
    rest = fit(after, room - display_width(shown)) if shown == marked else ""
    return Excerpt(
        before=kept if kept == before else f"…{kept}",
        marked=shown,
        after=rest if shown == marked and rest == after else f"{rest}…",
    )


def fit(text: str, cells: int) -> str:
    """Give as much of a text's beginning as fits into a number of cells."""
    used = 0
    for index, character in enumerate(text):
        used += display_width(character)
        if used > cells:
            return text[:index]
    return text
