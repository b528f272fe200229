"""Characters that sound alike are told without the dictionary that says how they sound."""

import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.pinyin_dict import pinyin_dict

from generator.case.sounds import sounds_alike
from tests.each import each

PACKAGED = Path(__file__).parent.parent / "generator/case/sounds.txt"
HEAD = "# Made by tests/test_sounds.py from the dictionary of pypinyin (MIT): each syllable with its characters.\n"


def test_the_table_is_what_the_dictionary_says(request: pytest.FixtureRequest) -> None:
    """The packaged table holds every reading of every character."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    without_tone = cache(to_normal)
    for code in sorted(pinyin_dict):
        for syllable in {without_tone(reading) for reading in pinyin_dict[code].split(",")}:
            found[syllable].append(chr(code))
    made = HEAD + "".join(f"{syllable} {''.join(found[syllable])}\n" for syllable in sorted(found))
    if request.config.getoption("--update-golden"):
        PACKAGED.write_text(made, encoding="utf-8", newline="\n")

    assert made == PACKAGED.read_text(encoding="utf-8")


@each(
    ("one", "other", "expected"),
    [
        ("经", "金", True),
        ("山", "三", True),
        ("长", "藏", True),
        ("长", "张", True),
        ("女", "吕", False),
        ("经", "济", False),
        ("A", "A", False),
        ("，", "。", False),
    ],
)
def test_what_sounds_alike(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    """Tones, sh and s, ing and in are forgiven; a character with several readings is like any that has one of them."""
    assert sounds_alike(one, other) is expected


@pytest.mark.program
def test_a_check_does_without_the_dictionary() -> None:
    """Names are compared without loading pypinyin, which takes longer than to check some records."""
    code = (
        "import sys; from generator.case.confusable import is_confusable; "
        "print(is_confusable('经', '金'), 'pypinyin' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "True False"
