"""Long lists in pages: how many, which cases, and the links between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses

PER_PAGE = 24
"""Cases on a page; divides by 2, 3 and 4 columns."""
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from one page of a list to the others."""

    page: int
    pages: int
    newer: str
    """The page before; empty on the first."""
    older: str
    """The page after; empty on the last."""
    numbers: tuple[Link | None, ...]
    """Page numbers: the first, the last, and those near this page; None where some are left out."""


def page_count(count: int) -> int:
    """Count the pages of a list; an empty list has one."""
    return max(1, ceil(count / PER_PAGE))


def page_of(positions: Sequence[int], page: int) -> Sequence[int]:
    """Take the positions of the cases on one page, counted from 1."""
    return positions[(page - 1) * PER_PAGE : page * PER_PAGE]


def pager(facet: str, slug: str, page: int, count: int) -> Pager | None:
    """Link the pages of a term's list; None when one page holds all."""
    return numbered(facet, slug, page, page_count(count))


def numbered(facet: str, slug: str, page: int, pages: int) -> Pager | None:
    """Link so many pages of any listing; None when there is one."""
    if pages == 1:
        return None
    return Pager(
        page=page,
        pages=pages,
        newer=addresses.listing_uri(facet, slug, page - 1) if page > 1 else "",
        older=addresses.listing_uri(facet, slug, page + 1) if page < pages else "",
        numbers=tuple(
            None if number is None else Link(str(number), addresses.listing_uri(facet, slug, number))
            for number in shown_numbers(page, pages)
        ),
    )


def shown_numbers(page: int, pages: int) -> tuple[int | None, ...]:
    """Choose the page numbers to show: (1, None, 8, 9, 10, 11, 12, None, 75).

    A gap that would hide a single number shows that number.
    """
    near = range(page - _AROUND, page + _AROUND + 1)
    shown = sorted({1, pages, *(number for number in near if 1 <= number <= pages)})
    numbers: list[int | None] = []
    for number in shown:
        last = numbers[-1] if numbers else 0
        missing = number - (last or 0) - 1
        if missing:
            numbers.append(number - 1 if missing == 1 else None)
        numbers.append(number)
    return tuple(numbers)
