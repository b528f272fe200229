"""Rows for lists, each drawn once: a case is in the lists of all its terms, twenty of them or so."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.library.library import Library
from generator.outputs.pages.parts.row import row_of
from generator.outputs.site import addresses
from generator.outputs.site.digest import digest
from generator.outputs.site.templates import render


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row as HTML."""

    html: Markup
    uri: str
    """The page that it leads to."""


class RowCache:
    """The drawn rows of a library, as they are in lists of one kind: equally deep below the root, below equal headings.

    A row leads to its case by way of the root, so it fits every page that is as deep as the first.
    """

    def __init__(self, library: Library, list_uri: str, level: int) -> None:
        """Make an empty cache.

        Args:
            library: whose cases are listed.
            list_uri: the address of one of the lists.
            level: of the headings that the titles are, 1 to 6.
        """
        self._library, self._root, self._level = library, addresses.root(list_uri), level
        self._drawn: dict[int, DrawnRow] = {}
        self._digests: dict[int, str] = {}

    def rows(self, positions: Sequence[int]) -> tuple[DrawnRow, ...]:
        """Give the rows of the cases at some positions of the library."""
        return tuple(self._drawn.get(position) or self._draw(position) for position in positions)

    def inputs(self, positions: Sequence[int]) -> tuple[str, ...]:
        """Give a digest of each row."""
        return tuple(self._digests.get(position) or self._digest(position) for position in positions)

    def _draw(self, position: int) -> DrawnRow:
        row = row_of(self._library.cases[position], self._library.programme)
        html = render("parts/listed_row", root=self._root, level=self._level, view=row)
        return self._drawn.setdefault(position, DrawnRow(Markup(html), row.uri))  # noqa: S704 (the template escapes)

    def _digest(self, position: int) -> str:
        return self._digests.setdefault(
            position, digest(row_of(self._library.cases[position], self._library.programme))
        )
