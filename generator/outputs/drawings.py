"""What is drawn from data for pages and books: the QR code of an address, and the pattern of a book's cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import count, groupby

import segno

QUIET_MODULES = 4
"""The blank margin that ISO/IEC 18004 asks for."""
MASK = 2
"""One mask for all codes: to try all eight takes three quarters of the time, and every reader reads every mask."""


def qr_code(address: str) -> str:
    """Draw an address as a QR code of error correction M, as a file of SVG; empty without an address."""
    if not address:
        return ""
    code = qr_modules(address)
    box = f"0 0 {code.side} {code.side}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{code.path}"/></svg>'


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code to be drawn."""

    side: int
    """In modules, with the blank margin."""
    path: str
    """The dark modules, as the `d` of an SVG path."""


@lru_cache(maxsize=1024)
def qr_modules(address: str) -> QrCode:
    """Give the modules of an address's code; a case's page and its books draw the same one."""
    matrix = segno.make(address, error="m", mask=MASK, micro=False).matrix
    path = "".join(
        f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{width}v1h-{width}z"
        for y, row in enumerate(matrix)
        for x, width in _dark_runs(row)
    )
    return QrCode(len(matrix) + 2 * QUIET_MODULES, path)


def _dark_runs(row: bytearray) -> Iterator[tuple[int, int]]:
    at = 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            yield at, width
        at += width


def pattern(seed: str, tiles: int) -> tuple[int, ...]:
    """Give a quarter turn, 0 to 3, for each tile of a cover; the same seed gives the same cover."""
    turns: list[int] = []
    for block in count():
        turns += [byte % 4 for byte in sha256(f"{seed}/{block}".encode()).digest()]
        if len(turns) >= tiles:
            break
    return tuple(turns[:tiles])
