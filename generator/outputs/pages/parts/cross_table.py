"""Where the tasks are done, as tables: a region in each row, a task in each column."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.crossing import Crossing, cross
from generator.library.facets import Facet
from generator.library.library import Library
from generator.outputs.pages.parts.bar_table import UNKNOWN
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.views.number import grouped


@dataclass(frozen=True, slots=True)
class CrossRow:
    """A region with its cases by task, and all of them."""

    name: str
    uri: str
    """Empty for what has no page."""
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """A count by two facets at once."""

    anchor: str
    title: str
    caption: str
    head: str
    """Over the names of the rows."""
    columns: tuple[Link, ...]
    rows: tuple[CrossRow, ...]


def cross_tables(library: Library) -> Iterator[CrossTable]:
    """Count the tasks by where the universities are and by where was served, as far as there is something to count."""
    task = library.facets["task"]
    for facet in library.facets.values():
        if facet.key != "province" and not facet.kind.is_nested:
            continue
        named = facet.by_name
        regions = library.facets[facet.kind.largest].terms if facet.kind.is_nested else facet.terms
        crossing = cross([named[region.name] for region in regions if region.name in named], task.terms)
        if len(task.used) > 1 and crossing.rows:
            yield _table(facet, task, crossing)


def _table(facet: Facet, task: Facet, crossing: Crossing) -> CrossTable:
    several = "；一个案例可以计入多行" if facet.kind.is_nested else ""
    rows = [
        CrossRow(link.name, link.uri, _numbers((*row.counts, row.term.count)))
        for row in crossing.rows
        for link in (term_link(row.term),)
    ]
    if any(crossing.unknown):
        rows.append(CrossRow(UNKNOWN, "", _numbers((*crossing.unknown, sum(crossing.unknown)))))
    return CrossTable(
        f"task-{facet.key}",
        f"{task.label}与{facet.label}",
        f"按{facet.label}和主要{task.label}统计的案例数；没有案例的地区不列{several}",
        facet.label,
        tuple(term_link(term) for term in crossing.columns),
        tuple(rows),
    )


def _numbers(counts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(grouped(count) for count in counts)
