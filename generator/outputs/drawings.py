"""What is drawn from data for pages and books: the QR code of an address, and the pattern of a book's cover."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html import escape
from itertools import count, groupby

import segno

QUIET_MODULES = 4
"""The blank margin that ISO/IEC 18004 asks for."""
MASK = 2
"""One mask for all codes: to try all eight takes three quarters of the time, and every reader reads every mask."""


def qr_code(address: str, *, label: str = "", css_class: str = "") -> str:
    """Draw an address as a QR code of error correction M, as SVG; empty without an address.

    Args:
        address: where the code leads.
        label: what the code is, told to those who cannot see it: `本页网址的二维码`.
        css_class: the class of the drawing in a page. A book's drawing has neither.
    """
    if not address:
        return ""
    side, path = _modules(address)
    look = f' class="{escape(css_class)}"' if css_class else ""
    told = f' role="img" aria-label="{escape(label)}"' if label else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"{look}{told}><path d="{path}"/></svg>'


@lru_cache(maxsize=1024)
def _modules(address: str) -> tuple[int, str]:
    """Give the code's side in modules and the path of its dark ones; a case's page and its books draw the same one."""
    matrix = segno.make(address, error="m", mask=MASK, micro=False).matrix
    path = "".join(
        f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{width}v1h-{width}z"
        for y, row in enumerate(matrix)
        for x, width in _dark_runs(row)
    )
    return len(matrix) + 2 * QUIET_MODULES, path


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
