"""Tables come to the typesetter with the words that it must measure, so that no column is narrower than one of them."""

from typing import Any

from generator.case.markdown import parse_prose
from generator.outputs.book.prose_data import passage
from generator.outputs.book.table_data import unbroken_words
from tests.each import each


def table_of(source: str) -> dict[str, Any]:
    """Give the only table of a text."""
    return next(one for one in passage(parse_prose(source)) if isinstance(one, dict) and one["kind"] == "table")


@each(
    ("source", "expected"),
    [
        ("123,456.78", ["123,456.78"]),
        ("共123,456.78万元", ["123,456.78"]),
        ("2024.03—2025.10", ["2024.03—2025.10"]),
        ("deep learning", ["deep", "learning"]),
        ("和/或 and/or self-made 2024-03", ["/", "and/", "or", "self-", "made", "2024-03"]),
        ("示例，“引文”。", ["，“", "”。"]),
        ("12\u00a0345\u00a0678 元", ["12\u00a0345\u00a0678"]),
        ("**12**34 `code`", ["12|34", "code"]),
        ("国\u30001", ["1"]),
        ("值[^1]\n\n[^1]: 注", ["⑳"]),
        ("a" * 30, ["a" * 12, "a" * 12, "a" * 6]),
    ],
)
def test_unbroken_words(source: str, expected: list[str]) -> None:
    """A word ends at a blank, at a Han character and behind some joints; bold letters do not end it."""
    (piece, *_) = passage(parse_prose(source))
    assert isinstance(piece, dict)
    words = list(unbroken_words(piece["children"]))

    assert ["|".join(text for text, _ in word) for word in words] == expected


def test_a_table_says_what_it_must_have() -> None:
    """Its longest words by column, each in its face, its name, and which rows stay whole."""
    long = "示例" * 51
    found = table_of(f"|项目|Amount|\n|-|-|\n|甲|123,456.78|\n|{long}|**total** `sum`|")

    assert found["words"] == [
        [],
        [[["123,456.78", "text"]], [["Amount", "heading"]], [["total", "heading"]], [["sum", "mono"]]][
            : len(found["words"][1])
        ],
    ]
    assert (found["columns"], found["number"], found["name"], found["turns"]) == (2, 1, "项目 | Amount", True)
    assert [row["whole"] for row in found["rows"]] == [True, True, False]


def test_a_table_in_a_note_cannot_turn() -> None:
    """A note stays at the foot of its page, and so does a table in it."""
    (paragraph,) = passage(parse_prose("甲[^1]\n\n[^1]: 注\n\n    |a|\n    |-|\n    |b|\n"))
    assert isinstance(paragraph, dict)
    note = paragraph["children"][1]

    assert [one["turns"] for one in note["children"] if one["kind"] == "table"] == [False]
