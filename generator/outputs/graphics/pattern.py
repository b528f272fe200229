"""What is drawn from data for pages and books: the QR code of an address, and the pattern of a book's cover."""

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import compress, count, repeat

from generator.outputs.graphics.png import black_and_white
from generator.outputs.graphics.qr import QUIET_MODULES, modules


def qr_code(address: str) -> str:
    """Draw an address as a QR code of error correction M, as a file of SVG; empty without an address."""
    if not address:
        return ""
    code = modules(address)
    # A run begins and ends where a cell differs from the one before it; no run goes over a margin.
    borders = (code.cells ^ code.cells >> 8).to_bytes(code.side * code.side)
    # Borders come in turn at a start and at an end.
    places = compress(count(), borders)
    path = "".join(map(_run, repeat(code.side), places, places))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.side} {code.side}"><path d="{path}"/></svg>'


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as a picture in a page, a tenth of what its outlines take."""

    side: int
    """In modules, without the blank margin."""
    picture: str
    """The dark modules as a `data:` address, a pixel each."""

    @property
    def box(self) -> str:
        """The box around code and margin, with the code's corner at 0, as the `viewBox` of SVG."""
        whole = self.side + 2 * QUIET_MODULES
        return f"{-QUIET_MODULES} {-QUIET_MODULES} {whole} {whole}"


def qr_picture(address: str) -> QrCode:
    """Draw the code that books have of an address as a picture."""
    code = modules(address)
    side = code.side - 2 * QUIET_MODULES
    cells = code.cells.to_bytes(code.side**2)
    starts = range(QUIET_MODULES * (code.side + 1), (code.side - QUIET_MODULES) * code.side, code.side)
    inside = b"".join(cells[start : start + side] for start in starts)
    dark = int(inside.translate(_DIGITS), 2)
    return QrCode(side, f"data:image/png;base64,{b64encode(black_and_white(side, dark)).decode()}")


_DIGITS = bytes.maketrans(b"\0\1", b"01")


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
