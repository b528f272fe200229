"""Tables of Excel before 2007 for tests, as small as they can be, also such as no program writes."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """Put a stream into a file of the old format."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // _SECTOR)
    tables = 1
    while tables * 128 < count + tables + 1:
        tables += 1
    chain = [*range(1, count), _END, _END, *[_TABLE] * tables]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * _SECTOR, b"\xff")
    header = bytearray(_SECTOR)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<5H", header, 0x18, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<2I", header, 0x2C, tables, count)
    struct.pack_into("<5I", header, 0x38, 4096, _END, 0, _END, 0)
    sectors = [count + 1 + at for at in range(min(tables, 109))]
    struct.pack_into("<109I", header, 0x4C, *sectors, *[_FREE] * (109 - len(sectors)))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 0, len(stream)) + bytes(256)
    return bytes(header) + stream.ljust(count * _SECTOR, b"\0") + directory + table


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(written)] = written
    struct.pack_into("<HBB3I", entry, 64, len(written) + 2, kind, 1, _FREE, _FREE, child)
    struct.pack_into("<2I", entry, 116, start, size)
    return bytes(entry)


def record(kind: int, data: bytes = b"") -> bytes:
    """Write a record of a workbook."""
    return struct.pack("<2H", kind, len(data)) + data


def begin(kind: int) -> bytes:
    """Begin the workbook, 5, or a sheet, 16."""
    return record(0x809, struct.pack("<4H2I", 0x600, kind, 0, 0, 0, 0))


def text(words: str) -> bytes:
    """Write a text as the list of shared ones has it."""
    return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")


def shared(row: int, column: int, number: int) -> bytes:
    """Write a cell that shows a shared text."""
    return record(0xFD, struct.pack("<3HI", row, column, 0, number))


def number(row: int, column: int) -> bytes:
    """Write a cell with a number."""
    return record(0x203, struct.pack("<3Hd", row, column, 0, 1.0))


def dimensions(rows: int, columns: int) -> bytes:
    """Say how large a sheet is."""
    return record(0x200, struct.pack("<2I3H", 0, rows, 0, columns, 0))


def old_workbook(cells: bytes, strings: Sequence[bytes] = (), sheets: int = 1) -> bytes:
    """Make a workbook; several sheets have the same cells, written once.

    Args:
        cells: records of a sheet.
        strings: the list of shared texts, in pieces, each of which is a record.
        sheets: how many.
    """
    kinds = (0xFC, *[0x3C] * len(strings))
    lists = b"".join(record(kind, piece) for kind, piece in zip(kinds, strings, strict=False))
    names = [f"S{at}".encode() for at in range(sheets)]
    start = len(begin(5)) + sum(12 + len(name) for name in names) + len(lists) + 4
    bounds = b"".join(record(0x85, struct.pack("<IHBB", start, 0, len(name), 0) + name) for name in names)
    return compound(begin(5) + bounds + lists + record(0x0A) + begin(16) + cells + record(0x0A))
