"""Somebody who asks for a book gets the cases that he means, or is told what is wrong with what he wrote."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.case.date import PartialDate
from generator.case.model import Case, Collection, Selection
from generator.case.programme import packaged_programme
from generator.library.library import Library, gather
from generator.making.errors import UserError
from generator.making.typesetting.request import SELECTION, BookRequest, arrangement_of
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.each import each

MakeCase = Callable[..., Case]
Parts = list[tuple[str, list[str]]]

SETTINGS = Settings("示例案例集", organiser="示例组织部")
TODAY = PartialDate(2026, 11, 22)

FOUND: dict[str, tuple[BookRequest, str, Parts]] = {
    "nothing: all published cases": (
        BookRequest(),
        SELECTION,
        [("党建联建", ["dj-2", "dj-1"]), ("教育服务", ["jy-2", "jy-1"]), ("科技赋能", ["kj-1"])],
    ),
    "task": (BookRequest(task="教育服务"), SELECTION, [("教育服务", ["jy-2", "jy-1"])]),
    "task by its id": (BookRequest(task="education-services"), SELECTION, [("教育服务", ["jy-2", "jy-1"])]),
    "province": (BookRequest(province="江苏"), SELECTION, [("党建联建", ["dj-1"]), ("教育服务", ["jy-2"])]),
    "province by its full name": (
        BookRequest(province="江苏省"),
        SELECTION,
        [("党建联建", ["dj-1"]), ("教育服务", ["jy-2"])],
    ),
    "province by its short name": (
        BookRequest(province="苏"),
        SELECTION,
        [("党建联建", ["dj-1"]), ("教育服务", ["jy-2"])],
    ),
    "year": (BookRequest(year=2024), SELECTION, [("党建联建", ["dj-2"]), ("教育服务", ["jy-2"])]),
    "task, province and year": (
        BookRequest(task="教育服务", province="江苏", year=2024),
        SELECTION,
        [("教育服务", ["jy-2"])],
    ),
    "cases, by their tasks, as listed": (
        BookRequest(cases=("kj-1", "jy-1", "jy-2")),
        SELECTION,
        [("教育服务", ["jy-1", "jy-2"]), ("科技赋能", ["kj-1"])],
    ),
    "cases and a task": (BookRequest(task="教育服务", cases=("kj-1", "jy-1")), SELECTION, [("教育服务", ["jy-1"])]),
    "cases and a year": (BookRequest(year=2024, cases=("jy-1", "jy-2")), SELECTION, [("教育服务", ["jy-2"])]),
    "collection": (
        BookRequest(collection="shili"),
        "shili",
        [("甲", ["kj-1", "dj-1"]), ("乙", ["jy-2", "jy-1"])],
    ),
    "collection and task": (BookRequest(collection="shili", task="教育服务"), "shili", [("乙", ["jy-2", "jy-1"])]),
    "collection and province": (
        BookRequest(collection="shili", province="江苏"),
        "shili",
        [("甲", ["dj-1"]), ("乙", ["jy-2"])],
    ),
    "collection and year": (BookRequest(collection="shili", year=2024), "shili", [("乙", ["jy-2"])]),
    "collection and cases": (
        BookRequest(collection="shili", cases=("jy-1", "dj-1", "dj-2")),
        "shili",
        [("甲", ["dj-1"]), ("乙", ["jy-1"])],
    ),
}

TASKS_LISTED = "可用：党建联建、教育服务、科技赋能、实践育人。"
FEWER = "建议：少写一个条件再试；各条件有多少案例，见网站的数据概览。"

ERRORS: dict[str, tuple[BookRequest, str]] = {
    "task, nearly": (BookRequest(task="科技赋"), f"--task 写的“科技赋”不是任务类型。是不是“科技赋能”？{TASKS_LISTED}"),
    "task": (BookRequest(task="某某"), f"--task 写的“某某”不是任务类型。{TASKS_LISTED}"),
    "province, nearly": (BookRequest(province="江苏地区"), "--province 写的“江苏地区”不是省份。是不是“江苏”？"),
    "province": (BookRequest(province="某某"), "--province 写的“某某”不是省份。"),
    "case, nearly": (BookRequest(cases=("jy-1", "jy-11")), "--case 写的“jy-11”不是已发布案例的编号。是不是 jy-1？"),
    "case": (
        BookRequest(cases=("q",)),
        "--case 写的“q”不是已发布案例的编号。编号是 cases 里文件夹的名字。",
    ),
    "draft": (
        BookRequest(cases=("weifabiao",)),
        "--case 写的“weifabiao”不是已发布案例的编号。编号是 cases 里文件夹的名字。",
    ),
    "case beside a collection": (
        BookRequest(collection="shili", cases=("q",)),
        "--case 写的“q”不是已发布案例的编号。编号是 cases 里文件夹的名字。",
    ),
    "collection, nearly": (
        BookRequest(collection="shilii"),
        "没有“shilii”这个案例集。是不是 shili？编号是 content/collections 里的文件名，不含 .yml。",
    ),
    "collection": (
        BookRequest(collection="q"),
        "没有“q”这个案例集。可用：shili、kong。编号是 content/collections 里的文件名，不含 .yml。",
    ),
    "nothing meets one condition": (
        BookRequest(task="实践育人"),
        f"没有一个已发布的案例同时符合：--task 实践育人。\n{FEWER}",
    ),
    "nothing meets all conditions": (
        BookRequest(collection="shili", task="教育服务", province="苏", year=1999, cases=("jy-1", "dj-1")),
        (
            "没有一个已发布的案例同时符合：案例集 shili，--task 教育服务，--province 苏，--year 1999，"
            f"--case jy-1，--case dj-1。\n{FEWER}"
        ),
    ),
    "a case that the collection does not hold": (
        BookRequest(collection="shili", cases=("dj-2",)),
        f"没有一个已发布的案例同时符合：案例集 shili，--case dj-2。\n{FEWER}",
    ),
    "an empty collection": (
        BookRequest(collection="kong"),
        "案例集 kong 没有已发布的案例，没有生成汇编。\n建议：在它的 sections 里列出已发布案例的编号。",
    ),
}


def collection_of(collection_id: str, **values: Any) -> Collection:
    """Make an invented collection."""
    least = {"title": "示例集", "editor": "示例编写组", "date": "2025-06"}
    return Collection.model_validate(
        {"id": collection_id, **least, **values}, context={"programme": packaged_programme()}
    )


@pytest.fixture(scope="module")
def library(case: MakeCase) -> Library:
    """Give five published cases and a draft, one collection of four, and one of none."""
    return gather(
        [
            case("dj-1", task="党建联建", province="江苏", period={"start": "2022"}),
            case("dj-2", task="党建联建", period={"start": "2024"}),
            case("jy-1", period={"start": "2023"}),
            case("jy-2", province="江苏", period={"start": "2024"}),
            case("kj-1", task="科技赋能"),
            case("weifabiao", status="draft"),
        ],
        [
            collection_of(
                "shili",
                foreword="示例的前言。",
                sections=[
                    {"title": "甲", "cases": ["kj-1", "dj-1"]},
                    {"title": "乙", "select": {"task": "教育服务"}},
                ],
            ),
            collection_of("kong", date="2024", sections=[{"title": "甲", "cases": ["weifabiao"]}]),
        ],
    )


@each("name", FOUND)
def test_found(name: str, library: Library) -> None:
    """The cases that meet all that was asked for stand in the collection's order, or by task, newest first."""
    asked, collection_id, expected = FOUND[name]

    arrangement = arrangement_of(Publication(library, SETTINGS), asked, TODAY)

    assert collection_id == arrangement.collection.id
    assert expected == [(part.title, [case.id for case in part.cases]) for part in arrangement.parts]


@each("name", ERRORS)
def test_error(name: str, library: Library) -> None:
    """What cannot be found is told in one sentence, with what was probably meant or what there is."""
    asked, expected = ERRORS[name]

    with pytest.raises(UserError) as told:
        arrangement_of(Publication(library, SETTINGS), asked, TODAY)

    assert expected == str(told.value)


def test_error_of_an_empty_library() -> None:
    """Where nothing is published yet, no book is made."""
    with pytest.raises(UserError) as told:
        arrangement_of(Publication(gather([]), SETTINGS), BookRequest(), TODAY)

    assert "案例库里还没有已发布的案例，没有生成汇编。\n建议：审核通过后，把记录的 status 改成 published。" == str(
        told.value
    )


def test_error_of_a_library_without_collections(case: MakeCase) -> None:
    """Where there is no collection, none is offered."""
    with pytest.raises(UserError) as told:
        arrangement_of(Publication(gather([case()]), SETTINGS), BookRequest(collection="shili"), TODAY)

    assert "没有“shili”这个案例集。可用：（还没有案例集）。编号是 content/collections 里的文件名，不含 .yml。" == str(
        told.value
    )


def test_collection_of_all_cases(library: Library) -> None:
    """A book that is no collection is titled, dated today, and edited by the site's organiser."""
    collection = arrangement_of(Publication(library, SETTINGS), BookRequest(), TODAY).collection

    assert Collection(id=SELECTION, title="典型案例汇编", editor="示例组织部", date="2026-11-22") == collection


def test_editor_without_an_organiser(library: Library) -> None:
    """Where the site names no organiser, the site itself is the editor."""
    assert (
        "示例案例集"
        == arrangement_of(Publication(library, Settings("示例案例集")), BookRequest(), TODAY).collection.editor
    )


@each(
    ("asked", "expected"),
    [
        (BookRequest(), None),
        (BookRequest(task="教育服务"), "教育服务"),
        (BookRequest(province="江苏"), "江苏"),
        (BookRequest(year=2024), "2024年"),
        (BookRequest(task="教育服务", province="江苏", year=2024), "教育服务 · 江苏 · 2024年"),
        (BookRequest(task="education-services", province="江苏省"), "教育服务 · 江苏"),
        (BookRequest(cases=("jy-1",)), None),
    ],
    ids=["nothing", "task", "province", "year", "all", "other spellings", "cases"],
)
def test_subtitle(asked: BookRequest, expected: str | None, library: Library) -> None:
    """The subtitle tells the conditions, by the names that readers know, however they were written."""
    assert expected == arrangement_of(Publication(library, SETTINGS), asked, TODAY).collection.subtitle


def test_conditions_are_kept(library: Library) -> None:
    """The arrangement holds the conditions, so that the book can tell how its cases were chosen."""
    found = arrangement_of(
        Publication(library, SETTINGS), BookRequest(task="教育服务", province="江苏省", year=2024), TODAY
    )

    assert Selection.model_construct(task="教育服务", province="江苏", year=2024) == found.narrowed_by


def test_named_cases_are_no_condition(library: Library) -> None:
    """Cases that were named are picked by the editor, so the conditions are empty; a whole book has none at all."""
    named = arrangement_of(Publication(library, SETTINGS), BookRequest(cases=("jy-1",)), TODAY)
    whole = arrangement_of(Publication(library, SETTINGS), BookRequest(), TODAY)

    assert (Selection(), None) == (named.narrowed_by, whole.narrowed_by)


def test_words_about_the_whole_are_not_said_of_a_part(library: Library) -> None:
    """Subtitle and foreword were written for a whole collection; a part of it tells its conditions instead."""
    collection = arrangement_of(
        Publication(library, SETTINGS), BookRequest(collection="shili", task="教育服务"), TODAY
    ).collection

    assert ("教育服务", None, None) == (collection.subtitle, collection.foreword, collection.afterword)


@pytest.mark.parametrize("collection", ["", "shili"], ids=["selection", "collection"])
def test_title(collection: str, library: Library) -> None:
    """A title that is asked for takes the place of the book's own; everything else stays."""
    plain = arrangement_of(Publication(library, SETTINGS), BookRequest(collection=collection), TODAY)

    titled = arrangement_of(
        Publication(library, SETTINGS), BookRequest(collection=collection, title="示例的题名"), TODAY
    )

    assert plain.collection.model_copy(update={"title": "示例的题名"}) == titled.collection
    assert plain.parts == titled.parts


@each(
    ("asked", "expected"),
    [
        (BookRequest(), False),
        (BookRequest(collection="shili", title="示例"), False),
        (BookRequest(task="教育服务"), True),
        (BookRequest(province="江苏"), True),
        (BookRequest(year=2024), True),
        (BookRequest(cases=("jy-1",)), True),
    ],
    ids=["nothing", "collection and title", "task", "province", "year", "cases"],
)
def test_has_conditions(asked: BookRequest, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A collection and a title pick out nothing; everything else does."""
    assert expected == asked.has_conditions
