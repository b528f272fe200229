"""What an editor pasted is printed as it was meant."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf.generic import Destination

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

PASTED = (
    "一、建强队伍\n支部选派骨干。\n（一）选好带头人\n•选人\n•备课\n年\t数\n2023\t1\n以上。\n"
    "二、完善制度\n支部建章立制。"
)


@pytest.fixture(scope="module")
def book(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give a book of a case whose text was pasted."""
    folder = tmp_path_factory.mktemp("pasted")
    collection = Collection.model_validate({"id": "tie", "title": "贴", "editor": "示例", "date": "2026"})
    return print_book(gather([case(approach=PASTED)], [collection]), "tie", Format("16k", "screen"), folder, folder)


def bookmarks(items: list[Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Give the titles of a PDF's bookmarks with their depth."""
    for item in items:
        if isinstance(item, Destination):
            yield depth, str(item.title)
        else:
            yield from bookmarks(item, depth + 1)


def test_headings_are_in_the_bookmarks(book: PrintedVolume) -> None:
    """The first headings of a section are listed below it; those below them are only on the page."""
    found = list(bookmarks(book.reader.outline))
    at = next(index for index, (_, title) in enumerate(found) if title == "主要做法")
    depth = found[at][0]

    assert found[at + 1 : at + 3] == [(depth + 1, "一、建强队伍"), (depth + 1, "二、完善制度")]
    assert "（一）选好带头人" not in [title for _, title in found]


def test_lines_are_what_was_meant(book: PrintedVolume) -> None:
    """Headings, items, the table's rows and the text below it have lines of their own."""
    lines = book.lines[book.sheet_of("x-01") - 1]
    first = lines.index("一、建强队伍")

    assert [line.strip("•‣◦") for line in lines[first : first + 10]] == [
        "一、建强队伍",
        "支部选派骨干。",
        "（一）选好带头人",
        "选人",
        "备课",
        "年数",
        "20231",
        "以上。",
        "二、完善制度",
        "支部建章立制。",
    ]
