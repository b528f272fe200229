"""Files in the format of Office before 2007, which hold streams as a disk holds files ([MS-CFB])."""

import struct
from collections.abc import Iterator

from generator.making.office.package import UnreadableError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
"""The number of a sector is no greater; what is greater says that a chain ends."""
_ENTRY = 128
_ROOT, _STREAM = 5, 2
_SHIFTS = ((9, 12), (6, 6))
"""How large sectors may be, and small sectors, as powers of two."""


def read_stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """Read the first stream that has one of some names; empty where there is none.

    Raises:
        UnreadableError: `damaged`: it is no such file, or its sectors lead in a circle.
    """
    try:
        return _Reading(data).stream(names)
    except (struct.error, ValueError) as error:
        raise UnreadableError("damaged") from error


class _Reading:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<2H", data, 0x1E)
        if not (_SHIFTS[0][0] <= shift <= _SHIFTS[0][1] and small_shift == _SHIFTS[1][0]):
            raise ValueError(shift)
        self._size, self._small_size = 1 << shift, 1 << small_shift
        self._table = b"".join(self._sector(number) for number in self._table_sectors())
        first, _, self._cutoff, small = struct.unpack_from("<4I", data, 0x30)
        self._directory = b"".join(self._chain(first))
        self._small_table = b"".join(self._chain(small))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _table_sectors(self) -> Iterator[int]:
        """Give the sectors of the table that says which sector follows which."""
        yield from (one for one in struct.unpack_from("<109I", self._data, 0x4C) if one < _LAST_SECTOR)
        (more,) = struct.unpack_from("<I", self._data, 0x44)
        for _ in range(len(self._data) // self._size):
            if more >= _LAST_SECTOR:
                return
            *numbers, more = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            yield from (one for one in numbers if one < _LAST_SECTOR)
        raise ValueError(more)

    def _chain(self, number: int) -> Iterator[bytes]:
        for _ in range(len(self._data) // self._size + 1):
            if number >= _LAST_SECTOR or not (sector := self._sector(number)):
                return
            yield sector
            (number,) = struct.unpack_from("<I", self._table, number * 4)
        raise ValueError(number)

    def stream(self, names: tuple[str, ...]) -> bytes:
        entries = list(self._entries())
        root = next((start for _, kind, start, _ in entries if kind == _ROOT), _LAST_SECTOR)
        for name, kind, start, length in entries:
            if kind == _STREAM and name in names:
                chain = self._chain(start) if length >= self._cutoff else self._small_chain(root, start)
                return b"".join(chain)[:length]
        return b""

    def _entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Give name, kind, first sector and length of all streams."""
        for at in range(0, len(self._directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", self._directory, at + 64)
            start, size = struct.unpack_from("<2I", self._directory, at + 116)
            name = self._directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
            yield name, kind, start, size

    def _small_chain(self, root: int, number: int) -> Iterator[bytes]:
        """Give the small sectors of a stream; they lie in a stream of the root's."""
        small = b"".join(self._chain(root))
        for _ in range(len(small) // self._small_size + 1):
            if number >= _LAST_SECTOR:
                return
            yield small[number * self._small_size : (number + 1) * self._small_size]
            (number,) = struct.unpack_from("<I", self._small_table, number * 4)
        raise ValueError(number)
