"""Tables of OpenDocument (.ods): whether they are too large to be read at all; what repeats is written only once."""

from generator.making.office.sheet_bounds import SheetBounds
from generator.making.office.xml_text import walk_xml

_CELLS = frozenset(("table-cell", "covered-table-cell"))
_VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value", "formula")
_MOST_COLUMNS = 16_384
_MOST_REPEATED = 2_000_000


def check_open_workbook(xml: bytes) -> None:
    """Refuse the content of a file in which little stands for far too much.

    Raises:
        UnreadableError: `huge`, or `damaged`.
    """
    counting = _Counting()
    walk_xml(xml, counting.begin, counting.text, counting.end)


class _Counting:
    """Counts as the library does: what is empty takes room only where something follows."""

    def __init__(self) -> None:
        self._bounds = SheetBounds()
        self._rows = self._width = self._pending = 0
        self._times = self._cell_times = 1
        self._column = self._filled = self._characters = 0
        self._is_filled = self._is_inside = False

    def begin(self, name: str, given: dict[str, str]) -> None:
        if name == "table":
            self._rows = self._width = self._pending = 0
        elif name == "table-row":
            self._times = _number(given.get("number-rows-repeated", ""))
            self._column = self._filled = 0
        elif name in _CELLS:
            self._cell_times = min(_number(given.get("number-columns-repeated", "")), _MOST_COLUMNS)
            self._characters = sum(len(given.get(key, "")) for key in _VALUES)
            self._is_filled = any(given.get(key) for key in _VALUES) or given.get("value-type") == "string"
            self._is_inside = True

    def text(self, text: str) -> None:
        if self._is_inside:
            self._characters += len(text)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._is_inside = False
            self._column = min(self._column + self._cell_times, _MOST_COLUMNS)
            if self._is_filled:
                self._filled = self._column
                self._bounds.add_text(self._characters * self._cell_times * self._times)
        elif name == "table-row":
            self._end_row()
        elif name == "table":
            self._bounds.add_sheet(self._rows, self._width)

    def _end_row(self) -> None:
        if not self._filled:
            self._pending += self._times
            return
        self._rows += self._pending + self._times
        self._pending = 0
        self._width = max(self._width, self._filled)
        SheetBounds().add_sheet(self._rows, self._width)


def _number(written: str) -> int:
    """Read how often something is repeated."""
    return min(int(written), _MOST_REPEATED) if written.isdecimal() and len(written) < 20 else 1
