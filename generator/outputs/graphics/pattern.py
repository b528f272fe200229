"""What is drawn from data for pages and books: the QR code of an address, and the pattern of a book's cover."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import compress, count, repeat

from generator.outputs.graphics.qr import modules


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


def qr_modules(address: str) -> QrCode:
    """Give the modules of an address's code; a case's page and its books draw the same one."""
    code = modules(address)
    # A run begins and ends where a cell differs from the one before it; no run goes over a margin.
    borders = (code.cells ^ code.cells >> 8).to_bytes(code.side * code.side)
    # Borders come in turn at a start and at an end.
    places = compress(count(), borders)
    return QrCode(code.side, "".join(map(_run, repeat(code.side), places, places)))


@lru_cache(maxsize=2**15)
def _run(side: int, start: int, end: int) -> str:
    """Outline dark cells beside each other; there are few such runs, and every code has some hundred of them."""
    y, x = divmod(start, side)
    return f"M{x} {y}h{end - start}v1h-{end - start}z"


TILES = 96
"""Tiles on the cover of a book."""


def pattern(seed: str, tiles: int) -> tuple[int, ...]:
    """Give a quarter turn, 0 to 3, for each tile of a cover; the same seed gives the same cover."""
    turns: list[int] = []
    for block in count():
        turns += [byte % 4 for byte in sha256(f"{seed}/{block}".encode()).digest()]
        if len(turns) >= tiles:
            break
    return tuple(turns[:tiles])
