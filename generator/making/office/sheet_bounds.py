"""How much a file of tables may become in memory; it is counted before a library makes anything of its cells."""

from dataclasses import dataclass

from generator.making.office.package import UnreadableError

MOST_ROWS = 20_000
"""Of one sheet; more than all cases of the whole country in three years."""
MOST_CELLS = 2_000_000
"""Of one file, the empty ones between the first and the last of a sheet counted."""
MOST_TEXT = 32 * 1024 * 1024
"""Of all cells of one file together, in characters: many cells may show one long text that is written once."""
MOST_SHEETS = 255
_MOST_RECORDS = 1_000_000
"""Steps of the count itself."""


@dataclass(slots=True)
class SheetBounds:
    """Counts the sheets of one file.

    Whatever adds something may raise `UnreadableError`: `huge`.
    """

    cells: int = 0
    text: int = 0
    sheets: int = 0
    records: int = 0

    def add_sheet(self, rows: int, columns: int) -> None:
        """Add a sheet by what lies between its first cell and its last."""
        self.sheets += 1
        self.cells += rows * columns
        if rows > MOST_ROWS or self.cells > MOST_CELLS or self.sheets > MOST_SHEETS:
            raise UnreadableError("huge")

    def add_text(self, length: int) -> None:
        """Add the text of one cell, or of several."""
        self.text += length
        if self.text > MOST_TEXT:
            raise UnreadableError("huge")

    def step(self) -> None:
        """Count one part of what is looked through; the same part may be looked through again and again."""
        self.records += 1
        if self.records > _MOST_RECORDS:
            raise UnreadableError("huge")


@dataclass(slots=True)
class Extent:
    """From the first cell of a sheet to its last."""

    top: int = -1
    bottom: int = -1
    left: int = -1
    right: int = -1

    def add(self, row: int, first: int, last: int) -> None:
        """Add cells of a row."""
        if self.top < 0:
            self.top, self.bottom, self.left, self.right = row, row, first, last
            return
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, first), max(self.right, last)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return (0, 0) if self.top < 0 else (self.bottom - self.top + 1, self.right - self.left + 1)
