"""Where all terms are listed: what has one case leads to it, places stand under their province, and pages end."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.pages.parts import facet_groups
from generator.outputs.pages.parts.facet_groups import Group, groups_of, paged
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.term_list import Area, Lead, TermList, term_list
from tests.each import each

MakeCase = Callable[..., Case]
KINDS = ("several", "single", "none")


def library_of(case: MakeCase, *records: dict[str, Any]) -> Library:
    """Make a library of cases a, b, c and so on, whose titles are 示例案例 with the id."""
    return gather(
        case(chr(97 + number), title=f"示例案例{chr(97 + number)}", **one) for number, one in enumerate(records)
    )


def told(lists: TermList) -> list[str]:
    """Tell a list's terms in short: 甲(2), 乙>b, 丙(0)."""
    return [
        *(f"{link.name}({link.count})" for link in (*lists.several, *lists.none)),
        *(f"{lead.name}>{lead.uri[6:-5]}" for lead in lists.single),
    ]


def outline(area: Area | Group) -> list[Any]:
    """Tell a province with all that is in it."""
    name = area.title if isinstance(area, Group) else f"{area.link.name}({area.link.count})"
    return [name, told(area.lists), *map(outline, area.areas)]


def test_terms_by_how_many_cases_they_have(case: MakeCase) -> None:
    """Terms with several cases, with one and with none are apart, each in the facet's order."""
    library = library_of(
        case, {"forms": ["科普活动", "专题讲座"]}, {"forms": ["科普活动"]}, {"forms": ["捐赠资助"], "province": "甘肃"}
    )
    facet = library.facets["form"]
    terms = [facet.by_name[name] for name in ("专题讲座", "技能培训", "科普活动", "捐赠资助")]
    found = term_list(terms, library)

    assert told(found) == ["科普活动(2)", "技能培训(0)", "专题讲座>a", "捐赠资助>c"]
    assert found.single[1] == Lead("捐赠资助", (), "", "示例案例c", "cases/c.html")


def test_a_university_says_where_it_is(case: MakeCase) -> None:
    """A university with one case is found by its province, which only its own case tells."""
    library = library_of(
        case,
        {"university": "甲大学", "province": "甘肃"},
        {"university": "乙大学", "universities": ["乙大学", "丙大学"], "province": "江苏"},
        {"university": "丁大学"},
    )
    found = term_list(library.facets["university"].terms, library).single

    assert sorted((lead.name, lead.note) for lead in found) == [
        ("丁大学", ""),
        ("丙大学", ""),
        ("乙大学", "江苏"),
        ("甲大学", "甘肃"),
    ]


def test_places_stand_under_their_province(case: MakeCase) -> None:
    """A place is called without the names around it; a chain of places of one case is one line."""
    library = library_of(
        case,
        {"places": [{"province": "安徽", "city": "安庆市", "county": "太湖县"}]},
        {"places": [{"province": "安徽", "city": "安庆市"}]},
        {"places": [{"province": "安徽", "city": "滁州市"}, {"province": "安徽", "county": "金寨县"}]},
        {"places": [{"province": "福建", "city": "漳州市", "county": "龙海区"}]},
        {"places": [{"province": "北京"}, {"city": "某市"}]},
        {"places": [{"province": "安徽", "city": "宿州市"}]},
        {"places": [{"province": "安徽", "city": "宿州市"}, {"detail": "某流域"}]},
    )

    assert list(map(outline, groups_of(library.facets["place"], library))) == [
        ["北京", [">e"]],
        ["安徽", ["宿州市(2)", "滁州市>c", "金寨县>c"], ["安庆市(2)", ["太湖县>a"]]],
        ["福建", ["漳州市龙海区>d"]],
        ["某市", [">e"]],
    ]


def test_one_case_in_two_places_of_a_city(case: MakeCase) -> None:
    """Places of one case that lie side by side are named together."""
    areas = [{"province": "新疆", "city": "喀什地区", "county": county} for county in ("叶城县", "疏勒县")]
    library = library_of(case, {"places": areas})

    assert list(map(outline, groups_of(library.facets["place"], library))) == [
        ["新疆", ["喀什地区疏勒县、叶城县>a"]],
    ]


def test_pages_end(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page has more terms than it may; a letter with more goes on under its own heading; a province stays whole."""
    monkeypatch.setattr(facet_groups, "PER_PAGE", 3)
    library = library_of(case, {"keywords": ["艾草", "爱国", "案例", "安全", "茶叶", "稻田", "地理"]})
    pages = paged(groups_of(library.facets["keyword"], library))
    counties = [{"province": "安徽", "city": "安庆市", "county": f"{one}县"} for one in "甲乙丙丁"]
    places = library_of(case, {"places": counties}, {"places": [counties[0], {"province": "北京"}]})

    assert [[(group.title, group.anchor, group.size) for group in page] for page in pages] == [
        [("A", "letter-a", 3)],
        [("A", "letter-a-2", 1), ("C", "letter-c", 1)],
        [("D", "letter-d", 2)],
    ]
    assert [[group.title for group in page] for page in paged(groups_of(places.facets["place"], places))] == [
        ["北京"],
        ["安徽"],
    ]


def test_nothing_is_one_page() -> None:
    """A facet without terms has a page without groups."""
    library = gather([])

    assert paged(groups_of(library.facets["keyword"], library)) == ((),)


@each(("counts", "expected"), [((0, 0, 0), [0]), ((2, 1, 0), [3]), ((2, 2, 3), [3, 3, 1]), ((7, 0, 0), [3, 3, 1])])
def test_long_lists_are_divided(counts: tuple[int, int, int], expected: list[int]) -> None:
    """A list is cut into pieces of the size asked for, with nothing lost and nothing told twice."""
    several, single, none = counts
    whole = TermList(
        tuple(Link(f"s{number}", "") for number in range(several)),
        tuple(Lead(f"l{number}", (), "", "", "") for number in range(single)),
        tuple(Link(f"n{number}", "") for number in range(none)),
    )
    parts = list(whole.divided(3))

    assert expected == [len(part) for part in parts]
    assert whole == TermList(*(tuple(one for part in parts for one in getattr(part, key)) for key in KINDS))
