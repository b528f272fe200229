"""Titles are found by the first letters of how they are read, one for each character that is typed."""

from generator.outputs.search.initials import initials_data
from generator.outputs.search.packing import FIRST_UNIT
from tests.each import each


def letters_of(titles: list[str]) -> list[str]:
    """Read what is written as `theme/assets/js/search/titles.js` does."""
    (packed,) = initials_data(titles)
    codes = [(ord(unit) - FIRST_UNIT) >> shift & 31 for unit in str(packed) for shift in (10, 5, 0)]
    text = "".join(" " if not code else "0" if code == 27 else chr(96 + code) for code in codes)
    return text.split(" ")[: len(titles)]


@each(
    ("title", "expected"),
    [
        ("科技小院服务乡村", "kjxyfwxc"),
        ("“三下乡”进重庆：示例", "sxxjcqsl"),
        ("5G+AI 课堂", "0gaikt"),
        ("𠮷示例", "0sl"),
        ("", ""),
    ],
)
def test_a_letter_for_each_character(title: str, expected: str) -> None:
    """Signs are passed over, what has no letter keeps its place, and a character is read as its word is."""
    assert letters_of([title]) == [expected]


def test_titles_are_apart() -> None:
    """No letters run from one title into the next, however many there are."""
    assert letters_of(["甲乙", "", "丙"]) == ["jy", "", "b"]
    assert initials_data([]) == ("",)
