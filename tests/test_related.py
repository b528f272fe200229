"""Related cases are alike for reasons that readers see, and finding them costs the same in any library."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.library.neighbours import Neighbours
from tests.each import each

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


def told(library: Library, case_id: str) -> list[tuple[str, str]]:
    """Give the ids of a case's related cases with the reasons."""
    return [(related.case.id, related.reason) for related in library.related(library.by_id[case_id])]


@each("name", SHARED)
def test_reason(name: str, case: MakeCase) -> None:
    """A related case says what it shares, in the readers' order, at most three things and two words of each."""
    own, other, expected = SHARED[name]
    library = gather([case("own", **own), case("other", **other)])

    assert [("other", expected)] == told(library, "own")


@each("name", UNLIKE)
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


def test_a_case_more_does_not_change_which_others_are_alike(case: Callable[..., Case]) -> None:
    """Rarity counts in powers of two, so that a new case of a term does not weigh all the others anew."""
    cases = [case(f"c-{number:02}", keywords=["甲"] if number % 2 else ["乙", "丙"]) for number in range(20)]
    before = gather(cases)
    after = gather([*cases, case("z-00", keywords=["甲"])])

    assert [told(before, one.id) for one in cases[:10]] == [told(after, one.id) for one in cases[:10]]


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


NAMES = st.lists(st.sampled_from(["甲", "乙", "丙", "丁"]), max_size=3, unique=True)
PLACES = st.lists(st.sampled_from(["甘肃", "甘肃示例市", "甘肃示例市甲县", "江苏"]), max_size=2, unique=True)
"""Names of places; the first is the province's."""


@st.composite
def libraries(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Make values of cases, some of them very much alike."""
    size = draw(st.integers(1, 40))
    return [
        {
            "keywords": draw(NAMES),
            "province": draw(st.sampled_from(["甘肃", "江苏", None])),
            "places": [
                {"province": name[:2], "city": name[2:5] or None, "county": name[5:] or None} for name in draw(PLACES)
            ],
            "partners": [{"kind": kind, "name": "甲"} for kind in draw(st.sampled_from([[], ["村"], ["其他", "村"]]))],
            "university": draw(st.sampled_from(["示例大学", "另一示例大学"])),
        }
        for _ in range(size)
    ]


def nearest(position: int, library: Library) -> list[int]:
    """Find as `Neighbours` does, list by list, which cases are looked at."""
    case = library.cases[position]
    lists = [
        term.positions
        for key, facet in library.facets.items()
        if facet.kind.relation
        for term in library.terms(case, key)
    ]
    seen: Counter[int] = Counter()
    for positions in lists:
        at = positions.index(position)
        seen.update(positions[max(0, at - 8) : at + 9])
    del seen[position]
    return sorted(seen, key=lambda other: (-seen[other], abs(other - position), other))[:12]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(libraries())
def test_nearest_are_looked_at(case: MakeCase, values: list[dict[str, Any]]) -> None:
    """Looked at are the twelve that most of a case's terms have within eight places of it, for many cases at once."""
    library = gather(case(f"c-{number:02}", **given) for number, given in enumerate(values))
    lists = [term.positions for facet in library.facets.values() if facet.kind.relation for term in facet.terms]
    neighbours = Neighbours(lists, len(library.cases))

    assert [nearest(at, library) for at in range(len(library.cases))] == [
        neighbours.of(at) for at in range(len(library.cases))
    ]


def test_many_are_looked_at_as_few(case: MakeCase) -> None:
    """What is found together, block by block, is what is found for each case of a large library by itself."""
    library = gather(case(f"c-{number:03}", keywords=["甲", f"词{number % 7}"]) for number in range(600))
    lists = [term.positions for facet in library.facets.values() if facet.kind.relation for term in facet.terms]
    neighbours = Neighbours(lists, len(library.cases))
    neighbours.find_all()

    asked = [0, 1, 255, 256, 300, 511, 512, 599]
    assert [nearest(at, library) for at in asked] == [neighbours.of(at) for at in asked]
