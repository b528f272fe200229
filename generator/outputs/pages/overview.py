"""The data overview: the library in tables and charts, and what the records do not say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.case.text import listing
from generator.case.vocabulary import PROVINCES
from generator.library.statistics import Statistics, Table
from generator.outputs.catalogue.changed_rows import NOTE
from generator.outputs.catalogue.files import URIS, Catalogue, draw_catalogue, made_from
from generator.outputs.pages.parts.bar_table import (
    BarTable,
    charted_table,
    gap_table,
    plain_table,
    sortable_table,
    table_by_task,
    yearly_table,
)
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.data_files import DataFiles, data_files, data_set
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.outcome_sums import SumRow, sum_row
from generator.outputs.pages.parts.table_chart import chart_of_shares, chart_of_years
from generator.outputs.site import addresses
from generator.outputs.site.manifest import Sum
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.number import grouped
from generator.outputs.views.totals import Total, main_totals, more_totals

_TITLE = "数据概览"
_SEVERAL = "；一个案例可以计入多行"

Draw = Callable[[Publication], Catalogue]
"""Draws the data files."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page that counts in one way."""

    anchor: str
    title: str
    note: str
    """A sentence before the numbers, or empty."""
    chart: Markup
    """Empty where the bars of the table are the chart."""
    table: BarTable


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What the outcomes of all cases come to."""

    cases: str
    figures: str
    without: str
    """Cases that report none; empty if there is no such case."""
    sums: tuple[SumRow, ...]


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    is_empty: bool
    totals: tuple[Total, ...]
    charted: tuple[Section, ...]
    """With a chart beside the table."""
    listed: tuple[Section, ...]
    """With bars in the table; two may be side by side."""
    outcomes: OutcomeView | None
    gaps: BarTable | None
    data: DataFiles | None
    """The data files; None before it is known how large they are."""


def pages(publication: Publication, draw: Draw = draw_catalogue) -> Iterator[Page]:
    """The data overview.

    Args:
        publication: what is published.
        draw: draws the data files.
    """
    is_known = all(publication.digests.get(case.id) for case in publication.library.cases)
    yield Page(
        addresses.OVERVIEW,
        ("overview",),
        partial(_show, publication, draw),
        glance=partial(_glance, publication) if is_known else None,
        frame=addresses.OVERVIEW,
        more=URIS,
    )


def _show(publication: Publication, draw: Draw) -> Shown:
    """Show the page, which says how large the data files are; so they are made with it, once."""
    drawn = draw(publication)
    return replace(_shown(publication, drawn.sums), files=drawn.files, notes={NOTE: drawn.laid})


def _glance(publication: Publication) -> object:
    """Give what the page shows, and what the data files are made from, without making them."""
    digests = tuple(publication.digests[case.id] for case in publication.library.cases)
    return _shown(publication, None), digests, made_from(publication)


def _shown(publication: Publication, sums: Mapping[str, Sum] | None) -> Shown:
    statistics = publication.library.statistics
    cases = statistics.cases
    view = _View(
        crumbs=crumbs(Link(_TITLE, addresses.OVERVIEW)),
        title=_TITLE,
        is_empty=not cases,
        totals=main_totals(statistics) + more_totals(statistics),
        charted=tuple(_charted(statistics)) if cases else (),
        listed=tuple(_listed(statistics)) if cases else (),
        outcomes=_outcomes(statistics),
        gaps=gap_table(statistics.gaps, cases) if statistics.gaps else None,
        data=data_files(sums, publication) if sums else None,
    )
    description = (
        f"{publication.settings.name}的案例按任务类型、年份、地区、工作形式等的统计，以及记录中没有写明的内容。"
    )
    about = web_page("WebPage", _TITLE, addresses.OVERVIEW, description)
    described = (about, data_set(publication, sums, description)) if sums else (about,)
    return Shown(Head(_TITLE, description, json_ld=describe(*described, way=view.crumbs)), view)


def _charted(statistics: Statistics) -> Iterator[Section]:
    """Count by what excludes each other, or goes on from year to year."""
    cases, tables = statistics.cases, statistics.by_facet
    task, year, level = tables["task"], tables["year"], tables.get("level")
    yield Section(
        "task",
        task.label,
        _note(statistics),
        chart_of_shares(task, cases),
        charted_table(task, cases, f"按主要{task.label}统计的案例数", beside=tables.get("also")),
    )
    yield Section(
        "year",
        year.label,
        "按开展时间（有结束日期的按结束日期）；没有写明开展时间的，按出处的发布日期。",
        chart_of_years(year),
        yearly_table(year, cases, "按年份统计的案例数"),
    )
    if level:
        yield Section(
            "level",
            level.label,
            "",
            chart_of_shares(level, cases),
            charted_table(level, cases, f"按{level.label}统计的案例数"),
        )


def _note(statistics: Statistics) -> str:
    task, also = statistics.by_facet["task"], statistics.by_facet.get("also")
    beside = f"；还服务于别的任务的，记在“{also.label}”一列" if also else ""
    return f"每个案例有一个主要的{task.label}{beside}。"


_DRAW_BY: dict[str, Callable[[Table, int, str], BarTable]] = {
    "province": sortable_table,
    "partner": plain_table,
    "form": table_by_task,
    "product": table_by_task,
}
"""How counts by many terms are drawn; the order of the page keeps two columns of like length."""
_CHARTED = ("task", "also", "year", "level")


def _listed(statistics: Statistics) -> Iterator[Section]:
    """Count by what has many terms; what has no way of its own to be drawn comes last, as a plain table."""
    cases, tables = statistics.cases, statistics.by_facet
    others = dict.fromkeys((key for key in tables if key not in (*_CHARTED, *_DRAW_BY)), plain_table)
    for facet, table_of in {**_DRAW_BY, **others}.items():
        if facet not in tables:
            continue
        table = tables[facet]
        about = _provinces(table) if facet == "province" else _SEVERAL
        caption = f"按{table.label}统计的案例数{about}"
        yield Section(facet, table.label, "", Markup(""), table_of(table, cases, caption))


def _provinces(table: Table) -> str:
    apart = [term.name for term in table.rows if term.name not in PROVINCES]
    return f"；列出全部34个省级行政区{'和' + listing(apart) if apart else ''}"


def _outcomes(statistics: Statistics) -> OutcomeView | None:
    """Show what the outcomes come to; None if no case reports any."""
    outcomes = statistics.outcomes
    if not outcomes.cases:
        return None
    without = statistics.cases - outcomes.cases
    return OutcomeView(
        cases=grouped(outcomes.cases),
        figures=grouped(outcomes.figures),
        without=grouped(without) if without else "",
        sums=tuple(sum_row(one) for one in outcomes.sums),
    )
