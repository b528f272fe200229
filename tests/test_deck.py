"""Cards for lists are those that would be drawn one by one."""

from collections.abc import Callable
from itertools import permutations

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.pages.card import cards_of
from generator.outputs.pages.deck import Deck, deck_of
from generator.outputs.site import Site
from generator.outputs.templates import render

SITE = Site("示例案例集")


@pytest.fixture(name="library")
def _library(case: Callable[..., Case]) -> Library:
    titles = ["示例一", "<!-- cover -->", "示例 & “三”", "示例四", "{{ view.drawing }}"]
    return gather(case(f"x-0{number}", title=title * 2) for number, title in enumerate(titles))


def test_cards_in_any_order(library: Library) -> None:
    """Whichever cards stand side by side, each is the case's card with the cover that suits its neighbours."""
    deck = Deck(library, SITE)

    for positions in permutations(range(len(library.cases)), 3):
        cards = cards_of((library.cases[position] for position in positions), SITE)
        assert tuple(render("listed_card", root="../", view=card) for card in cards) == deck.deal(positions)


def test_same_card_twice(library: Library) -> None:
    """A case that stood in a list before gets the cover of this list."""
    deck = Deck(library, SITE)
    first, second = deck.deal([0, 0])

    assert first != second
    assert (first, second) == deck.deal([0, 0])


def test_no_cards(library: Library) -> None:
    """A list without cases has no cards; a case that is not there is no case."""
    assert () == Deck(library, SITE).deal([])
    with pytest.raises(IndexError):
        Deck(library, SITE).deal([len(library.cases)])


def test_deck_of_a_library(library: Library) -> None:
    """Parts of one site share a deck; another library, with the same cases, or another site has its own."""
    assert deck_of(library, SITE) is deck_of(library, SITE)
    assert deck_of(library, SITE) is not deck_of(Library(library.cases, (), ()), SITE)
    assert deck_of(library, SITE) is not deck_of(library, Site("示例案例集"))
