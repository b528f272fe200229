"""Every pair of characters is found where it is, and one that stands in many places by what follows it."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.outputs.search import grams as module
from generator.outputs.search.characters import BREAK
from generator.outputs.search.grams import LONGEST, Gram, Units, grams, letters, units_of
from tests.each import each

RUNS = st.text("甲乙丙a𠮷𠮶", min_size=1, max_size=7)
TEXTS = st.lists(st.lists(RUNS, max_size=4).map(lambda runs: BREAK.join(runs) + BREAK), max_size=6)
"""Normalised texts, few characters in all, so that pairs come again; U+20BB7 and U+20BB6 begin with the same half."""


def row_of(texts: Sequence[str]) -> str:
    """Give all texts in turn, a character for each code unit."""
    return "".join(map(chr, np.frombuffer("".join(texts).encode("utf-16-le"), dtype="<u2").tolist()))


def grams_of(texts: Sequence[str], frequent: int = 2) -> list[Gram]:
    """Give the grams of texts where so few places are many."""
    units = units_of(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FREQUENT", frequent)
        return list(grams(units, letters(units), lambda _: None))


def told(found: Sequence[Gram]) -> dict[str, list[int]]:
    """Give grams with their places."""
    return {gram.text: gram.places.tolist() for gram in found}


def test_units() -> None:
    """Texts are counted in code units as a browser counts them: a rare character is two."""
    expected: list[int] = [0x7532, 0x20, 0xD842, 0xDFB7, 0x20]

    assert expected == units_of(["甲 ", "𠮷 "]).tolist()


def test_letters() -> None:
    """Every single unit has its places, in the order of the units; halves of rare characters are units; no break is."""
    units = units_of(["乙甲 a𠮷 ", " ", "甲 "])

    expected = [("a", [3]), ("乙", [0]), ("甲", [1, 8]), ("\ud842", [4]), ("\udfb7", [5])]
    assert expected == list(told(letters(units)).items())


def test_grams_of_rare_pairs() -> None:
    """A pair that stands in few places is a gram by itself, whatever follows it."""
    assert {"ab": [6], "乙丙": [1], "甲乙": [0, 9]} == told(grams_of(["甲乙丙 甲 ab ", "甲乙 "]))


def test_grams_of_frequent_pairs() -> None:
    """A pair that stands in many places is told apart by what follows it, the run's end as well."""
    texts = ["甲乙 ", "甲乙丙 ", "甲乙 丁 ", "甲乙丁 "]

    assert {"乙丁": [13], "乙丙": [4], "甲乙 ": [0, 7], "甲乙丁": [12], "甲乙丙": [3]} == told(grams_of(texts))


def test_grams_are_at_most_four_units_long() -> None:
    """However often four characters stand together, they are one gram."""
    texts = ["甲乙丙丁戊 "] * 3

    assert {"丁戊": 3, "丙丁": 3, "乙丙": 3, "甲乙": 3} == {
        text: len(places) for text, places in told(grams_of(texts, frequent=3)).items()
    }
    assert {"丁戊 ": [3, 9, 15], "丙丁戊 ": [2, 8, 14], "乙丙丁戊": [1, 7, 13], "甲乙丙丁": [0, 6, 12]} == told(
        grams_of(texts)
    )


@pytest.mark.parametrize(
    ("count", "expected"), [(module.FREQUENT, {"甲乙"}), (module.FREQUENT + 1, {"甲乙 "})], ids=["few", "many"]
)
def test_frequent(count: int, expected: set[str]) -> None:
    """A pair in 6,000 places is not yet frequent, in one more it is."""
    units = units_of(["甲乙 "] * count)

    assert expected == {gram.text for gram in grams(units, letters(units), lambda _: None)}


def test_rare_character_is_a_pair() -> None:
    """A rare character is a pair of its halves, so it can be looked up alone; pairs may begin or end in a half."""
    assert {"甲\ud842": [0], "\ud842\udfb7": [1], "\udfb7乙": [2]} == told(grams_of(["甲𠮷乙 "]))


@each("texts", [[], [" "], [" ", " "], ["甲 "], ["甲 乙 a "]])
def test_no_pairs(texts: list[str]) -> None:
    """Where no two characters stand together there are no grams, and without texts not even letters."""
    units: Units = units_of(texts)

    assert {*row_of(texts)} - {BREAK} == {gram.text for gram in letters(units)}
    assert [] == grams_of(texts)


@given(TEXTS, st.integers(1, 5))
@example(["甲甲甲甲甲甲甲甲 "], 2)
@example(["𠮷𠮶𠮷𠮶𠮷𠮶 "], 1)
def test_every_pair_is_found_once(texts: list[str], frequent: int) -> None:
    """Each place where two characters of a run stand together is in one gram, once."""
    row = row_of(texts)
    expected = [place for place in range(len(row) - 1) if BREAK not in row[place : place + 2]]

    assert expected == sorted(place for places in told(grams_of(texts, frequent)).values() for place in places)


@given(TEXTS, st.integers(1, 5))
def test_grams_stand_at_their_places(texts: list[str], frequent: int) -> None:
    """At each of its places stands the gram, with the run's end where it says so; places ascend."""
    row = row_of(texts)

    for text, places in told(grams_of(texts, frequent)).items():
        assert places == sorted(set(places))
        assert [text] * len(places) == [row[place : place + len(text)] for place in places]
        assert BREAK not in text[:-1]


@given(TEXTS, st.integers(1, 5))
def test_grams_are_no_longer_than_they_must(texts: list[str], frequent: int) -> None:
    """A gram is told apart further only where it stands in many places; then it always is, up to four characters."""
    row = row_of(texts)
    found = told(grams_of(texts, frequent))

    def count(text: str) -> int:
        return sum(row.startswith(text, place) for place in range(len(row)))

    assert all(count(text[:length]) > frequent for text in found for length in range(2, len(text)))
    assert [] == [
        text
        for text, places in found.items()
        if len(places) > frequent and len(text) < LONGEST and not text.endswith(BREAK)
    ]
    assert {len(text) for text in found} <= {2, 3, 4}


@given(TEXTS, st.integers(1, 5))
def test_grams_are_in_order(texts: list[str], frequent: int) -> None:
    """Grams and letters come in the order of their units, none twice, as a browser compares texts."""
    of_grams = [gram.text for gram in grams_of(texts, frequent)]
    of_letters = [gram.text for gram in letters(units_of(texts))]

    assert (sorted(set(of_grams)), sorted(set(of_letters))) == (of_grams, of_letters)


@given(TEXTS)
def test_letters_stand_at_their_places(texts: list[str]) -> None:
    """The letters have all places that are no breaks, each once."""
    row = row_of(texts)
    expected = {unit: [place for place, one in enumerate(row) if one == unit] for unit in {*row} - {BREAK}}

    assert expected == told(letters(units_of(texts)))
