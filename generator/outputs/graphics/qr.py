"""Which modules of an address's QR code are dark.

segno knows how, but takes a millisecond, as long as the page that shows the code, and a site has thousands of pages.
Codes of one version, level, mask and length of message are linear over GF(2): two of them differ by the sum, without
carries, of what each bit turns in which their messages differ (ISO/IEC 18004: Reed-Solomon codes are linear, everything
else only moves bits or adds a constant). So segno draws one address of a kind and what single bits turn, each once,
when it is first needed; the others are sums of these. Nothing here knows how a code is built. A few codes are drawn one
by one: what sums are made of would take longer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import count
from operator import xor

import segno

from generator.case.kinds import ID_LENGTH

QUIET_MODULES = 4
"""The blank margin that ISO/IEC 18004 asks for."""
MASK = 2
"""One mask for all codes: what is linear for one mask is not for several, and every reader reads every mask."""

_FEW = 12
"""How many codes of a kind are drawn one by one."""
_NAME = re.compile(rb"[^/]{1,%d}(?=\.\w+$)" % ID_LENGTH)
"""What differs between the addresses of a folder; its limit bounds how many bits must be drawn."""


@dataclass(frozen=True, slots=True)
class Modules:
    """The modules of a code, the blank margin among them."""

    side: int
    version: int
    level: str
    """Of error correction: L, M, Q or H."""
    cells: int
    """A byte for each module, row by row: 1 is dark. As one number, so that adding two codes is one step."""


def modules(address: str) -> Modules:
    """Give the code of an address in UTF-8: level M, or a higher one where that does not make the code larger."""
    message = address.encode()
    sample = _NAME.sub(lambda name: b"0" * len(name[0]), message)
    if next(_asked_for(sample)) < _FEW:
        return _draw(message)
    drawn = _kept(sample)
    turned = (_turned(drawn.version, drawn.level, place) for place in _differing(message, sample))
    return Modules(drawn.side, drawn.version, drawn.level, reduce(xor, turned, drawn.cells))


@lru_cache(maxsize=256)
def _asked_for(sample: bytes) -> Iterator[int]:
    """Count how often a code of a kind is asked for."""
    del sample
    return count()


def _differing(one: bytes, other: bytes) -> list[int]:
    """List the bits in which two messages of one length differ, counted from the first byte's highest."""
    bits = int.from_bytes(one) ^ int.from_bytes(other)
    text = f"{bits:0{8 * len(one)}b}"
    return [bit.start() for bit in re.finditer("1", text)]


@lru_cache(maxsize=4096)
def _turned(version: int, level: str, place: int) -> int:
    """Give the cells that a bit of the message inverts. Bits have the same place in messages of every length."""
    length = place // 8 + 1
    bit = (0x80 >> place % 8).to_bytes(length)
    return _kept(bytes(length), version, level).cells ^ _draw(bit, version, level).cells


def _draw(message: bytes, version: int | None = None, level: str = "M") -> Modules:
    """Have a code drawn; where a version is given it has exactly that, and exactly the level."""
    code = segno.make(
        message, error=level, version=version, mode="byte", mask=MASK, micro=False, boost_error=version is None
    )
    rows = b"".join(map(bytes, code.matrix_iter(border=QUIET_MODULES)))
    return Modules(len(code.matrix) + 2 * QUIET_MODULES, int(code.version), code.error, int.from_bytes(rows))


_kept = lru_cache(maxsize=256)(_draw)
