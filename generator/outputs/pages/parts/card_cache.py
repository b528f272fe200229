"""Cards for the lists of terms, each drawn once: a case stands in the lists of all its terms."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from generator.library.library import Library
from generator.outputs.graphics.case_cover import cover, families
from generator.outputs.pages.parts.card import card_of
from generator.outputs.site.settings import Site
from generator.outputs.site.templates import render

_GAP = Markup("<!-- cover -->")
"""Where the drawn cover goes; no text contains it, since texts are escaped."""


class CardCache:
    """The drawn cards of a library. All lists of terms stand one folder deep, so the same card fits each of them.

    Only the cover differs: it depends on the cards beside it.
    """

    def __init__(self, library: Library, site: Site) -> None:
        self._library, self._site = library, site
        self._drawn: dict[int, str] = {}

    def is_of(self, library: Library, site: Site) -> bool:
        """Tell whether these are the cards of a site, the very same objects."""
        return self._library is library and self._site is site

    def cards(self, positions: Iterable[int]) -> tuple[Markup, ...]:
        """Give the cards of the cases at some positions of the library."""
        positions = tuple(positions)
        ids = [self._library.cases[position].id for position in positions]
        return tuple(
            # The template escapes, and an id is plain ASCII.
            Markup((self._drawn.get(position) or self._draw(position)).replace(_GAP, cover(id, family)))  # noqa: S704
            for position, id, family in zip(positions, ids, families(ids), strict=True)
        )

    def _draw(self, position: int) -> str:
        card = replace(card_of(self._library.cases[position], self._library.programme, self._site), drawing=_GAP)
        return self._drawn.setdefault(position, render("listed_card", root="../", view=card))


def card_cache_of(library: Library, site: Site) -> CardCache:
    """Give the cards of a site, the same one to all who write parts of it in one process."""
    if not (_latest and _latest[0].is_of(library, site)):
        _latest[:] = [CardCache(library, site)]
    return _latest[0]


_latest: list[CardCache] = []
