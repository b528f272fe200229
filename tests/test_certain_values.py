"""A value that can be read in one way only is; where there are two, none is chosen."""

from generator.reading.certain_values import certain_date, certain_flag, certain_number, certain_word
from tests.each import each


@each(
    ("text", "expected"),
    [
        ("2024.9.1", "2024-09-01"),
        ("2024.9", "2024-09"),
        ("2024/09/01", "2024-09-01"),
        ("2024—09—01", "2024-09-01"),
        ("2024.09.", "2024-09"),
        ("2024年9月1日", "2024-09-01"),
        ("2024年9月1号", "2024-09-01"),
        ("2024 年 9 月", "2024-09"),
        ("2024年9月份", "2024-09"),
        ("2024年", "2024"),
        ("２０２４－０９", "2024-09"),
        ("20240901", "2024-09-01"),
        ("202409", "2024-09"),
        ("二〇二四年九月十二日", "2024-09-12"),
        ("二零二四年十一月三十日", "2024-11-30"),
        ("2024.9-1", None),
        ("2024.13", None),
        ("2024年2月30日", None),
        ("9/1/2024", None),
        ("24.9.1", None),
        ("2024年春", None),
        ("2024至2025年", None),
        ("1899年", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    """A date with its year first is read however it is punctuated."""
    assert expected == certain_date(text)


@each(
    ("text", "is_whole", "expected"),
    [
        ("５００", False, "500"),
        ("１，２００．５", False, "1,200.5"),
        ("1 200", False, "1200"),
        ("1\u00a0200", True, "1200"),
        ("−5", False, "-5"),
        ("12 34", False, None),
        ("12,00", False, None),
        ("５００人", False, None),
        ("２．５", True, None),
        ("五百", False, None),
    ],
)
def test_numbers(text: str, is_whole: bool, expected: str | None) -> None:  # noqa: FBT001 (a parameter)
    """Full-width digits and grouped thousands are a number; with a unit it is more than one."""
    assert expected == certain_number(text, is_whole=is_whole)


@each(
    ("text", "expected"),
    [
        ("对", "true"),
        ("ＹＥＳ", "true"),
        ("√", "true"),
        ("1", "true"),
        ("是。", "true"),
        ("无", "false"),
        ("No", "false"),
        ("不", None),
        ("也许", None),
        ("", None),
        ("2", None),
    ],
)
def test_flags(text: str, expected: str | None) -> None:
    """The usual words and signs for yes and no are read."""
    assert expected == certain_flag(text)


@each(
    ("text", "expected"),
    [
        ("党建 联建", "党建联建"),
        ("“党建联建”", "党建联建"),
        ("党建·联建。", "党建联建"),
        ("Ｐｕｂｌｉｓｈｅｄ", "published"),
        ("党建共建", None),
        ("A", None),
        ("——", None),
        ("", None),
    ],
)
def test_words(text: str, expected: str | None) -> None:
    """A word that differs from one of a list by blanks, punctuation, width or case is that one."""
    assert expected == certain_word(text, ["党建联建", "教育服务", "published", "a", "ａ", "…"])
