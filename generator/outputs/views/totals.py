"""The library in a few large numbers."""

from dataclasses import dataclass

from generator.library.statistics import Statistics
from generator.outputs.views.number import grouped


@dataclass(frozen=True, slots=True)
class Total:
    """A number with its unit and what it counts."""

    number: str
    unit: str
    label: str


def main_totals(statistics: Statistics) -> tuple[Total, ...]:
    """Show cases, universities, provinces and years; what is zero or unknown is left out."""
    totals = (
        Total(grouped(statistics.cases), "个", "案例"),
        _named(statistics, "university", statistics.universities, "所", "学校"),
        Total(grouped(statistics.provinces), "个", "省级行政区"),
    )
    years = years_of(statistics)
    return (*_counted(totals), *([Total(years, "年", "起止年份")] if years else []))


def home_totals(statistics: Statistics) -> tuple[Total, ...]:
    """Show cases, universities, provinces and the places to be revitalised; what is zero is left out."""
    totals = (
        Total(grouped(statistics.cases), "个", "案例"),
        _named(statistics, "university", statistics.universities, "所", "学校"),
        Total(grouped(statistics.provinces), "个", "省级行政区"),
        Total(grouped(statistics.revitalisation), "处", "乡村振兴重点区域"),
    )
    return _counted(totals)


def more_totals(statistics: Statistics) -> tuple[Total, ...]:
    """Show places and partners; what is zero is left out."""
    totals = (
        _named(statistics, "place", statistics.places, "处", "服务地点"),
        Total(grouped(statistics.revitalisation), "处", "乡村振兴重点区域"),
        _named(statistics, "partner", statistics.partners, "家", "合作单位"),
    )
    return _counted(totals)


def years_of(statistics: Statistics) -> str:
    """Write the years of the cases: 2018—2026, 2024, or nothing."""
    first, last = statistics.first_year, statistics.last_year
    if first is None:
        return ""
    return str(first) if first == last else f"{first}—{last}"


def _named(statistics: Statistics, facet: str, number: int, unit: str, usual: str) -> Total:
    """Count by the programme's own name where it has one, and then in no unit of ours."""
    label = statistics.labels.get(facet, usual)
    return Total(grouped(number), unit if label == usual else "个", label)


def _counted(totals: tuple[Total, ...]) -> tuple[Total, ...]:
    return tuple(total for total in totals if total.number != "0")
