"""An index that is changed in a few places is the index that is built of the changed texts."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.search import grams as grams_module
from generator.outputs.search import index as module
from generator.outputs.search import patched as patched_module
from generator.outputs.search.characters import BREAK
from generator.outputs.search.index import SEPARATOR, Index, build_index
from generator.outputs.search.outline import outline_of
from generator.outputs.search.packing import joined, lists_in, packed_list, values_in
from generator.outputs.search.patched import OtherwiseError, Patched, data_of, patched
from generator.outputs.search.script import script
from generator.outputs.search.texts import ZONES
from tests.test_search_index import index_of
from tests.test_search_packing import GROWING, packed, unpack

RUNS = st.text("甲乙丙丁戊a𠮷", min_size=1, max_size=9)
TEXT = st.lists(RUNS, min_size=1, max_size=4).map(lambda runs: BREAK.join(runs) + BREAK)
TEXTS = st.tuples(*(TEXT for _ in ZONES))
CASES = st.lists(TEXTS, min_size=2, max_size=6)


def data(index: Index) -> dict[str, tuple[object, ...]]:
    """Give the data of all parts by name."""
    kinds = (("letters", index.letters), ("grams", index.grams))
    return {
        f"{kind}/{number}": (SEPARATOR.join(part.texts), part.packed)
        for kind, parts in kinds
        for number, part in enumerate(parts)
    }


def changed(
    cases: Sequence[tuple[str, ...]], at: int, new: tuple[str, ...], *limits: int, most: float = 1
) -> tuple[Patched, Index, dict[str, tuple[object, ...]]]:
    """Change one case; gives that, the index of the changed cases, and the parts as they are then."""
    after = [new if number == at else case for number, case in enumerate(cases)]
    before, built = index_of(cases, *limits), index_of(after, *limits)
    files = data(before)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grams_module, "FREQUENT", limits[0])
        patch.setattr(grams_module, "MANY", 2 * limits[0])
        patch.setattr(module, "PART_UNITS", limits[1])
        patch.setattr(module, "MOST_PARTS", 999)
        patch.setattr(patched_module, "_MOST_PARTS", most)
        found = patched(outline_of(before), files.__getitem__, {at: (cases[at], new)})
    return found, built, {**files, **found.parts}


@given(CASES, st.data(), st.integers(2, 30), st.integers(2, 40))
def test_a_changed_index_is_a_built_one(
    cases: list[tuple[str, ...]], data_: st.DataObject, frequent: int, part_units: int
) -> None:
    """What is changed comes to what is built, or it is said that all has to be built."""
    at = data_.draw(st.integers(0, len(cases) - 1))
    new = data_.draw(st.lists(st.sampled_from(cases), min_size=len(ZONES), max_size=len(ZONES)))
    texts = tuple(one[zone] for zone, one in enumerate(new))
    try:
        found, built, parts = changed(cases, at, texts, frequent, part_units)
    except OtherwiseError:
        return

    assert found.outline == outline_of(built)
    assert parts == data(built)


def test_a_part_takes_in_what_it_has_room_for_now() -> None:
    """Where the gram with which a part begins has fewer places, the part before may end later."""
    cases = [
        ("丙戊丁乙a丙 丁丁a ", "a ", "甲乙戊 ", "丁 丙 ", "丙戊丁乙甲戊 "),
        ("a ", "a ", "乙丙戊 戊丙甲丁丁a ", "戊甲丙丙丁乙 甲乙丙戊 ", "乙丙丁a乙甲 甲甲戊a "),
    ]
    found, built, parts = changed(cases, 0, (*cases[0][:-1], cases[1][-1]), 9, 6)

    assert (found.outline, parts) == (outline_of(built), data(built))


def test_a_word_changes_a_few_parts() -> None:
    """Of many parts only those change that have a gram of the word; one more in a longer text keeps all others."""
    cases = [
        tuple(f"{chr(0x4E00 + case * 37 + zone)}甲乙丙丁{chr(0x5000 + case)} " for zone in range(len(ZONES)))
        for case in range(60)
    ]
    new = (*cases[7][:-1], cases[7][-1].replace("丙", "丑"))

    found, built, parts = changed(cases, 7, new, 400, 12)

    assert (found.outline, parts) == (outline_of(built), data(built))
    assert 0 < len(found.parts) < len(parts) / 4


@pytest.mark.parametrize("text", ["甲 " * 99, "甲乙" * 40 + " "])
def test_what_moves_other_texts_has_to_be_built(text: str) -> None:
    """A text that takes more steps than before moves all behind it."""
    with pytest.raises(OtherwiseError):
        changed([("甲乙 ",) * 5] * 3, 1, (*("甲乙 ",) * 4, text), 400, 9)


def test_where_most_parts_change_all_are_built() -> None:
    """Nothing is gained by changing nearly all parts one by one."""
    with pytest.raises(OtherwiseError):
        changed([("甲乙 ",) * 5] * 3, 1, ("丙丁 ",) * 5, 400, 2, most=0.1)


@given(st.lists(GROWING, min_size=1, max_size=6))
def test_packed_lists_are_taken_apart_and_joined(lists: list[list[int]]) -> None:
    """Each list is read as the browser reads it, and all together are the text again."""
    text = packed(lists)
    found = lists_in(text, len(lists))

    assert [values_in(one).tolist() for one in found] == unpack(text, len(lists)) == lists
    assert [one.size for one in found] == [len(one) for one in lists]
    assert joined(found) == joined(map(packed_list, lists)) == text


@pytest.mark.parametrize("text", ["甲", "甲\ud842", "a,b"])
def test_data_of_a_script(text: str) -> None:
    """What a script hands over is read from it, halves of rare characters too."""
    assert data_of(script("v", "grams/1", text, [1, {"a": text}])) == (text, [1, {"a": text}])


def test_an_empty_index_has_no_outline_to_change() -> None:
    """Of no cases nothing is searched."""
    assert outline_of(build_index([])).frequent == {}
