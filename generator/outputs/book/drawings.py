"""What the book draws from data: the QR code of an address, and the pattern of a cover."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import count, groupby

import segno

QUIET_MODULES = 4
"""The blank margin that ISO/IEC 18004 asks for."""
MASK = 2
"""One mask for all codes: to try all eight takes three quarters of the time, and every reader reads every mask."""


@cache
def qr_code(address: str) -> str:
    """Draw an address as a QR code of error correction M, as SVG; empty without an address."""
    if not address:
        return ""
    matrix = segno.make(address, error="m", mask=MASK, micro=False).matrix
    side = len(matrix) + 2 * QUIET_MODULES
    path = "".join(
        f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{width}v1h-{width}z"
        for y, row in enumerate(matrix)
        for x, width in _dark_runs(row)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'


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
