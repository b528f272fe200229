"""Cards for lists are those that would be drawn one by one."""

from collections.abc import Callable
from itertools import permutations
from urllib.parse import quote

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.pages.parts.card import cards_of
from generator.outputs.pages.parts.card_cache import CardCache
from generator.outputs.site.assets import Assets
from generator.outputs.site.references import references_in
from generator.outputs.site.templates import render

ASSETS = Assets()


@pytest.fixture(name="library")
def _library(case: Callable[..., Case]) -> Library:
    titles = ["示例一", "<!-- cover -->", "示例 & “三”", "示例四", "{{ view.drawing }}"]
    return gather(case(f"x-0{number}", title=title * 2) for number, title in enumerate(titles))


def test_cards_in_any_order(library: Library) -> None:
    """Whichever cards stand side by side, each is the case's card with the cover that suits its neighbours."""
    cache = CardCache(library, ASSETS)

    for positions in permutations(range(len(library.cases)), 3):
        cards = cards_of((library.cases[position] for position in positions), library.programme, ASSETS)
        expected = [render("parts/listed_card", root="../", view=card) for card in cards]
        assert expected == [card.html for card in cache.cards(positions)]


def test_same_card_twice(library: Library) -> None:
    """A case that stood in a list before gets the cover of this list."""
    cards = CardCache(library, ASSETS)
    first, second = cards.cards([0, 0])

    assert first != second
    assert (first, second) == cards.cards([0, 0])


def test_no_cards(library: Library) -> None:
    """A list without cases has no cards; a case that is not there is no case."""
    assert () == CardCache(library, ASSETS).cards([])
    with pytest.raises(IndexError):
        CardCache(library, ASSETS).cards([len(library.cases)])


def test_card_names_what_it_leads_to(case: Callable[..., Case]) -> None:
    """A card names the page that it leads to and the copies of the photo that it shows."""
    library = gather([case("x-01", photos=[{"file": "水样.png", "caption": "示例"}])])
    (card,) = CardCache(library, Assets({"x-01/水样.png": (100, 50)})).cards([0])

    found = references_in(card)

    assert {"cases/x-01.html", "photos/x-01/水样.png.100.jpg", "photos/x-01/水样.png.100.webp"} == found
    assert all(quote(uri) in card.html for uri in found)


@pytest.mark.parametrize(
    ("values", "is_other"), [({"summary": "另一种提要。"}, True), ({"background": "不在卡片上。"}, False)]
)
def test_inputs_of_cards(case: Callable[..., Case], values: dict[str, str], is_other: bool) -> None:  # noqa: FBT001
    """What stands for a card changes when the card does, and with nothing else of the case."""
    before, after = (
        CardCache(gather([case("x-01", **one), case("x-02")]), ASSETS).inputs([0, 1]) for one in ({}, values)
    )

    assert [is_other, False] == [one != other for one, other in zip(before, after, strict=True)]
    assert before[0] != before[1]


def test_inputs_of_the_same_card(library: Library) -> None:
    """What stands for a card does not depend on the order in which cards were asked for."""
    one, other = CardCache(library, ASSETS), CardCache(library, ASSETS)
    _ = one.cards([2, 0]), one.inputs([3])

    assert one.inputs([0, 3]) == other.inputs([0, 3])
    assert one.inputs([3, 0]) == other.inputs([0, 3])[::-1]
