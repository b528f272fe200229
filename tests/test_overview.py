"""The data overview: its charts' gist in words, its tables, and its sums with what guards them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.case import vocabulary
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.library.statistics import Gap, Table
from generator.outputs.catalogue.package import USE
from generator.outputs.pages import overview
from generator.outputs.pages.parts.bar_table import (
    BarTable,
    Row,
    charted_table,
    gap_table,
    plain_table,
    sortable_table,
    table_by_task,
    yearly_table,
)
from generator.outputs.pages.parts.cross_table import cross_tables
from generator.outputs.pages.parts.outcome_sums import SumRow, sum_row
from generator.outputs.pages.parts.table_chart import chart_of_shares, chart_of_years
from generator.outputs.site.head import render_head
from generator.outputs.site.publication import Publication
from generator.outputs.site.register import Entry, Register
from generator.outputs.site.settings import Settings
from tests.drawing import drawn

MakeCase = Callable[..., Case]
Count = Callable[..., dict[str, Table]]


@pytest.fixture(name="tables_of")
def _tables_of(case: MakeCase) -> Count:
    """Count cases given by their values, and give the tables by facet."""

    def tables_of(*values: dict[str, Any]) -> dict[str, Table]:
        return gather(case(f"c-{number}", **one) for number, one in enumerate(values)).statistics.by_facet

    return tables_of


@pytest.fixture(name="main_of")
def _main_of(case: MakeCase) -> Callable[..., str]:
    """Draw the page of cases given by their values."""

    def main_of(*values: dict[str, Any]) -> str:
        library = gather(case(f"c-{number}", **one) for number, one in enumerate(values))
        (page,) = overview.pages(Publication(library, Settings("示例案例集", "https://anliji.example/")))
        return drawn(page).main

    return main_of


def years(*all_years: int) -> list[dict[str, Any]]:
    """Give cases by their years."""
    return [{"period": {"start": str(year)}} for year in all_years]


def outcome(value: str, unit: str, qualifier: str | None = None) -> dict[str, Any]:
    """Give a case with one outcome."""
    return {"outcomes": [{"what": "培训", "value": value, "unit": unit, "qualifier": qualifier}]}


def gist(drawing: str) -> str:
    """Give what a chart tells those who listen."""
    return re.findall(r"<desc[^>]*>([^<]*)</desc>", drawing)[0]


def told(table: BarTable) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give a table's groups: the name, and the names and numbers of the rows that have any case."""
    return [(group.name, [(row.name, row.number) for row in group.rows if row.count]) for group in table.groups]


COUNTED: list[dict[str, Any]] = [
    {
        "task": "党建联建",
        "also": ["实践育人"],
        "province": "甘肃",
        "level": "全国团队",
        "period": {"start": "2022"},
        "forms": ["专题党课讲授", "志愿服务"],
        "products": [{"kind": "精品党课", "name": "甲"}, {"kind": "工作法", "name": "乙"}],
        "partners": [{"name": "丙", "kind": "村"}],
        "outcomes": [
            {"what": "授课", "value": "300", "unit": "人次"},
            {"what": "受益", "value": "2", "unit": "万人次", "qualifier": "近"},
            {"what": "户均增收", "value": "3000", "unit": "元"},
        ],
    },
    {
        "province": "江苏",
        "period": {"start": "2025"},
        "outcomes": [
            {"what": "到账<经费>", "value": "1.5", "unit": "万元"},
            {"what": "参加", "value": "460", "unit": "人次"},
        ],
    },
    {"period": {"start": "2025"}, "outcomes": [{"what": "捐款", "value": "2345.5", "unit": "元"}]},
    {},
]


def test_page_is_as_reviewed(main_of: Callable[..., str], golden: Callable[[str, str], str]) -> None:
    """A page with charts, tables of every kind and sums is word for word as reviewed."""
    actual = main_of(*COUNTED)

    assert golden("golden/pages/overview-counted.html", actual) == actual


def test_contents_lead_to_the_sections(main_of: Callable[..., str]) -> None:
    """The contents list names every section once, in the page's order."""
    main = main_of(*COUNTED)

    assert re.findall(r'href="#([a-z]+)"', main) == re.findall(r'<h2 id="([a-z]+)"', main)


def test_gist_of_shares(tables_of: Count) -> None:
    """A chart of parts tells each part's name, count and share; what is unknown is a part."""
    table = tables_of({"level": "省级团队"}, {"level": "省级团队"}, {"level": "校级团队"}, {})["level"]

    expected = (
        "共4个案例：全国团队0个，占0%；省级团队2个，占50.0%；市级团队0个，占0%；校级团队1个，占25.0%；"
        "未注明1个，占25.0%。"
    )
    assert expected == gist(chart_of_shares(table, 4))


def test_tasks_take_their_hues(tables_of: Count) -> None:
    """Each task has its hue, in the bar and in the key, and its name and number beside it."""
    drawing = chart_of_shares(tables_of({"task": "实践育人"})["task"], 1)

    assert 2 == drawing.count('class="chart__part task-practice-based-education"')
    assert 1 == drawing.count('class="chart__part task-joint-party-building"')
    assert '实践育人<tspan class="chart__number" dx="6">1</tspan>' in drawing


def test_nothing_known_has_no_chart(tables_of: Count) -> None:
    """Where no case tells a level or a year there is a table, and no chart."""
    tables = tables_of({}, {})

    assert ("", "") == (chart_of_shares(tables["level"], 2), chart_of_years(tables["year"]))


def test_many_empty_years_are_one_row(tables_of: Count) -> None:
    """Three empty years in a row, or more, are told together; two, and one, are named."""
    table = yearly_table(tables_of(*years(2026, 2023, 2021, 2017))["year"], 4, "示例")

    assert [(row.name, row.count, bool(row.uri)) for group in table.groups for row in group.rows] == [
        ("2026", 1, True),
        ("2025", 0, False),
        ("2024", 0, False),
        ("2023", 1, True),
        ("2022", 0, False),
        ("2021", 1, True),
        ("2018—2020", 0, False),
        ("2017", 1, True),
    ]


@pytest.mark.parametrize(
    ("all_years", "expected"),
    [
        ((2024, 2024), "都在2024年，2个案例。"),
        ((2023, 2024, 2024), "2023年到2024年，案例最多的是2024年，2个。"),
        ((2022, 2024), "2022年到2024年，案例最多的是2022年、2024年，1个；2023年没有案例。"),
        ((2020, 2024), "2020年到2024年，案例最多的是2020年、2024年，1个；2021年、2022年、2023年没有案例。"),
        ((1999, 2024), "1999年到2024年，案例最多的是1999年、2024年，1个；其中24年没有案例。"),
    ],
)
def test_gist_of_years(all_years: tuple[int, ...], expected: str, tables_of: Count) -> None:
    """A chart of years tells the first, the last, the best, and the years without a case."""
    assert expected == gist(chart_of_years(tables_of(*years(*all_years))["year"]))


def test_forms_stand_under_their_tasks(tables_of: Count) -> None:
    """Forms are grouped by task in the notice's order; every form is there."""
    table = table_by_task(tables_of({"forms": ["科普活动"]}, {})["form"], 2, "题")

    own = [("党建联建", []), ("教育服务", [("科普活动", "1")]), ("科技赋能", []), ("实践育人", [])]
    assert [*own, ("各类任务通用", [])] == told(table)
    assert list(packaged_programme().forms.names) == [row.name for group in table.groups for row in group.rows]
    assert [("未注明", "1", "50.0%", "")] == [(row.name, row.number, row.share, row.bar) for row in table.foot]


def test_common_products_come_last(tables_of: Count) -> None:
    """Kinds of product that every task may have are a group of their own, without a hue."""
    products = [{"kind": "大思政课", "name": "甲"}, {"kind": "共建协议", "name": "乙"}]
    table = table_by_task(tables_of({"products": products})["product"], 1, "题")

    assert ("各类任务通用", [("共建协议", "1")]) == told(table)[-1]
    assert ["task-practice-based-education", ""] == [group.style for group in table.groups[-2:]]
    assert list(packaged_programme().product_kinds.names) == [row.name for group in table.groups for row in group.rows]


def test_provinces_can_be_sorted(tables_of: Count) -> None:
    """All provinces stand in administrative order, each with its place by pinyin; 重庆 is Chongqing."""
    table = sortable_table(
        tables_of({"province": "西藏"}, {"province": "陕西"}, {"province": "陕西"})["province"], 3, "题"
    )
    rows = table.groups[0].rows
    by_pinyin = [row.name for row in sorted(rows, key=lambda row: row.name_order)]

    assert table.is_sortable
    assert vocabulary.PROVINCES.names == tuple(row.name for row in rows)
    assert list(range(1, 35)) == sorted(row.name_order for row in rows)
    assert ["安徽", "澳门", "北京", "重庆", "福建"] == by_pinyin[:5]
    assert by_pinyin.index("陕西") == by_pinyin.index("山西") + 1


def test_unknown_does_not_shorten_the_bars(tables_of: Count) -> None:
    """The longest bar is that of the commonest term, however many cases are unknown; the unknown has none."""
    table = plain_table(tables_of({"partners": [{"name": "甲", "kind": "村"}]}, {}, {}, {})["partner"], 4, "题")
    (village,) = [row for row in table.groups[0].rows if row.count]

    assert '<rect width="100"' in village.bar
    assert ("未注明", "3", "75.0%", "") == (
        table.foot[0].name,
        table.foot[0].number,
        table.foot[0].share,
        table.foot[0].bar,
    )


def test_column_beside(tables_of: Count) -> None:
    """The tasks that cases also serve have a column of their own."""
    tables = tables_of({"task": "党建联建", "also": ["实践育人"]}, {"task": "实践育人"})
    table = charted_table(tables["task"], 2, "题", beside=tables["also"])

    assert ("任务类型", "案例数", "兼及任务") == table.heads
    expected = [("党建联建", "1", "0"), ("教育服务", "0", "0"), ("科技赋能", "0", "0"), ("实践育人", "1", "1")]
    assert expected == [(row.name, row.number, row.extra) for row in table.groups[0].rows]
    assert {""} == {row.bar for row in table.groups[0].rows}


def test_large_counts_have_commas() -> None:
    """Counts from 10,000 on have commas, in rows as elsewhere."""
    row: Row = gap_table((Gap("照片", 17_832),), 17_832).groups[0].rows[0]

    assert ("照片", "17,832", "100%") == (row.name, row.number, row.share)


def row_of(case: MakeCase, *values: dict[str, Any]) -> SumRow:
    """Show the only sum of cases."""
    library = gather(case(f"c-{number}", university=f"示例大学{number}", **one) for number, one in enumerate(values))
    (one,) = library.statistics.outcomes.sums
    return sum_row(one)


def test_exact_sum(case: MakeCase) -> None:
    """An exact sum is told in full, with its largest figures and whose they are."""
    row = row_of(case, outcome("10000", "元"), outcome("2345.5", "元"), outcome("9000", "元"))

    assert ("元", "21,345.5元", "3", False) == (row.unit, row.amount, row.cases, row.is_dominated)
    expected = ["示例大学0：培训 10,000元", "示例大学2：培训 9000元", "示例大学1：培训 2345.5元"]
    assert expected == [link.name for link in row.largest]
    assert ["cases/c-0.html", "cases/c-2.html", "cases/c-1.html"] == [link.uri for link in row.largest]


def test_round_sum(case: MakeCase) -> None:
    """A sum that holds a round figure says 约, in 万 where that reads better."""
    row = row_of(case, outcome("2", "万人次", "近"), outcome("1.2", "万人次"), outcome("11000", "人次"))

    assert "约4.3万人次" == row.amount


def test_one_case_that_gives_most_is_told(case: MakeCase) -> None:
    """Where one case gives more than half, the page says so; exactly half is not more."""
    assert row_of(case, outcome("101", "亩"), outcome("100", "亩")).is_dominated
    assert not row_of(case, outcome("100", "亩"), outcome("100", "亩")).is_dominated


def test_sums_carry_the_caution(main_of: Callable[..., str]) -> None:
    """Wherever a sum is, so does what a reader must know; without sums the page says why there are none."""
    caution = "各案例统计口径和时间范围不同，同一人可能重复计入，合计只供了解规模。"
    none = "目前没有两个案例用同一种可以相加的单位，所以没有合计。"
    summed, single = main_of(outcome("5", "人次"), outcome("6", "人次")), main_of(outcome("5", "人次"))

    assert (True, False) == (caution in summed, none in summed)
    assert (False, True) == (caution in single, none in single)


def test_no_outcome_has_no_section(main_of: Callable[..., str]) -> None:
    """Where no case reports an outcome, the gaps say so, and there is no section of sums."""
    main = main_of({})

    assert 'id="outcomes"' not in main
    assert "成效数据</th>" in main


def test_dataset_says_where_the_data_are(case: MakeCase) -> None:
    """Programs that collect data sets find the files by whole addresses, with when, where and by whom."""
    settings = Settings("示例案例集", "https://anliji.example/sub/", organiser="示例单位")
    cases = [
        case("c-1", province="甘肃", period={"start": "2022"}),
        case("c-2", province="江苏", period={"start": "2024"}),
    ]
    (page,) = overview.pages(Publication(gather(cases), settings))
    head = render_head(drawn(page).head, page.uri, settings)
    described = re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    graph = json.loads(described[1])["@graph"] if described else []
    (dataset,) = [thing for thing in graph if thing["@type"] == "Dataset"]

    site = "https://anliji.example/sub/"
    assert dataset["@id"] == f"{site}data.html#files"
    assert dataset["publisher"] == dataset["creator"] == {"@type": "Organization", "name": "示例单位"}
    assert (dataset["temporalCoverage"], dataset["spatialCoverage"]) == ("2022/2024", "江苏、甘肃")
    assert [(one["contentUrl"], one["encodingFormat"]) for one in dataset["distribution"]] == [
        (f"{site}data/catalogue.csv", "text/csv"),
        (f"{site}data/catalogue.json", "application/json"),
    ]


def test_licence_of_the_dataset(case: MakeCase) -> None:
    """What is stated is told to programs and to readers; where nothing is, that."""
    told = []
    for licence, url in [("", ""), ("示例许可", ""), ("示例许可", "https://example.com/xuke")]:
        settings = Settings("示例案例集", "https://anliji.example/sub/", licence=licence, licence_url=url)
        (page,) = overview.pages(Publication(gather([case("c-1")]), settings))
        shown = drawn(page)
        head = render_head(shown.head, page.uri, settings)
        described = re.search(r'"license":\s*({[^}]*})', head)
        sentence = re.search(r"(?:没有声明许可；|许可：)[^。]*。", shown.main.split('id="files"')[1])
        told.append((json.loads(described[1]) if described else {}, sentence[0] if sentence else ""))

    work = {"@type": "CreativeWork"}
    assert told == [
        ({**work, "name": "没有声明许可。", "text": USE}, "没有声明许可；用于别的，请先征得发布者同意。"),
        ({**work, "name": "示例许可"}, "许可：示例许可。"),
        (
            {**work, "name": "示例许可", "url": "https://example.com/xuke"},
            '许可：<a href="https://example.com/xuke" rel="license noopener noreferrer">示例许可</a>。',
        ),
    ]


def test_tasks_by_region(case: MakeCase) -> None:
    """Regions with cases stand against all tasks, universities' and served ones; whoever has none is counted last."""
    cases = [
        case("a", task="党建联建", province="甘肃", places=[{"province": "甘肃", "city": "定西"}]),
        case("b", task="教育服务", province="甘肃", places=[{"province": "甘肃"}, {"province": "云南"}]),
        case("c", task="教育服务", province="江苏", places=[{"detail": "沿江"}]),
        case("d", task="科技赋能", province=None),
    ]
    names = ["党建联建", "教育服务", "科技赋能", "实践育人"]
    told = [
        (table.title, [link.name for link in table.columns], [(row.name, *row.numbers) for row in table.rows])
        for table in cross_tables(gather(cases))
    ]

    assert told == [
        (
            "任务类型与学校所在地区",
            names,
            [("江苏", "0", "1", "0", "0", "1"), ("甘肃", "1", "1", "0", "0", "2"), ("未注明", "0", "0", "1", "0", "1")],
        ),
        (
            "任务类型与服务地点",
            names,
            [("云南", "0", "1", "0", "0", "1"), ("甘肃", "1", "1", "0", "0", "2"), ("未注明", "0", "1", "1", "0", "2")],
        ),
    ]
    assert list(cross_tables(gather([case("a", task="党建联建", province="甘肃")]))) == []


def test_page_says_who_and_until_when(case: MakeCase) -> None:
    """The page names who publishes the numbers and the day of the last change; what is not known is left out."""
    settings = Settings("示例案例集", organiser="示例单位")
    register = Register({"cases/a.html": Entry("cases/a.html", "2026-01-02", "2026-03-04", "x")})
    whole = Publication(gather([case("a")]), settings, register=register)
    (known,), (bare,) = overview.pages(whole), overview.pages(Publication(gather([case("a")]), Settings("示例案例集")))

    assert "由示例单位发布。数据截至2026年3月4日，是案例最近一次增加或修改的日期。比例都按" in drawn(known).main
    assert '<p class="overview-note">比例都按' in drawn(bare).main


def test_page_brings_the_data_files(main_of: Callable[..., str]) -> None:
    """The data files are offered with their sizes, and with a sentence on their use."""
    section = main_of(*years(2024)).split('id="files"')[1]

    assert re.findall(r'href="([^"]+)" download>([^<]+)<span[^>]*>([^<]+)<', section) == [
        ("data/catalogue.csv", "案例目录", "CSV，1 KB"),
        ("data/catalogue.json", "案例目录", "JSON，1 KB"),
        ("datapackage.json", "数据说明", "Data Package，10 KB"),
    ]
    assert USE in section


@pytest.mark.build
def test_site_has_the_data_files_in_its_manifest(built_showcase: Path) -> None:
    """A build writes the files, and the manifest knows them as the data package does."""
    site = built_showcase / "site"
    listed = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"]
    package = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))

    assert {"llms.txt", "datapackage.json"} <= set(listed)
    assert {one["path"]: (one["bytes"], one["hash"]) for one in package["resources"]} == {
        uri: (listed[uri]["size"], f"sha256:{listed[uri]['sha256']}")
        for uri in ("data/catalogue.csv", "data/catalogue.json")
    }
