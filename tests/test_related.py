"""Related cases are alike for reasons that readers see, and finding them costs the same in any library."""

from collections.abc import Callable, Sequence
from typing import Any, overload

import pytest

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.library.facets import Values, gather_facets, values_of
from generator.library.library import Library, gather
from generator.library.related import related_cases, relating

MakeCase = Callable[..., Case]

ALONE = {"task": "党建联建", "university": "另一示例大学"}
"""Values of a case that shares neither task nor university with an ordinary one."""

SHARED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "task": ({}, {"university": "另一示例大学"}, "同任务"),
    "university": ({}, {"task": "党建联建"}, "同学校"),
    "one of several universities": (
        {"university": None, "universities": ["甲大学", "示例大学"]},
        {"university": None, "universities": ["示例大学", "乙大学"], "task": "党建联建"},
        "同学校",
    ),
    "both": ({}, {}, "同任务 · 同学校"),
    "keyword": ({"keywords": ["甲", "乙"]}, {**ALONE, "keywords": ["乙"]}, "同关键词：乙"),
    "two keywords of three": (
        {"keywords": ["甲", "乙", "丙"]},
        {**ALONE, "keywords": ["丙", "乙", "甲"]},
        "同关键词：甲、乙",
    ),
    "form": ({"forms": ["专题讲座"]}, {**ALONE, "forms": ["专题讲座"]}, "同工作形式：专题讲座"),
    "product": (
        {"products": [{"kind": "大思政课", "name": "甲"}]},
        {**ALONE, "products": [{"kind": "大思政课", "name": "乙"}]},
        "同类成果：大思政课",
    ),
    "partner": (
        {"partners": [{"kind": "村", "name": "甲"}]},
        {**ALONE, "partners": [{"kind": "村", "name": "乙"}]},
        "同类合作单位：村",
    ),
    "also": ({"also": ["实践育人"]}, {**ALONE, "also": ["实践育人"]}, "都兼及：实践育人"),
    "province": ({"province": "甘肃"}, {**ALONE, "province": "甘肃"}, "同地区：甘肃"),
    "smallest place": (
        {"places": [{"province": "甘肃", "city": "示例市", "county": "甲县"}]},
        {**ALONE, "places": [{"province": "甘肃", "city": "示例市", "county": "乙县"}]},
        "同服务地点：甘肃示例市",
    ),
    "smallest of several places": (
        {"places": [{"province": "甘肃", "city": "示例市"}, {"province": "江苏"}]},
        {**ALONE, "places": [{"province": "江苏"}, {"province": "甘肃", "city": "示例市"}]},
        "同服务地点：甘肃示例市",
    ),
    "place in the province": (
        {"province": "甘肃", "places": [{"province": "甘肃", "city": "示例市"}]},
        {**ALONE, "province": "甘肃", "places": [{"province": "甘肃", "city": "示例市"}]},
        "同服务地点：甘肃示例市",
    ),
    "place that is the province": (
        {"province": "甘肃", "places": [{"province": "甘肃"}]},
        {**ALONE, "province": "甘肃", "places": [{"province": "甘肃"}]},
        "同地区：甘肃",
    ),
    "place in another province": (
        {"province": "江苏", "places": [{"province": "甘肃", "city": "示例市"}]},
        {**ALONE, "province": "江苏", "places": [{"province": "甘肃", "city": "示例市"}]},
        "同服务地点：甘肃示例市 · 同地区：江苏",
    ),
    "three of many": (
        {"province": "江苏", "keywords": ["甲"], "forms": ["专题讲座"]},
        {"province": "江苏", "keywords": ["甲"], "forms": ["专题讲座"]},
        "同任务 · 同学校 · 同地区：江苏",
    ),
}

UNLIKE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing": ({}, ALONE),
    "other partners": (
        {"partners": [{"kind": "其他", "name": "甲"}]},
        {**ALONE, "partners": [{"kind": "其他", "name": "甲"}]},
    ),
    "other products": (
        {"products": [{"kind": "其他成果", "name": "甲"}]},
        {**ALONE, "products": [{"kind": "其他成果", "name": "甲"}]},
    ),
    "task as one's second task": ({"also": ["党建联建"]}, ALONE),
    "university's province and place": (
        {"province": "甘肃"},
        {**ALONE, "places": [{"province": "甘肃"}]},
    ),
    "the year": ({"period": {"start": "2024"}}, {**ALONE, "period": {"start": "2024"}}),
}


class Counted(Sequence[Values]):
    """The values of cases, with a count of how often they were looked up."""

    def __init__(self, values: Sequence[Values]) -> None:
        self.values, self.looked_up = values, 0

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, at: int) -> Values: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Values]: ...
    def __getitem__(self, at: int | slice) -> Values | Sequence[Values]:
        self.looked_up += 1
        return self.values[at]


def told(library: Library, case_id: str) -> list[tuple[str, str]]:
    """Give the ids of a case's related cases with the reasons."""
    return [(related.case.id, related.reason) for related in library.related(library.by_id[case_id])]


@pytest.mark.parametrize("name", SHARED)
def test_reason(name: str, case: MakeCase) -> None:
    """A related case says what it shares, in the readers' order, at most three things and two words of each."""
    own, other, expected = SHARED[name]
    library = gather([case("own", **own), case("other", **other)])

    assert [("other", expected)] == told(library, "own")


@pytest.mark.parametrize("name", UNLIKE)
def test_no_reason(name: str, case: MakeCase) -> None:
    """Cases that share nothing worth telling are not related."""
    own, other = UNLIKE[name]
    library = gather([case("own", **own), case("other", **other)])

    assert [] == told(library, "own")


def test_most_alike_comes_first(case: MakeCase) -> None:
    """The more, and the rarer, the things shared, the earlier a case is."""
    library = gather(
        [
            case("own", keywords=["罕见", "常见"]),
            case("task-only", university="另一示例大学", keywords=[]),
            case("common", university="另一示例大学", keywords=["常见"]),
            case("rare", university="另一示例大学", keywords=["罕见"]),
            *(case(f"more-{number}", **ALONE, keywords=["常见"]) for number in range(3)),
        ]
    )

    assert ["rare", "common"] == [case_id for case_id, _ in told(library, "own")][:2]


def test_at_most_four(case: MakeCase) -> None:
    """However many cases are alike, four are shown; among equals those nearer in time, then the newer."""
    library = gather(case(f"c-{number}", period={"start": str(2010 + number)}) for number in range(11))

    assert ["c-6", "c-4", "c-7", "c-3"] == [case_id for case_id, _ in told(library, "c-5")]


@pytest.mark.parametrize("case_id", ["c-00", "c-09", "c-19"])
def test_never_itself(case_id: str, case: MakeCase) -> None:
    """No case is related to itself, at the ends of the library as little as in its middle."""
    library = gather(case(f"c-{number:02}", keywords=["甲"]) for number in range(20))

    assert case_id not in [other for other, _ in told(library, case_id)]


def test_only_published_cases(case: MakeCase) -> None:
    """Withdrawn cases and drafts are related to nothing."""
    library = gather([case("own"), case("gone", status="withdrawn"), case("draft", status="draft"), case("there")])

    assert ["there"] == [case_id for case_id, _ in told(library, "own")]


def test_alone_in_the_library(case: MakeCase) -> None:
    """A single case has no related ones."""
    assert [] == told(gather([case("own")]), "own")


def test_same_library_same_relations(case: MakeCase) -> None:
    """The order in which records are read changes nothing."""
    cases = [
        case(
            f"c-{number:02}", keywords=[f"词{number % 3}", f"语{number % 5}"], province="江苏" if number % 2 else "甘肃"
        )
        for number in range(40)
    ]
    one, other = gather(cases), gather(reversed(cases))

    assert {c.id: told(one, c.id) for c in cases} == {c.id: told(other, c.id) for c in cases}


def test_cost_does_not_grow(case: MakeCase) -> None:
    """In a library ten times as large, a case looks at no more of the others."""

    def looked_up(size: int) -> int:
        cases = [case(f"c-{number}", keywords=["甲", f"词{number % 7}"], forms=["专题讲座"]) for number in range(size)]
        values = Counted([values_of(one) for one in cases])
        facets = gather_facets(values.values, packaged_programme())
        related_cases(size // 2, cases, values, relating(facets.values()))
        return values.looked_up

    assert looked_up(100) == looked_up(1_000)
