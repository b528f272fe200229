"""What a poster shows follows from the case or the collection, and fits whatever an editor wrote."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.case.text import em_width
from generator.library.library import gather
from generator.outputs.graphics.pattern import pattern
from generator.outputs.graphics.poster import DETAIL_PX, TEXT_PX, Poster, case_poster, posters, set_lines
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.figure import Figure
from tests.each import each

ROOT = Path(__file__).parents[1]
SETTINGS = Settings("示例案例集", "https://anliji.example/")
BOOK = {"id": "shili", "title": "示例选编", "editor": "示例大学", "date": "2026"}


FIGURE = {"what": "缺课率", "before": "34", "value": "0.6", "unit": "%", "headline": "true"}


def test_poster_of_a_case(case: Callable[..., Case]) -> None:
    """A case is shown by why it matters and its figure, on the task's colour; title and university stand below."""
    one = case(
        "kj-01",
        title="支部与示范村携手治水护渠",
        task="科技赋能",
        significance="村民自己会测水，支部走了也不停。",
        outcomes=[FIGURE],
    )

    assert case_poster(one, packaged_programme(), SETTINGS) == Poster(
        id="kj-01",
        is_collection=False,
        uri="posters/cases/kj-01.png",
        site_name="示例案例集",
        lines=("村民自己会测水，", "支部走了也不停"),
        lines_px=76,
        detail="支部与示范村携手治水护渠",
        label="示例大学 · 科技赋能",
        hue="#0b6b63",
        turns=pattern("kj-01", 72),
        figure=Figure("缺课率", "", "0.6", "%", "", earlier="34%", change="降至"),
    )


@each(
    ("values", "expected"),
    [
        pytest.param({}, (128, ("编出来的提要",), "示例案例 a", False), id="the summary's sentence"),
        pytest.param({"outcomes": [FIGURE]}, (96, ("编出来的提要",), "示例案例 a", True), id="above a figure"),
        pytest.param(
            {"outcomes": [FIGURE | {"headline": "false"}]},
            (128, ("编出来的提要",), "示例案例 a", False),
            id="a figure that nobody chose",
        ),
        pytest.param({"summary": "长" * 300}, (128, ("示例案例 a",), "示例大学", False), id="too long for large type"),
    ],
)
def test_what_leads(values: dict[str, object], expected: tuple[object, ...], case: Callable[..., Case]) -> None:
    """What leads is the sentence where large type holds it, else the title; a figure is there if an editor chose it."""
    poster = case_poster(case("a", **values), packaged_programme(), SETTINGS)

    assert expected == (poster.lines_px, poster.lines, poster.detail, poster.figure is not None)


@each(
    ("what", "expected"),
    [
        ("缺课率", ("缺课率",)),
        ("参加培训的农户和合作社社员", ("参加培训的农户和合作社社员",)),
        ("参加培训的农户、合作社社员和村干部", ("参加培训的农户、", "合作社社员和村干部")),
        ("长" * 60, ("长" * 12, "长" * 12 + "…")),
    ],
)
def test_what_a_figure_counts(what: str, expected: tuple[str, ...], case: Callable[..., Case]) -> None:
    """Beside a figure stands what it counts, in two lines at most."""
    assert expected == case_poster(case(outcomes=[FIGURE | {"what": what}]), packaged_programme(), SETTINGS).what


def test_who_has_a_poster(case: Callable[..., Case]) -> None:
    """Featured cases and collections have posters, in this order; other cases and drafts have none."""
    cases = [case("a", featured="true"), case("b"), case("c", featured="true", status="draft")]
    library = gather(
        cases,
        [
            Collection.model_validate(
                {**BOOK, "subtitle": "副题", "book": {"cover": "教育服务"}}, context={"programme": packaged_programme()}
            )
        ],
    )
    found = list(posters(Publication(library, SETTINGS)))

    assert [one.uri for one in found] == ["posters/cases/a.png", "posters/collections/shili.png"]
    assert (found[1].detail, found[1].label, found[1].hue) == ("副题", "案例集 · 示例大学 · 2个案例", "#1f5391")


def test_collection_without_cover_or_subtitle(case: Callable[..., Case]) -> None:
    """A collection that belongs to no task is red, as its book; without a subtitle that line stays empty."""
    (found,) = posters(Publication(gather([case("a")], [Collection.model_validate(BOOK)]), SETTINGS))

    assert (found.detail, found.hue) == ("", "#b4281e")


def test_no_posters_without_an_address(case: Callable[..., Case]) -> None:
    """Where the site's address is not known no page can name a poster, so there is none."""
    assert list(posters(Publication(gather([case("a", featured="true")]), Settings("示例")))) == []


@each(
    ("title", "expected"),
    [
        ("茶山支部", (128, ("茶山支部",))),
        ("公开报道中的“强国行”典型案例", (100, ("公开报道中的", "“强国行”典型案例"))),
        ("用OpenStreetMap与Sentinel-2影像服务村庄规划", (76, ("用OpenStreetMap与", "Sentinel-2影像服务村庄规划"))),
        ("W" * 40, (76, ("W" * 24, "W" * 16))),
    ],
)
def test_titles(title: str, expected: tuple[int, tuple[str, ...]]) -> None:
    """A title is as large as its lines allow, and breaks between words."""
    assert set_lines(title) == expected


@given(st.text(st.sampled_from("党建联建“”《》，。、ABC abc-2024：（）"), min_size=1, max_size=40))
def test_any_title_fits(title: str) -> None:
    """Whatever a title is, no letter is lost and its lines stay within the poster."""
    size, lines = set_lines(title)

    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", title)
    assert len(lines) <= {128: 1, 100: 2, 76: 3, 66: 4, 52: 5}[size]


def test_long_names_are_cut(case: Callable[..., Case]) -> None:
    """A name that no line holds is cut, and says so; a title is set smaller instead."""
    one = case(title="长" * 40, university="很" * 60)
    poster = case_poster(one, packaged_programme(), Settings("长" * 60, SETTINGS.url))

    assert all(
        em_width(text) * DETAIL_PX <= TEXT_PX and text.endswith("…") for text in (poster.label, poster.site_name)
    )
    assert poster.detail == "长" * 40


def test_what_belongs_to_no_task_has_the_red_of_the_book(case: Callable[..., Case]) -> None:
    """A collection without a task's cover has the book's own colour."""
    written = (ROOT / "theme/book/system.typ").read_text(encoding="utf-8")
    (found,) = posters(Publication(gather([case("a")], [Collection.model_validate(BOOK)]), SETTINGS))

    assert re.findall(r'^  red: "(#[0-9a-f]{6})"', written, re.MULTILINE) == [found.hue]
