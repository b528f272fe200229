"""Sources and cases are cited in the form of GB/T 7714, with nothing in them that the records do not hold."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case, Collection, Source
from generator.library.arrangement import Arrangement, Part
from generator.outputs.book.reference import cite_case, cite_source
from tests.each import each

MakeCase = Callable[..., Case]

URL = "https://www.example.com/2024/1203/jiance.html"

SOURCES: dict[str, tuple[dict[str, Any], str]] = {
    "a web page": (
        {"title": "示例大学把监测站建到渠口", "publisher": "示例新闻网", "url": URL, "date": "2024-12-03"},
        "示例新闻网. 示例大学把监测站建到渠口[EB/OL]. (2024-12-03).",
    ),
    "a web page of a month": (
        {"title": "示例报道", "publisher": "示例新闻网", "url": URL, "date": "2024-12"},
        "示例新闻网. 示例报道[EB/OL]. (2024-12).",
    ),
    "a web page without a date": (
        {"title": "示例报道", "publisher": "示例新闻网", "url": URL},
        "示例新闻网. 示例报道[EB/OL].",
    ),
    "a web page without a publisher": (
        {"title": "示例报道", "url": URL, "date": "2024"},
        "示例报道[EB/OL]. (2024).",
    ),
    "a title and an address": ({"title": "示例报道", "url": URL}, "示例报道[EB/OL]."),
    "a paper": (
        {"title": "《示例水利志》", "publisher": "示例出版社", "date": "2024"},
        "《示例水利志》[Z]. 示例出版社, 2024.",
    ),
    "a paper of a day": ({"title": "示例报道", "date": "2024-12-03"}, "示例报道[Z]. 2024-12-03."),
    "a paper without a date": ({"title": "示例报道", "publisher": "示例日报"}, "示例报道[Z]. 示例日报."),
    "a title alone": ({"title": "示例报道"}, "示例报道[Z]."),
}

CASES: dict[str, tuple[dict[str, str], str, str]] = {
    "a branch": (
        {"branch": "物理学院教师第一党支部"},
        "12",
        "示例大学物理学院教师第一党支部. 把实验课开进村小[G]//示例编写组. 示例汇编: 副题名. 2026: 12.",
    ),
    "some pages": (
        {"branch": "示例党支部"},
        "12-14",
        "示例大学示例党支部. 把实验课开进村小[G]//示例编写组. 示例汇编: 副题名. 2026: 12-14.",
    ),
    "a branch that names its university": (
        {"branch": "示例大学物理学院党支部"},
        "1",
        "示例大学物理学院党支部. 把实验课开进村小[G]//示例编写组. 示例汇编: 副题名. 2026: 1.",
    ),
    "the university itself": (
        {"branch": "示例大学"},
        "1",
        "示例大学. 把实验课开进村小[G]//示例编写组. 示例汇编: 副题名. 2026: 1.",
    ),
    "a school is not told": (
        {"school": "物理学院", "branch": "示例党支部"},
        "1",
        "示例大学示例党支部. 把实验课开进村小[G]//示例编写组. 示例汇编: 副题名. 2026: 1.",
    ),
}


@each("name", SOURCES)
def test_cite_source(name: str) -> None:
    """A source has its carrier and, as far as they are known, its publisher and date; never its address.

    The publisher of a web page stands before the title; that of anything else stands behind it, with the date.
    """
    values, expected = SOURCES[name]

    assert expected == cite_source(Source.model_validate(values))


@each("name", CASES)
def test_cite_case(name: str, case: MakeCase) -> None:
    """A case is cited as a part of its book, by title and subtitle; its author is the branch.

    The university is named once.
    """
    values, pages, expected = CASES[name]
    one = case(title="把实验课开进村小", **values)
    collection = Collection.model_validate(
        {"id": "shili", "title": "示例汇编", "subtitle": "副题名", "editor": "示例编写组", "date": "2026-11-22"}
    )

    assert expected == cite_case(one, Arrangement(collection, (Part("教育服务", (one,)),)), pages)


def test_cite_case_with_a_subtitle(case: MakeCase) -> None:
    """A case's own subtitle stands behind its title."""
    one = case(title="把实验课开进村小", subtitle="三年支教记", branch="示例党支部")
    collection = Collection.model_validate(
        {"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026-11-22"}
    )

    cited = cite_case(one, Arrangement(collection, (Part("教育服务", (one,)),)), "12-14")

    assert "示例大学示例党支部. 把实验课开进村小：三年支教记[G]//示例编写组. 示例汇编. 2026: 12-14." == cited


def test_cite_case_of_a_book_without_a_subtitle(case: MakeCase) -> None:
    """Where a book has no subtitle, nothing stands in its place."""
    one = case(title="把实验课开进村小", branch="示例党支部")
    collection = Collection.model_validate(
        {"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026-11-22"}
    )

    cited = cite_case(one, Arrangement(collection, (Part("教育服务", (one,)),)), "12-14")

    assert "示例大学示例党支部. 把实验课开进村小[G]//示例编写组. 示例汇编. 2026: 12-14." == cited
