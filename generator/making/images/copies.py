"""Develops a photo: upright, in its sizes, in sRGB, on white, and without a byte of what the camera wrote about it."""

from collections.abc import Iterator
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms
from PIL import __version__ as pillow_version

from generator.making.project.image_files import FORMATS, turn_of, upright_size
from generator.outputs.site.assets import Size
from generator.outputs.views.image_sizes import copy_sizes

RECIPE = f"photo 2, Pillow {pillow_version}, pillow-heif {pillow_heif.__version__}"
"""How a photo becomes its copies; whoever changes that changes the number, so that all are made anew."""

JPEG = {"quality": 82, "optimize": True, "progressive": True}
# Measured: a real photo of 720 × 477 pixels takes 92 KB as this JPEG, with 31.9 dB to the original, and as WebP 70 KB
# with 32.4 dB at 78 (63 KB and 31.8 dB at 75, 80 KB and 33.2 dB at 82). For an invented one of 1600 × 1200 pixels
# method 2 takes 44 ms and 75 KB, 4 takes 112 ms and 72 KB, 6 takes 181 ms and 70 KB: made once, a photo is sent often.
WEBP = {"quality": 78, "method": 4}

_GAP = 3.0
"""Large pictures are first averaged down to three times the size asked for, which nobody sees."""


def make_copies(data: bytes) -> dict[str, bytes]:
    """Give the published copies of a photo, by width and kind: `960.webp`, `960.jpg`.

    Only pixels are carried over: EXIF with its GPS block, XMP, comments, thumbnails and profiles stay behind.

    Raises:
        OSError, SyntaxError, ValueError, RuntimeError: it cannot be read, each library in its own way.
    """
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        sizes = copy_sizes(upright_size(image))
        print_ = _on_paper(_in_srgb(_upright(image, sizes[-1])))
    return {name: content for size in sizes for name, content in _copies(print_, size)}


def _copies(print_: Image.Image, size: Size) -> Iterator[tuple[str, bytes]]:
    copy = print_ if size == print_.size else print_.resize(size, Image.Resampling.LANCZOS, reducing_gap=_GAP)
    yield f"{size[0]}.webp", _encoded(copy, "WEBP", **WEBP)
    yield f"{size[0]}.jpg", _encoded(copy, "JPEG", **JPEG)


def _encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def _upright(image: Image.Image, size: Size) -> Image.Image:
    """Give the picture as the camera was held, in a size."""
    turn = turn_of(image)
    lying = size if upright_size(image) == image.size else size[::-1]
    # JPEG decodes at a half, a quarter or an eighth of its size, in a fraction of the time.
    image.draft(None, lying)
    pixels = _in_plain_mode(image)
    if pixels.size != lying:
        pixels = pixels.resize(lying, Image.Resampling.LANCZOS, reducing_gap=_GAP)
    return pixels.transpose(turn) if turn is not None else pixels


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """Turn palettes, single bits and deep grey into modes that can be scaled; transparency becomes a channel."""
    if image.mode.startswith("I"):
        # A plain conversion would turn nearly all of sixteen bits white.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L") if image.mode == "1" else image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert the colours of a camera's, a telephone's or a printer's own profile; the profile itself stays behind."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        # A broken profile says nothing about the colours; the pixels are taken as they are.
        return image
    return converted or image


def _on_paper(image: Image.Image) -> Image.Image:
    """Put transparent parts on white instead of black; the new picture knows nothing of the old one but its pixels."""
    paper = Image.new("RGB", image.size, "white")
    if image.mode in ("RGBA", "LA"):
        pixels = image.convert("RGBA")
        paper.paste(pixels, mask=pixels.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper
