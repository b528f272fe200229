"""A change of a text touches nothing but what it names."""

import pytest

from generator.case.edit import Edit, apply_edits, smallest_edit
from tests.each import each


def test_edits_replace_insert_and_remove_at_once() -> None:
    """Offsets count in the text as it was, whatever the order of the edits."""
    edits = (Edit(6, 6, "。"), Edit(0, 1, "数字"), Edit(3, 4, ""))

    assert apply_edits("新党课进社区", edits) == "数字党课社区。"


def test_same_edit_of_two_problems_is_done_once() -> None:
    """Two problems that ask for the same change get it once."""
    assert apply_edits("标题：茶", [Edit(2, 3, ": "), Edit(2, 3, ": ")]) == "标题: 茶"


def test_edits_that_overlap_are_refused() -> None:
    """Of two different changes of one place none is made by chance."""
    with pytest.raises(ValueError, match="Edit"):
        apply_edits("党建联建", [Edit(0, 2, ""), Edit(1, 3, "共")])


@each(
    ("written", "text", "expected"),
    [
        ("##甲", "## 甲", Edit(12, 12, " ")),
        ("** 甲 **", "**甲**", Edit(12, 15, "甲")),
        ("甲甲", "甲甲甲", Edit(12, 12, "甲")),
        ("甲", "乙", Edit(10, 11, "乙")),
        ("甲", "甲", Edit(11, 11, "")),
        ("", "甲", Edit(10, 10, "甲")),
    ],
)
def test_smallest_edit(written: str, text: str, expected: Edit) -> None:
    """What two texts have in common at both ends is left alone."""
    assert smallest_edit(written, text, 10) == expected
