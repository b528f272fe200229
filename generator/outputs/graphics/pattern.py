"""What is drawn from data for pages and books: the QR code of an address, and the pattern of a book's cover."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from generator.outputs.graphics.png import black_and_white
from generator.outputs.graphics.qr import QUIET_MODULES, modules


def qr_rows(address: str) -> tuple[str, ...]:
    """Give an address as a QR code of error correction M: its rows, margin and all, dark modules as 1, others as 0.

    Without an address there are none. Books draw it themselves: what a picture brings is not in their black ink.
    """
    if not address:
        return ()
    code = modules(address)
    cells = code.cells.to_bytes(code.side**2).translate(_DIGITS).decode("ascii")
    return tuple(cells[start : start + code.side] for start in range(0, code.side**2, code.side))


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
