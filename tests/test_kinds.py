"""Each kind of value takes what it should, as it should, and refuses the rest under its rule's name."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.case import kinds
from generator.case.kinds import is_id, is_link, parse_number
from generator.case.programme import packaged_programme
from tests.each import each


def taken(kind: Any, given_value: object) -> Any:
    """Read a value."""
    return TypeAdapter(kind).validate_python(given_value, context={"programme": packaged_programme()})


def refused(kind: Any, given_value: object) -> str:
    """Give the type of the error that a value meets."""
    with pytest.raises(ValidationError) as caught:
        taken(kind, given_value)
    return caught.value.errors()[0]["type"]


@each(
    ("text", "expected"),
    [
        ("500", "500"),
        ("1,234,567", "1234567"),
        ("12.50", "12.50"),
        ("-3", "-3"),
        (" 7 ", "7"),
        ("0", "0"),
        ("007", "7"),
        ("1,234.8", "1234.8"),
        ("9" * 20, "9" * 20),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    """A number keeps its decimals; thousands commas may be written."""
    assert expected == str(parse_number(text))


@each(
    "text",
    [
        "",
        "500余",
        "近500",
        "2万",
        "五百",
        "５００",
        "٥٠٠",
        "1,23",
        "12,34,567",
        "1e5",
        "1.",
        ".5",
        "+1",
        "1 000",
        "NaN",
        "Infinity",
        "50%",
        "1/2",
        "--1",
    ],
)
def test_no_numbers(text: str) -> None:
    """Words, full-width digits and exponents are no plain numbers."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_number(text)

    assert caught.value.type == "number-invalid"


def test_number_too_long() -> None:
    """No reported figure has more than twenty digits."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_number("9" * 21)

    assert caught.value.type == "number-range"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_every_decimal_is_a_number(number: Decimal) -> None:
    """A decimal reads back as itself, with thousands commas too."""
    assert number == parse_number(f"{number:f}") == parse_number(f"{number:,f}")


@pytest.mark.parametrize(("text", "expected"), [("2024", 2024), (" 45 ", 45), ("0", 0)])
def test_whole_numbers(text: str, expected: int) -> None:
    """Digits are a whole number."""
    assert expected == taken(kinds.WholeNumber, text)


@each("text", ["1.5", "-1", "2024年", "２０２４", "1,000", "一"])
def test_no_whole_numbers(text: str) -> None:
    """Anything beside digits is none."""
    assert refused(kinds.WholeNumber, text) == "number-invalid"


@each(
    ("text", "expected"),
    [("true", True), ("True", True), ("是", True), ("false", False), ("FALSE", False), ("否", False), (" 是 ", True)],
)
def test_flags(text: str, *, expected: bool) -> None:
    """Yes and no are written in English or Chinese."""
    assert expected is taken(kinds.Flag, text)


@each("text", ["", "yes", "no", "1", "0", "on", "对", "√"])
def test_no_flags(text: str) -> None:
    """Other words for yes and no are refused, not guessed."""
    assert refused(kinds.Flag, text) == "flag-invalid"


@each(
    "text",
    [
        "https://www.example.edu.cn",
        "http://example.edu.cn:8080/a/b.html?c=d#e",
        "HTTPS://www.example.edu.cn/",
        "https://示例.中国/新闻/1.html",
        "mailto:office@example.edu.cn",
        "https://[2001:db8::1]/",
    ],
)
def test_links(text: str) -> None:
    """Whole http, https and mailto links may stand on a page."""
    assert is_link(text)


@each(
    "text",
    [
        "",
        "www.example.edu.cn",
        "//www.example.edu.cn",
        "https://",
        "https:www.example.edu.cn",
        "http:///a",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///C:/a.html",
        "C:\\a.html",
        "ftp://example.edu.cn",
        "mailto:",
        "mailto:office",
        "https://www.example.edu.cn/a b",
        "https://www.example.edu.cn/a\n",
        "https://[::1",
        "学校官网",
        "\x01https://www.example.edu.cn",
    ],
)
def test_no_links(text: str) -> None:
    """Other schemes, parts of links and links with white space are refused."""
    assert not is_link(text)


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for_a_link(text: str) -> None:
    """Any text is a link or not; a link has no white space and one of three schemes."""
    if is_link(text):
        assert text == "".join(text.split())
        assert text.partition(":")[0].lower() in ("http", "https", "mailto")


@each("text", ["a", "1", "2025-nau-tea", "dj-01", "a" * 60])
def test_ids(text: str) -> None:
    """Lower-case ASCII words joined by single hyphens are ids."""
    assert is_id(text)


@each("text", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "案例", "a" * 61, "a/b", "..", "a.b", "１", "a\n"])
def test_no_ids(text: str) -> None:
    """What would not be the same in every address and on every disk is none."""
    assert not is_id(text)
    assert refused(kinds.Id, text) == "id-invalid"


@each(
    ("kind", "text", "expected"),
    [
        (kinds.TaskName, "党建联建", "党建联建"),
        (kinds.TaskName, "joint-party-building", "党建联建"),
        (kinds.Province, "甘肃省", "甘肃"),
        (kinds.Province, "甘", "甘肃"),
        (kinds.Province, "gansu", "甘肃"),
        (kinds.Status, "已发布", "published"),
        (kinds.Status, "published", "published"),
        (kinds.QualifierWord, "余", "余"),
        (kinds.Level, "national", "全国团队"),
    ],
)
def test_terms(kind: Any, text: str, expected: str) -> None:
    """Every spelling of a word is read; one is kept."""
    assert expected == taken(kind, text)


@each(
    ("kind", "text"),
    [(kinds.TaskName, "党建"), (kinds.Province, ""), (kinds.Status, "Published"), (kinds.QualifierWord, "余人")],
)
def test_no_terms(kind: Any, text: str) -> None:
    """Words that are in no list are refused."""
    assert refused(kind, text) == "term-unknown"


@each(
    ("text", "expected"),
    [
        ("", "string_too_short"),
        ("  ", "string_too_short"),
        ("甲" * 101, "string_too_long"),
        ("甲\n乙", "line-break"),
        ("甲\r乙", "line-break"),
        ("甲\x07乙", "character-invisible"),
        ("甲\x85乙", "character-invisible"),
    ],
)
def test_no_lines(text: str, expected: str) -> None:
    """A line is short, whole and without control characters."""
    assert expected == refused(kinds.Line, text)


@each(("text", "expected"), [(" 甲 ", "甲"), ("甲\n", "甲"), ("甲\t乙", "甲\t乙"), ("甲" * 100, "甲" * 100)])
def test_lines(text: str, expected: str) -> None:
    """White space around a line is dropped; a tab inside it is let through."""
    assert expected == taken(kinds.Line, text)


@pytest.mark.parametrize(("text", "expected"), [("甲乙", "string_too_short"), ("甲" * 6, "string_too_long")])
def test_line_limits(text: str, expected: str) -> None:
    """A field may set its own limits."""
    assert expected == refused(kinds.line(5, shortest=3), text)
