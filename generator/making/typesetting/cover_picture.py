"""The cover of a book as a picture for pages: its own first page, drawn by the typesetter, made small."""

from io import BytesIO
from pathlib import Path

from PIL import Image

COVER_PPI = 66
"""16k comes out 481 pixels wide: twice as wide as pages show it."""
_COLOURS = 64
"""The ground, its lines and white type, with what lies between them at their edges."""


def compact(png: bytes) -> bytes:
    """Give a picture of few colours a palette; the same picture gives the same bytes."""
    with Image.open(BytesIO(png), formats=["PNG"]) as image:
        drawn = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    drawn.save(made, "PNG", optimize=True)
    return made.getvalue()


def size_of(picture: Path) -> tuple[int, int]:
    """Give a picture's width and height in pixels."""
    with Image.open(picture, formats=["PNG"]) as image:
        return image.size
