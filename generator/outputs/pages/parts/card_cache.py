"""Cards for the lists of terms, each drawn once: a case is in the lists of all its terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.library.library import Library
from generator.outputs.graphics.case_cover import cover, families
from generator.outputs.pages.parts.card import Card, card_of
from generator.outputs.site.assets import Assets
from generator.outputs.site.digest import digest
from generator.outputs.site.templates import render

_GAP = Markup("<!-- cover -->")
"""Where the drawn cover goes; no text contains it, since texts are escaped."""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card as HTML."""

    html: Markup
    card: Card
    """What it was drawn from, without the cover."""


class CardCache:
    """The drawn cards of a library. All lists of terms are one folder deep, so the same card fits each of them.

    Only the cover differs: it depends on the cards beside it.
    """

    def __init__(self, library: Library, assets: Assets) -> None:
        self._library, self._assets = library, assets
        self._drawn: dict[int, DrawnCard] = {}
        self._digests: dict[int, str] = {}

    def cards(self, positions: Sequence[int]) -> tuple[DrawnCard, ...]:
        """Give the cards of the cases at some positions of the library."""
        ids = [self._library.cases[position].id for position in positions]
        return tuple(
            _with_cover(self._drawn.get(position) or self._draw(position), id, family)
            for position, id, family in zip(positions, ids, families(ids), strict=True)
        )

    def inputs(self, positions: Sequence[int]) -> tuple[str, ...]:
        """Give a digest of each card; the covers follow from the cases' ids and order."""
        return tuple(self._digests.get(position) or self._digest(position) for position in positions)

    def _card(self, position: int) -> Card:
        return replace(card_of(self._library.cases[position], self._library.programme, self._assets), drawing=_GAP)

    def _draw(self, position: int) -> DrawnCard:
        card = self._card(position)
        html = Markup(render("parts/listed_card", root="../", view=card))  # noqa: S704 (the template escapes)
        return self._drawn.setdefault(position, DrawnCard(html, card))

    def _digest(self, position: int) -> str:
        return self._digests.setdefault(position, digest(self._card(position)))


def _with_cover(card: DrawnCard, id: str, family: int) -> DrawnCard:
    html = str(card.html).replace(_GAP, cover(id, family))
    return DrawnCard(Markup(html), card.card)  # noqa: S704 (an id is plain ASCII)
