"""Cards for lists are those that would be drawn one by one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.pages.parts.card import cards_of
from generator.outputs.pages.parts.card_cache import CardCache, card_cache_of
from generator.outputs.site.settings import Site
from generator.outputs.site.templates import render

SITE = Site("示例案例集")


@pytest.fixture(name="library")
def _library(case: Callable[..., Case]) -> Library:
    titles = ["示例一", "<!-- cover -->", "示例 & “三”", "示例四", "{{ view.drawing }}"]
    return gather(case(f"x-0{number}", title=title * 2) for number, title in enumerate(titles))


def test_cards_in_any_order(library: Library) -> None:
    """Whichever cards stand side by side, each is the case's card with the cover that suits its neighbours."""
    cards = CardCache(library, SITE)

    for positions in permutations(range(len(library.cases)), 3):
        cards = cards_of((library.cases[position] for position in positions), library.programme, SITE)
        assert tuple(render("listed_card", root="../", view=card) for card in cards) == cards.cards(positions)


def test_same_card_twice(library: Library) -> None:
    """A case that stood in a list before gets the cover of this list."""
    cards = CardCache(library, SITE)
    first, second = cards.cards([0, 0])

    assert first != second
    assert (first, second) == cards.cards([0, 0])


def test_no_cards(library: Library) -> None:
    """A list without cases has no cards; a case that is not there is no case."""
    assert () == CardCache(library, SITE).cards([])
    with pytest.raises(IndexError):
        CardCache(library, SITE).cards([len(library.cases)])


def test_deck_of_a_library(library: Library) -> None:
    """Parts of one site share a cards; another library, with the same cases, or another site has its own."""
    assert card_cache_of(library, SITE) is card_cache_of(library, SITE)
    assert card_cache_of(library, SITE) is not card_cache_of(replace(library), SITE)
    assert card_cache_of(library, SITE) is not card_cache_of(library, Site("示例案例集"))
