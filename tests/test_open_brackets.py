"""A written page on which the host would be busy for minutes is refused, at its line."""

from generator.hosting.open_brackets import MAX_OPEN, line_that_holds_up
from tests.each import each

MANY = 10_000


@each("piece", ["[", "![", "[a](", "![a](", "[a][", "[^a", "<a ", "<http://", "<![CDATA[", "[ \n"])
def test_open_brackets_are_found(piece: str) -> None:
    """Thousands of brackets that nothing closes are found, after what is in order and at the line where they pass."""
    assert line_that_holds_up("# 题名\n\n[甲](a.md)\n\n" + piece * MANY) in range(5, 5 + MAX_OPEN + 1)


@each("piece", ["1. ", "- ", "* ", "> ", ">", "> - ", "1) "])
def test_nested_markers_are_found(piece: str) -> None:
    """So are lists and quotations in each other by the dozen."""
    assert line_that_holds_up("甲\n" + piece * MANY + "乙") == 2


@each(
    "source",
    [
        "",
        "[甲](a.md) " * MANY,
        "- [甲](a.md)\n" * MANY,
        "![甲](a.jpg) <b>乙</b> （丙）(丁) " * MANY,
        "[\n\n" * MANY,
        "-" * MANY,
        "- " * 20 + "甲",
        "* * *\n",
        "| 甲 | 乙 |\n|-|-|\n" + "| a < b | [c] |\n" * 400,
    ],
)
def test_other_pages_are_taken(source: str) -> None:
    """However long a page is, what is closed is no matter, and a paragraph ends what it left open."""
    assert line_that_holds_up(source) is None
