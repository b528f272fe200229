"""The cover of a collection: its book's first page, and without a book its title."""

import pytest

from generator.case.model import Collection
from generator.case.programme import packaged_programme
from generator.outputs.pages.parts.book_cover import Picture, book_cover
from generator.outputs.site.edition import CoverPicture, Edition

PROGRAMME = packaged_programme()


def collection(title: str, **book: str) -> Collection:
    """Make a collection."""
    return Collection.model_validate({"id": "shili", "title": title, "editor": "示例", "date": "2026", "book": book})


def test_a_book_is_shown_by_its_first_page() -> None:
    """The picture's address and size are those that the book was set with."""
    edition = Edition((), {}, CoverPicture("books/shili.png", 481, 676, "a" * 32))

    assert book_cover(collection("示例选编"), PROGRAMME, edition).picture == Picture("books/shili.png", 481, 676)


@pytest.mark.parametrize("edition", [None, Edition((), {})], ids=["no-book", "no-cover"])
def test_without_a_book_the_title_is_shown(edition: Edition | None) -> None:
    """There is no picture, but the title in lines; a long one is set smaller."""
    short, long = (book_cover(collection(title), PROGRAMME, edition) for title in ("示例选编", "示例" * 15))

    assert (short.picture, short.lines, short.is_long) == (None, ("示例选编",), False)
    assert (long.is_long, "".join(long.lines)) == (True, "示例" * 15)
