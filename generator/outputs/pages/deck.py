"""Cards for the lists of terms, each drawn once: a case stands in the lists of all its terms."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.library.library import Library
from generator.outputs.pages.card import card_of
from generator.outputs.templates import render


class Deck:
    """The drawn cards of a library. All lists of terms stand one folder deep, so the same card fits each of them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._drawn: dict[int, Markup] = {}

    def deal(self, positions: Iterable[int]) -> tuple[Markup, ...]:
        """Give the cards of the cases at some positions of the library."""
        return tuple(self._drawn.get(position) or self._draw(position) for position in positions)

    def _draw(self, position: int) -> Markup:
        html = render("listed_card", root="../", view=card_of(self._library.cases[position]))
        return self._drawn.setdefault(position, Markup(html))  # noqa: S704 (the template escapes)
