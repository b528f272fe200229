"""Digests name values by what they hold, the same in every process."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import combinations

import pytest

from generator.case.date import PartialDate
from generator.outputs.site.digest import digest
from tests.each import each


@dataclass(frozen=True)
class Value:
    """A value that looks at others."""

    text: str
    date: PartialDate | None = None
    others: tuple["Value", ...] = ()


VALUE = Value("甲", PartialDate(2024, 9), (Value("乙"),))
DIFFERENT: list[tuple[object, ...]] = [
    (),
    ("",),
    ("", ""),
    ("甲乙", "丙"),
    ("甲", "乙丙"),
    ("甲乙丙",),
    ("甲\0乙",),
    ("甲", "乙"),
    (("甲", "乙"),),
    ("1",),
    (1,),
    (True,),
    (None,),
    ("None",),
    (b"1",),
    ("\ud800",),
    (VALUE,),
    (replace(VALUE, date=PartialDate(2024)),),
    (replace(VALUE, others=(Value("丙"),)),),
    (replace(VALUE, others=(Value("乙"), Value("乙"))),),
]


def test_different_values_have_different_digests() -> None:
    """Whatever differs has another digest: texts, kinds, order, and where one value ends and the next begins."""
    assert [(one, other) for one, other in combinations(DIFFERENT, 2) if digest(*one) == digest(*other)] == []


@each("values", DIFFERENT, ids=repr)
def test_equal_values_have_equal_digests(values: tuple[object, ...]) -> None:
    """A digest is a short text, the same each time and for values that are equal but not the same objects."""
    again = tuple(replace(value) if isinstance(value, Value) else value for value in values)

    assert digest(*values) == digest(*again)
    assert len(digest(*values)) == 32


@pytest.mark.program
def test_digests_are_the_same_in_every_process() -> None:
    """A digest depends on no hash seed and on nothing else of a process."""
    code = "from generator.outputs.site.digest import digest; print(digest('甲', ('乙', 1), None))"

    def printed(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
        ).stdout.strip()

    assert {printed("0"), printed("1")} == {digest("甲", ("乙", 1), None)}
