"""The library's numbers are right, and what is not known is counted as not known."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.case import vocabulary
from generator.case.model import Case
from generator.library.library import gather
from generator.library.statistics import Gap, Statistics
from generator.library.sums import Outcomes
from tests.each import each

MakeCase = Callable[..., Case]

NOTHING = Statistics(
    cases=0,
    universities=0,
    provinces=0,
    places=0,
    revitalisation=0,
    partners=0,
    first_year=None,
    last_year=None,
    tables=(),
    outcomes=Outcomes(cases=0, figures=0, sums=()),
    gaps=(),
)
"""The numbers of a library without cases."""

YEARS: dict[str, tuple[list[dict[str, Any]], tuple[int | None, int | None]]] = {
    "no dates": ([{}], (None, None)),
    "a start alone": ([{"period": {"start": "2021"}}], (2021, 2021)),
    "a start and an end": ([{"period": {"start": "2019-09", "end": "2024-01-31"}}], (2019, 2024)),
    "the earliest start is that of a case that ends last": (
        [{"period": {"start": "2018", "end": "2025"}}, {"period": {"start": "2020", "end": "2021"}}],
        (2018, 2025),
    ),
    "a start later than any end": (
        [{"period": {"start": "2018", "end": "2020"}}, {"period": {"start": "2023"}}],
        (2018, 2023),
    ),
    "sources alone": (
        [{"sources": [{"title": "示例报道", "date": "2017"}, {"title": "又一示例报道", "date": "2022-05"}]}],
        (2022, 2022),
    ),
    "sources beside a period": (
        [{"period": {"start": "2019", "end": "2020"}, "sources": [{"title": "示例报道", "date": "2024"}]}],
        (2019, 2020),
    ),
    "sources of another case": (
        [{"period": {"start": "2019"}}, {"sources": [{"title": "示例报道", "date": "2024"}]}],
        (2019, 2024),
    ),
}
"""What cases say of their dates, and the first and the last year of all."""


def numbers(*cases: Case) -> Statistics:
    """Count cases, without tables and gaps."""
    return replace(gather(cases).statistics, tables=(), gaps=())


def test_empty_library() -> None:
    """A library without cases has no numbers, no gaps, and tables of all words."""
    statistics = gather([]).statistics

    assert replace(NOTHING, tables=statistics.tables) == statistics
    assert {0} == {row.count for table in statistics.tables for row in table.rows}


def test_numbers(case: MakeCase) -> None:
    """Each university, province and partner counts once, however many cases name it."""
    actual = numbers(
        case("a", province="甘肃", period={"start": "2019", "end": "2024"}, partners=[{"name": "甲", "kind": "村"}]),
        case("b", province="甘肃", period={"start": "2021"}, partners=[{"name": "甲", "kind": "企业"}]),
        case("c", university="另一示例大学", province="江苏", partners=[{"name": "乙", "kind": "村"}]),
        case("d"),
        case("e", status="draft", university="第三示例大学"),
        case("f", status="withdrawn", university="第四示例大学"),
    )

    expected = replace(NOTHING, cases=4, universities=2, provinces=2, partners=2, first_year=2019, last_year=2024)
    assert expected == actual


def test_a_case_of_several_universities_counts_once(case: MakeCase) -> None:
    """A case counts for each of its universities, and once among all cases, in every table and in every sum."""
    given = {
        "university": None,
        "period": {"start": "2024"},
        "outcomes": [{"what": "培训", "value": "50", "unit": "人次"}],
    }
    library = gather(
        [
            case("a", universities=["甲大学", "乙大学", "甲大学"], **given),
            case("b", universities=["乙大学", "丙大学"], **given),
        ]
    )
    statistics = library.statistics

    assert (2, 3) == (statistics.cases, statistics.universities)
    assert {"甲大学": 1, "乙大学": 2, "丙大学": 1} == {one.name: one.count for one in library.facets["university"].used}
    assert [2] == [row.count for row in statistics.by_facet["year"].rows]
    assert [(2, 100)] == [(one.cases, one.amount) for one in statistics.outcomes.sums]


@each("name", YEARS)
def test_years(name: str, case: MakeCase) -> None:
    """Years go from the earliest start to the last that is known; sources' dates stand in only without a period."""
    values, expected = YEARS[name]
    statistics = numbers(*(case(f"c-{number}", **one) for number, one in enumerate(values)))

    assert expected == (statistics.first_year, statistics.last_year)


@each(
    ("places", "expected"),
    [
        pytest.param([{"province": "甘肃"}, {"province": "甘肃省"}], (1, 0), id="the same province"),
        pytest.param([{"province": "甘肃"}, {"province": "甘肃", "city": "示例市"}], (2, 0), id="smaller place"),
        pytest.param(
            [{"province": "甘肃", "detail": "甲村"}, {"province": "甘肃", "detail": "乙村"}], (2, 0), id="two villages"
        ),
        pytest.param([{"detail": "示例流域"}, {"county": "示例县"}], (0, 0), id="no province"),
        pytest.param(
            [{"province": "甘肃", "revitalisation": "true"}, {"province": "甘肃", "revitalisation": "true"}],
            (1, 1),
            id="marked twice",
        ),
        pytest.param(
            [{"province": "甘肃", "revitalisation": "true"}, {"province": "甘肃"}], (1, 1), id="marked in one record"
        ),
        pytest.param([{"province": "上海"}, {"province": "上海", "city": "上海市"}], (1, 0), id="municipality"),
    ],
)
def test_places(places: list[dict[str, str]], expected: tuple[int, int], case: MakeCase) -> None:
    """A place counts once however it is written, and as a place to be revitalised if any record marks it."""
    statistics = numbers(*(case(f"c-{number}", places=[place]) for number, place in enumerate(places)))

    assert expected == (statistics.places, statistics.revitalisation)


def test_tables(case: MakeCase) -> None:
    """A table has all words of its list, unused ones too, and counts the cases that have none."""
    library = gather(
        [
            case("a", province="甘肃", forms=["专题讲座", "技能培训"]),
            case("b", province="甘肃", forms=["专题讲座"]),
            case("c"),
        ]
    )
    tables = {table.facet: table for table in library.statistics.tables}

    assert ("task", "also", "year", "level", "province", "partner", "form", "product") == tuple(tables)
    assert list(vocabulary.PROVINCES.names) == [row.name for row in tables["province"].rows]
    assert [("甘肃", 2)] == [(row.name, row.count) for row in tables["province"].rows if row.count]
    assert [("专题讲座", 2), ("技能培训", 1)] == [(row.name, row.count) for row in tables["form"].rows if row.count]
    expected = {"task": 0, "also": 3, "year": 3, "province": 1, "level": 3, "form": 1, "product": 3, "partner": 3}
    assert expected == {key: table.unknown for key, table in tables.items()}


def test_table_counts_cases_not_values(case: MakeCase) -> None:
    """A case with several values of a facet is known once."""
    library = gather([case("a", forms=["专题讲座", "技能培训"], also=["党建联建", "实践育人"])])
    unknown = {table.facet: table.unknown for table in library.statistics.tables}

    assert (0, 0) == (unknown["form"], unknown["also"])


def test_gaps_are_told_most_lacking_first(case: MakeCase) -> None:
    """What records could say and do not is counted, the commonest gap first; what all say is no gap."""
    full = {
        "period": {"start": "2024"},
        "places": [{"province": "甘肃"}],
        "partners": [{"name": "甲", "kind": "村"}],
        "forms": ["专题讲座"],
        "products": [{"kind": "大思政课", "name": "甲"}],
        "outcomes": [{"what": "培训", "value": "1", "unit": "人"}],
        "level": "校级团队",
        "background": "甲",
        "photos": [{"file": "a.jpg", "caption": "甲"}],
        "permission": {"granted_by": "示例大学", "granted_on": "2024"},
    }
    without_period = {key: value for key, value in full.items() if key != "period"}
    library = gather([case("a", **full), case("b", **full), case("c", **without_period)])

    expected = (Gap("经验启示", 3), Gap("开展时间", 1), Gap("日期（开展时间或出处的日期）", 1))
    assert expected == library.statistics.gaps
