"""Dates and periods, in every form that tables have."""

from generator.intake.dates import Dates, read_dates
from tests.each import each


@each(
    ("text", "expected"),
    [
        ("2024", Dates("2024")),
        ("2024年", Dates("2024")),
        ("2024.9.1", Dates("2024-09-01")),
        ("2024/9/1", Dates("2024-09-01")),
        ("2024-09-01 00:00:00", Dates("2024-09-01")),
        ("2024年9月", Dates("2024-09")),
        ("2024-09", Dates("2024-09")),
        ("2024.10", Dates("2024-10")),
        ("２０２４年９月", Dates("2024-09")),
        ("二〇二四年九月十二日", Dates("2024-09-12")),
        ("20240901", Dates("2024-09-01")),
        ("202409", Dates("2024-09")),
        ("2024年9月至2025年6月", Dates("2024-09", "2025-06")),
        ("2024.9-2025.6", Dates("2024-09", "2025-06")),
        ("2024-09-01—2025-06-30", Dates("2024-09-01", "2025-06-30")),
        ("2024年9-12月", Dates("2024-09", "2024-12")),
        ("2024.9-12", Dates("2024-09", "2024-12")),
        ("2024年9月1日-3日", Dates("2024-09-01", "2024-09-03")),
        ("2024.9.1-9.15", Dates("2024-09-01", "2024-09-15")),
        ("2023—2025年", Dates("2023", "2025")),
        ("自2024年3月以来", Dates("2024-03")),
        ("2024年9月至今", Dates("2024-09")),
        ("45536", Dates("2024-09-01", doubt="由日期的序列数 45536 换算")),
        ("2024-2025学年", Dates("2024", "2025", "时间里的“学年”没有用上")),
        ("2024年上半年", Dates("2024", doubt="时间里的“上半年”没有用上")),
        ("2025年6月至2024年9月", Dates("2025-06", "2024-09", "结束在开始以前")),
        ("2023年5月、2024年5月、2022年5月", Dates("2022-05", "2024-05", "写了几个时间，取最早和最晚的")),
    ],
)
def test_dates_are_read(text: str, expected: Dates) -> None:
    """A date keeps its precision; what is not quite clear is said."""
    assert read_dates(text) == expected


@each("text", ["长期", "2025.6.31", "", "24年9月", "每周三"])
def test_what_is_no_date_is_none(text: str) -> None:
    """Nothing is made of what is no date, or none that there is."""
    assert read_dates(text) is None


def test_a_number_may_have_lost_its_last_digit() -> None:
    """2024.1 in a cell for numbers may have been typed as 2024.10, and a first day as the month; texts are sure."""
    assert read_dates("2024.1") == Dates("2024-01")
    assert read_dates("2024.1", is_numeric=True) == Dates(
        "2024-01", doubt="表里是数 2024.1 一类，可能是 1 月，也可能是 10 月"
    )
    assert read_dates("2024-09-01", is_numeric=True) == Dates(
        "2024-09-01", doubt="表里是日期，“1 日”可能是表格软件补上的"
    )
