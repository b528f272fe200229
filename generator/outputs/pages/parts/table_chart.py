"""The charts beside tables, each with a sentence that gives its gist."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.case.text import listing
from generator.library.facets import Term
from generator.library.statistics import Table
from generator.outputs.graphics.chart import Column, Share, column_chart, share_chart, with_gaps
from generator.outputs.pages.parts.bar_table import UNKNOWN
from generator.outputs.views.number import grouped, percent

_SHADES = 5
"""How many shades of the ink there are; what has more terms begins again."""
_NAMED_YEARS = 3
"""More years without a case are counted, not named."""


def chart_of_shares(table: Table, cases: int) -> Markup:
    """Draw a count by terms that exclude each other, as parts of all cases; empty if nothing is known.

    Args:
        table: the count; tasks take their own hues, other terms shades of the ink in their order.
        cases: how many the library has, at least one.
    """
    if table.unknown == cases:
        return Markup("")
    shares = [Share(term.name, term.count, _style(term, order)) for order, term in enumerate(table.rows, start=1)]
    if table.unknown:
        shares.append(Share(UNKNOWN, table.unknown, "chart__unknown"))
    counts = (f"{share.name}{grouped(share.count)}个，占{percent(share.count, cases)}" for share in shares)
    gist = f"共{grouped(cases)}个案例：{'；'.join(counts)}。"
    return share_chart(table.facet, f"按{table.label}统计的案例", gist, shares)


def _style(term: Term, order: int) -> str:
    return f"task-{term.slug}" if term.facet == "task" else f"chart__shade-{(order - 1) % _SHADES + 1}"


def chart_of_years(table: Table) -> Markup:
    """Draw a count by year as columns from the first to the last; empty if no year is known."""
    if not table.rows:
        return Markup("")
    columns = with_gaps([(int(term.name), term.count) for term in table.rows])
    return column_chart(table.facet, f"按{table.label}统计的案例", _gist_of_years(columns), columns)


def _gist_of_years(columns: Sequence[Column]) -> str:
    """Name the first and the last year, those with most cases, and those without any."""
    most = max(column.count for column in columns)
    if len(columns) == 1:
        return f"都在{columns[0].label}年，{grouped(most)}个案例。"
    best = listing(f"{column.label}年" for column in columns if column.count == most)
    none = [f"{column.label}年" for column in columns if not column.count]
    gist = f"{columns[0].label}年到{columns[-1].label}年，案例最多的是{best}，{grouped(most)}个"
    if none:
        gist += f"；{listing(none)}没有案例" if len(none) <= _NAMED_YEARS else f"；其中{len(none)}年没有案例"
    return f"{gist}。"
