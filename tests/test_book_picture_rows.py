"""Photos stand in rows, and the rows among the text: where, follows from the lengths of the sections."""

from generator.outputs.book.picture_rows import Picture, PictureRow, in_rows, spread
from tests.each import each


def picture(name: str) -> Picture:
    """Make a picture."""
    return Picture(name, name, name, "")


def names(rows: tuple[PictureRow, ...]) -> list[str]:
    """Give the names of a row's pictures in one word."""
    return ["".join(one.file for one in row) for row in rows]


@each(
    ("given", "wide", "expected"),
    [
        ("", "", []),
        ("a", "", ["a"]),
        ("ab", "", ["ab"]),
        ("abc", "", ["a", "bc"]),
        ("abcd", "", ["ab", "cd"]),
        ("awbc", "w", ["a", "w", "bc"]),
        ("wab", "w", ["w", "ab"]),
        ("awb", "w", ["w", "ab"]),
        ("w", "w", ["w"]),
    ],
)
def test_rows(given: str, wide: str, expected: list[str]) -> None:
    """Photos stand two to a row, the first alone where they are odd; a panorama has a row of its own."""
    assert expected == names(in_rows([picture(name) for name in given], frozenset(map(picture, wide))))


@each(
    ("count", "weights", "expected"),
    [
        (2, [], []),
        (1, [100], [1]),
        (3, [100], [3]),
        (1, [100, 100], [1, 0]),
        (1, [50, 300, 100, 50], [0, 1, 0, 0]),
        (2, [100, 300, 100], [1, 1, 0]),
        (3, [100, 100, 100, 100], [1, 1, 1, 0]),
        (5, [0, 0], [5, 0]),
        (0, [100, 100], [0, 0]),
    ],
)
def test_rows_are_spread_over_the_text(count: int, weights: list[int], expected: list[int]) -> None:
    """Rows follow the sections whose ends divide the text most evenly, and keep their order."""
    rows = [(picture(str(number)),) for number in range(count)]
    given = spread(rows, weights)

    assert expected == [len(one) for one in given]
    if weights:
        assert rows == [row for one in given for row in one]
