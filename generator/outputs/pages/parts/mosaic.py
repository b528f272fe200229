"""The mosaic: the library as cells, one for each case in its task's colour, each leading to its case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.library.facets import Term
from generator.library.library import Library
from generator.outputs.pages.parts.link import Link, case_link
from generator.outputs.pages.parts.pager import PER_PAGE
from generator.outputs.site import addresses
from generator.outputs.views.number import grouped

MOST_CELLS = 300
"""The most cells of a mosaic; with more cases than that a cell stands for several."""
_LARGE, _MEDIUM = 24, 120
"""Up to how many cells these are large, and of a middle size."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The cells of a task."""

    task_id: str
    """Chooses the colour."""
    title: str
    """What they are, for who does not see them: the task, and 20个案例."""
    cells: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Mosaic:
    """A library as cells, task by task."""

    size: str
    """How large the cells are: `large`, `medium` or `small`, the fewer the larger."""
    legend: str
    """What a cell is: 一格是一个案例."""
    count: int
    """How many cells there are."""
    tiles: tuple[Tiles, ...]
    """In the programme's order, without tasks that have no cases."""


def mosaic_of(library: Library) -> Mosaic | None:
    """Show a library as cells; None for an empty one.

    Cases are in the order of their ids. Where a cell stands for several, they are as the task's list has them, and the
    cell leads to the page of the list that its first one is on.
    """
    terms = library.facets["task"].by_name
    used = [(task.id, terms[task.name]) for task in library.programme.tasks if terms[task.name].count]
    if not used:
        return None
    each = cases_per_cell([term.count for _, term in used])
    tiles = tuple(
        Tiles(
            task_id,
            f"{term.name}，{grouped(term.count)}个案例",
            _single(library, term) if each == 1 else tuple(_several(term, each)),
        )
        for task_id, term in used
    )
    count = sum(len(one.cells) for one in tiles)
    size = "large" if count <= _LARGE else "medium" if count <= _MEDIUM else "small"
    return Mosaic(size, _legend(each), count, tiles)


def _legend(each: int) -> str:
    return "一格是一个案例，依编号排列" if each == 1 else f"一格代表{grouped(each)}个案例，新的在前"


def cases_per_cell(counts: Sequence[int]) -> int:
    """Say for how many cases a cell stands, so that no more than `MOST_CELLS` are needed: 1, 2, 5, 10, 20, 50, ….

    Args:
        counts: the cases of each task that has any; no more tasks than cells.
    """
    step = 1
    while True:
        for each in (step, 2 * step, 5 * step):
            if sum(ceil(count / each) for count in counts) <= MOST_CELLS:
                return each
        step *= 10


def _single(library: Library, term: Term) -> tuple[Link, ...]:
    cases = (library.cases[position] for position in term.positions)
    return tuple(case_link(case) for case in sorted(cases, key=lambda case: case.id))


def _several(term: Term, each: int) -> Iterator[Link]:
    for first in range(0, term.count, each):
        last = min(first + each, term.count)
        span = f"第{grouped(first + 1)}—{grouped(last)}个案例" if last > first + 1 else f"第{grouped(last)}个案例"
        uri = addresses.listing_uri(term.facet, term.slug, first // PER_PAGE + 1)
        yield Link(f"{term.name}：{span}", uri)
