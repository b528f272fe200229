"""A collection becomes a book: every case once, in its part, counted through, in as few volumes as can be bound."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.model import SECTIONS, Case, Collection
from generator.case.programme import packaged_programme
from generator.library.arrangement import arrange
from generator.library.library import Library, gather
from generator.outputs.book.book import PAGE_WEIGHT, TILES, volumes_of
from generator.outputs.book.indexes import indexes_of
from generator.outputs.book.notes import notes_of, record_of
from generator.outputs.book.typeset_text import MARK
from generator.outputs.book.volume import Hue, Origin, Volume
from generator.outputs.graphics.pattern import pattern
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import SIZES, Format
from generator.outputs.views.totals import Total
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/")
UNSOURCED: dict[str, Any] = {"sources": [], "permission": {"granted_by": "示例大学", "granted_on": "2025"}}

HUES: dict[str, tuple[list[dict[str, Any]], list[tuple[str, str]]]] = {
    "tasks": (
        [],
        [
            ("joint-party-building", packaged_programme().task("党建联建").definition),
            ("education-services", packaged_programme().task("教育服务").definition),
        ],
    ),
    "a task's name, whatever it holds": (
        [{"title": "科技赋能", "cases": ["dj-1", "jy-1"]}],
        [("technology-empowerment", packaged_programme().task("科技赋能").definition)],
    ),
    "another name, one task": ([{"title": "甲", "cases": ["jy-1", "jy-2"]}], [("education-services", "")]),
    "another name, several tasks": ([{"title": "甲", "cases": ["dj-1", "jy-1"]}], [("", "")]),
}

TAILS: dict[str, tuple[dict[str, Any], int, int]] = {
    "neither": (UNSOURCED, 0, 0),
    "sources": ({}, 0, 10),
    "indexes": (UNSOURCED, 5, 10),
    "both": ({}, 5, 20),
}
"""What each of 110 cases says, how many keywords it has, and the pages that these take at the end."""


def collection_of(**values: Any) -> Collection:
    """Make an invented collection."""
    least = {"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026-11"}
    return Collection.model_validate({**least, **values}, context={"programme": packaged_programme()})


def book(library: Library, form: Format | None = None, longest: int | None = None, **values: Any) -> tuple[Volume, ...]:
    """Make the book of an invented collection."""
    arrangement = arrange(collection_of(**values), library.cases, library.by_id, library.programme)
    form = form or Format()
    if longest is None:
        return volumes_of(Publication(library, SETTINGS), arrangement, form)
    return volumes_of(Publication(library, SETTINGS), arrangement, form, longest=longest)


def contents(volumes: Sequence[Volume]) -> list[list[tuple[str, list[str]]]]:
    """Give the contents of volumes: their parts by name, and the ids of the cases in them."""
    return [[(part.name, [entry.id for entry in part.entries]) for part in volume.parts] for volume in volumes]


@pytest.fixture(scope="module")
def library(case: MakeCase) -> Library:
    """Give three cases of two tasks."""
    return gather(
        [
            case(
                "dj-1",
                task="党建联建",
                province="江苏",
                period={"start": "2020"},
                forms=["专题党课讲授"],
                keywords=["甲", "乙"],
            ),
            case("jy-1", province="江苏", period={"start": "2024"}, forms=["专题讲座", "科普活动"], keywords=["乙"]),
            case("jy-2", university="编造大学", province="甘肃", forms=["科普活动"]),
        ]
    )


@pytest.fixture(scope="module")
def long_library(case: MakeCase) -> Library:
    """Give seven equally long cases of two tasks, ten pages each."""
    return gather(
        [
            *(case(f"dj-{at}", task="党建联建", background="示" * 10_000) for at in range(1, 4)),
            *(case(f"jy-{at}", background="示" * 10_000) for at in range(1, 5)),
        ]
    )


def test_no_cases() -> None:
    """A collection without cases is no book."""
    assert () == book(gather([]))
    assert () == book(gather([]), sections=[{"title": "甲", "cases": ["no-1"]}])


def test_whole_book(library: Library) -> None:
    """A book of one volume has everything: it opens and closes, and is no first volume of several."""
    form = Format(size="b5", variant="print", bleed=True)
    collection = collection_of(
        subtitle="示例副题",
        foreword="# 示例\n\n示例的**前言**。",
        afterword="示例的后记。",
        book={"cover": "科技赋能"},
    )
    arrangement = arrange(collection, library.cases, library.by_id, library.programme)

    (volume,) = volumes_of(Publication(library, SETTINGS), arrangement, form)

    assert (
        Volume(
            id="shili",
            title="示例汇编",
            lines=("示例汇编",),
            subtitle="示例副题",
            subtitle_lines=("示例副题",),
            editor="示例编写组",
            editor_lines=("示例编写组　编",),
            date="2026年11月",
            day=(2026, 11, 1),
            keywords=("乙", "甲"),
            size="b5",
            variant="print",
            bleed=True,
            hue="technology-empowerment",
            colour="red",
            hues={task.id: Hue(task.hue.light, task.tint.light) for task in packaged_programme().tasks},
            pattern=pattern("shili", TILES),
            ordinal="",
            opens=True,
            closes=True,
            foreword=[
                {"kind": "heading", "level": 2, "children": ["示例"]},
                {"kind": "paragraph", "children": ["示例的", {"kind": "strong", "children": ["前言"]}, "。"]},
            ],
            notes=volume.notes,
            record=record_of(collection, library.statistics, form, ""),
            parts=volume.parts,
            indexes=indexes_of(library, ["dj-1", "jy-1", "jy-2"]),
            origins=tuple(
                Origin(entry.id, entry.number, entry.title, entry.sources)
                for part in volume.parts
                for entry in part.entries
            ),
            afterword=[{"kind": "paragraph", "children": ["示例的后记。"]}],
            first_page=1,
            places={},
            fonts={},
        )
        == volume
    )
    assert notes_of(arrangement, library.statistics, SETTINGS) == tuple(note.replace(MARK, "") for note in volume.notes)


def test_book_that_says_no_more_than_it_must(library: Library) -> None:
    """Without subtitle, foreword, afterword and colour, these stay empty."""
    (volume,) = book(library, date="2026")

    assert ("", (), [], [], "", "2026年", (2026, 1, 1)) == (
        volume.subtitle,
        volume.subtitle_lines,
        volume.foreword,
        volume.afterword,
        volume.hue,
        volume.date,
        volume.day,
    )
    assert ("16k", "screen", False) == (volume.size, volume.variant, volume.bleed)


def test_parts_by_task(library: Library) -> None:
    """A collection without sections has the four tasks as its parts; a task without cases is no part."""
    (volume,) = book(library)

    assert [[("第一部分　党建联建", ["dj-1"]), ("第二部分　教育服务", ["jy-1", "jy-2"])]] == contents([volume])
    assert ["dj-1", "jy-1", "jy-2"] == [entry.id for entry in volume.entries]


def test_part_tells_of_its_cases(library: Library) -> None:
    """The page that opens a part counts its own cases, not those of the book; what is used most stands first."""
    part = book(library)[0].parts[1]

    assert ("教育服务", "第二部分", "第二部分　教育服务", False) == (
        part.title,
        part.number,
        part.name,
        part.is_continued,
    )
    assert (
        Total("2", "个", "案例"),
        Total("2", "所", "学校"),
        Total("2", "个", "省级行政区"),
        Total("2024", "年", "起止年份"),
    ) == part.totals


def test_long_title_of_a_part(library: Library) -> None:
    """A part's long title stands in lines on its page, whole in the contents, and shortened in the running head."""
    title = "示例师生十年守护一渠清水，" * 3
    sections = [{"title": title, "cases": ["dj-1"]}, {"title": "乙", "cases": ["jy-1"]}]

    long, short = book(library, sections=sections)[0].parts

    assert (f"第一部分　{title}", f"第一部分　{title[:30]}…", title) == (long.name, long.head, "".join(long.lines))
    assert len(long.lines) > 3
    assert ("第二部分　乙", "第二部分　乙", ("乙",)) == (short.name, short.head, short.lines)


@each("name", HUES)
def test_hues(name: str, library: Library) -> None:
    """A part has the colour of the task that it is named for, or of the only one it holds; a task is explained."""
    sections, expected = HUES[name]

    (volume,) = book(library, sections=sections)

    assert expected == [(part.hue, part.definition) for part in volume.parts]


def test_case_that_several_parts_list(library: Library) -> None:
    """A case is set once, where it stands first; a part that has nothing else is left out."""
    sections = [
        {"title": "甲", "cases": ["jy-1"]},
        {"title": "乙", "cases": ["jy-1"]},
        {"title": "丙", "select": {"task": "教育服务"}},
    ]

    (volume,) = book(library, sections=sections)

    assert [[("第一部分　甲", ["jy-1"]), ("第二部分　丙", ["jy-2"])]] == contents([volume])
    assert [1, 2] == [entry.number for entry in volume.entries]
    assert ["jy-1", "jy-2"] == [origin.id for origin in volume.origins]
    assert volume.notes[0].startswith("本汇编收入案例2个，")
    assert volume.notes[1].startswith("全书分“甲”“丙”两个部分。")


def test_case_that_one_part_lists_twice(library: Library) -> None:
    """A case that a part names twice, as `--case jy-1 --case jy-1` does, is set once as well."""
    (volume,) = book(library, sections=[{"title": "甲", "cases": ["jy-1", "dj-1", "jy-1"]}])

    assert [[("第一部分　甲", ["jy-1", "dj-1"])]] == contents([volume])
    assert volume.notes[0].startswith("本汇编收入案例2个，")


def test_numbers_go_on_through_parts(library: Library) -> None:
    """Cases are counted through the whole book, from 1, in the order of its contents."""
    (volume,) = book(library, sections=[{"title": "甲", "cases": ["jy-2", "dj-1"]}, {"title": "乙", "cases": ["jy-1"]}])

    assert [(1, "jy-2"), (2, "dj-1"), (3, "jy-1")] == [(entry.number, entry.id) for entry in volume.entries]


def test_origins(case: MakeCase) -> None:
    """The sources of all cases stand together; a case without sources is not among them."""
    permission = {"granted_by": "示例大学", "granted_on": "2025"}
    library = gather([case("a-1"), case("b-1", sources=[], permission=permission)])

    (volume,) = book(library)

    assert [("a-1", 1)] == [(origin.id, origin.number) for origin in volume.origins]
    assert volume.entries[0].sources == volume.origins[0].sources


def test_keywords(case: MakeCase) -> None:
    """The twelve keywords that most cases have are the book's own."""
    words = [f"词{at:02}" for at in range(15)]
    library = gather([case("a-1", keywords=words[:10]), case("b-1", keywords=["词14", *words[10:]])])

    (volume,) = book(library, sections=[{"title": "甲", "select": {}}])

    assert tuple(words[:12]) == volume.keywords


def test_drafts(case: MakeCase) -> None:
    """A preview of drafts is a book like any other."""
    library = gather([case("a-1", status="draft")], drafts=True)

    assert [[("第一部分　教育服务", ["a-1"])]] == contents(book(library))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("示例汇编", ("示例汇编",)),
        ("党建联建一条渠，示例师生十年守护", ("党建联建一条渠，", "示例师生十年守护")),
    ],
    ids=["short", "long"],
)
def test_title_on_the_cover(title: str, expected: tuple[str, ...], library: Library) -> None:
    """A long title stands in several lines on the cover, and whole everywhere else."""
    (volume,) = book(library, title=title)

    assert (title, expected) == (volume.title, volume.lines)


def test_book_that_is_not_divided(long_library: Library) -> None:
    """A book that can be bound in one is not divided, and its only volume has no number."""
    (volume,) = book(long_library)

    assert ("", True, True) == (volume.ordinal, volume.opens, volume.closes)


def test_two_volumes(long_library: Library) -> None:
    """A longer book is divided nearly in halves, the first the longer; a part that goes on is marked so."""
    volumes = book(long_library, longest=40)

    assert [
        [("第一部分　党建联建", ["dj-1", "dj-2", "dj-3"]), ("第二部分　教育服务", ["jy-1"])],
        [("第二部分　教育服务（续）", ["jy-2", "jy-3", "jy-4"])],
    ] == contents(volumes)
    assert [("第一册", True, False), ("第二册", False, True)] == [
        (volume.ordinal, volume.opens, volume.closes) for volume in volumes
    ]
    assert [[False, False], [True]] == [[part.is_continued for part in volume.parts] for volume in volumes]


def test_three_volumes(long_library: Library) -> None:
    """A part that begins with a volume is whole there; only the first volume opens, only the last one closes."""
    volumes = book(long_library, longest=25)

    assert [
        [("第一部分　党建联建", ["dj-1", "dj-2", "dj-3"])],
        [("第二部分　教育服务", ["jy-1", "jy-2"])],
        [("第二部分　教育服务（续）", ["jy-3", "jy-4"])],
    ] == contents(volumes)
    assert [("第一册", True, False), ("第二册", False, False), ("第三册", False, True)] == [
        (volume.ordinal, volume.opens, volume.closes) for volume in volumes
    ]


def test_part_in_three_volumes(case: MakeCase) -> None:
    """A part that goes on twice is marked the same both times."""
    library = gather([case(f"x-{at}", background="示" * 10_000) for at in range(1, 6)])

    assert [
        [("第一部分　教育服务", ["x-1", "x-2"])],
        [("第一部分　教育服务（续）", ["x-3", "x-4"])],
        [("第一部分　教育服务（续）", ["x-5"])],
    ] == contents(book(library, longest=20))


@each("name", TAILS)
def test_end_of_the_last_volume(name: str, case: MakeCase) -> None:
    """What follows the cases in the last volume counts: it has as much less of them as indexes and sources take."""
    values, keywords, pages = TAILS[name]
    library = gather(
        [case(f"x-{at:03}", **values, keywords=[f"词{at:03}{place}" for place in range(keywords)]) for at in range(110)]
    )

    first, last = ([entry.weight for entry in volume.entries] for volume in book(library, longest=70))

    # A page more for the index of schools.
    less = (pages + 1) * PAGE_WEIGHT["16k"]
    assert pages * PAGE_WEIGHT["16k"] <= sum(first) - sum(last) <= less + 2 * max(first)


def test_what_volumes_share(long_library: Library) -> None:
    """Volumes tell of the whole book, each in its own version record; a part's numbers are those of the whole part."""
    form = Format(variant="print")
    (whole,) = book(long_library, form)
    volumes = book(long_library, form, longest=40)

    for volume in volumes:
        assert (whole.notes, whole.indexes, whole.origins, whole.pattern, whole.keywords) == (
            volume.notes,
            volume.indexes,
            volume.origins,
            volume.pattern,
            volume.keywords,
        )
        assert f"示例汇编 {volume.ordinal}" == volume.record[0].text
        assert whole.record[1:] == volume.record[1:]
    assert whole.parts[1].totals == volumes[0].parts[1].totals == volumes[1].parts[0].totals
    assert whole.entries == volumes[0].entries + volumes[1].entries


def test_very_long_book(case: MakeCase) -> None:
    """Without being told so, a book of more than 1,400 pages is divided, a little sooner on small paper."""
    long = dict.fromkeys(SECTIONS, "示" * 19_900)
    library = gather([case(f"x-{at:02}", **long) for at in range(18)])

    counts = {size: len(book(library, Format(size=size))) for size in SIZES}

    assert {"16k": 1, "a4": 1, "b5": 2} == counts
    assert sum(entry.weight for entry in book(library)[0].entries) < 1400 * PAGE_WEIGHT["16k"]


@given(st.lists(st.lists(st.integers(1, 9000), min_size=1, max_size=6), min_size=1, max_size=4), st.integers(3, 40))
def test_any_book_is_divided_well(case: MakeCase, sizes: list[list[int]], longest: int) -> None:
    """However long its cases, a book has each of them once and in order, and no volume without cases.

    No volume is longer than it may be by more than its last case.
    """
    cases = [
        [case(f"x-{at}-{place}", background="示" * size) for place, size in enumerate(part)]
        for at, part in enumerate(sizes)
    ]
    sections = [{"title": f"第{at}", "cases": [one.id for one in part]} for at, part in enumerate(cases)]

    volumes = book(gather([one for part in cases for one in part]), longest=longest, sections=sections)

    entries = [entry for volume in volumes for entry in volume.entries]
    assert [one.id for part in cases for one in part] == [entry.id for entry in entries]
    assert list(range(1, len(entries) + 1)) == [entry.number for entry in entries]
    assert [True] + [False] * (len(volumes) - 1) == [volume.opens for volume in volumes]
    assert [False] * (len(volumes) - 1) + [True] == [volume.closes for volume in volumes]
    assert [] == [part for volume in volumes for part in volume.parts if not part.entries]
    for before, after in pairwise(volumes):
        goes_on = before.parts[-1].title == after.parts[0].title
        assert [goes_on] + [False] * (len(after.parts) - 1) == [part.is_continued for part in after.parts]
    for part in (part for volume in volumes for part in volume.parts):
        assert f"{part.number}　{part.title}{'（续）' * part.is_continued}" == part.name == part.head
    for volume in volumes:
        *all_but_last, _ = [entry.weight for entry in volume.entries]
        assert sum(all_but_last) <= longest * PAGE_WEIGHT["16k"]
