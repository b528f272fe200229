"""Amounts of running text are read whichever way they are written; dates and ordinals are none."""

from decimal import Decimal

from generator.case.amounts import amounts_in, number_value, size_of
from tests.each import each


@each(
    ("text", "expected"),
    [
        ("培训1200余人次", ["1200"]),
        ("培训1,200人次", ["1200"]),
        ("培训1，200人次，户", ["1200"]),
        ("培训１２００人", ["1200"]),
        ("覆盖1.2万人次", ["12000.0"]),
        ("种了10余万亩", ["100000"]),
        ("收入3千万元", ["30000000"]),
        ("有四十八节", ["48"]),
        ("一千二百零三户", ["1203"]),
        ("三十二万亩", ["320000"]),
        ("两亿三千万元", ["230000000"]),
        ("降到百分之三十四", ["34"]),
        ("由34%降到0.6％", ["34", "0.6"]),
        ("3—5个", ["3", "5"]),
        ("十来个", ["10"]),
        ("2024年6月12日到6月15日，第三批2024级学生", []),
        ("近三年来和近5年里", []),
        ("2017—2018年，2017至2018年", []),
        ("没有数", []),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    """Digits of either width, with commas, decimals, 万 and 亿, and Han numerals give their value."""
    assert [Decimal(one) for one in expected] == [amount.value for amount in amounts_in(text)]


@each(
    ("number", "expected"),
    [
        ("十", 10),
        ("二十", 20),
        ("百", 100),
        ("一百零八", 108),
        ("二〇二四", 2024),
        ("一万二千", 12000),
        ("0.60", "0.60"),
    ],
)
def test_numbers(number: str, expected: object) -> None:
    """A number alone has its value."""
    assert Decimal(str(expected)) == number_value(number)


def test_sizes() -> None:
    """What follows a number multiplies it."""
    assert [1, 10_000, 1_000_000, 10**12] == [size_of(power) for power in ("", "万", "百万", "万亿")]


def test_places() -> None:
    """An amount knows where it stands, with what belongs to its number."""
    (amount,) = amounts_in("2024年，约１２余万人次")

    assert "约１２余万人次".replace("约", "").replace("人次", "") == "2024年，约１２余万人次"[amount.start : amount.end]
