"""What a browser looks up in the parts of the index is what stands in the texts, nothing more and nothing less."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from math import inf

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.outputs.search import grams as grams_module
from generator.outputs.search import index as module
from generator.outputs.search.characters import BREAK
from generator.outputs.search.grams import LONGEST
from generator.outputs.search.index import SEPARATOR, STEP, Index, Part, build_index
from tests.test_search_grams import row_of
from tests.test_search_packing import unpack

RUNS = st.text("甲乙丙a𠮷𠮶", min_size=1, max_size=7)
TEXT = st.lists(RUNS, max_size=3).map(lambda runs: BREAK.join(runs) + BREAK)
CASES = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=5)
"""The texts of a few cases, in three zones; characters come again and again, so that small limits are reached."""


def index_of(cases: Sequence[Sequence[str]], frequent: int = 2, part_units: int = 3, most_parts: int = 999) -> Index:
    """Index cases where so few places are many and so few characters fill a part."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grams_module, "FREQUENT", frequent)
        patch.setattr(grams_module, "MANY", 2 * frequent)
        patch.setattr(module, "PART_UNITS", part_units)
        patch.setattr(module, "MOST_PARTS", most_parts)
        return build_index(cases)


def lists_of(part: Part) -> dict[str, list[int]]:
    """Read a part: its grams with their places."""
    return dict(zip(part.texts, unpack(part.packed, len(part.texts)), strict=True))


class Lookup:
    """What `theme/assets/js/search/places.js` does with an index."""

    def __init__(self, index: Index) -> None:
        self.parts = {"letters": index.letters, "grams": index.grams}
        self.frequent = set(index.frequent)
        self.count = index.count

    @cached_property
    def first(self) -> dict[str, list[str]]:
        """The first gram of each part."""
        return {kind: [part.texts[0] for part in parts] for kind, parts in self.parts.items()}

    def places(self, run: str) -> list[int]:
        """Give every place of a run of two and more units."""
        way = self.plan(run)
        found = [{place - start for place in self.places_of("grams", key, numbers)} for start, key, numbers in way]
        return sorted(found[0].intersection(*found))

    def cases(self, unit: str) -> list[int]:
        """Give for a single unit, or a frequent gram, the zones of cases that have it."""
        numbers = self.numbers("letters", unit, is_whole=True)
        return [place for number in numbers for place in lists_of(self.parts["letters"][number]).get(unit, [])]

    def places_of(self, kind: str, key: str, numbers: Sequence[int]) -> list[int]:
        """Give the places of all grams that begin so, in the parts of these numbers."""
        parts = [lists_of(self.parts[kind][number]) for number in numbers]
        return sorted(
            place for part in parts for gram, places in part.items() if gram.startswith(key) for place in places
        )

    def numbers(self, kind: str, key: str, *, is_whole: bool) -> list[int]:
        """Give the numbers of the parts that may hold grams beginning so."""
        first = self.first[kind]
        if not first:
            return []
        start = max(0, bisect_right(first, key) - 1)
        numbers = range(start, start + 1 if is_whole else bisect_right(first, f"{key}\uffff"))
        # A frequent gram has a part of its own, in which there is nothing else to look for.
        return [n for n in numbers if kind != "grams" or first[n] not in self.frequent or first[n].startswith(key)]

    def plan(self, run: str) -> list[tuple[int, str, list[int]]]:
        """Choose the grams that cover a run with the fewest parts: start, gram, numbers of the parts."""
        best: list[tuple[float, list[tuple[int, str, list[int]]]]] = [(0, []), *((inf, []) for _ in run)]
        for start in range(len(run) - 1):
            length = 2
            while length < LONGEST and run[start : start + length] in self.frequent:
                length += 1
            key = run[start : start + length]
            numbers = self.numbers("grams", key, is_whole=len(key) == LONGEST or key not in self.frequent)
            end = start + len(key)
            before, way = min(best[start:end], key=lambda one: one[0])
            if before + len(numbers) < best[end][0]:
                best[end] = before + len(numbers), [*way, (start, key, numbers)]
        return best[-1][1]


def scan(cases: Sequence[Sequence[str]], run: str) -> list[int]:
    """Give every place of a run by looking everywhere."""
    row = "".join(map(filled, chain.from_iterable(zip(*cases, strict=True))))
    return [place for place in range(len(row)) if row.startswith(run, place)]


def filled(text: str) -> str:
    """Give the units of a text as they lie in the row, up to a whole step."""
    units = row_of([text])
    return units + BREAK * (-len(units) % STEP)


def scan_zones(cases: Sequence[Sequence[str]], unit: str) -> list[int]:
    """Give the zones of cases that have a unit or some in a row: the zone times the count, plus the case."""
    return sorted(
        zone * len(cases) + number
        for number, texts in enumerate(cases)
        for zone, text in enumerate(texts)
        if unit in row_of([text])
    )


def parts_of(index: Index) -> Iterator[Part]:
    """Give all parts."""
    yield from index.letters
    yield from index.grams


@given(CASES, RUNS, st.integers(1, 4), st.integers(1, 12))
@example([("甲乙 ", "甲乙丙 甲乙丁 ", "甲乙 ")] * 3, "甲乙", 2, 1)
@example([("甲甲甲甲甲甲 ", " ", "甲甲 ")], "甲甲甲", 1, 1)
@example([("甲乙 ", " ", "丙丁 ")], "乙丙", 2, 3)
@example([], "甲乙", 2, 3)
@example([(" ", " ", " ")], "甲乙", 2, 3)
def test_a_run_is_found_wherever_it_stands(
    cases: list[tuple[str, ...]], query: str, frequent: int, part_units: int
) -> None:
    """A run that anyone may type is found at each of its places and at no other, across no border of two texts."""
    run = row_of([query])
    assume(len(run) > 1)

    assert scan(cases, run) == Lookup(index_of(cases, frequent, part_units)).places(run)


@given(CASES, st.data(), st.integers(1, 4), st.integers(1, 12))
def test_what_stands_in_a_text_is_found(
    cases: list[tuple[str, ...]], data: st.DataObject, frequent: int, part_units: int
) -> None:
    """Any piece of any run, from its second character or to its last, is found at each of its places."""
    runs = [run for texts in cases for text in texts for run in row_of([text]).split() if len(run) > 1]
    assume(runs)
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 2))
    piece = run[start : data.draw(st.integers(start + 2, len(run)))]

    expected = scan(cases, piece)
    assert expected == Lookup(index_of(cases, frequent, part_units)).places(piece) != []


@given(CASES, st.sampled_from("甲乙丙丁a\ud842\udfb7\udfb6"), st.integers(1, 12))
@example([], "甲", 3)
@example([(" ", " ", " ")], "甲", 3)
def test_a_letter_is_found_in_its_zones(cases: list[tuple[str, ...]], unit: str, part_units: int) -> None:
    """A single character gives each zone of each case that has it, once."""
    assert scan_zones(cases, unit) == Lookup(index_of(cases, part_units=part_units)).cases(unit)


@given(CASES)
def test_letters_cover_all_texts(cases: list[tuple[str, ...]]) -> None:
    """The letters are all units but breaks with the zones of cases that have them, and the most frequent grams."""
    index = index_of(cases)
    units = {*row_of(list(chain.from_iterable(cases)))} - {BREAK}
    found: dict[str, list[int]] = {}
    for part in index.letters:
        found |= lists_of(part)

    grams = {gram for gram in index.frequent if BREAK not in gram and index.places[gram] > 4}
    expected = {unit: scan_zones(cases, unit) for unit in units}
    weightiest = {gram: {place % len(cases): place for place in reversed(scan_zones(cases, gram))} for gram in grams}
    assert expected | {gram: sorted(of_cases.values()) for gram, of_cases in weightiest.items()} == found


@given(CASES, st.integers(1, 4), st.integers(1, 12))
def test_a_frequent_gram_has_a_part_of_its_own(cases: list[tuple[str, ...]], frequent: int, part_units: int) -> None:
    """So a browser that looks for what stands beside it in the alphabet does not load its list of places."""
    index = index_of(cases, frequent, part_units)
    parts = [part.texts for part in index.grams]

    assert all(len(texts) == 1 for texts in parts if {*texts} & {*index.frequent})


@given(CASES)
def test_borders(cases: list[tuple[str, ...]]) -> None:
    """Packed for each zone is where each case's text ends in it, counted in whole steps from the zone's start."""
    index = index_of(cases)

    expected = [np.cumsum([len(filled(text)) // STEP for text in zone]).tolist() for zone in zip(*cases, strict=True)]
    assert (len(cases), expected) == (index.count, unpack(index.lengths, len(expected)))


@given(CASES, st.integers(1, 12))
def test_parts_are_in_order(cases: list[tuple[str, ...]], part_units: int) -> None:
    """No part is empty, and through all parts the grams ascend, so that the first ones tell where each gram is."""
    index = index_of(cases, part_units=part_units)

    assert all(part.texts for part in parts_of(index))
    for parts in (index.letters, index.grams):
        texts = [text for part in parts for text in part.texts]
        assert sorted(set(texts)) == texts


@given(CASES)
def test_no_gram_holds_the_separator(cases: list[tuple[str, ...]]) -> None:
    """Grams can be written with the separator between them: where it stands in a text, it ended a run."""
    texts = [text for part in parts_of(index_of(cases)) for text in part.texts]

    assert texts == (SEPARATOR.join(texts).split(SEPARATOR) if texts else [])


@given(CASES, st.integers(1, 4))
def test_frequent_grams(cases: list[tuple[str, ...]], frequent: int) -> None:
    """Frequent are two to four characters that stand in more places than the limit allows, in a run or at its end."""
    index = index_of(cases, frequent)
    row = "".join(map(filled, chain.from_iterable(zip(*cases, strict=True))))
    counts: defaultdict[str, int] = defaultdict(int)
    for text in (row[place : place + length] for length in (2, 3, 4) for place in range(len(row) - length + 1)):
        counts[text] += BREAK not in text or (len(text) > 2 and BREAK not in text[:-1])

    assert tuple(sorted(text for text, count in counts.items() if count > frequent)) == index.frequent


def random_cases(count: int) -> list[tuple[str, ...]]:
    """Make cases of random characters, some frequent, most rare, always the same."""
    chance = np.random.default_rng(7)

    def text(length: int) -> str:
        return "".join(chr(0x4E00 + int(number)) for number in chance.geometric(0.02, length)) + BREAK

    return [(text(20), text(200)) for _ in range(count)]


def test_parts_are_nearly_equal() -> None:
    """A part has about the characters that it may have; only a single gram may need more, and the last has the rest."""
    wanted = 200
    index = index_of(random_cases(100), frequent=30, part_units=wanted)
    sizes = [sum(len(text) + 1 for text in part.texts) + len(part.packed) for part in index.grams]
    neighbours = [size for (size, _), part in zip(pairwise(sizes), index.grams, strict=False) if len(part.texts) > 1]

    assert len(index.grams) > 20
    assert max(neighbours) < 2.5 * wanted
    assert min(neighbours) > 0.4 * wanted


def test_a_large_library_has_larger_parts() -> None:
    """There are not many more parts than the limit, however much there is to write."""
    cases = random_cases(12)

    limited = index_of(cases, part_units=1, most_parts=10)
    assert 5 < len(limited.grams) <= 21
    assert 5 < len(limited.letters) <= 21
    assert len(index_of(cases, part_units=1).grams) > 200


def test_one_part_is_read_for_a_rare_run() -> None:
    """Four characters that stand together once are found with one part, however frequent what they are made of."""
    lookup = Lookup(index_of([("甲乙丙丁 ", "甲乙丙 " * 5, "乙丙丁 " * 5)], frequent=3, part_units=1))

    assert [(0, "甲乙丙丁", 1)] == [(start, key, len(numbers)) for start, key, numbers in lookup.plan("甲乙丙丁")]


def test_nothing_to_index() -> None:
    """A library without cases has an index without parts."""
    index = build_index([])

    assert (0, "", "") == (index.count, index.lengths, index.titles)
    assert ((), (), ()) == (index.letters, index.grams, index.frequent)


def test_cases_without_texts() -> None:
    """Cases of which nothing is searched have their borders all the same."""
    index = build_index([(" ", " ")] * 3)

    assert (3, [[1, 2, 3], [1, 2, 3]]) == (index.count, unpack(index.lengths, 2))
    assert ((), ()) == (index.letters, index.grams)


def test_titles_are_as_long_as_they_are() -> None:
    """How long titles are is known to the unit, whatever they are filled up to; a rare character is two."""
    index = build_index([("甲乙 ", "丙 "), ("𠮷 ", " "), (f"{'丁' * STEP} ", f"{'戊' * STEP} ")])

    assert [[3, 6, 6 + STEP + 1]] == unpack(index.titles, 1)
    assert [[1, 2, 4], [1, 2, 4]] == unpack(index.lengths, 2)


@given(CASES)
def test_same_texts_have_the_same_index(cases: list[tuple[str, ...]]) -> None:
    """Nothing but the texts, their zones and their order is in an index."""
    assert build_index(cases) == build_index([list(texts) for texts in cases])


def test_a_word_more_changes_few_parts() -> None:
    """A word more in a text changes the parts that have the word or what stands behind it there, and no other."""
    cases = [("题 ", f"{'提要内容' * 3} ", f"{''.join(texts)} ") for texts in random_cases(40)]
    before = index_of(cases, frequent=4_000, part_units=60)
    zone = list(cases[20])
    zone[2] = zone[2][:-5] + "新" + zone[2][-5:]
    after = index_of([*cases[:20], tuple(zone), *cases[21:]], frequent=4_000, part_units=60)

    assert len(before.grams) > 100
    assert before.lengths == after.lengths
    assert len({*before.grams} ^ {*after.grams}) < len(before.grams) / 4
