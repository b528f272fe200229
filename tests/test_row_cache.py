"""Rows for lists are those that would be drawn one by one, and each is drawn once."""

import re
from collections.abc import Callable
from itertools import permutations

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.pages.parts import row_cache
from generator.outputs.pages.parts.row import row_of
from generator.outputs.pages.parts.row_cache import RowCache
from generator.outputs.site.references import references_in
from generator.outputs.site.templates import render

TERM = "year/2024.html"


@pytest.fixture(name="library")
def _library(case: Callable[..., Case]) -> Library:
    titles = ["示例一", "<!-- cover -->", "示例 & “三”", "示例四", "{{ view.drawing }}"]
    return gather(case(f"x-0{number}", title=title * 2) for number, title in enumerate(titles))


def test_rows_in_any_order(library: Library) -> None:
    """Whichever rows stand together, each is the case's row."""
    cache = RowCache(library, TERM, 2)

    for positions in permutations(range(len(library.cases)), 3):
        rows = (row_of(library.cases[position], library.programme) for position in positions)
        expected = [render("parts/listed_row", root="../", level=2, view=row) for row in rows]
        assert expected == [row.html for row in cache.rows(positions)]


@pytest.mark.parametrize(
    ("uri", "level", "expected"),
    [
        ("browse.html", 3, '<h3><a href="cases/x-04.html">'),
        ("year/2024.html", 2, '<h2><a href="../cases/x-04.html">'),
        ("a/b/c.html", 4, '<h4><a href="../../cases/x-04.html">'),
    ],
)
def test_row_fits_its_list(uri: str, level: int, expected: str, library: Library) -> None:
    """A row leads to its case from wherever its list is, under a heading of the level that its list needs."""
    position = next(at for at, case in enumerate(library.cases) if case.id == "x-04")
    (row,) = RowCache(library, uri, level).rows([position])

    assert expected in row.html


def test_each_row_is_drawn_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case in several lists, or twice in one, is drawn for the first of them."""
    drawn: list[str] = []
    monkeypatch.setattr(row_cache, "render", lambda name, **values: drawn.append(values["view"].uri) or name)
    cache = RowCache(library, TERM, 2)
    for positions in ([0, 0], [1, 0], [0, 1]):
        cache.rows(positions)

    assert [f"cases/{library.cases[position].id}.html" for position in (0, 1)] == drawn


def test_no_rows(library: Library) -> None:
    """A list without cases has no rows; a case that is not there is no case."""
    assert () == RowCache(library, TERM, 2).rows([])
    with pytest.raises(IndexError):
        RowCache(library, TERM, 2).rows([len(library.cases)])


def test_row_names_what_it_leads_to(library: Library) -> None:
    """A row names the page that it leads to, and leads nowhere else."""
    (row,) = RowCache(library, TERM, 2).rows([0])

    assert references_in(row) == {f"cases/{library.cases[0].id}.html"}
    assert [f"../{uri}" for uri in references_in(row)] == re.findall('href="(.+?)"', row.html)


@pytest.mark.parametrize(
    ("values", "is_other"), [({"summary": "另一种提要。"}, True), ({"background": "不在这一行里。"}, False)]
)
def test_inputs_of_rows(case: Callable[..., Case], values: dict[str, str], is_other: bool) -> None:  # noqa: FBT001
    """What stands for a row changes when the row does, and with nothing else of the case."""
    before, after = (
        RowCache(gather([case("x-01", **one), case("x-02")]), TERM, 2).inputs([0, 1]) for one in ({}, values)
    )

    assert [is_other, False] == [one != other for one, other in zip(before, after, strict=True)]
    assert before[0] != before[1]


def test_inputs_of_the_same_row(library: Library) -> None:
    """What stands for a row does not depend on the order in which rows were asked for."""
    one, other = RowCache(library, TERM, 2), RowCache(library, TERM, 2)
    _ = one.rows([2, 0]), one.inputs([3])

    assert one.inputs([0, 3]) == other.inputs([0, 3])
    assert one.inputs([3, 0]) == other.inputs([0, 3])[::-1]
