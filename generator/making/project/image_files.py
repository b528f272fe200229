"""Looks at picture files: what they are, and whether they can be read, without trusting their names."""

import os
import warnings
from functools import lru_cache
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError
from pillow_heif import register_heif_opener

from generator.making.project.isobmff import is_avif, read_is_whole
from generator.outputs.site.assets import Size
from generator.reading.record import Picture

# A thumbnail inside the file may show what an editor cut off or covered in the picture itself.
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

MOST_PIXELS = 80_000_000
"""More is taken for a decompression bomb: no camera that editors use makes it."""

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_SIGNATURES = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF"}


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
                if image.format == "HEIF":
                    # To decode one takes half a second, which is too long for every check.
                    return Picture("HEIC", width, height) if read_is_whole(path) else Picture("", fault="unreadable")
                # JPEG decodes at an eighth of its size; the others are decoded whole.
                image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
                image.load()
                return Picture(image.format or "", width, height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Picture("", fault="bomb")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, RuntimeError):
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


_ON_ITS_SIDE = frozenset((5, 6, 7, 8))


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """Give how a picture must be turned to be upright, as the camera was held; None where it already is.

    Pillow's `exif_transpose` also writes the EXIF block anew, which a broken one makes fail in many ways.
    """
    return _TURNS.get(_orientation(image))


def upright_size(image: Image.Image) -> Size:
    """Give the size of an opened picture as the camera was held, from its header alone."""
    width, height = image.size
    return (height, width) if _orientation(image) in _ON_ITS_SIDE else (width, height)


def _orientation(image: Image.Image) -> int:
    try:
        # For a PNG, Pillow's own would decode all pixels to look for a block behind them.
        return int(Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 (a broken block says nothing about how the camera was held)
        return 1


def read_size(path: Path) -> Size | None:
    """Measure a picture file as seen upright; None where that cannot be done. A file is looked into once."""
    try:
        state = path.stat()
        return _size(os.fspath(path), state.st_mtime_ns, state.st_size)
    except (OSError, SyntaxError, ValueError, RuntimeError, Image.DecompressionBombError):
        return None


@lru_cache(maxsize=100_000)
def _size(path: str, mtime_ns: int, size_bytes: int) -> Size:
    del mtime_ns, size_bytes
    with Image.open(path, formats=FORMATS) as image:
        return upright_size(image)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def _other_format(head: bytes) -> str:
    """Name a format that we do not take, by the file's first bytes."""
    if is_avif(head):
        return "AVIF"
    if b"<svg" in head.lower():
        return "SVG"
    return next((name for signature, name in _SIGNATURES.items() if head.startswith(signature)), "")
