"""The indexes at a book's end, in pinyin order."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.library import pinyin
from generator.library.facets import Facet, Term
from generator.library.library import Library
from generator.outputs.book.typeset_text import settable

_NO_LETTER = "0–9"


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """An entry of an index."""

    name: str
    cases: tuple[str, ...]
    """The ids of its cases, in the book's order; the templates put page numbers in their place."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    letter: str
    """`A` to `Z`, or `0–9`."""
    terms: tuple[IndexTerm, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """One index."""

    title: str
    groups: tuple[IndexGroup, ...]


def indexes_of(selected: Library, order: Iterable[str]) -> tuple[Index, ...]:
    """Make the indexes of a book; one without entries is left out.

    Args:
        selected: the book's cases as a library of their own.
        order: their ids in the book's order.
    """
    places = {id: place for place, id in enumerate(order)}
    indexed = (facet for facet in selected.facets.values() if facet.kind.book_index)
    found = (Index(facet.kind.book_index, _groups(selected, facet, places)) for facet in indexed)
    return tuple(index for index in found if index.groups)


def _groups(selected: Library, facet: Facet, places: dict[str, int]) -> tuple[IndexGroup, ...]:
    terms = sorted(facet.used, key=lambda term: (_letter(term), pinyin.order(term.name, term.pinyin)))
    return tuple(
        IndexGroup(
            letter,
            tuple(
                IndexTerm(
                    settable(term.name),
                    tuple(sorted((selected.cases[at].id for at in term.positions), key=places.__getitem__)),
                )
                for term in group
            ),
        )
        for letter, group in groupby(terms, key=_letter)
    )


def _letter(term: Term) -> str:
    first = pinyin.syllables(term.name, term.pinyin)[:1].upper()
    return first if "A" <= first <= "Z" else _NO_LETTER
