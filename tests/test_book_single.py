"""A case's own PDF shows the book's pages with the book's numbers; templates read all of it as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.library.arrangement import Arrangement, arrange
from generator.library.library import gather
from generator.outputs.book.book import volumes_of
from generator.outputs.book.case_facts import Row
from generator.outputs.book.picture_rows import Picture
from generator.outputs.book.single import Single, singles_of
from generator.outputs.book.typeset_text import MARK
from generator.outputs.book.volume import Fact, Volume, to_json
from generator.outputs.site.edition import PageLocation
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import Format
from generator.reading.documents import parse_document
from tests.each import each

MakeCase = Callable[..., Case]

RECORD = Path(__file__).parent / "fixtures/showcase/cases/quan-zi-duan/case.yml"
SETTINGS = Settings("示例案例集", "https://anliji.example/")
PRINT = Format(size="b5", variant="print", bleed=True)
STANDS = {"dj-1": PageLocation(page=3, last_page=3, sheet=9), "jy-1": PageLocation(page=5, last_page=8, sheet=11)}

JSON: dict[str, tuple[Any, str]] = {
    "text": ("示例“大学”\n\\", '"示例“大学”\\n\\\\"'),
    "a mark": (MARK, f'"{MARK}"'),
    "code stays text": ('#import "x" $a$ @b <c>', '"#import \\"x\\" $a$ @b <c>"'),
    "data": (Fact("书名", "示例汇编"), '{"label":"书名","text":"示例汇编"}'),
    "rows": ((Row("甲", "乙"), Row("丙", "丁")), '[{"label":"甲","text":"乙"},{"label":"丙","text":"丁"}]'),
    "data in data": (
        [{"kind": "photo", "photo": Picture("a.jpg", "甲", "乙", "")}],
        '[{"kind":"photo","photo":{"file":"a.jpg","alt":"甲","caption":"乙","credit":""}}]',
    ),
    "nothing": (None, "null"),
    "plain": ({"a": [1, True, ""]}, '{"a":[1,true,""]}'),
}


def arranged(*cases: Case, **values: Any) -> tuple[Volume, Arrangement]:
    """Make the only volume of an invented collection that holds these cases."""
    least = {"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026-11"}
    library = gather(cases)
    arrangement = arrange(
        Collection.model_validate({**least, **values}, context={"programme": packaged_programme()}),
        library.cases,
        library.by_id,
        library.programme,
    )
    (volume,) = volumes_of(Publication(library, SETTINGS), arrangement, PRINT)
    return volume, arrangement


def test_singles(case: MakeCase) -> None:
    """Each case has a PDF for screens, with the book's paper, names and colour, and the pages where it is."""
    cases = case("dj-1", task="党建联建"), case("jy-1", title="把实验课开进村小")
    volume, arrangement = arranged(*cases, subtitle="示例副题", book={"cover": "科技赋能"})
    volume.fonts["text"] = ["示例宋体"]

    singles = singles_of(volume, arrangement, STANDS)

    assert ["dj-1", "jy-1"] == list(singles)
    assert (
        Single(
            title="示例汇编",
            ordinal="",
            subtitle="示例副题",
            editor="示例编写组",
            date="2026年11月",
            day=(2026, 11, 1),
            size="b5",
            variant="screen",
            bleed=False,
            hue="technology-empowerment",
            colour="red",
            hues=volume.hues,
            fonts={"text": ["示例宋体"]},
            chapter="第二部分　教育服务",
            entry=volume.entries[1],
            first_page=5,
            pages="5—8",
            citation="示例大学示例党支部. 把实验课开进村小[G]//示例编写组. 示例汇编: 示例副题. 2026: 5-8.",
        )
        == singles["jy-1"]
    )


def test_single_of_one_page(case: MakeCase) -> None:
    """A case that ends on its first page has one page number."""
    volume, arrangement = arranged(case("dj-1"))

    single = singles_of(volume, arrangement, STANDS)["dj-1"]

    assert ("第一部分　教育服务", 3, "3") == (single.chapter, single.first_page, single.pages)
    assert "示例大学示例党支部. 示例案例 dj-1[G]//示例编写组. 示例汇编. 2026: 3." == single.citation


def test_citation_may_break(case: MakeCase) -> None:
    """A long word in a citation may break like everywhere else."""
    volume, arrangement = arranged(case("dj-1", title="a" * 24))

    citation = singles_of(volume, arrangement, STANDS)["dj-1"].citation

    assert "示例大学示例党支部. ¦aaaaaaaaaaaa¦¦aaaaaaaaaaaa¦¦[G]//¦示例编写组. 示例汇编. 2026: 3." == citation.replace(
        MARK, "¦"
    )


def test_singles_of_a_volume(case: MakeCase) -> None:
    """Of a book in volumes, each volume's cases have the volume's number, and a part that goes on its name there."""
    library = gather([case(f"x-{at}", background="示" * 10_000) for at in range(1, 4)])
    collection = Collection.model_validate({"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026"})
    arrangement = arrange(collection, library.cases, library.by_id, library.programme)
    locations = {
        "x-1": PageLocation(1, 10, 7),
        "x-2": PageLocation(11, 20, 17),
        "x-3": PageLocation(21, 30, 7, volume=1),
    }

    volumes = volumes_of(Publication(library, SETTINGS), arrangement, PRINT, longest=20)

    assert [
        {"x-1": ("第一册", "第一部分　教育服务", "1—10"), "x-2": ("第一册", "第一部分　教育服务", "11—20")},
        {"x-3": ("第二册", "第一部分　教育服务（续）", "21—30")},
    ] == [
        {
            id: (single.ordinal, single.chapter, single.pages)
            for id, single in singles_of(one, arrangement, locations).items()
        }
        for one in volumes
    ]


@each("name", JSON)
def test_to_json(name: str) -> None:
    """Templates read compact JSON; what an editor wrote stays text, whatever stands in it."""
    value, expected = JSON[name]

    assert expected == to_json(value)


def test_json_of_a_volume() -> None:
    """A volume with a case that fills in every field is written whole, and so is the case's own PDF."""
    full = Case.model_validate(
        {"id": "quan-zi-duan", **parse_document("case.yml", RECORD.read_bytes()).value},
        context={"programme": packaged_programme()},
    )
    volume, arrangement = arranged(full)
    single = singles_of(volume, arrangement, {full.id: PageLocation(1, 5, 5)})[full.id]

    read = json.loads(to_json(volume))

    assert set(Volume.__dataclass_fields__) == set(read)
    assert read["parts"][0]["entries"][0] == json.loads(to_json(single))["entry"]
    assert full.title == read["parts"][0]["entries"][0]["title"]
    assert to_json(read) == to_json(volume)


@each("value", [object(), {1, 2}, Fact, Path("a")], ids=["object", "set", "class", "path"])
def test_what_is_no_data(value: Any) -> None:
    """What templates cannot read is an error of ours, told at once."""
    with pytest.raises(TypeError):
        to_json([value])
