"""Durations are read however they are usually written, and said to readers and machines."""

import pytest
from pydantic_core import PydanticCustomError

from generator.case.duration import iso, parse_duration, spoken
from tests.each import each


@each(
    ("text", "expected"),
    [
        ("5:30", "5:30"),
        ("5：30", "5:30"),
        ("00:05:30", "5:30"),
        ("1:05:30", "1:05:30"),
        ("0:45", "0:45"),
        ("90:00", "1:30:00"),
        ("12", "12:00"),
        ("90", "1:30:00"),
        ("5分30秒", "5:30"),
        ("5分30", "5:30"),
        ("5分钟", "5:00"),
        ("45秒", "0:45"),
        ("90秒", "1:30"),
        ("1小时5分", "1:05:00"),
        ("1小时 5 分钟 30 秒", "1:05:30"),
        ("24小时", "24:00:00"),
    ],
)
def test_duration(text: str, expected: str) -> None:
    """A duration is read however it is usually written, and kept in one way."""
    assert expected == parse_duration(text) == parse_duration(expected)


@each(
    "text",
    ["", "0", "0:00", "5:75", "1:75:00", "1小时75分", "五分半", "5.5", "-5", "5:3", "25小时", "1:2:3:4", "5′30″"],
)
def test_duration_refused(text: str) -> None:
    """What is no time, nothing, more than a day or not in its parts is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_duration(text)

    assert "duration-invalid" == caught.value.type


@each(
    ("duration", "words", "code"),
    [
        ("5:30", "5分30秒", "PT5M30S"),
        ("5:00", "5分", "PT5M"),
        ("0:45", "45秒", "PT45S"),
        ("1:05:00", "1小时5分", "PT1H5M"),
        ("1:00:09", "1小时9秒", "PT1H9S"),
        ("24:00:00", "24小时", "PT24H"),
    ],
)
def test_duration_told(duration: str, words: str, code: str) -> None:
    """Parts that are nothing are not said."""
    assert (words, code) == (spoken(duration), iso(duration))
