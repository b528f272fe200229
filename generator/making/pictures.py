"""Looks at picture files: what they are, and whether they can be read, without trusting their names."""

import warnings
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError

from generator.reading.record import Picture

MOST_PIXELS = 80_000_000
"""More is taken for a decompression bomb: no camera that editors use makes it."""

FORMATS = ("JPEG", "PNG", "WEBP")
_SUFFIXES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".heif",
    ".svg",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".avif",
)
_BRANDS = {
    b"heic": "HEIC",
    b"heix": "HEIC",
    b"mif1": "HEIC",
    b"msf1": "HEIC",
    b"hevc": "HEIC",
    b"avif": "AVIF",
}
_SIGNATURES = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF"}


def is_picture(name: str) -> bool:
    """Tell whether a file's name promises a picture."""
    return name.lower().endswith(_SUFFIXES)


def look_at(path: Path) -> Picture:
    """Read a picture's kind and size, and decode it small, so that a cut-off file is noticed."""
    try:
        other = _other_format(_head(path))
        if other:
            return Picture(other, fault="format")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return Picture(image.format or "", width, height, "bomb")
                # JPEG decodes at an eighth of its size; the others are decoded whole.
                image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
                image.load()
                return Picture(image.format or "", width, height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Picture("", fault="bomb")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        return Picture("", fault="unreadable")


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def turned(image: Image.Image) -> Image.Image:
    """Turn a picture as the camera was held.

    Pillow's `exif_transpose` also writes the EXIF block anew, which a broken one makes fail in many ways.
    """
    try:
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 (a broken block says nothing about how the camera was held)
        turn = None
    return image.transpose(turn) if turn is not None else image.copy()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def _other_format(head: bytes) -> str:
    """Name a format that we do not take, by the file's first bytes."""
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return _BRANDS[head[8:12]]
    if b"<svg" in head.lower():
        return "SVG"
    return next((name for signature, name in _SIGNATURES.items() if head.startswith(signature)), "")
