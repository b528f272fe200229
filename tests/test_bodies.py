"""Whose a case is: said in whole where there is room, in short where there is none, and never more than is known."""

from collections.abc import Callable

from generator.case.model import Case
from generator.outputs.views.bodies import bodies_of, heading_of, universities_of
from tests.each import each

MakeCase = Callable[..., Case]

TWO = ["示例大学", "示例理工大学"]
TEAM = {"name": "示例小队", "kind": "支队"}
NONE = {"university": None, "branch": None}
SEVERAL: dict[str, tuple[dict[str, object], str, tuple[str, ...], tuple[str, ...]]] = {
    "one branch": (
        {"university": "示例大学", "branch": "甲支部"},
        "示例大学",
        ("示例大学甲支部",),
        ("示例大学甲支部",),
    ),
    "a branch that names its university": (
        {"university": "示例大学", "branch": "示例大学甲支部"},
        "示例大学",
        ("示例大学甲支部",),
        ("示例大学甲支部",),
    ),
    "the university itself": (
        {"university": "示例大学", "branch": "示例大学"},
        "示例大学",
        ("示例大学",),
        ("示例大学",),
    ),
    "the university itself, as records write it": (
        {"university": "示例大学", "branch": "学校"},
        "示例大学",
        ("示例大学",),
        ("示例大学",),
    ),
    "branches of one university": (
        {"university": "示例大学", "branches": ["甲支部", "示例大学乙支部"]},
        "示例大学",
        ("示例大学甲支部", "示例大学乙支部"),
        ("示例大学", "甲支部、示例大学乙支部"),
    ),
    "a team": (
        {"university": "示例大学", "team": TEAM},
        "示例大学",
        ("示例大学示例小队",),
        ("示例大学示例小队",),
    ),
    "branches of two universities, each named": (
        {"universities": TWO, "branches": ["甲支部", "示例理工大学乙支部"]},
        "示例大学等2所学校",
        ("示例大学甲支部", "示例理工大学乙支部"),
        ("示例大学、示例理工大学", "甲支部、示例理工大学乙支部"),
    ),
    "branches of two universities, not told apart": (
        {"universities": TWO, "branches": ["甲支部", "乙支部", "丙支部"]},
        "示例大学等2所学校",
        ("示例大学甲支部", "乙支部", "丙支部", "示例理工大学"),
        ("示例大学、示例理工大学", "甲支部、乙支部、丙支部"),
    ),
    "more than are named": (
        {"universities": [*TWO, "甲学院", "乙学院"], "branches": ["甲支部", "乙支部", "丙支部"], "team": TEAM},
        "示例大学等4所学校",
        ("示例大学甲支部", "乙支部", "丙支部", "示例小队", "示例理工大学", "甲学院", "乙学院"),
        ("示例大学、示例理工大学、甲学院等4所学校", "甲支部、乙支部、丙支部等"),
    ),
    "a team without a university": ({"team": TEAM}, "示例小队", ("示例小队",), ("示例小队",)),
    "neither university nor branch": ({}, "", (), ()),
}


@each("name", SEVERAL)
def test_bodies(name: str, case: MakeCase) -> None:
    """Cards name the universities in short, references every body, the head of a page both."""
    values, short, bodies, heading = SEVERAL[name]
    one = case(**{**NONE, **values})

    assert (short, bodies, heading) == (universities_of(one), bodies_of(one), heading_of(one))
