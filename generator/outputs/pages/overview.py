"""The data overview: the library in tables with bars, and what the records do not say."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.library import Library
from generator.library.statistics import Statistics, Table
from generator.outputs import addresses
from generator.outputs.page import Body, Head, Page
from generator.outputs.pages.crumbs import crumbs, describe, web_page
from generator.outputs.pages.drawing import draw
from generator.outputs.pages.link import Link
from generator.outputs.pages.total import Total, main_totals, more_totals, years_of
from generator.outputs.site import Site

_TITLE = "数据概览"
_UNKNOWN = {"also": "不兼及其他任务"}
_SEVERAL = ("also", "form", "product", "partner")
"""The facets in which a case may count in several rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its bar."""

    name: str
    uri: str
    """Empty for what is unknown."""
    count: int
    share: str
    """Of all cases: 12.5%."""
    width: str
    """The bar's, in per cent of the longest."""


@dataclass(frozen=True, slots=True)
class BarTable:
    """A count by the terms of a facet."""

    anchor: str
    label: str
    caption: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    is_empty: bool
    totals: tuple[Total, ...]
    tables: tuple[BarTable, ...]
    gaps: tuple[Row, ...]


def pages(library: Library, site: Site) -> Iterator[Page]:
    """The data overview."""
    yield Page(addresses.OVERVIEW, partial(_draw, library, site), frame=addresses.OVERVIEW)


def _draw(library: Library, site: Site) -> Body:
    statistics = library.statistics
    view = _View(
        crumbs=crumbs(Link(_TITLE, addresses.OVERVIEW)),
        title=_TITLE,
        is_empty=not statistics.cases,
        totals=main_totals(statistics) + more_totals(statistics),
        tables=tuple(_table(table, statistics.cases) for table in statistics.tables) if statistics.cases else (),
        gaps=_gaps(statistics),
    )
    description = f"{site.name}的案例按任务类型、年份、地区、工作形式等的统计，以及记录中没有写明的内容。"
    head = Head(_TITLE, description, json_ld=describe(_schema(statistics, description), way=view.crumbs))
    return draw("overview", addresses.OVERVIEW, head, view)


def _schema(statistics: Statistics, description: str) -> dict[str, object]:
    about: dict[str, object] = {
        "@type": "Dataset",
        "name": _TITLE,
        "description": description,
        "variableMeasured": [table.label for table in statistics.tables],
    }
    years = years_of(statistics)
    if years:
        about["temporalCoverage"] = years.replace("—", "/")
    return web_page("WebPage", _TITLE, addresses.OVERVIEW, description, about=about)


def _table(table: Table, total: int) -> BarTable:
    longest = max([table.unknown, *(term.count for term in table.rows)])
    rows = [_row(term.name, addresses.term_uri(term), term.count, total, longest) for term in table.rows]
    if table.unknown:
        rows.append(_row(_UNKNOWN.get(table.facet, "未注明"), "", table.unknown, total, longest))
    caption = f"按{table.label}统计的案例数"
    if table.facet in _SEVERAL:
        caption += "；一个案例可以计入多行"
    return BarTable(table.facet, table.label, caption, tuple(rows))


def _gaps(statistics: Statistics) -> tuple[Row, ...]:
    longest = max((gap.count for gap in statistics.gaps), default=0)
    return tuple(_row(gap.label, "", gap.count, statistics.cases, longest) for gap in statistics.gaps)


def _row(name: str, uri: str, count: int, total: int, longest: int) -> Row:
    return Row(name, uri, count, percent(count, total), percent(count, longest))


def percent(part: int, whole: int) -> str:
    """Tell a share with one decimal, but all and nothing without: 12.5%, 17.0%, 100%, 0%."""
    return f"{part / whole:.0%}" if part in (0, whole) else f"{part / whole:.1%}"
