"""A sheet of a table as values: rows of texts, with what a person sees there beside the texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Cell = tuple[int, int]
"""Row, 1-based, and column, 0-based."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it."""

    number: int
    """As the program for tables shows it, 1-based."""
    cells: tuple[str, ...]
    """By column, empty where nothing stands; those at the end that are empty are left out."""

    def text(self, column: int) -> str:
        """Give the text of a column, 0-based."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read."""

    file: str
    name: str
    """Empty where the file is a single table."""
    rows: tuple[Row, ...]
    """From the top; rows without anything are left out."""
    merged: Mapping[Cell, Cell] = field(default_factory=dict)
    """For every cell of several that were made one, the first of them, which has the text."""
    numeric: frozenset[Cell] = frozenset()
    """The cells that may have been typed otherwise: numbers with decimals (2024.1 was 2024.10), and the first days of
    months (2024-09-01 was 2024年9月)."""
    formulas: frozenset[Cell] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    def text(self, row: Row, column: int) -> str:
        """Give what a person sees in a cell, also where several were made one."""
        own = row.text(column)
        anchor = self.merged.get((row.number, column)) if not own else None
        return self._texts.get(anchor, "") if anchor else own

    def is_continued(self, row: Row, column: int) -> bool:
        """Whether a cell is one with a cell of a row above."""
        anchor = self.merged.get((row.number, column))
        return anchor is not None and anchor[0] < row.number

    def texts(self, row: Row) -> list[str]:
        """Give what a person sees in all cells of a row."""
        return [self.text(row, column) for column in range(self.width)]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)

    def __post_init__(self) -> None:
        """Remember the texts of first cells."""
        anchors = {*self.merged.values()}
        lines = {number for number, _ in anchors}
        texts = {
            (row.number, column): row.text(column)
            for row in self.rows
            if row.number in lines
            for column in range(len(row.cells))
            if (row.number, column) in anchors
        }
        object.__setattr__(self, "_texts", texts)

    _texts: Mapping[Cell, str] = field(init=False, repr=False, compare=False, default_factory=dict)


def column_letter(column: int) -> str:
    """Name a column, 0-based, as programs for tables do: A, Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def letters_of(columns: Iterator[int] | frozenset[int]) -> str:
    """Name columns in their order: A、C."""
    return "、".join(map(column_letter, sorted(columns)))
