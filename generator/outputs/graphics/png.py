"""Small pictures in black and white as PNG, whose bytes depend on no version of a library that compresses.

https://www.w3.org/TR/png-3/, with the pixels in one stored block of RFC 1951: a QR code hardly becomes smaller anyway.
"""

from binascii import crc32
from struct import pack
from zlib import adler32

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREYSCALE_1_BIT = b"\x01\x00\x00\x00\x00"
_MOST = 0xFFFF
"""Bytes that a stored block holds."""


def black_and_white(side: int, dark: int) -> bytes:
    """Draw a square.

    Args:
        side: its pixels in a row.
        dark: a bit for each pixel, row by row, the first the highest: 1 is black.

    Raises:
        ValueError: the square is larger than a block; that are 700 pixels or so.
    """
    width = -(-side // 8)
    mask, padding = (1 << side) - 1, 8 * width - side
    # Each row begins with the number of its filter: none. In PNG 1 is white.
    rows = (~(dark >> side * (side - 1 - y)) & mask for y in range(side))
    pixels = b"".join(b"\0" + (row << padding).to_bytes(width) for row in rows)
    if len(pixels) > _MOST:
        raise ValueError(f"{side} pixels a side are too many")
    stored = pack("<BHH", 1, len(pixels), len(pixels) ^ _MOST) + pixels
    data = b"\x78\x01" + stored + pack(">I", adler32(pixels))
    header = pack(">II", side, side) + _GREYSCALE_1_BIT
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
