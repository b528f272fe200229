"""Facets for scripts: of a long one at once only what is shown first, and all the rest in files of its own."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.model import Case
from generator.library import pinyin
from generator.library.library import Library, gather
from generator.outputs.search import terms as module
from generator.outputs.search.terms import aliased, called_blocks, first_called, fronted, term_files
from tests.test_search_packing import unpack

MakeCase = Callable[..., Case]

PLACES = [
    {"province": province, "city": f"{province}示例{city}市"}
    for province in ("北京", "天津", "河北", "山西", "辽宁", "吉林", "上海", "江苏")
    for city in "甲乙"
]


def library_of(case: MakeCase) -> Library:
    """Make cases in many places, of a few universities."""
    return gather(
        case(f"c-{number:02}", university=f"示例{'甲乙丙'[number % 3]}大学", places=[place], keywords=[f"词{number}"])
        for number, place in enumerate(PLACES)
    )


def files_of(library: Library) -> dict[str, tuple[Any, ...]]:
    """Give all data by name."""
    return dict(term_files(tuple(library.facets.values())))


def head_of(files: dict[str, tuple[Any, ...]], key: str) -> dict[str, Any]:
    """Give what is known at once of a facet."""
    (found,) = (head for head in files["terms"][0] if head["key"] == key)
    return dict(found)


def unfronted(texts: Sequence[str]) -> list[str]:
    """Read texts as `theme/assets/js/search/facets.js` does."""
    found: list[str] = []
    for text in texts:
        before = found[-1] if found else ""
        found.append(before[: ord(text[0]) - ord("0")] + text[1:])
    return found


def lists_of(files: dict[str, tuple[Any, ...]], head: dict[str, Any]) -> list[list[int]]:
    """Give the cases of those terms that are known at once."""
    number, at = head["at"]
    return unpack(files[f"facets/{number}"][at], len(head["names"]))


def test_short_facets_are_told_whole(case: MakeCase) -> None:
    """Every facet is there in the readers' order, with all its terms, how they are read, and which cases have them."""
    library = library_of(case)
    files = files_of(library)
    heads = files["terms"][0]

    assert [(facet.key, facet.label, len(facet.terms)) for facet in library.facets.values()] == [
        (head["key"], head["label"], head["size"]) for head in heads
    ]
    for head, facet in zip(heads, library.facets.values(), strict=True):
        assert head["names"] == [term.name for term in facet.terms]
        assert head["counts"] == [term.count for term in facet.terms]
        assert head["read"] == [pinyin.syllables(name) for name in head["names"]]
        assert lists_of(files, head) == [[*term.positions] for term in facet.terms]
    assert set(files) == {"terms", "facets/0"}


def test_of_long_nested_facets_the_outermost_terms_come_first(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many places the provinces are told at once, with their cases; all of them are in files of their own."""
    monkeypatch.setattr(module, "SHORT", 15)
    library = library_of(case)
    files = files_of(library)
    head, places = head_of(files, "place"), library.facets["place"]

    assert (head["long"], head["size"], head["isTop"]) == (1, 24, True)
    assert head["names"] == [term.name for term in places.terms if "示例" not in term.name]
    assert lists_of(files, head) == [[*places.by_name[name].positions] for name in head["names"]]
    (named,) = files["names/1"]
    assert unfronted(named["names"]) == [term.name for term in places.terms]
    assert named["counts"] == [term.count for term in places.terms]
    assert unfronted(files["readings/1"][0]) == [pinyin.syllables(term.name) for term in places.terms]
    assert unpack(files["whole/1"][0], 24) == [[*term.positions] for term in places.terms]


def test_of_long_flat_facets_the_most_counted_terms_come_first(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of them a query has most cases of, only all lists can tell, so there is no list of the first."""
    monkeypatch.setattr(module, "SHORT", 15)
    more = case("more", university="示例甲大学", keywords=["词7", "词9"])
    library = gather([*library_of(case).cases, more])
    head = head_of(files_of(library), "keyword")

    assert head["names"][:2] == ["词7", "词9"]
    assert (len(head["names"]), head["size"], head["isTop"], "at" in head) == (8, 16, False, False)


def test_what_the_panel_does_not_count_at_once_is_apart(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of a facet that is closed have a file of their own, unless they are short."""
    monkeypatch.setattr(module, "_LIGHT", 5)
    library = library_of(case)
    files = files_of(library)
    heads = files["terms"][0]

    assert {head["key"]: lists_of(files, head) for head in heads} == {
        key: [[*term.positions] for term in facet.terms] for key, facet in library.facets.items()
    }
    assert {head["at"][0] for head in heads if head["open"]} == {0}
    assert len({head["at"][0] for head in heads if not head["open"]}) > 2


def test_names_are_looked_up_in_blocks(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms of long facets that have cases are found by what they are called; what is called alike is in one block."""
    monkeypatch.setattr(module, "SHORT", 15)
    monkeypatch.setattr(module, "CALLED_IN_FILE", 3)
    facets = tuple(library_of(case).facets.values())
    blocks = called_blocks(facets)
    texts = [str(block[0]).split(",") for block in blocks]
    names = [name for _, _, some in blocks for name in some]  # type: ignore[attr-defined]

    assert sorted(names) == sorted(
        term.name for facet in facets if facet.key in ("place", "keyword") for term in facet.used
    )
    assert all(one[-1] < other[0] for one, other in pairwise(texts))
    assert first_called(facets) == ",".join(one[0] for one in texts)
    assert not called_blocks(tuple(facet for facet in facets if facet.key == "task"))


def test_no_term_has_another_name(case: MakeCase) -> None:
    """Without a list of names nothing is called otherwise."""
    assert [] == list(aliased(library_of(case).facets.values()))


@given(st.lists(st.text("甲乙𠮷a", max_size=60)))
@example(["甲" * 60, "甲" * 60 + "乙"])
@example(["𠮷甲", "𠮷乙"])
def test_neighbours_share_their_beginnings(texts: list[str]) -> None:
    """What is written short is read as it was."""
    assert unfronted(fronted(texts)) == texts
