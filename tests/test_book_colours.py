"""Books on one shelf are told apart by their colours."""

import pytest

from generator.outputs.book.colours import COLOURS, colour_of


@pytest.mark.parametrize(
    ("shelf", "expected"),
    [
        ({"a": 3}, {"a": "red"}),
        ({"a": 3, "b": 9, "c": 3}, {"b": "red", "a": "ink", "c": "stone"}),
        ({f"{at}": 10 - at for at in range(6)}, {"0": "red", "4": "plum", "5": "red"}),
    ],
    ids=["one", "several", "more than there are colours"],
)
def test_books_of_a_library(shelf: dict[str, int], expected: dict[str, str]) -> None:
    """The largest is red, the others follow by size and id, and begin again behind the last colour."""
    assert expected == {id: colour_of(id, shelf) for id in expected}


def test_a_book_that_is_no_collection() -> None:
    """What was chosen on the command line is red, whatever else there is."""
    assert COLOURS[0] == colour_of("selection", {"a": 1})
    assert COLOURS[0] == colour_of("selection", {})
