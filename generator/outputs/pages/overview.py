"""The data overview: the library in tables and charts, and what the records do not say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.case.date import PartialDate
from generator.case.text import listing
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
from generator.outputs.pages.parts.cross_table import CrossTable, cross_tables
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
    is_charted: bool


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
    crossed: tuple[CrossTable, ...]
    """What is done where."""
    outcomes: OutcomeView | None
    gaps: BarTable | None
    published: str
    """Who publishes the library; empty where nobody says so."""
    changed: str
    """The day of the last change in a case: 2026年11月28日; empty before anything is published."""
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
    sections = tuple(_sections(statistics.tables, cases)) if cases else ()
    view = _View(
        crumbs=crumbs(Link(_TITLE, addresses.OVERVIEW)),
        title=_TITLE,
        is_empty=not cases,
        totals=main_totals(statistics) + more_totals(statistics),
        charted=tuple(section for section in sections if section.is_charted),
        listed=tuple(section for section in sections if not section.is_charted),
        crossed=tuple(cross_tables(publication.library)),
        outcomes=_outcomes(statistics),
        published=publication.settings.organiser,
        changed=_in_words(publication.last_day),
        gaps=gap_table(statistics.gaps, cases) if statistics.gaps else None,
        data=data_files(sums, publication) if sums else None,
    )
    description = (
        f"{publication.settings.name}的案例按任务类型、年份、地区、工作形式等的统计，以及记录中没有写明的内容。"
    )
    about = web_page("WebPage", _TITLE, addresses.OVERVIEW, description)
    described = (about, data_set(publication, sums, description)) if sums else (about,)
    return Shown(Head(_TITLE, description, json_ld=describe(*described, way=view.crumbs)), view)


def _in_words(day: str) -> str:
    return PartialDate.parse(day).chinese if day else ""


def _sections(tables: Sequence[Table], cases: int) -> Iterator[Section]:
    """Count by each facet as its row says; one that has the terms of another is a column there."""
    beside = {table.kind.terms_of: table for table in tables if table.kind.terms_of}
    for table in tables:
        if not table.kind.terms_of:
            yield _section(table, cases, beside.get(table.facet))


def _section(table: Table, cases: int, beside: Table | None) -> Section:
    kind = table.kind
    notes = (one.count_note.format(one.label) for one in (kind, beside.kind if beside else None) if one)
    note = "；".join(filter(None, notes))
    several = "" if kind.is_single else _SEVERAL
    caption = f"按{kind.counted_by.format(kind.label)}统计的案例数{several}{_outside(table)}"
    return Section(
        table.facet,
        table.label,
        f"{note}。" if note else "",
        _chart(table, cases),
        _bar_table(table, cases, caption, beside),
        is_charted=bool(kind.chart),
    )


def _chart(table: Table, cases: int) -> Markup:
    if table.kind.chart == "years":
        return chart_of_years(table)
    return chart_of_shares(table, cases) if table.kind.chart else Markup("")


def _bar_table(table: Table, cases: int, caption: str, beside: Table | None) -> BarTable:
    if table.kind.chart == "years":
        return yearly_table(table, cases, caption)
    if table.kind.chart:
        return charted_table(table, cases, caption, beside=beside)
    if table.kind.is_sorted_by_reader:
        return sortable_table(table, cases, caption)
    return table_by_task(table, cases, caption) if table.groups else plain_table(table, cases, caption)


def _outside(table: Table) -> str:
    """Say that all words of a list are there, and which rows are none of them."""
    if not table.kind.list_of:
        return ""
    apart = [term.name for term in table.rows if term.name in table.apart]
    proper = len(table.rows) - len(apart)
    return f"；列出全部{proper}{table.kind.list_of}{'和' + listing(apart) if apart else ''}"


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
