"""Counts as tables, most with a bar in every row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.library.facets import Term
from generator.library.statistics import Gap, Table
from generator.outputs.graphics.chart import Column, bar, with_gaps
from generator.outputs.site import addresses
from generator.outputs.views.number import grouped, percent

UNKNOWN = "未注明"
_FOLDED_YEARS = 3
"""So many empty years in a row, or more, are told together."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    name: str
    uri: str
    """Empty for what has no page."""
    count: int
    number: str
    """The count as readers see it: 17,832."""
    share: str
    """Of all cases: 12.5%."""
    bar: Markup
    """As long as the count is beside the greatest of the terms; empty in a table without bars and for the unknown."""
    extra: str = ""
    """The number of a further column."""
    name_order: int = 0
    """The row's place when the names are in pinyin order, from 1; 0 in tables that readers do not sort."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a name or under none."""

    name: str
    style: str
    """The classes that give its colour."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BarTable:
    """A count by the terms of a facet, or the like."""

    caption: str
    heads: tuple[str, ...]
    """Over the names, over the numbers, and over a further column of numbers where there is one."""
    groups: tuple[Group, ...]
    foot: tuple[Row, ...] = ()
    """What is unknown; it keeps its place when readers sort."""
    has_bars: bool = True
    is_sortable: bool = False


def plain_table(table: Table, cases: int, caption: str) -> BarTable:
    """Show a count with a bar in every row; `cases` are those of the library, at least one."""
    return BarTable(
        caption, _heads(table), (Group("", "", _rows(table.rows, cases, _longest(table))),), _unknown(table, cases)
    )


def sortable_table(table: Table, cases: int, caption: str) -> BarTable:
    """Show a count that readers may sort by name and by number."""
    orders = {name: order for order, name in enumerate(table.in_order, start=1)}
    rows = _rows(table.rows, cases, _longest(table), orders=orders)
    return BarTable(caption, _heads(table), (Group("", "", rows),), _unknown(table, cases), is_sortable=True)


def charted_table(table: Table, cases: int, caption: str, *, beside: Table | None = None) -> BarTable:
    """Show a count that has a chart of its own, so without bars.

    Args:
        table: the count.
        cases: how many the library has, at least one.
        caption: says what is counted.
        beside: a count by the same terms that gets a column of its own.
    """
    extra = {term.name: grouped(term.count) for term in beside.rows} if beside else {}
    heads = (*_heads(table), *((beside.label,) if beside else ()))
    groups = (Group("", "", _rows(table.rows, cases, 0, extra=extra)),)
    return BarTable(caption, heads, groups, _unknown(table, cases), has_bars=False)


def yearly_table(table: Table, cases: int, caption: str) -> BarTable:
    """Show a count by year beside its chart, newest first; many empty years one after the other are one row."""
    terms = {term.name: term for term in table.rows}
    columns = with_gaps([(int(name), term.count) for name, term in terms.items()]) if terms else ()
    rows = tuple(
        _row(one.label, addresses.term_uri(terms[one.label]) if one.count else "", one.count, cases, 0)
        for one in _folded(columns[::-1])
    )
    return BarTable(caption, _heads(table), (Group("", "", rows),), _unknown(table, cases), has_bars=False)


def _folded(columns: Iterable[Column]) -> Iterator[Column]:
    """Name a run of empty years, given newest first, by its first and last: 2002—2010."""
    for is_empty, run in groupby(columns, key=lambda column: not column.count):
        years = list(run)
        if is_empty and len(years) >= _FOLDED_YEARS:
            yield Column(f"{years[-1].label}—{years[0].label}", 0)
        else:
            yield from years


def table_by_task(table: Table, cases: int, caption: str) -> BarTable:
    """Show a count by terms that belong to tasks, task by task; what every task may have comes last."""
    longest = _longest(table)
    groups = tuple(
        Group(group.title, f"task-{group.task.id}" if group.task else "", _rows(group.terms, cases, longest))
        for group in table.groups
    )
    return BarTable(caption, _heads(table), groups, _unknown(table, cases))


def gap_table(gaps: tuple[Gap, ...], cases: int) -> BarTable:
    """Show what records could say and do not; `gaps` holds one at least."""
    longest = max(gap.count for gap in gaps)
    rows = tuple(_row(gap.label, "", gap.count, cases, longest) for gap in gaps)
    return BarTable("各项内容缺少的案例数，缺得最多的在前", ("缺少的内容", "案例数"), (Group("", "", rows),))


def _heads(table: Table) -> tuple[str, ...]:
    return table.label, "案例数"


def _longest(table: Table) -> int:
    return max((term.count for term in table.rows), default=0)


def _rows(
    terms: Sequence[Term],
    cases: int,
    longest: int,
    *,
    extra: Mapping[str, str] = {},
    orders: Mapping[str, int] = {},
) -> tuple[Row, ...]:
    return tuple(
        _row(
            term.name,
            addresses.term_uri(term),
            term.count,
            cases,
            longest,
            extra=extra.get(term.name, ""),
            name_order=orders.get(term.name, 0),
        )
        for term in terms
    )


def _unknown(table: Table, cases: int) -> tuple[Row, ...]:
    """Count what is unknown, without a bar: it is not a term, and often so large that all bars would look short."""
    return (_row(UNKNOWN, "", table.unknown, cases, 0),) if table.unknown else ()


def _row(name: str, uri: str, count: int, cases: int, longest: int, *, extra: str = "", name_order: int = 0) -> Row:
    drawn = bar(count / longest) if longest else Markup("")
    return Row(name, uri, count, grouped(count), percent(count, cases), drawn, extra, name_order)
