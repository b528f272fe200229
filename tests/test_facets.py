"""Facets divide the library completely, in the readers' order, under addresses that stay."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case, Location
from generator.case.programme import packaged_programme
from generator.case.vocabulary import PROVINCES
from generator.case.words import WordList
from generator.library import pinyin
from generator.library.facet_kinds import FACET_KINDS, place_names
from generator.library.facets import Facet, gather_facets, values_of
from tests.each import each

MakeCase = Callable[..., Case]

PROGRAMME = packaged_programme()

PLACES: dict[str, tuple[dict[str, str], list[str]]] = {
    "all": (
        {"province": "甘肃", "city": "示例市", "county": "示例县"},
        ["甘肃", "甘肃示例市", "甘肃示例市示例县"],
    ),
    "full name": ({"province": "甘肃省", "county": "示例县"}, ["甘肃", "甘肃示例县"]),
    "no province": ({"city": "示例市", "county": "示例县"}, ["示例市", "示例市示例县"]),
    "detail is not a term": ({"province": "甘肃", "detail": "示例村"}, ["甘肃"]),
    "detail alone": ({"detail": "示例村"}, []),
    "nothing": ({}, []),
    "municipality as its city": (
        {"province": "上海", "city": "上海市", "county": "示例区"},
        ["上海", "上海示例区"],
    ),
    "municipality by its short name": ({"province": "重庆市", "city": "重庆"}, ["重庆"]),
    "Jilin is a city of Jilin": ({"province": "吉林", "city": "吉林市"}, ["吉林", "吉林吉林市"]),
    "county-level city": ({"province": "海南", "city": "示例市", "county": "示例市"}, ["海南", "海南示例市"]),
}


def facets_of(*cases: Case) -> dict[str, Facet]:
    """Divide some cases, newest first."""
    return gather_facets([values_of(case) for case in cases], PROGRAMME)


def terms(facet: Facet) -> dict[str, tuple[int, ...]]:
    """Give the positions of a facet's used terms by name, in the facet's order."""
    return {term.name: term.positions for term in facet.used}


@each("name", PLACES)
def test_place_names(name: str) -> None:
    """A place is found under its own name and under those of all places around it, the largest first."""
    values, expected = PLACES[name]

    assert expected == place_names(Location.model_validate(values))


def test_every_value_is_found(case: MakeCase) -> None:
    """A case stands in every facet under each of its values, each once."""
    full = case(
        task="党建联建",
        also=["教育服务"],
        province="甘肃",
        places=[{"province": "甘肃", "city": "示例市"}, {"province": "甘肃"}],
        period={"start": "2022", "end": "2024-03"},
        level="校级团队",
        forms=["专题党课讲授", "专题讲座"],
        products=[{"kind": "精品党课", "name": "甲"}, {"kind": "精品党课", "name": "乙"}],
        partners=[{"name": "示例村", "kind": "村"}, {"name": "另一村", "kind": "村"}],
        keywords=["示例", "示例"],
    )

    expected = {
        "task": ("党建联建",),
        "also": ("教育服务",),
        "province": ("甘肃",),
        "place": ("甘肃", "甘肃示例市"),
        "university": ("示例大学",),
        "year": ("2024",),
        "level": ("校级团队",),
        "form": ("专题党课讲授", "专题讲座"),
        "product": ("精品党课",),
        "partner": ("村",),
        "keyword": ("示例",),
    }
    assert expected == values_of(full)


def test_facets_are_in_the_readers_order(case: MakeCase) -> None:
    """All facets are there with their labels, also those without any term."""
    facets = facets_of(case())

    assert [(kind.key, kind.label) for kind in FACET_KINDS] == [(facet.key, facet.label) for facet in facets.values()]
    assert [kind.key for kind in FACET_KINDS] == list(facets)


@each(
    ("key", "expected"),
    [
        ("task", PROGRAMME.task_names),
        ("also", PROGRAMME.task_names),
        ("province", PROVINCES),
        ("level", PROGRAMME.levels),
        ("form", PROGRAMME.forms),
        ("product", PROGRAMME.product_kinds),
        ("partner", PROGRAMME.partner_kinds),
    ],
)
def test_word_list_is_a_facet_in_its_own_order(key: str, expected: WordList) -> None:
    """A facet of a word list has all its words in its order under their ids, with or without cases."""
    facet = facets_of()[key]

    assert [(word.name, word.id, 0) for word in expected] == [
        (term.name, term.slug, term.count) for term in facet.terms
    ]
    assert () == facet.used


@each("key", ["place", "university", "year", "keyword"])
def test_open_facet_of_an_empty_library_is_empty(key: str) -> None:
    """A facet of free values has no terms without cases."""
    assert () == facets_of()[key].terms


def test_positions_ascend(case: MakeCase) -> None:
    """A term's cases stand in the library's order."""
    facets = facets_of(case("a", keywords=["甲"]), case("b", keywords=["乙"]), case("c", keywords=["乙", "甲"]))

    assert {"甲": (0, 2), "乙": (1, 2)} == terms(facets["keyword"])


def test_free_values_are_in_pinyin_order(case: MakeCase) -> None:
    """Universities stand as readers look them up, names with more than one reading as they are pronounced."""
    names = ["重庆示例大学", "安徽示例学院", "西藏示例大学", "厦门示例大学", "北京示例大学", "5G示例学院"]
    facets = facets_of(*(case(university=name) for name in names))

    expected = ["5G示例学院", "安徽示例学院", "北京示例大学", "重庆示例大学", "西藏示例大学", "厦门示例大学"]
    assert expected == list(terms(facets["university"]))


def test_years_are_newest_first(case: MakeCase) -> None:
    """Years go backwards; a case without a date has none."""
    dates: list[dict[str, Any]] = [{"period": {"start": year}} for year in ("2022", "2024-05", "2023")]
    facets = facets_of(*(case(**values) for values in dates), case())

    assert {"2024": (1,), "2023": (2,), "2022": (0,)} == terms(facets["year"])


def test_namesakes_are_told_apart(case: MakeCase) -> None:
    """Values of the same pinyin each have a mark in their address, and the plain address lists them."""
    facet = facets_of(case(keywords=["事实", "史诗", "示例"]))["keyword"]
    slugs = {term.name: term.slug for term in facet.terms}

    expected = {
        "史诗": f"shishi-{pinyin.mark('史诗')}",
        "事实": f"shishi-{pinyin.mark('事实')}",
        "示例": "shili",
    }
    assert expected == slugs
    assert {"shishi": (facet.by_name["史诗"], facet.by_name["事实"])} == facet.homonyms


def test_address_of_a_namesake_does_not_depend_on_the_others(case: MakeCase) -> None:
    """A third namesake changes the addresses of the first two as little as their order does."""
    two = facets_of(case(keywords=["事实", "史诗"]))["keyword"]
    three = facets_of(case(keywords=["实施", "史诗", "事实"]))["keyword"]

    assert {term.name: term.slug for term in two.terms}.items() <= {
        term.name: term.slug for term in three.terms
    }.items()


def test_addresses_of_a_facet_are_used_once(case: MakeCase) -> None:
    """However odd the values, no two terms share an address, none takes a list of namesakes' or the facet's own."""
    odd = ["事实", "史诗", "AI", "Ai", "ai", "index", "Index", "……", "！", "C++", "C#", "C"]
    facet = facets_of(*(case(keywords=[word]) for word in odd))["keyword"]
    slugs = [term.slug for term in facet.terms] + list(facet.homonyms)

    assert len(slugs) == len(set(slugs))
    assert "index" not in slugs


def test_term_counts_its_cases(case: MakeCase) -> None:
    """A term knows how many cases it has."""
    facets = facets_of(case("a", province="江苏"), case("b", province="江苏"), case("c"))

    assert [2, 0] == [facets["province"].by_name[name].count for name in ("江苏", "浙江")]
