"""Tables in the binary format of newer Excel (.xlsb): whether they are too large to be read at all ([MS-XLSB])."""

from collections.abc import Iterator, Mapping, Sequence

from generator.making.office.sheet_bounds import Extent, SheetBounds

_SHEETS, _STRINGS = "xl/worksheets/", "xl/sharedStrings.bin"
_ROW, _END, _STRING, _SHARED = 0x00, 0x92, 0x13, 0x07
_CELLS = range(0x02, 0x0C)
_LONGEST = 32_767
Records = Iterator[tuple[int, bytes]]


def check_binary_workbook(parts: Mapping[str, bytes]) -> None:
    """Refuse a file in which little stands for far too much.

    Raises:
        UnreadableError: `huge`.
    """
    bounds = SheetBounds()
    strings = _records(parts.get(_STRINGS, b""), bounds)
    lengths = [int.from_bytes(record[1:5], "little") for kind, record in strings if kind == _STRING]
    for name, part in parts.items():
        if name.startswith(_SHEETS) and name.endswith(".bin"):
            _add_sheet(_records(part, bounds), lengths, bounds)


def _records(part: bytes, bounds: SheetBounds) -> Records:
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        length, at = _number(part, at, 4)
        bounds.step()
        yield kind, part[at : at + length]
        at += length


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; gives where it ends too."""
    number = 0
    for place in range(most):
        byte = part[at + place] if at + place < len(part) else 0
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return number, at + place + 1
    return number, at + most


def _add_sheet(records: Records, lengths: Sequence[int], bounds: SheetBounds) -> None:
    extent = Extent()
    row = 0
    for kind, record in records:
        if kind == _ROW and len(record) >= 4:
            row = int.from_bytes(record[:4], "little")
        elif kind == _END:
            break
        elif kind in _CELLS and len(record) >= 8:
            column = int.from_bytes(record[:4], "little")
            extent.add(row, column, column)
            number = int.from_bytes(record[8:12], "little")
            shared = lengths[number] if number < len(lengths) else _LONGEST
            bounds.add_text(shared if kind == _SHARED else len(record))
    bounds.add_sheet(*extent.size)
