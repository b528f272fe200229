"""Spaces that are none for YAML are named at their place, and all else is read as if they were spaces."""

import pytest

from generator.case.edit import apply_edits
from generator.reading.documents import Document, parse_document
from generator.reading.fault import SpaceFault
from tests.each import each

KEYS = frozenset(
    {"title", "task", "period", "start", "end", "keywords", "outcomes", "what", "value", "approach", "成果"}
)


def read(text: str) -> Document:
    """Read a text with the keys above known."""
    return parse_document("cases/x/case.yml", text.encode(), KEYS)


def mended(document: Document) -> str:
    """Do what the faults say."""
    return apply_edits(document.text, [edit for fault in document.faults for edit in fault.edits])


SLIPS: dict[str, tuple[str, str, list[tuple[str, int, int]]]] = {
    "no-break spaces as indent": (
        "period:\n\u00a0\u00a0start: 2024\n\u00a0\u00a0end: 2025\n",
        "period:\n  start: 2024\n  end: 2025\n",
        [("indent", 2, 1), ("indent", 3, 1)],
    ),
    "one full-width space as indent": (
        "period:\n\u3000start: 2024\n  end: 2025\n",
        "period:\n  start: 2024\n  end: 2025\n",
        [("indent", 2, 1)],
    ),
    "full-width spaces as wide as one": (
        "period:\n  start: 2024\n\u3000\u3000end: 2025\n",
        "period:\n  start: 2024\n  end: 2025\n",
        [("indent", 3, 1)],
    ),
    "mixed indent": (
        "period:\n \u00a0start: 2024\n  end: 2025\n",
        "period:\n  start: 2024\n  end: 2025\n",
        [("indent", 2, 2)],
    ),
    "a space of no width": ("\u200btitle: 甲\n", "title: 甲\n", [("indent", 1, 1)]),
    "indent of a list": (
        "keywords:\n\u3000- 甲\n\u3000-\u00a0乙\n",
        "keywords:\n  - 甲\n  - 乙\n",
        [("indent", 2, 1), ("indent", 3, 1), ("dash", 3, 3)],
    ),
    "indent of an item's keys": (
        "outcomes:\n- what: 甲\n\u00a0\u00a0value: 5\n-\u3000what: 乙\n  value: 6\n",
        "outcomes:\n- what: 甲\n  value: 5\n- what: 乙\n  value: 6\n",
        [("indent", 3, 1), ("dash", 4, 2)],
    ),
    "behind a colon": ("title:\u00a0甲\ntask:\u3000乙\n", "title: 甲\ntask: 乙\n", [("colon", 1, 7), ("colon", 2, 6)]),
    "before a colon": ("title\u3000: 甲\n", "title: 甲\n", [("key", 1, 6)]),
    "behind a colon alone": (
        "period:\u00a0\n  start: 2024\n",
        "period: \n  start: 2024\n",
        [("colon", 1, 8)],
    ),
    "on a line alone": ("title: 甲\n\u3000\u3000\ntask: 乙\n", "title: 甲\n\ntask: 乙\n", [("line", 2, 1)]),
    "before a comment": ("title: 甲\n\u3000# 注\ntask: 乙\n", "title: 甲\n  # 注\ntask: 乙\n", [("indent", 2, 1)]),
    "behind the sign of a block": ("approach: |\u3000\n  甲\n", "approach: |\n  甲\n", [("end", 1, 12)]),
    "behind a quote": ('title: "甲"\u00a0\ntask: 乙\n', 'title: "甲"\ntask: 乙\n', [("end", 1, 11)]),
    "before the text of a block": (
        "approach: |\n\u3000\u3000甲\n\n\u3000\u3000乙\ntask: 丙\n",
        "approach: |\n  \u3000\u3000甲\n\n  \u3000\u3000乙\ntask: 丙\n",
        [("block", 2, 1), ("block", 4, 1)],
    ),
    "before some lines of a block": (
        "approach: |\n    甲\n\u00a0\u00a0乙\n\u00a0\n    丙\n",
        "approach: |\n    甲\n    乙\n\n    丙\n",
        [("block", 3, 1), ("line", 4, 1)],
    ),
    "before a label in a block": (
        "approach: |\n  甲\n\u3000\u3000成果：很多\n",
        "approach: |\n  甲\n  \u3000\u3000成果：很多\n",
        [("block", 3, 1)],
    ),
    "before a line that goes on": (
        "title: 甲\n\u3000乙\ntask: 丙\n",
        "title: 甲\n  乙\ntask: 丙\n",
        [("indent", 2, 1)],
    ),
    "Windows line ends": (
        "period:\r\n\u00a0\u00a0start: 2024\r\ntask:\u3000\r\n",
        "period:\r\n  start: 2024\r\ntask: \r\n",
        [("indent", 2, 1), ("colon", 3, 6)],
    ),
}


@each("name", SLIPS)
def test_slips(name: str) -> None:
    """Each is named at its place, what is read is what the mended text says, and the mended text is in order."""
    text, right, places = SLIPS[name]
    document = read(text)
    faults = [fault for fault in document.faults if isinstance(fault, SpaceFault)]

    assert places == [(fault.where, fault.place.line, fault.place.column) for fault in faults]
    assert right == mended(document)
    assert (read(right).value, ()) == (document.value, read(right).faults)
    assert len(faults) == len(document.faults)


@each(
    "text",
    [
        pytest.param("approach: |\n  \u3000\u3000甲\n  \u00a0title: 乙\n", id="in a block"),
        pytest.param("title: >\n  甲\n  \u3000task: 乙\n", id="in a folded block"),
        pytest.param('title: "甲\n  \u3000task: 乙"\n', id="in quotes"),
        pytest.param("title: 甲\n  \u3000乙\n", id="in a text over lines"),
        pytest.param("title: \u3000甲\n", id="before a value"),
        pytest.param("title: 甲\u00a0乙\u3000\n", id="in a value"),
        pytest.param("keywords: [甲,\u3000乙]\n", id="in brackets"),
        pytest.param("title: 甲 # \u00a0注\n", id="in a comment"),
        pytest.param("x:\u00a0y: z\n", id="behind an unknown key"),
    ],
)
def test_text_is_only_text(text: str) -> None:
    """In the midst of a text such spaces are characters like others."""
    assert [] == [fault.rule for fault in read(text).faults if fault.rule == "space-wrong"]


def test_other_faults_are_told_too() -> None:
    """Who indents with wrong spaces hears of everything else as well, at its place as written."""
    document = read("period:\n\u3000\u3000start: '2024\u3000'\n\u3000\u3000start: 2025\n")

    assert [("space-wrong", 2, 1), ("space-wrong", 3, 1), ("key-repeated", 3, 3)] == [
        (fault.rule, fault.place.line, fault.place.column) for fault in document.faults
    ]


def test_broken_syntax_stays_told() -> None:
    """A quote that is never closed is named beside a wrong space."""
    document = read('title:\u00a0甲\ntask: "乙\n')

    assert ["space-wrong", "syntax-invalid"] == [fault.rule for fault in document.faults]


def test_columns_are_those_of_the_file() -> None:
    """Behind a repair every place is the one in the file."""
    document = read("title:\u3000\u3000\u200b甲\nperiod:\n\u3000start: 2024\n")

    assert [(1, 10, 1), (3, 9, 4)] == [
        (place.line, place.column, place.width) for place in map(document.place, (("title",), ("period", "start")))
    ]
