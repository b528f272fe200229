"""YAML is read strictly: text stays text, every value knows its place, and what is wrong is reported at its place."""

from typing import TypeVar

import pytest

from generator.reading.checks.syntax_invalid import WORDING
from generator.reading.documents import Document, parse_document
from generator.reading.fault import BytesFault, EncodingFault, Fault, LimitFault, RepeatedKeyFault, SyntaxFault
from generator.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from generator.reading.lines import Lines
from generator.reading.syntax import KINDS
from tests.each import each

F = TypeVar("F", bound=Fault)

KEYS = frozenset({"title", "标题", "task", "period", "start", "end", "summary", "成果"})


def read(text: str | bytes) -> Document:
    """Read a text with the keys above known."""
    return parse_document("cases/x/case.yml", text.encode() if isinstance(text, str) else text, KEYS)


def rules(document: Document) -> list[tuple[str, int, int]]:
    """Give rule, line and column of each fault."""
    return [(fault.rule, fault.place.line, fault.place.column) for fault in document.faults]


def only(document: Document, kind: type[F]) -> F:
    """Give the document's one fault, which is of this kind."""
    (fault,) = document.faults
    assert isinstance(fault, kind)
    return fault


@each("text", ["NO", "010", "1:30", "2024-09-01", "1e3", "0x10", "~", "null", "true", "1_000", "+1", ".5", "是"])
def test_values_stay_text(text: str) -> None:
    """YAML 1.1's guesses never happen: `NO` is no boolean and `010` no octal number."""
    assert read(f"value: {text}\n").value == {"value": text}


@each(
    ("text", "expected"),
    [
        pytest.param("title:\n", {"title": None}, id="empty"),
        pytest.param('title: ""\n', {"title": ""}, id="quoted-empty"),
        pytest.param("list:\n- a\n-\n", {"list": ["a", None]}, id="empty-item"),
        pytest.param("\ufefftitle: 甲\n", {"title": "甲"}, id="byte-order-mark"),
        pytest.param("title: 甲\r\ntask: 乙\r\n", {"title": "甲", "task": "乙"}, id="windows-line-ends"),
        pytest.param("title: 甲\rtask: 乙\r", {"title": "甲", "task": "乙"}, id="old-mac-line-ends"),
        pytest.param("title:\t甲\n", {"title": "甲"}, id="tab-after-colon"),
        pytest.param("---\ntitle: 甲\n...\n", {"title": "甲"}, id="document-marks"),
        pytest.param("a: {b: [c, {d: e}]}\n", {"a": {"b": ["c", {"d": "e"}]}}, id="flow"),
        pytest.param("a: |\n  标题：不是字段\n  title：也不是\n", {"a": "标题：不是字段\ntitle：也不是\n"}, id="block"),
        pytest.param("a:\n- |\n  标题：不是字段\n", {"a": ["标题：不是字段\n"]}, id="block-in-list"),
        pytest.param("a: 我们的\n  成果：很多\n", {"a": "我们的 成果：很多"}, id="continued"),
        pytest.param('a: "我们的\n  成果：很多"\n', {"a": "我们的 成果：很多"}, id="continued-quoted"),
        pytest.param('a: "我们的\n\t成果很多"\n', {"a": "我们的 成果很多"}, id="tab-in-quotes"),
        pytest.param("# 说明\ntitle: 甲 # 注\n", {"title": "甲"}, id="comments"),
    ],
)
def test_reading(text: str, expected: object) -> None:
    """What is right is read without a fault."""
    document = read(text)

    assert (expected, ()) == (document.value, document.faults)


PLACES = 'title: 案例\nperiod:\n  start: 2024\n  end:\noutcomes:\n- what: "茶"\n  value: 5\n'


@each(
    ("path", "key", "expected"),
    [
        pytest.param(("title",), False, (1, 8, 2), id="text"),
        pytest.param(("title",), True, (1, 1, 5), id="key"),
        pytest.param(("period",), False, (2, 1, 6), id="mapping-at-its-key"),
        pytest.param(("period", "start"), False, (3, 10, 4), id="nested"),
        pytest.param(("period", "end"), False, (4, 3, 3), id="empty-at-its-key"),
        pytest.param(("outcomes", 0), False, (6, 3, 9), id="item"),
        pytest.param(("outcomes", 0, "what"), False, (6, 9, 3), id="quoted"),
        pytest.param(("outcomes", 0, "unit"), False, (6, 3, 9), id="missing-at-its-parent"),
        pytest.param(("outcomes", 7), False, (5, 1, 8), id="missing-item"),
        pytest.param(("branch",), False, (1, 1, 9), id="missing-at-the-record"),
        pytest.param((), False, (1, 1, 9), id="record"),
    ],
)
def test_places(path: tuple[str | int, ...], key: bool, expected: tuple[int, int, int]) -> None:  # noqa: FBT001 (a parameter)
    """Every value and key knows its line, column and width; what is missing points at its parent."""
    place = read(PLACES).place(path, key=key)

    assert expected == (place.line, place.column, place.width)


def test_place_carries_its_line() -> None:
    """A place brings the whole line along, to be shown."""
    assert read(PLACES).place(("period", "start")).excerpt == "  start: 2024"


@each(
    ("path", "needle", "expected"),
    [
        pytest.param(("a",), "茶", (1, 6, 1), id="same-line"),
        pytest.param(("b",), "第二", (4, 3, 2), id="block"),
        pytest.param(("b",), "没有", (2, 4, 1), id="not-found"),
        pytest.param(("c",), "茶", (1, 1, 6), id="missing"),
    ],
)
def test_place_of_a_text(path: tuple[str, ...], needle: str, expected: tuple[int, int, int]) -> None:
    """A text inside a value is found where it is, else the value."""
    place = read("a: 绿色茶\nb: |\n  第一\n  第二\n").place_of(path, needle)

    assert expected == (place.line, place.column, place.width)


@each(
    ("kind", "text", "place"),
    [
        ("quote-open", 'title: "没有结束\ntask: 甲\n', (1, 8)),
        ("quote-open", "title: '没有结束\ntask: 甲\n", (1, 8)),
        ("quote-open", '"title: 甲\ntask: 乙\n', (1, 1)),
        ("after-quote", 'title: "甲"乙\n', (1, 11)),
        ("after-quote", 'list:\n  - "甲"乙\n', (2, 8)),
        ("after-quote", "list: [甲], 乙]\n", (1, 10)),
        ("escape", 'title: "甲\\丁"\n', (1, 10)),
        ("escape", 'title: "\\u12"\n', (1, 11)),
        ("bracket-open", "list: [甲, 乙\ntask: 丙\n", (1, 7)),
        ("brace-open", "period: {start: 2024\ntask: 丙\n", (1, 9)),
        ("documents", "title: 甲\n---\ntitle: 乙\n", (2, 1)),
        ("colon-inside", "title: 甲: 乙\n", (1, 9)),
        ("colon-tight", "title:甲\ntask: 乙\n", (1, 6)),
        ("colon-tight", "task: 乙\ntitle:甲\n", (2, 6)),
        ("colon-tight", "a: 乙\n\ntitle:甲\n\nb: c\n", (3, 6)),
        ("colon-missing", "title: 甲\n一段文字\ntask: 乙\n", (2, 1)),
        ("colon-missing", "summary: |\n没有缩进\ntask: 甲\n", (2, 1)),
        ("indent-deep", "title: 甲\n  task: 乙\n", (2, 3)),
        ("indent", "period:\n    start: 2024\n  end: 2025\n", (3, 3)),
        ("indent", "a: |\n   深\n  浅\nb: c\n", (3, 3)),
        ("dash-inside", "list: - 甲\n", (1, 7)),
        ("dash-lost", "title: 甲\n- 乙\n", (2, 1)),
        ("block-header", "summary: |文字\n", (1, 10)),
        ("block-header", "summary: >文字\n", (1, 10)),
        ("character", "title: @甲\n", (1, 8)),
        ("character", "title: `甲`\n", (1, 8)),
        ("character", "title: %甲\n", (1, 8)),
        ("character", "title: ,甲\n", (1, 8)),
        ("not-mapping", "一段文字\n", (1, 1)),
        ("not-mapping", "# 说明\n- 甲\n- 乙\n", (2, 1)),
        ("other", "%YAML 9.9\n---\ntitle: 甲\n", (1, 1)),
    ],
)
def test_broken_text(kind: str, text: str, place: tuple[int, int]) -> None:
    """What breaks the text is named and reported where it began, not where libyaml stumbled."""
    fault = only(read(text), SyntaxFault)

    assert ("syntax-invalid", kind, place) == (
        fault.rule,
        fault.kind,
        (fault.place.line, fault.place.column),
    )


def test_noticed_line_exists() -> None:
    """The line where the reader noticed is never behind the end of the file."""
    assert only(read('title: "没有结束'), SyntaxFault).noticed == 1


def test_every_kind_is_worded() -> None:
    """Each kind of broken text has its own words, and no words are left over."""
    assert set(WORDING) == KINDS | {"inside-brackets"}


@each(
    ("text", "expected"),
    [
        pytest.param("a: &b c\nd: *b\n", [("anchor-used", 1, 4), ("anchor-used", 2, 4)], id="anchor"),
        pytest.param("a:\t&b c\n", [("anchor-used", 1, 4)], id="anchor-after-tab"),
        pytest.param("a: *b\n", [("anchor-used", 1, 4)], id="alias-of-nothing"),
        pytest.param("a: **粗**\n", [("anchor-used", 1, 4)], id="markdown"),
        pytest.param("a: &注意\n", [("anchor-used", 1, 4)], id="chinese-anchor"),
        pytest.param("a:\n  <<: b\n", [("anchor-used", 2, 3)], id="merge"),
        pytest.param("a: !b c\n", [("tag-used", 1, 4)], id="tag"),
        pytest.param("a: !!python/object:os.system c\n", [("tag-used", 1, 4)], id="python-tag"),
        pytest.param("a: !重要\n", [("tag-used", 1, 4)], id="chinese-tag"),
        pytest.param("? [a]\n: b\n", [("key-invalid", 1, 3)], id="list-as-key"),
        pytest.param("a: {{b}}\n", [("key-invalid", 1, 5)], id="template-marks"),
        pytest.param("a: b\nc: d\na: e\n", [("key-repeated", 3, 1)], id="repeated"),
        pytest.param("", [("record-empty", 1, 1)], id="nothing"),
        pytest.param("\n# 说明\n\n", [("record-empty", 1, 1)], id="comments-only"),
        pytest.param("{}\n", [("record-empty", 1, 1)], id="no-keys"),
    ],
)
def test_what_records_must_not_use(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Anchors, aliases, merges, tags, odd keys and empty files are faults with places."""
    assert expected == rules(read(text))


def test_repeated_key_names_the_first() -> None:
    """A repeated key keeps the first value and tells its line."""
    document = read("a:\n  b: 1\n  b: 2\n")
    fault = only(document, RepeatedKeyFault)

    assert ({"a": {"b": "1"}}, ("a",), 2) == (document.value, fault.path, fault.first)


@each(
    "text",
    [
        pytest.param("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, id="brackets"),
        pytest.param("a: " + "[ " * 200_000, id="brackets-apart"),
        pytest.param("{a: " * 100_000, id="braces"),
        pytest.param("? " * 200_000, id="question-marks"),
        pytest.param("- " * 200_000, id="dashes"),
        pytest.param("- ? " * 100_000, id="mixed"),
        pytest.param("".join(f"{' ' * depth}a:\n" for depth in range(900)), id="indents"),
        pytest.param("".join(f"{' ' * depth}a:\n" for depth in range(MAX_DEPTH + 1)), id="just-too-deep"),
    ],
)
def test_depth_is_limited(text: str) -> None:
    """Deep nesting is a fault; libyaml's composer would end the process."""
    assert only(read(text), LimitFault).rule == "record-too-deep"


def test_depth_that_is_allowed() -> None:
    """Up to the limit nesting is fine."""
    depth = MAX_DEPTH - 1
    document = read("a: " + "[" * depth + "甲" + "]" * depth)

    assert document.faults == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"a: " + b"x" * MAX_BYTES, BytesFault, id="bytes"),
        pytest.param(b"a:\n" + b"- x\n" * MAX_NODES, LimitFault, id="items"),
        pytest.param(b"".join(b"k%d: v\n" % n for n in range(MAX_NODES)), LimitFault, id="keys"),
    ],
)
def test_size_is_limited(data: bytes, kind: type[LimitFault]) -> None:
    """A file too large is one fault; nothing in it is looked at."""
    document = read(data)

    assert ("record-too-large", {}) == (only(document, kind).rule, document.value)
    assert type(document.faults[0]) is kind


def test_links_in_prose_are_no_nesting() -> None:
    """Many brackets in prose cost time, but are no fault."""
    text = "a: |\n" + "  [链接](https://www.example.edu.cn)\n" * 300

    assert read(text).faults == ()


GOOD = "title: 数字党课进社区\nsummary: 共上党课。\n"


@each(
    ("data", "encoding", "place"),
    [
        pytest.param(GOOD.encode("gbk"), "GBK", (1, 8), id="gbk"),
        pytest.param((GOOD + "a: 㐀\n").encode("gb18030"), "GB18030", (1, 8), id="gb18030"),
        pytest.param(GOOD.encode("utf-16"), "UTF-16", (1, 1), id="utf-16"),
        pytest.param(GOOD.encode("utf-16-le"), "UTF-16", (1, 1), id="utf-16-le"),
        pytest.param(GOOD.encode("utf-16-be"), "UTF-16", (1, 1), id="utf-16-be"),
        pytest.param(GOOD.encode() + b"a: \xff\n", "", (3, 4), id="one-bad-byte"),
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode() + b"a: \xe4\n", "", (3, 4), id="with-mark"),
        pytest.param(b"\xff\xfa\x80\xff", "", (1, 1), id="no-text"),
    ],
)
def test_other_encodings(data: bytes, encoding: str, place: tuple[int, int]) -> None:
    """Text that is not UTF-8 is reported with its encoding's name, at the first Chinese or broken character."""
    fault = only(read(data), EncodingFault)

    assert ("encoding-wrong", encoding, place) == (
        fault.rule,
        fault.encoding,
        (fault.place.line, fault.place.column),
    )


def test_gbk_excerpt_can_be_read() -> None:
    """The line of a GBK file is shown as its author sees it."""
    assert only(read(GOOD.encode("gbk")), EncodingFault).place.excerpt == "title: 数字党课进社区"


@each(
    ("text", "expected"),
    [
        pytest.param("title：甲\n", {"title": "甲"}, id="alone"),
        pytest.param("title：甲\ntask: 乙\n", {"title": "甲", "task": "乙"}, id="first"),
        pytest.param("task: 乙\ntitle：甲\n", {"title": "甲", "task": "乙"}, id="last"),
        pytest.param("title： 甲\n", {"title": "甲"}, id="with-space"),
        pytest.param(
            "period：\n  start：2024\n  end: 2025\n", {"period": {"start": "2024", "end": "2025"}}, id="nested"
        ),
        pytest.param("a:\n- title：甲\n  task：乙\n", {"a": [{"title": "甲", "task": "乙"}]}, id="in-list"),
        pytest.param("标题：甲：乙\n", {"标题": "甲：乙"}, id="label"),
        pytest.param("title：|\n  标题：甲\n", {"title": "标题：甲\n"}, id="block"),
    ],
)
def test_full_width_colons_are_read_through(text: str, expected: object) -> None:
    """A full-width colon after a key is a fault, and the rest is read as if it were right."""
    document = read(text)

    assert expected == document.value
    assert {fault.rule for fault in document.faults} == {"colon-full-width"}


def test_places_after_a_repaired_colon() -> None:
    """Places on a repaired line are those of the text as written."""
    document = read("标题：甲乙\nperiod：\n  start：2024\n")
    places = [document.place(path) for path in (("标题",), ("period", "start"))]

    assert [(1, 4, 2), (3, 9, 4)] == [(place.line, place.column, place.width) for place in places]
    assert [("colon-full-width", 1, 3), ("colon-full-width", 2, 7), ("colon-full-width", 3, 8)] == rules(document)


def test_error_after_a_repaired_colon() -> None:
    """Another fault on the same line is reported at its place in the text as written."""
    assert [("colon-full-width", 1, 6), ("syntax-invalid", 1, 8)] == rules(read("title：甲: 乙\n"))


def test_unknown_key_with_full_width_colon() -> None:
    """A misspelt key with a full-width colon breaks the text and is still reported as what it is."""
    assert [("colon-full-width", 2, 6)] == rules(read("task: 甲\ntitel：乙\nsummary: 丙\n"))


def test_tabs_are_read_through() -> None:
    """Tabs as indents are faults, once a line, and the rest is read as if they were spaces."""
    document = read("period:\n\tstart: 2024\n\t\nlist:\n-\ttitle: 甲\n\ttask: 乙\nsummary: |\n  丙\n  \t丁\n")

    assert document.value == {
        "period": {"start": "2024"},
        "list": [{"title": "甲", "task": "乙"}],
        "summary": "丙\n\t丁\n",
    }
    assert [("tab-indent", line, column) for line, column in ((2, 1), (3, 1), (5, 2), (6, 1))] == rules(document)


def test_places_after_a_repaired_tab() -> None:
    """Places behind tabs are those of the text as written, a full-width colon on the same line included."""
    document = read("period:\n\tstart：2024\n\tend: 2025\n")
    places = [document.place(("period", key)) for key in ("start", "end")]

    assert [(2, 8, 4), (3, 7, 4)] == [(place.line, place.column, place.width) for place in places]


def test_tabs_explain_what_they_break() -> None:
    """Where a tab makes the indent unclear, only the tab is reported."""
    assert {"tab-indent"} == {rule for rule, _, _ in rules(read("a:\n    b: 1\n\tc: 2\n"))}


@each("character", ["\x00", "\x07", "\x0b", "\x7f", "\x9f", "\uffff"])
def test_invisible_characters_are_read_through(character: str) -> None:
    """Control characters are faults, and the rest is read."""
    document = read(f"title: 甲\ntask: 乙{character}丙\n")

    assert [("character-invisible", 2, 8)] == rules(document)
    assert document.value == {"title": "甲", "task": "乙 丙"}


def test_many_invisible_characters() -> None:
    """Twenty of them are enough to tell that a file is no text."""
    assert len(read("title: " + "\x07" * 1_000).faults) == 20


@each("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_end_as_libyaml_counts(end: str) -> None:
    """Positions in the text agree with libyaml's marks for every line end that YAML knows."""
    text = f"甲{end}乙{end}丙"
    lines = Lines(text)

    assert (["甲", "乙", "丙"], (2, 0)) == (lines.all, lines.position(text.index("丙")))
    assert text.index("乙") == lines.offset(1, 0)


@each(
    ("line", "column", "expected"),
    [
        pytest.param(0, 1, (1, 2, 1), id="inside"),
        pytest.param(0, 99, (1, 3, 1), id="behind-the-line"),
        pytest.param(99, 0, (2, 1, 1), id="behind-the-end"),
        pytest.param(-1, -1, (1, 1, 1), id="before-the-start"),
    ],
)
def test_places_outside_are_moved_inside(line: int, column: int, expected: tuple[int, int, int]) -> None:
    """A place is always one that exists."""
    place = Lines("甲乙\n丙").place(line, column)

    assert expected == (place.line, place.column, place.width)
