"""One row makes a facet: pages, relations, statistics, search and the book have it from there."""

import json
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import get_args

import pytest

from generator.case.model import Case
from generator.case.model.programme_file import FilterKey
from generator.case.programme import packaged_programme
from generator.library.facet_kind import FacetKind, Relation
from generator.library.facet_kinds import FACET_KINDS, kinds_of
from generator.library.library import Library, gather
from generator.outputs.book.indexes import indexes_of
from generator.outputs.pages import pages
from generator.outputs.search.files import draw_index
from generator.outputs.search.texts import searched
from generator.outputs.site import addresses
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.site.templates import render
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/")

SCHOOL = FacetKind(
    key="school",
    label="院系",
    values=lambda case: [case.school] if case.school else [],
    counted="个院系",
    relation=Relation(9.0, "同院系", order=10),
    table=9,
    book_index="院系索引",
    panel=12,
    is_open=True,
    suggestion=9,
    home=4,
    titled="{}的案例",
)
"""A facet that the library does not have."""


@pytest.fixture(name="library")
def fixture_library(case: MakeCase) -> Library:
    """Two cases that share the new facet's term and nothing else, divided by it too."""
    one = case("a-1", school="示例学院")
    other = case("b-1", school="示例学院", task="党建联建", university="另一示例大学")
    return replace(gather([one, other]), kinds=(*FACET_KINDS, SCHOOL))


def page(library: Library, uri: str) -> str:
    """Draw a page."""
    found = next(one for one in pages(Publication(library, SETTINGS)) if one.uri == uri)
    return render(found.templates[0], root=addresses.root(uri), view=found.show().view)


def terms_file(library: Library) -> list[dict[str, object]]:
    """Give what scripts know about the facets."""
    files = draw_index(library, [searched(case) for case in library.cases])[0]
    text = files["search/terms.js"].decode()
    facets: list[dict[str, object]] = json.loads(text[text.index("[{") : text.rindex("}]") + 2])
    return facets


@each("rank", ["panel", "table", "suggestion", "home", "reason"])
def test_ranks_are_places(rank: str) -> None:
    """Where rows say in which order facets are shown, each place is taken once and none is left out."""
    taken = [
        kind.relation.order if rank == "reason" and kind.relation else getattr(kind, rank, 0) for kind in FACET_KINDS
    ]
    places = sorted(place for place in taken if place)

    assert places == list(range(1, len(places) + 1))


def test_a_new_facet_has_its_page(library: Library) -> None:
    """Its terms are listed by letter, counted in its words, and every other such page leads there."""
    listed = page(library, "school/index.html")

    assert "共1个院系。" in listed
    assert 'href="../school/shilixueyuan.html"' in listed
    assert 'href="../school/index.html"' in page(library, "keyword/index.html")


def test_a_new_facet_is_framed_by_the_host() -> None:
    """The host is asked for a page of its own."""
    assert "院系" == addresses.hosted_titles(packaged_programme(), (*FACET_KINDS, SCHOOL))["school/index.html"]


def test_a_new_facet_s_terms_have_pages(library: Library) -> None:
    """A term's page lists its cases under a title of the facet's own."""
    listed = page(library, "school/shilixueyuan.html")

    assert ">示例学院的案例</h1>" in listed
    assert "cases/a-1.html" in listed


def test_a_new_facet_is_a_way_from_home(library: Library) -> None:
    """The home page leads to its terms."""
    assert 'href="school/shilixueyuan.html"' in page(library, "index.html")


def test_a_new_facet_is_there_without_scripts(library: Library) -> None:
    """The page of search leads to its terms where scripts do not run."""
    assert 'href="school/shilixueyuan.html"' in page(library, "browse.html")


def test_a_new_facet_is_counted(library: Library) -> None:
    """The statistics have its table, and the overview shows it."""
    assert library.statistics.by_facet["school"].rows[0].count == 2
    assert "按院系统计的案例数" in page(library, "data.html")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "按院系统计的案例数；一个案例可以计入多行<"),
        ({"is_single": True}, "按院系统计的案例数<"),
        ({"counted_by": "主要{}"}, "按主要院系统计的案例数"),
        ({"count_note": "{}照出处写"}, ">院系照出处写。<"),
        ({"list_of": "个院系"}, "；列出全部1个院系<"),
        ({"chart": "shares"}, 'id="school-chart-title"'),
        ({"is_sorted_by_reader": True}, " data-sortable>\n<caption>按院系统计"),
        ({"terms_of": "task"}, '<th scope="col" class="bars__number">院系</th>'),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_a_row_says_how_its_count_is_shown(changes: dict[str, str | bool], expected: str, library: Library) -> None:
    """The overview draws a count as the facet's row says, and names no facet itself."""
    changed = replace(library, kinds=(*FACET_KINDS[:1], *FACET_KINDS[2:], replace(SCHOOL, **changes)))  # type: ignore[arg-type]

    assert expected in page(changed, "data.html")


def test_a_new_facet_relates_cases(library: Library) -> None:
    """Cases that share its term are alike, and readers are told why."""
    (found,) = library.related(library.cases[0])

    assert found.reason == "同院系：示例学院"


def test_a_new_facet_is_among_the_filters(library: Library) -> None:
    """Scripts know where it is among filters and suggestions, and that it is open at first."""
    found = terms_file(library)[-1]

    assert {"key": "school", "label": "院系", "names": ["示例学院"], "counts": [2]}.items() <= found.items()
    assert {"panel": 12, "open": True, "nested": False, "suggestion": 9}.items() <= found.items()


def test_a_new_facet_has_its_index_in_books(library: Library) -> None:
    """A book ends with an index of its terms."""
    assert "院系索引" in [index.title for index in indexes_of(library, [case.id for case in library.cases])]


def test_a_programme_says_which_filters_are_unfolded() -> None:
    """Those that its file names come first, unfolded, in its order; the others follow as they were, folded."""
    programme = replace(packaged_programme(), filters=("partner", "year"))
    placed = sorted(kinds_of(programme), key=lambda kind: kind.panel)

    assert [kind.key for kind in placed[:3]] == ["partner", "year", "task"]
    assert [kind.key for kind in placed if kind.is_open] == ["partner", "year"]
    assert [copy(kind) for kind in placed] == placed


def test_every_facet_may_be_named_among_the_filters() -> None:
    """The file of a programme may name each facet, and nothing else."""
    assert set(get_args(FilterKey)) == {kind.key for kind in FACET_KINDS}


def test_a_task_knows_the_facet_that_touches_on_it(library: Library) -> None:
    """Scripts are told whose cases touch on a task, so that a switch can add them."""
    assert [(one["key"], one["touched"]) for one in terms_file(library) if "touched" in one] == [("task", "also")]
