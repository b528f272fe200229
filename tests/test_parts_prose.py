"""Prose in a page keeps to its place below the section's heading."""

import re

import pytest

from generator.case.markdown import parse_prose
from generator.outputs.pages.parts.prose import passage
from tests.each import each


@each(
    ("source", "expected"),
    [
        pytest.param("甲", [], id="none"),
        pytest.param("# 甲\n\n## 乙", [3, 4], id="from-the-first"),
        pytest.param("### 甲\n\n#### 乙", [3, 4], id="from-the-third"),
        pytest.param("## 甲\n\n# 乙", [4, 3], id="highest-later"),
        pytest.param("###### 甲", [3], id="only-the-sixth"),
        pytest.param("# 甲\n\n###### 乙", [3, 6], id="never-below-the-sixth"),
        pytest.param("### 甲\n\n> # 乙", [5, 3], id="in-a-quote"),
        pytest.param("### 甲\n\n- # 乙", [5, 3], id="in-a-list"),
        pytest.param("### 甲[^1]\n\n[^1]: # 乙", [5, 3], id="in-a-note"),
        pytest.param("## 甲\n\n- > 1. # 乙", [4, 3], id="deep-inside"),
    ],
)
def test_headings_stand_below_the_section_s(source: str, expected: list[int]) -> None:
    """The highest heading of a text, wherever it is, is of the third level, and none is above it."""
    html = passage(parse_prose(source), "results-")

    assert expected == [int(level) for level in re.findall(r"<h(\d)>", html)]


def test_headings_stand_below_a_lower_one() -> None:
    """Below a heading of the third level, the highest heading of a text is of the fourth."""
    html = passage(parse_prose("# 甲\n\n## 乙"), "2024-done-", highest=4)

    assert ["4", "5"] == re.findall(r"<h(\d)>", html)
