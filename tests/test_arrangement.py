"""A collection holds the cases that its editor meant, in the editor's order."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.case.model import Case, Collection, Selection
from generator.case.programme import packaged_programme
from generator.library.arrangement import arrange, is_selected, narrow
from generator.library.library import gather
from tests.each import each

MakeCase = Callable[..., Case]
Parts = list[tuple[str, list[str]]]

SELECTIONS: dict[str, tuple[dict[str, str], bool]] = {
    "everything": ({}, True),
    "task": ({"task": "教育服务"}, True),
    "other task": ({"task": "党建联建"}, False),
    "second task": ({"task": "实践育人"}, False),
    "province": ({"province": "甘肃省"}, True),
    "other province": ({"province": "江苏"}, False),
    "year of the end": ({"year": "2024"}, True),
    "year of the start": ({"year": "2022"}, False),
    "keyword": ({"keyword": "乙"}, True),
    "part of a keyword": ({"keyword": "甲"}, False),
    "all that is so": ({"task": "教育服务", "province": "甘肃", "year": "2024", "keyword": "乙"}, True),
    "one that is not": ({"task": "教育服务", "province": "甘肃", "year": "2023", "keyword": "乙"}, False),
}

SECTIONS: dict[str, tuple[list[dict[str, Any]] | None, Parts]] = {
    "none: the four tasks": (
        None,
        [("党建联建", ["dj-2", "dj-1"]), ("教育服务", ["jy-1"]), ("实践育人", ["sj-1"])],
    ),
    "as listed": ([{"title": "甲", "cases": ["sj-1", "dj-1", "jy-1"]}], [("甲", ["sj-1", "dj-1", "jy-1"])]),
    "selected, newest first": (
        [{"title": "甲", "select": {"task": "党建联建"}}],
        [("甲", ["dj-2", "dj-1"])],
    ),
    "listed before selected, each once": (
        [{"title": "甲", "cases": ["dj-1"], "select": {"task": "党建联建"}}],
        [("甲", ["dj-1", "dj-2"])],
    ),
    "empty selection takes all": ([{"title": "甲", "select": {}}], [("甲", ["dj-2", "jy-1", "dj-1", "sj-1"])]),
    "unknown ids are left out": ([{"title": "甲", "cases": ["no-1", "dj-1"]}], [("甲", ["dj-1"])]),
    "empty parts are left out": (
        [{"title": "甲"}, {"title": "乙", "cases": ["no-1"]}, {"title": "丙", "cases": ["jy-1"]}],
        [("丙", ["jy-1"])],
    ),
    "withdrawn and draft are left out": (
        [{"title": "甲", "cases": ["gone-1", "draft-1", "dj-1"]}],
        [("甲", ["dj-1"])],
    ),
    "in two parts": (
        [{"title": "甲", "cases": ["dj-1"]}, {"title": "乙", "select": {"year": "2022"}}],
        [("甲", ["dj-1"]), ("乙", ["dj-1"])],
    ),
}

NARROWED: dict[str, tuple[dict[str, str], list[str], Parts]] = {
    "nothing asked for": ({}, [], [("甲", ["jy-1", "dj-1", "kj-1"]), ("乙", ["dj-2", "dj-1"])]),
    "task": ({"task": "党建联建"}, [], [("甲", ["dj-1"]), ("乙", ["dj-2", "dj-1"])]),
    "parts left empty go": ({"task": "教育服务"}, [], [("甲", ["jy-1"])]),
    "two conditions": ({"task": "党建联建", "year": "2022"}, [], [("甲", ["dj-1"]), ("乙", ["dj-1"])]),
    "province": ({"province": "江苏"}, [], [("甲", ["jy-1"])]),
    "keyword": ({"keyword": "示例词"}, [], [("甲", ["kj-1"])]),
    "ids, in the collection's order": ({}, ["kj-1", "jy-1"], [("甲", ["jy-1", "kj-1"])]),
    "id in two parts": ({}, ["dj-1"], [("甲", ["dj-1"]), ("乙", ["dj-1"])]),
    "ids and a condition": ({"task": "党建联建"}, ["jy-1", "dj-2"], [("乙", ["dj-2"])]),
    "id that is not in the collection": ({}, ["sj-1"], []),
    "unknown id beside a known one": ({}, ["no-1", "dj-2"], [("乙", ["dj-2"])]),
    "nothing left": ({"task": "实践育人"}, [], []),
}


@each("name", SELECTIONS)
def test_selection(name: str, case: MakeCase) -> None:
    """A case is selected when it meets every condition; conditions that are not given do not count."""
    one = case(also=["实践育人"], province="甘肃", period={"start": "2022", "end": "2024-06"}, keywords=["甲乙", "乙"])
    values, expected = SELECTIONS[name]

    assert expected == is_selected(one, Selection.model_validate(values, context={"programme": packaged_programme()}))


@pytest.mark.parametrize("values", [{"year": "2024"}, {"province": "甘肃"}])
def test_selection_of_what_a_case_does_not_say(values: dict[str, str], case: MakeCase) -> None:
    """A case that says nothing of its date or province is not selected by them."""
    assert not is_selected(case(), Selection.model_validate(values, context={"programme": packaged_programme()}))


@each("name", SECTIONS)
def test_sections(name: str, case: MakeCase) -> None:
    """Sections hold the cases that they list, then those that they select."""
    library = gather(
        [
            case("dj-1", task="党建联建", period={"start": "2022"}),
            case("dj-2", task="党建联建", period={"start": "2024"}),
            case("jy-1", period={"start": "2023"}),
            case("sj-1", task="实践育人"),
            case("gone-1", status="withdrawn"),
            case("draft-1", status="draft"),
        ]
    )
    sections, expected = SECTIONS[name]
    collection = Collection.model_validate(
        {
            "id": "shili",
            "title": "示例集",
            "editor": "示例编写组",
            "date": "2025",
            **({} if sections is None else {"sections": sections}),
        },
        context={"programme": packaged_programme()},
    )

    arrangement = arrange(collection, library.cases, library.by_id, library.programme)

    assert expected == [(part.title, [one.id for one in part.cases]) for part in arrangement.parts]
    assert [case_id for _, ids in expected for case_id in ids] == [one.id for one in arrangement.cases]


@each("name", NARROWED)
def test_narrow(name: str, case: MakeCase) -> None:
    """Of a collection, only the cases stay that meet every condition; its order and its words stay as they are."""
    library = gather(
        [
            case("dj-1", task="党建联建", period={"start": "2022"}),
            case("dj-2", task="党建联建", period={"start": "2024"}),
            case("jy-1", province="江苏"),
            case("kj-1", task="科技赋能", keywords=["示例词"]),
            case("sj-1", task="实践育人"),
        ]
    )
    sections = [
        {"title": "甲", "cases": ["jy-1", "dj-1", "kj-1"]},
        {"title": "乙", "select": {"task": "党建联建"}},
    ]
    collection = Collection.model_validate(
        {"id": "shili", "title": "示例集", "editor": "示例编写组", "date": "2025", "sections": sections},
        context={"programme": packaged_programme()},
    )
    values, ids, expected = NARROWED[name]

    narrowed = narrow(
        arrange(collection, library.cases, library.by_id, library.programme),
        Selection.model_validate(values, context={"programme": packaged_programme()}),
        ids,
    )

    assert collection == narrowed.collection
    assert expected == [(part.title, [one.id for one in part.cases]) for part in narrowed.parts]
