"""A case is short where a screen shows all of it, and long where somebody sits down to read it."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case
from generator.outputs.views.case_form import is_short, reading_room
from tests.each import each

FIGURE = {"what": "培训农户", "value": "50", "unit": "人次"}
YEAR = {"year": "2024", "done": "开展了两次。"}


def photos(count: int) -> list[dict[str, str]]:
    """Make as many photos."""
    return [{"file": f"{number}.jpg", "caption": "示意画"} for number in range(count)]


@each(
    ("values", "expected"),
    [
        ({}, True),
        ({"approach": "做" * 300}, True),
        ({"approach": "做" * 301}, False),
        ({"approach": "做" * 150, "results": "成" * 151}, False),
        ({"approach": "做" * 200, "outcomes": [FIGURE] * 5}, True),
        ({"approach": "做" * 200, "outcomes": [FIGURE] * 6}, False),
        ({"outcomes": [FIGURE] * 15}, True),
        ({"outcomes": [FIGURE] * 16}, False),
        ({"approach": "做了。", "progress": [YEAR]}, False),
        ({"approach": "做了。", "photos": photos(2)}, True),
        ({"approach": "做了。", "photos": photos(3)}, False),
        ({"results": "| 年 | 件 |\n|---|---|\n" + "| 甲 | 乙 |\n" * 7}, True),
        ({"results": "| 年 | 件 |\n|---|---|\n" + "| 甲 | 乙 |\n" * 12}, False),
        ({"approach": "### 一\n\n" + "做" * 284}, True),
        ({"approach": "### 一\n\n" + "做" * 285}, False),
    ],
    ids=[
        "nothing",
        "words",
        "too many words",
        "too many words of two sections",
        "words and figures",
        "words and too many figures",
        "figures",
        "too many figures",
        "years",
        "photos",
        "too many photos",
        "small table",
        "large table",
        "heading",
        "heading and too many words",
    ],
)
def test_forms(case: Callable[..., Case], values: dict[str, Any], *, expected: bool) -> None:
    """Words count, and whatever takes room as words do; years and many photos always make a case long."""
    assert expected == is_short(case(**values))


@each(
    ("prose", "expected"),
    [
        ("先看 2024 年。", 8),
        ("- **第一**，做；\n- 第二，做。\n", 10),
        ("见[图纸](https://www.example.org/stations/drawings)。", 4),
        ("![渠口监测站](水样.png)", 0),
        ("　　H<sub>2</sub>O", 3),
    ],
    ids=["spaces", "list", "link", "photo", "sub- and superscripts"],
)
def test_only_what_is_read_counts(case: Callable[..., Case], prose: str, expected: int) -> None:
    """Neither marks nor addresses nor spaces make a case longer."""
    assert expected == reading_room(case(approach=prose))
