"""Cards for the lists of terms, each drawn once for each cover: a case stands in the lists of all its terms."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.library.library import Library
from generator.outputs.cover import families
from generator.outputs.pages.card import card_of
from generator.outputs.site import Site
from generator.outputs.templates import render


class Deck:
    """The drawn cards of a library. All lists of terms stand one folder deep, so the same card fits each of them."""

    def __init__(self, library: Library, site: Site) -> None:
        self._library, self._site = library, site
        self._drawn: dict[tuple[int, int], Markup] = {}

    def deal(self, positions: Iterable[int]) -> tuple[Markup, ...]:
        """Give the cards of the cases at some positions of the library."""
        positions = tuple(positions)
        chosen = families([self._library.cases[position].id for position in positions])
        return tuple(self._drawn.get(each) or self._draw(*each) for each in zip(positions, chosen, strict=True))

    def _draw(self, position: int, family: int) -> Markup:
        card = card_of(self._library.cases[position], self._site, family)
        html = render("listed_card", root="../", view=card)
        return self._drawn.setdefault((position, family), Markup(html))  # noqa: S704 (the template escapes)
