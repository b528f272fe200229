"""Dates known to the year, the month or the day are read, ordered and shown."""

from datetime import date as day

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.model import Period
from tests.each import each


class Holder(BaseModel):
    """Something that has a date."""

    date: PartialDate


@each(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-09", "2024-09"),
        ("2024-9", "2024-09"),
        ("2024-09-01", "2024-09-01"),
        ("2024-9-1", "2024-09-01"),
        (" 2024\n", "2024"),
        ("2024-02-29", "2024-02-29"),
        ("2000-02-29", "2000-02-29"),
        ("1900", "1900"),
        ("2100-12-31", "2100-12-31"),
    ],
)
def test_reading(text: str, expected: str) -> None:
    """A date reads back as written, with zeros filled in."""
    assert expected == str(PartialDate.parse(text))


@each(
    ("text", "reason"),
    [
        ("2024-13", "月份只能是 01 到 12。"),
        ("2024-00", "月份只能是 01 到 12。"),
        ("2024-13-01", "月份只能是 01 到 12。"),
        ("2023-02-29", "2023年2月只有 28 天，日只能是 01 到 28。"),
        ("2024-04-31", "2024年4月只有 30 天，日只能是 01 到 30。"),
        ("2024-01-00", "2024年1月只有 31 天，日只能是 01 到 31。"),
        ("1900-02-29", "1900年2月只有 28 天，日只能是 01 到 28。"),
        ("1899", "年份应在 1900 到 2100 之间。"),
        ("2101-01", "年份应在 1900 到 2100 之间。"),
        ("0000", "年份应在 1900 到 2100 之间。"),
    ],
)
def test_days_that_do_not_exist(text: str, reason: str) -> None:
    """A day that is in no calendar is refused, with the reason."""
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)

    assert ("date-invalid", reason) == (caught.value.type, caught.value.message())


@each(
    "text",
    [
        "",
        "去年",
        "24-09-01",
        "2024/09/01",
        "2024.9",
        "2024年9月1日",
        "2024-09-01 08:00",
        "2024--9",
        "2024-",
        "-2024",
        "２０２４",
        "2024－09",
        "٢٠٢٤",
        "2024-09-01-01",
        "20240901",
    ],
)
def test_other_forms(text: str) -> None:
    """Only year, month and day in ASCII digits and hyphens are a date."""
    with pytest.raises(PydanticCustomError, match="用半角数字和半角连字符"):
        PartialDate.parse(text)


def test_order() -> None:
    """Dates are in order of the first day they cover, the less precise first."""
    texts = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"]

    assert texts == [str(date) for date in sorted(map(PartialDate.parse, reversed(texts)))]


def test_equality() -> None:
    """Dates are equal when they cover the same time with the same precision."""
    assert PartialDate.parse("2024-9") == PartialDate(2024, 9)
    assert PartialDate(2024) != PartialDate(2024, 1)
    assert PartialDate(2024) != "2024"
    assert len({PartialDate(2024), PartialDate.parse("2024")}) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-02-03", (2024, 2, 3), (2024, 2, 3)),
    ],
)
def test_days_covered(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """A date knows the first and the last day that it covers."""
    date = PartialDate.parse(text)

    assert (first, last) == (date.first, date.last)


@each(
    ("date", "other", "expected"),
    [
        ("2024-06", "2024-07-01", True),
        ("2024-06", "2024-06-30", False),
        ("2024", "2024", False),
        ("2023", "2024", True),
        ("2024-06-30", "2024-07", True),
    ],
)
def test_being_over(date: str, other: str, *, expected: bool) -> None:
    """A date is over when all of it lies before the other begins."""
    assert expected is PartialDate.parse(date).is_over(PartialDate.parse(other))


@pytest.mark.parametrize(
    ("text", "expected"), [("2024", "2024年"), ("2024-09", "2024年9月"), ("2024-09-01", "2024年9月1日")]
)
def test_chinese(text: str, expected: str) -> None:
    """Readers see dates without zeros."""
    assert expected == PartialDate.parse(text).chinese


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"start": "2018", "end": "2023-06"}, "2018年—2023年6月"),
        ({"start": "2024-09-01"}, "2024年9月1日"),
        ({"start": "2024", "end": "2024"}, "2024年"),
    ],
)
def test_period(period: dict[str, str], expected: str) -> None:
    """A period is shown with a dash; one that ends when it begins is one date."""
    assert expected == Period.model_validate(period).chinese


def test_in_a_model() -> None:
    """A model reads dates from text and writes them as text; nothing else is a date."""
    assert Holder.model_validate({"date": "2024-9"}).model_dump(mode="json") == {"date": "2024-09"}
    with pytest.raises(ValidationError):
        Holder.model_validate({"date": 2024})


def test_schema() -> None:
    """The JSON Schema allows a bare year, which other YAML readers take for a number."""
    assert Holder.model_json_schema()["properties"]["date"]["anyOf"][1] == {
        "type": "integer",
        "minimum": 1900,
        "maximum": 2100,
    }


def test_repr() -> None:
    """A programmer sees the date."""
    assert repr(PartialDate(2024, 9)) == "PartialDate('2024-09')"


@given(st.dates(day(1900, 1, 1), day(2100, 12, 31)))
def test_every_day_is_a_date(date: day) -> None:
    """Every day of the calendar within the limits reads back as itself."""
    assert str(date) == str(PartialDate.parse(str(date)))


@given(st.from_regex(r"[0-9]{4}(-[0-9]{1,2}){0,2}", fullmatch=True))
def test_any_figures(text: str) -> None:
    """Whatever has a date's form is a date that reads back as itself, or is refused in our own words."""
    try:
        date = PartialDate.parse(text)
    except PydanticCustomError as refusal:
        date = None
        told = refusal.type

    assert told == "date-invalid" if date is None else PartialDate.parse(str(date)) == date
