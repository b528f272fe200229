"""What a quick look at a record says about its keys is what YAML says, or nothing."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.case.model import Case
from generator.case.names import Names
from generator.case.programme import packaged_programme
from generator.intake.matching import Identity, identity_of, plain_identity
from generator.reading.documents import Document, parse_document
from generator.reading.labels import known_keys
from generator.reading.plain_keys import Entry, plain_entries
from tests.each import each

RECORDS = sorted((Path(__file__).parents[1] / "cases").glob("*/case.yml"))
KEYS = ("title", "universities")
PIECES = st.sampled_from(
    (
        *(
            "title: 甲乙",
            "title:丙",
            "title : 丁",
            'title: "戊"',
            "title: 己 # 注",
            "title: 庚：辛",
            "title:",
            "标题: 壬",
        ),
        *(
            "universities:",
            "- 示例大学",
            "  - 示例学院",
            "universities: 示例大学",
            "universities: [示例大学]",
            "university: 子",
        ),
        *(
            "summary: |",
            "  title: 里面",
            "\ttitle: 里面",
            "# title: 注",
            "",
            "  ",
            "branch: 示例支部",
            "branch: - 甲",
            "---",
        ),
        *(
            "branch: ~",
            "branches: '示例支部'",
            "title: >",
            "  折行",
            "{title: 癸}",
            "﻿title: 末",
            "- title: 项",
            "...",
            "?",
        ),
    )
)


def parsed(data: bytes) -> Document:
    """Read a record as YAML."""
    return parse_document("x", data, known_keys(Case, packaged_programme().labels))


def known_by(document: Document) -> Identity:
    """Give by what a record is known."""
    return identity_of(document.value, Names())


def test_entries_are_read_line_by_line() -> None:
    """A key has the rest of its line and the lines below that belong to it; comments, blanks and CRLF do not count."""
    text = "title: 甲\r\nuniversities:\r\n- 乙\r\n\r\n  - 丙\r\n# 注\r\nsummary: |\r\n  title: 丁\r\n"

    assert plain_entries(text.encode("utf-8-sig"), KEYS) == {
        "title": Entry("甲", ()),
        "universities": Entry("", ("- 乙", "  - 丙")),
    }


@each("text", ["{title: 甲}", "title : 甲", "标题: 甲", "title: 甲\ntitle: 乙", "title：甲", "title:甲"])
def test_what_only_yaml_can_tell_is_left_to_it(text: str) -> None:
    """Another way of writing gives nothing at all."""
    assert plain_entries(text.encode(), KEYS) is None


@each("text", ["", '"甲"', "甲 # 注", "甲: 乙", "[甲]", "|", "&a 甲", "- 甲"])
def test_texts_that_may_be_something_else_are_left_to_yaml(text: str) -> None:
    """A text with a sign of YAML's is none."""
    assert Entry(text, ()).text is None


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_real_records_are_known_by_the_same(path: Path) -> None:
    """A real record is known by the same, however it is read."""
    data = path.read_bytes()

    assert plain_identity(data, Names()) in (None, known_by(parsed(data)))


@given(st.lists(PIECES, max_size=8).map("\n".join))
def test_every_record_is_known_by_the_same(text: str) -> None:
    """However lines follow each other, the quick look says what YAML says, or nothing."""
    quick, document = plain_identity(text.encode(), Names()), parsed(text.encode())

    assert quick is None or (text.strip() and document.root is None) or quick == known_by(document)
