"""Tables as Excel before 2007 wrote them (.xls, .et): whether they are too large to be read at all ([MS-XLS])."""

import struct
from collections.abc import Iterator, Sequence

from generator.making.office.compound_file import read_stream
from generator.making.office.sheet_bounds import Extent, SheetBounds

_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_BEGIN, _END, _GOES_ON = 0x809, 0x0A, 0x3C
_SHEET, _NAME, _STRINGS, _DIMENSIONS = 0x85, 0x18, 0xFC, 0x200
_FORMULA, _SHARED, _NUMBERS = 0x06, 0xFD, 0xBD
_CELLS = frozenset((_FORMULA, 0xD6, _SHARED, 0x203, 0x204, 0x205, 0x207, 0x27E))
"""Records of one cell; they begin with its row and its column, but for 0x207, the text of a formula."""
_TEXT_OF_FORMULA = 0x207
_NAME_IN_FORMULA, _SHEET_IN_FORMULA = b"\x23\x43\x63", b"\x3a\x3b\x5a\x5b\x7a\x7b"
_LONGEST_SHEET_NAME = 31
_LONGEST = 0xFFFF
_LONG_DIMENSIONS = 14
Records = Iterator[tuple[int, bytes]]


def check_old_workbook(data: bytes) -> None:
    """Refuse a file in which little stands for far too much.

    Raises:
        UnreadableError: `huge`, or `damaged`.
    """
    stream = read_stream(data, _STREAMS)
    bounds = SheetBounds()
    starts: list[int] = []
    strings: list[bytes] = []
    longest_name = before = 0
    for kind, record in _records(stream, 0, bounds):
        if kind == _SHEET and len(record) >= 4:
            starts.append(int.from_bytes(record[:4], "little"))
        elif kind == _NAME:
            longest_name = max(longest_name, len(record))
        elif kind == _STRINGS or (kind == _GOES_ON and before == _STRINGS):
            strings.append(record if strings else record[8:])
        elif kind == _END:
            break
        before = _STRINGS if kind == _GOES_ON and before == _STRINGS else kind
    lengths = list(_lengths(strings))
    for start in starts:
        _add_sheet(_records(stream, start, bounds), lengths, longest_name, bounds)


def _records(stream: bytes, at: int, bounds: SheetBounds) -> Records:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        bounds.step()
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _add_sheet(records: Records, lengths: Sequence[int], longest_name: int, bounds: SheetBounds) -> None:
    extent = Extent()
    depth = 0
    for kind, record in records:
        # Charts inside a sheet have cells of their own, which nobody reads.
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1:
            break
        if depth > 1:
            continue
        if kind == _DIMENSIONS:
            _check_dimensions(record)
        elif kind == _NUMBERS and len(record) >= 6:
            row, first = struct.unpack_from("<2H", record)
            extent.add(row, first, max(first, first + (len(record) - 6) // 6 - 1))
        elif kind in _CELLS and len(record) >= 4:
            if kind != _TEXT_OF_FORMULA:
                row, column = struct.unpack_from("<2H", record)
                extent.add(row, column, column)
            bounds.add_text(_length(kind, record, lengths, longest_name))
    bounds.add_sheet(*extent.size)


def _check_dimensions(record: bytes) -> None:
    """Refuse a sheet that says it is huge: the library takes room for all of it beforehand."""
    is_long = len(record) >= _LONG_DIMENSIONS
    if len(record) >= 8:
        top, bottom, left, right = struct.unpack_from("<2I2H" if is_long else "<4H", record)
        SheetBounds().add_sheet(1, abs(bottom - top) * max(right, right - left))


def _length(kind: int, record: bytes, lengths: Sequence[int], longest_name: int) -> int:
    """Give how much text a cell becomes, in characters at most."""
    if kind == _SHARED and len(record) >= 10:
        number = int.from_bytes(record[6:10], "little")
        return lengths[number] if number < len(lengths) else _LONGEST
    if kind == _FORMULA:
        names = sum(map(record.count, _NAME_IN_FORMULA)) * longest_name
        return names + sum(map(record.count, _SHEET_IN_FORMULA)) * _LONGEST_SHEET_NAME
    return len(record)


def _lengths(pieces: Sequence[bytes]) -> Iterator[int]:
    """Give how long the texts are that cells share, in characters; what cannot be read ends them."""
    reading = _Pieces(pieces)
    try:
        while not reading.is_at_end:
            count, flags = struct.unpack("<HB", reading.take(3))
            runs = int.from_bytes(reading.take(2), "little") if flags & 8 else 0
            more = int.from_bytes(reading.take(4), "little") if flags & 4 else 0
            reading.skip_characters(count, is_wide=bool(flags & 1))
            reading.skip(runs * 4 + more)
            yield count
    except (struct.error, EOFError):
        return


class _Pieces:
    """The pieces of a list that goes on in further records."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._next = iter(pieces)
        self._piece = b""
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        while self._at >= len(self._piece):
            piece = next(self._next, None)
            if piece is None:
                return True
            self._piece, self._at = piece, 0
        return False

    def take(self, count: int) -> bytes:
        taken = self._piece[self._at : self._at + count]
        self._at += count
        return taken

    def skip(self, count: int) -> None:
        while count:
            if self.is_at_end:
                raise EOFError
            here = min(count, len(self._piece) - self._at)
            self._at, count = self._at + here, count - here

    def skip_characters(self, count: int, *, is_wide: bool) -> None:
        while count:
            size = 2 if is_wide else 1
            here = min(count, max(0, len(self._piece) - self._at) // size)
            self._at, count = self._at + here * size, count - here
            if count:
                self._at = len(self._piece)
                if self.is_at_end:
                    raise EOFError
                # Where a text goes on in the next record, it says again how wide it is.
                is_wide = bool(self.take(1)[0] & 1)
