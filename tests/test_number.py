"""Numbers are written so that readers take in their size, and never say more or less than is known."""

from decimal import Decimal

from generator.outputs.views.number import grouped, in_large_units, percent
from tests.each import each


@each(
    ("number", "expected"),
    [
        (0, "0"),
        (9999, "9999"),
        (10_000, "10,000"),
        (17_832, "17,832"),
        (-12_345, "-12,345"),
        (Decimal("2.50"), "2.50"),
        (Decimal("4.2E+4"), "42,000"),
    ],
)
def test_grouped(number: int | Decimal, expected: str) -> None:
    """A number is written in full, with commas from 10,000 on, and never with an exponent."""
    assert expected == grouped(number)


@each(
    ("amount", "expected"),
    [
        ("0", "0"),
        ("363", "363"),
        ("9999", "9999"),
        ("10000", "1万"),
        ("14500", "1.45万"),
        ("17832", "17,832"),
        ("12000000", "1200万"),
        ("99990000", "9999万"),
        ("120000000", "1.2亿"),
        ("174300000", "17,430万"),
        ("123456789", "123,456,789"),
        ("1234500000000", "12,345亿"),
        ("4.2E+4", "4.2万"),
        ("1E+8", "1亿"),
        ("12.50", "12.5"),
        ("200.0", "200"),
        ("123456.78", "123,456.78"),
        ("1234567890123456789012345678901.5", "1,234,567,890,123,456,789,012,345,678,901.5"),
    ],
)
def test_large_amounts(amount: str, expected: str) -> None:
    """万 and 亿 stand where two decimals are enough; otherwise every digit is written."""
    assert expected == in_large_units(Decimal(amount))


@each(
    ("part", "whole", "expected"),
    [
        (1, 8, "12.5%"),
        (17, 100, "17.0%"),
        (3, 3, "100%"),
        (0, 3, "0%"),
        (17_831, 17_832, ">99.9%"),
        (1, 17_832, "<0.1%"),
    ],
)
def test_share(part: int, whole: int, expected: str) -> None:
    """A share has one decimal, but all and nothing have none, and nothing else is called all or nothing."""
    assert expected == percent(part, whole)
