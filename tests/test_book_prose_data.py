"""Prose becomes plain lists that templates set, whatever an editor writes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.markdown import parse_prose
from generator.case.prose import Node
from generator.outputs.book.prose_data import HIGHEST, Piece, passage
from generator.outputs.book.typeset_text import MARK, settable
from tests.each import each

ADDRESS = "https://www.dangjian.example.org/"
MARKED = settable(ADDRESS)
LONG_WORD = "a" * 25
MARKED_WORD = "".join(f"{MARK}{piece}{MARK}" for piece in ("a" * 12, "a" * 12, "a"))
PHOTO = {"file": "photos/x-01/a.jpg"}
PHOTOS = {"a.jpg": PHOTO}

Pieces = list[Any]
_MEASURES = ("number", "name", "turns", "words")


def set_of(nodes: Iterable[Node], photos: Mapping[str, Any] | None = None) -> Pieces:
    """Give a passage without what only measures its tables, of which test_book_table_data.py tells."""
    pieces = passage(nodes, photos)
    for one in dicts_of(pieces):
        for key in _MEASURES if one.get("kind") == "table" else ["whole"]:
            one.pop(key, None)
    return pieces


def paragraph(*children: Piece) -> Piece:
    """Make the paragraph that holds these."""
    return {"kind": "paragraph", "children": list(children)}


def item(*children: Piece, number: int = 0) -> dict[str, Any]:
    """Make the item of a list that holds these."""
    return {"number": number, "children": list(children)}


def row(*texts: str, head: bool = False) -> dict[str, Any]:
    """Make the row of a table whose cells hold these texts, or nothing."""
    return {"head": head, "cells": [{"align": "", "children": [text] * bool(text)} for text in texts]}


def link(*children: Piece, flat: bool = False, shown: str = MARKED) -> Piece:
    """Make the link that holds these."""
    return {"kind": "link", "url": ADDRESS, "shown": shown, "flat": flat, "children": list(children)}


def note(number: int, *children: Piece, kind: str = "note") -> Piece:
    """Make the note that holds these."""
    return {"kind": kind, "number": number, "children": list(children)}


def again(number: int, *, left: bool = False) -> Piece:
    """Make the call of a note that stands elsewhere."""
    return {"kind": "note-again", "number": number, "left": left}


KINDS: dict[str, tuple[str, Pieces]] = {
    "nothing": ("", []),
    "paragraphs": ("甲\n\n乙", [paragraph("甲"), paragraph("乙")]),
    "strong": ("甲**乙**", [paragraph("甲", {"kind": "strong", "children": ["乙"]})]),
    "emphasis": ("甲*乙*", [paragraph("甲", {"kind": "emphasis", "children": ["乙"]})]),
    "strike": ("甲~~乙~~", [paragraph("甲", {"kind": "strike", "children": ["乙"]})]),
    "subscript": ("H<sub>2</sub>O", [paragraph("H", {"kind": "subscript", "children": ["2"]}, "O")]),
    "superscript": ("10<sup>3</sup>", [paragraph("10", {"kind": "superscript", "children": ["3"]})]),
    "marks in marks": (
        "**甲*乙***",
        [paragraph({"kind": "strong", "children": ["甲", {"kind": "emphasis", "children": ["乙"]}]})],
    ),
    "break": ("甲<br>乙", [paragraph("甲", {"kind": "break", "children": []}, "乙")]),
    "rule": ("---", [{"kind": "rule", "children": []}]),
    "quote": ("> 甲\n>\n> 乙", [{"kind": "quote", "children": [paragraph("甲"), paragraph("乙")]}]),
    "code in a line": ("型号 `JC-2`", [paragraph("型号 ", {"kind": "code", "text": "JC-2"})]),
    "code as a block": ("```\n甲\n  乙\n```", [{"kind": "code-block", "lines": ["甲", "\u00a0\u00a0乙"]}]),
    "HTML in a line": ("甲<u>乙</u>", [paragraph("甲<u>乙</u>")]),
    "HTML as a block": ("<script>x</script>", ["<script>x</script>"]),
    "a long word": (LONG_WORD, [paragraph(MARKED_WORD)]),
    "a long word as code": (f"`{LONG_WORD}`", [paragraph({"kind": "code", "text": MARKED_WORD})]),
    "list": (
        "- 甲\n- 乙",
        [{"kind": "list", "ordered": False, "tight": True, "items": [item(paragraph("甲")), item(paragraph("乙"))]}],
    ),
    "list of paragraphs": (
        "- 甲\n\n  乙\n- 丙",
        [
            {
                "kind": "list",
                "ordered": False,
                "tight": False,
                "items": [item(paragraph("甲"), paragraph("乙")), item(paragraph("丙"))],
            }
        ],
    ),
    "numbers as written": (
        "3. 甲\n7. 乙",
        [
            {
                "kind": "list",
                "ordered": True,
                "tight": True,
                "items": [item(paragraph("甲"), number=3), item(paragraph("乙"), number=7)],
            }
        ],
    ),
    "list in a list": (
        "- 甲\n  1. 乙",
        [
            {
                "kind": "list",
                "ordered": False,
                "tight": True,
                "items": [
                    item(
                        paragraph("甲"),
                        {
                            "kind": "list",
                            "ordered": True,
                            "tight": True,
                            "items": [item(paragraph("乙"), number=1)],
                        },
                    )
                ],
            }
        ],
    ),
    "table": (
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
        [{"kind": "table", "columns": 2, "repeats": True, "rows": [row("甲", "乙", head=True), row("丙", "丁")]}],
    ),
    "table of a head alone": (
        "| 甲 |\n|---|",
        [{"kind": "table", "columns": 1, "repeats": True, "rows": [row("甲", head=True)]}],
    ),
    "ragged table": (
        "| 甲 | 乙 |\n|---|---|\n| 丙 |\n| 丁 | 戊 | 己 |",
        [
            {
                "kind": "table",
                "columns": 2,
                "repeats": True,
                "rows": [row("甲", "乙", head=True), row("丙", ""), row("丁", "戊")],
            }
        ],
    ),
    "columns of a table": (
        "| 甲 | 乙 | 丙 |\n|:--|:-:|--:|",
        [
            {
                "kind": "table",
                "columns": 3,
                "repeats": True,
                "rows": [
                    {
                        "head": True,
                        "cells": [
                            {"align": "left", "children": ["甲"]},
                            {"align": "center", "children": ["乙"]},
                            {"align": "right", "children": ["丙"]},
                        ],
                    }
                ],
            }
        ],
    ),
}


def strong(*children: Piece, **marks: bool) -> Piece:
    """Make the strong text that holds these."""
    return {"kind": "strong", "children": list(children), **marks}


def emphasis(*children: Piece, **marks: bool) -> Piece:
    """Make the emphasis that holds these."""
    return {"kind": "emphasis", "children": list(children), **marks}


MEETINGS: dict[str, tuple[str, Pieces]] = {
    "a stop, then an opening mark": ("甲，**“乙”**", [paragraph("甲，", strong("“乙”", pulled=True))]),
    "an opening mark in emphasis": ("甲：*《乙》*", [paragraph("甲：", emphasis("《乙》", pulled=True))]),
    "a closing mark, then a stop": ("**“甲”**，乙", [paragraph(strong("“甲”", pulls=True), "，乙")]),
    "a closing mark of emphasis": ("*《甲》*。", [paragraph(emphasis("《甲》", pulls=True), "。")]),
    "a stop of its own, then an opening mark": ("**甲，**“乙”", [paragraph(strong("甲，", pulls=True), "“乙”")]),
    "closing marks": ("（甲**“乙”**）", [paragraph("（甲", strong("“乙”", pulls=True), "）")]),
    "a closing mark, then an opening one": ("“甲”**“乙”**", [paragraph("“甲”", strong("“乙”", pulled=True))]),
    "a stop, then a closing mark": ("“**甲。**”", [paragraph("“", strong("甲。", pulls=True), "”")]),
    "opening marks": ("（**“甲”**乙）", [paragraph("（", strong("“甲”", pulled=True), "乙）")]),
    "at both ends": ("甲，**“乙”**。", [paragraph("甲，", strong("“乙”", pulled=True, pulls=True), "。")]),
    "two changes of font": ("**“甲”***“乙”*", [paragraph(strong("“甲”"), emphasis("“乙”", pulled=True))]),
    "one after the other": (
        "**“甲”**、**“乙”**",
        [paragraph(strong("“甲”", pulls=True), "、", strong("“乙”", pulled=True))],
    ),
    "the first of marks in marks": (
        "甲，***“乙”*丙**",
        [paragraph("甲，", strong(emphasis("“乙”"), "丙", pulled=True))],
    ),
    "the last of marks in marks": (
        "**甲*“乙”***，丙",
        [paragraph(strong("甲", emphasis("“乙”"), pulls=True), "，丙")],
    ),
    "inside of marks": ("**甲，*“乙”*丙**", [paragraph(strong("甲，", emphasis("“乙”", pulled=True), "丙"))]),
    "across lines": ("甲，\n**“乙”**", [paragraph("甲，", strong("“乙”", pulled=True))]),
    "in a heading": (
        "# 甲：**“乙”**",
        [{"kind": "heading", "level": 4, "children": ["甲：", strong("“乙”", pulled=True)]}],
    ),
    "in a note": (
        "甲[^1]\n\n[^1]: 见**“乙”**，丙",
        [paragraph("甲", note(1, "见", strong("“乙”", pulls=True), "，丙"))],
    ),
}

APART: dict[str, tuple[str, Pieces]] = {
    "no punctuation": ("甲**乙**丙", [paragraph("甲", strong("乙"), "丙")]),
    "a stop before a word": ("甲，**乙**", [paragraph("甲，", strong("乙"))]),
    "a stop behind a word": ("**甲**，乙", [paragraph(strong("甲"), "，乙")]),
    "an opening mark behind a word": ("甲**“乙”**丙", [paragraph("甲", strong("“乙”"), "丙")]),
    "an opening mark before a word": ("“**甲**”", [paragraph("“", strong("甲"), "”")]),
    "a dash": ("**“甲”**——乙", [paragraph(strong("“甲”"), "——乙")]),
    "a half-width mark": ("**“甲”**, 乙", [paragraph(strong("“甲”"), ", 乙")]),
    "a blank between them": ("甲， **“乙”**", [paragraph("甲， ", strong("“乙”"))]),
    "a font that stays the same": ("甲，~~“乙”~~", [paragraph("甲，", {"kind": "strike", "children": ["“乙”"]})]),
    "a note between them": ("**“甲”**[^1]，乙\n\n[^1]: 注", [paragraph(strong("“甲”"), note(1, "注"), "，乙")]),
    "two paragraphs": ("**“甲”**\n\n**“乙”**", [paragraph(strong("“甲”")), paragraph(strong("“乙”"))]),
}

HEADINGS: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "from the first": ("# 甲\n\n## 乙\n\n### 丙", [(4, "甲"), (5, "乙"), (6, "丙")]),
    "from the third": ("### 甲\n\n#### 乙\n\n### 丙", [(4, "甲"), (5, "乙"), (4, "丙")]),
    "with a gap": ("# 甲\n\n### 乙\n\n## 丙\n\n# 丁", [(4, "甲"), (5, "乙"), (5, "丙"), (4, "丁")]),
    "the highest later": ("### 甲\n\n# 乙", [(4, "甲"), (4, "乙")]),
    "never below the sixth": ("# 甲\n\n## 乙\n\n### 丙\n\n#### 丁", [(4, "甲"), (5, "乙"), (6, "丙"), (6, "丁")]),
    "in a quote": ("# 甲\n\n> ## 乙\n\n## 丙", [(4, "甲"), (5, "乙"), (5, "丙")]),
    "in a list": ("# 甲\n\n- ### 乙\n\n## 丙", [(4, "甲"), (5, "乙"), (5, "丙")]),
    "with marks": ("# **甲**", [(4, "甲")]),
    "empty": ("# 甲\n\n# \n\n## 乙", [(4, "甲"), (5, "乙")]),
    "empty, and higher than the next": ("# \n\n## 甲", [(4, "甲")]),
    "a break alone": ("# <br>", []),
    "a blank alone": ("# &#160;", []),
    "an invisible mark alone": (f"# {MARK}", []),
    "a picture without words": ("# ![](b.jpg)", []),
    "in a note, where none can stand": ("### 甲[^1]\n\n### 乙\n\n[^1]: ### 丙", [(4, "甲"), (4, "乙")]),
}

HEAD_AND_BODY = "| 甲[^1] |\n|---|\n| 乙[^1] |\n\n丙[^1]\n\n[^1]: 注"

NOTES: dict[str, tuple[str, Pieces]] = {
    "where it is called": ("甲[^1]乙\n\n[^1]: 注", [paragraph("甲", note(1, "注"), "乙")]),
    "in the order of calls": (
        "甲[^二]乙[^一]\n\n[^一]: 注一\n[^二]: 注二",
        [paragraph("甲", note(1, "注二"), "乙", note(2, "注一"))],
    ),
    "called twice": ("甲[^1]乙[^1]\n\n[^1]: 注", [paragraph("甲", note(1, "注"), "乙", again(1))]),
    "of paragraphs": (
        "甲[^1]\n\n[^1]: 注\n\n    又注",
        [paragraph("甲", note(1, paragraph("注"), paragraph("又注")))],
    ),
    "with marks": (
        "甲[^1]\n\n[^1]: 注**意**",
        [paragraph("甲", note(1, "注", {"kind": "strong", "children": ["意"]}))],
    ),
    "called from a heading": (
        "# 甲[^1]\n\n[^1]: 注",
        [{"kind": "heading", "level": 4, "children": ["甲", note(1, "注")]}],
    ),
    "called from an empty heading": ("# [^1]\n\n[^1]: 注", [note(1, "注", kind="left-note")]),
    "called from a table's head alone": (
        "| 甲[^1] |\n|---|\n\n[^1]: 注",
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [{"head": True, "cells": [{"align": "", "children": ["甲", again(1, left=True)]}]}],
            },
            note(1, "注", kind="left-note"),
        ],
    ),
    "called from a table's head and below": (
        HEAD_AND_BODY,
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [
                    {"head": True, "cells": [{"align": "", "children": ["甲", again(1, left=True)]}]},
                    {"head": False, "cells": [{"align": "", "children": ["乙", note(1, "注")]}]},
                ],
            },
            paragraph("丙", again(1)),
        ],
    ),
    "called from a note alone": (
        "甲[^1]\n\n[^1]: 注[^2]\n[^2]: 又注",
        [paragraph("甲", note(1, "注", again(2, left=True))), note(2, "又注", kind="left-note")],
    ),
    "called from a note and elsewhere": (
        "甲[^1]乙[^2]\n\n[^1]: 注[^2]\n[^2]: 又注",
        [paragraph("甲", note(1, "注", again(2)), "乙", note(2, "又注"))],
    ),
    "called from itself": ("甲[^1]\n\n[^1]: 注[^1]", [paragraph("甲", note(1, "注", again(1)))]),
    "left, and called from itself": (
        "| 甲[^1] |\n|---|\n\n[^1]: 注[^1]",
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [{"head": True, "cells": [{"align": "", "children": ["甲", again(1, left=True)]}]}],
            },
            note(1, "注", again(1, left=True), kind="left-note"),
        ],
    ),
    "never written": ("甲[^1]", [paragraph("甲[^1]")]),
    "never called": ("甲\n\n[^1]: 注", [paragraph("甲")]),
}

HEAD_LINKS: Pieces = [
    {"kind": "span", "children": ["甲", f"（{MARKED}）"]},
    " ",
    {"kind": "span", "children": [MARKED]},
]

LINKS: dict[str, tuple[str, Pieces]] = {
    "with words of its own": (f"[甲]({ADDRESS})", [paragraph(link("甲"))]),
    "that shows its address": (f"<{ADDRESS}>", [paragraph(link(MARKED, shown=""))]),
    "around marks": (
        f"[甲**乙**]({ADDRESS})",
        [paragraph(link("甲", {"kind": "strong", "children": ["乙"]}))],
    ),
    "that leads nowhere": ("[甲](javascript:x)", [paragraph({"kind": "span", "children": ["甲"]})]),
    "to a file beside the record": ("[甲](a.pdf)", [paragraph({"kind": "span", "children": ["甲"]})]),
    "in a table's head and below": (
        f"| [甲]({ADDRESS}) <{ADDRESS}> |\n|---|\n| [乙]({ADDRESS}) |",
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [
                    {"head": True, "cells": [{"align": "", "children": HEAD_LINKS}]},
                    {"head": False, "cells": [{"align": "", "children": [link("乙")]}]},
                ],
            }
        ],
    ),
    "in a note and behind it": (
        f"甲[^1][乙]({ADDRESS})\n\n[^1]: [注]({ADDRESS})",
        [paragraph("甲", note(1, link("注", flat=True)), link("乙"))],
    ),
    "in a note that is left": (
        f"| 甲[^1] |\n|---|\n\n[^1]: [注]({ADDRESS})",
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [{"head": True, "cells": [{"align": "", "children": ["甲", again(1, left=True)]}]}],
            },
            note(1, link("注", flat=True), kind="left-note"),
        ],
    ),
}

PICTURES: dict[str, tuple[str, Pieces]] = {
    "alone": ("![示例](a.jpg)", [{"kind": "photo", "photo": PHOTO}]),
    "in a paragraph": (
        "甲![示例](a.jpg)乙",
        [paragraph("甲"), {"kind": "photo", "photo": PHOTO}, paragraph("乙")],
    ),
    "in a list": (
        "- 甲\n\n  ![示例](a.jpg)",
        [
            {
                "kind": "list",
                "ordered": False,
                "tight": True,
                "items": [item(paragraph("甲"), {"kind": "photo", "photo": PHOTO})],
            }
        ],
    ),
    "in a cell": (
        "| ![示例](a.jpg) |\n|---|",
        [
            {
                "kind": "table",
                "columns": 1,
                "repeats": True,
                "rows": [{"head": True, "cells": [{"align": "", "children": [{"kind": "photo", "photo": PHOTO}]}]}],
            }
        ],
    ),
    "unknown": ("甲\n\n![示例](b.jpg)\n\n乙", [paragraph("甲"), "示例", paragraph("乙")]),
    "unknown, without words": ("甲\n\n![](b.jpg)", [paragraph("甲")]),
}


def dicts_of(value: Any) -> Iterator[dict[str, Any]]:
    """Visit every node of data, parents first, in the order in which it is set."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from dicts_of(one)


def headings_of(pieces: Pieces) -> list[tuple[int, str]]:
    """Give the headings of a passage with their levels; of what they hold, the text that does not stand in a note."""
    return [
        (one["level"], "".join(text_of(child) for child in one["children"]))
        for one in dicts_of(pieces)
        if one.get("kind") == "heading"
    ]


def text_of(piece: Piece) -> str:
    """Give the text of a piece without its notes."""
    if isinstance(piece, str):
        return piece
    return "" if piece["kind"].startswith("note") else "".join(text_of(child) for child in piece.get("children", []))


@each("name", KINDS)
def test_kind(name: str) -> None:
    """Each kind of prose has its own plain form."""
    source, expected = KINDS[name]

    assert expected == set_of(parse_prose(source))


@each("name", MEETINGS)
def test_punctuation_that_meets_where_the_font_changes(name: str) -> None:
    """Where two marks meet, what stands in the other font says that one of the two blank halves goes."""
    source, expected = MEETINGS[name]

    assert expected == set_of(parse_prose(source))


@each("name", APART)
def test_punctuation_that_does_not_meet(name: str) -> None:
    """Where there are no two blank halves, or the font does not change, nothing is taken away."""
    source, expected = APART[name]

    assert expected == set_of(parse_prose(source))


@each("name", HEADINGS)
def test_headings(name: str) -> None:
    """Headings stand below the section's without gaps; one without words goes."""
    source, expected = HEADINGS[name]

    assert expected == headings_of(passage(parse_prose(source)))


def test_headings_below_another_heading() -> None:
    """A foreword stands right under its title, so its headings are higher than those of a case."""
    pieces = passage(parse_prose("# 甲\n\n### 乙"), above=1)

    assert [(2, "甲"), (3, "乙")] == headings_of(pieces)


@pytest.mark.parametrize("written", ["#", "###", "######"])
def test_headings_around_a_note(written: str) -> None:
    """Headings in a note change nothing around it."""
    pieces = passage(parse_prose(f"### 甲[^1]\n\n### 乙\n\n[^1]: {written} 丙"))

    assert [(4, "甲"), (4, "乙")] == [one for one in headings_of(pieces) if one[1] != "丙"]


@each("name", NOTES)
def test_notes(name: str) -> None:
    """A note stands where it is first called, or comes last where no footnote can stand; other calls are numbers.

    A table's head is set again on every page, so what it calls is a number alone, as if the note were left.
    """
    source, expected = NOTES[name]

    assert expected == set_of(parse_prose(source))


@each("name", LINKS)
def test_links(name: str) -> None:
    """A link tells its address unless its words do; in a note it is flat, and in a table's head it is mere text."""
    source, expected = LINKS[name]

    assert expected == set_of(parse_prose(source))


@each("name", PICTURES)
def test_pictures(name: str) -> None:
    """A photo stands between paragraphs; one that is not there is its alternative text."""
    source, expected = PICTURES[name]

    assert expected == set_of(parse_prose(source), PHOTOS)


def test_pictures_without_photos() -> None:
    """Where no photos are given, a picture is its alternative text."""
    assert ["示例"] == set_of(parse_prose("![示例](a.jpg)"))


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *[
                "# ",
                "## ",
                "#### ",
                "- ",
                "3. ",
                "> ",
                "| ",
                " |",
                "|---|",
                "**",
                "*",
                "`",
                "```\n",
                "~~",
                "![示例](a.jpg)",
            ],
            *["[^1]", "[^2]", "\n\n[^1]: ", "\n\n[^2]: ", f"[示例]({ADDRESS})", "[", "](", "<br>", "<sub>", "</sub>"],
            *["\n", "\n\n", "  ", "    ", "示例", "大学", "a", "1", "。", "---\n", "<b>", MARK],
        ]
    ),
    max_size=40,
).map("".join)


@given(MARKDOWN | st.text())
@example(HEAD_AND_BODY)
@example("# | \n---\n<sub>")
def test_any_markdown_is_data(source: str) -> None:
    """Whatever an editor writes becomes plain data: written as JSON and read back it is the same."""
    pieces = passage(parse_prose(source), PHOTOS)

    assert pieces == json.loads(json.dumps(pieces))


@given(MARKDOWN)
@example(f"# {MARK}")
def test_any_markdown_keeps_the_rules_of_headings(source: str) -> None:
    """The first heading is the highest, none is more than one level below the one before, and none is empty."""
    found = [one for one in dicts_of(passage(parse_prose(source))) if one.get("kind") == "heading"]
    levels = [HIGHEST - 1, *(one["level"] for one in found)]

    assert [] == [pair for pair in pairwise(levels) if not HIGHEST <= pair[1] <= pair[0] + 1]
    assert [] == [one for one in found if not one["children"]]


@given(MARKDOWN)
def test_any_markdown_sets_every_note_once(source: str) -> None:
    """Every note that is called is set once, every other call of it is a number, and no piece of text is empty."""
    found = list(dicts_of(passage(parse_prose(source))))
    set_notes = [one["number"] for one in found if one.get("kind") in ("note", "left-note")]
    left = {one["number"] for one in found if one.get("kind") == "left-note"}
    calls = [one for one in found if one.get("kind") == "note-again"]

    assert sorted(set(set_notes)) == sorted(set_notes)
    assert {one["number"] for one in calls} <= set(set_notes)
    assert [] == [one for one in calls if one["number"] in left and not one["left"]]
    assert [] == [one for one in found if "" in one.get("children", [])]
