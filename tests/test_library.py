"""The library holds the published cases in order, and knows what stands beside each."""

from collections.abc import Callable, Iterable
from itertools import permutations

import pytest

from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.library.library import gather

MakeCase = Callable[..., Case]

NEWEST_FIRST = [
    ("z-year", "2025"),
    ("a-year", "2024"),
    ("b-december", "2024-12"),
    ("c-last-day", "2024-12-31"),
    ("a-day", "2024-12-30"),
    ("november", "2024-11"),
    ("first-day", "2024-01-01"),
    ("old", "1999"),
    ("a-undated", None),
    ("b-undated", None),
]
"""A date is as new as its last day; equals stand by id."""


def ids(cases: Iterable[Case | None]) -> list[str | None]:
    """Name cases."""
    return [case.id if case else None for case in cases]


def collection(collection_id: str, date: str, *case_ids: str) -> Collection:
    """Make a collection of listed cases."""
    return Collection.model_validate(
        {
            "id": collection_id,
            "title": "示例集",
            "editor": "示例编写组",
            "date": date,
            "sections": [{"title": "示例", "cases": case_ids}],
        },
        context={"programme": packaged_programme()},
    )


def test_cases_are_newest_first(case: MakeCase) -> None:
    """Cases stand by the last day that their date covers, the newest first, undated ones at the end, equals by id."""
    cases = [case(case_id, **({"period": {"start": date}} if date else {})) for case_id, date in reversed(NEWEST_FIRST)]

    assert [case_id for case_id, _ in NEWEST_FIRST] == ids(gather(cases).cases)


def test_order_of_reading_does_not_matter(case: MakeCase) -> None:
    """Whatever the order in which records are read, the library is the same."""
    cases = [case("a", period={"start": "2024"}), case("b", period={"start": "2024-12"}), case("c")]

    assert {("a", "b", "c")} == {tuple(ids(gather(order).cases)) for order in permutations(cases)}


@pytest.mark.parametrize("status", ["draft", "submitted", "reviewed"])
def test_unpublished_record_is_left_out(status: str, case: MakeCase) -> None:
    """A record that is not published is no case of the library, unless a preview asks for it."""
    records = [case("a", status=status), case("b")]

    assert (["b"], []) == (ids(gather(records).cases), ids(gather(records).withdrawn))
    assert ["a", "b"] == ids(gather(records, drafts=True).cases)


@pytest.mark.parametrize("drafts", [True, False])
def test_withdrawn_cases_are_kept_apart(drafts: bool, case: MakeCase) -> None:  # noqa: FBT001
    """A withdrawn case is never among the cases, in a preview as little as on the site."""
    library = gather(
        [case("b", status="withdrawn"), case("a", status="withdrawn", period={"start": "2020"}), case("c")],
        drafts=drafts,
    )

    assert (["c"], ["a", "b"]) == (ids(library.cases), ids(library.withdrawn))
    assert ["c"] == list(library.by_id)


def test_neighbours_are_of_the_same_task(case: MakeCase) -> None:
    """The newer and the older case of the same task stand beside a case; at the ends there is none."""
    library = gather(
        [
            case("a", period={"start": "2024"}),
            case("other", task="党建联建", period={"start": "2023"}),
            case("b", period={"start": "2022"}),
            case("c"),
        ]
    )

    expected = {"a": [None, "b"], "other": [None, None], "b": ["a", "c"], "c": ["b", None]}
    assert expected == {one.id: ids(library.neighbours(one)) for one in library.cases}


def test_cases_know_their_collections(case: MakeCase) -> None:
    """A case knows the collections that hold it, the newest first and each once; a case in none is missing."""
    library = gather(
        [case("a"), case("b"), case("c"), case("gone", status="withdrawn")],
        [
            collection("old", "2023", "a", "gone"),
            collection("new", "2025-01", "a", "b"),
            collection("also-old", "2023", "b"),
        ],
    )

    expected = {"a": ["new", "old"], "b": ["new", "also-old"]}
    assert ["new", "also-old", "old"] == [one.id for one in library.collections]
    assert expected == {case_id: [one.id for one in held] for case_id, held in library.collections_of.items()}


def test_collection_that_lists_a_case_twice_is_named_once(case: MakeCase) -> None:
    """A case that stands in two parts of a collection leads to it once."""
    twice = Collection.model_validate(
        {
            "id": "twice",
            "title": "示例集",
            "editor": "示例编写组",
            "date": "2025",
            "sections": [{"title": "甲", "cases": ["a"]}, {"title": "乙", "cases": ["a"]}],
        },
        context={"programme": packaged_programme()},
    )

    assert {"a": (twice,)} == gather([case("a")], [twice]).collections_of


def test_terms_of_a_case(case: MakeCase) -> None:
    """A case's terms come in the record's order."""
    one = case(keywords=["乙", "甲"], forms=["技能培训", "专题讲座"])
    library = gather([one])

    assert ["乙", "甲"] == [term.name for term in library.terms(one, "keyword")]
    assert ["技能培训", "专题讲座"] == [term.name for term in library.terms(one, "form")]
    assert () == library.terms(one, "province")


def test_featured(case: MakeCase) -> None:
    """Featured cases are shown first, the newest first."""
    library = gather(
        [
            case("a", featured="true"),
            case("b"),
            case("c", featured="true", period={"start": "2024"}),
            case("d", featured="true", status="draft"),
        ]
    )

    assert ["c", "a"] == ids(library.featured)


def test_empty_library() -> None:
    """A library without cases is a library."""
    library = gather([])

    assert ((), (), (), {}, ()) == (
        library.cases,
        library.withdrawn,
        library.featured,
        library.collections_of,
        library.arrangements,
    )
