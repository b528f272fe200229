"""Publishes photos: upright, of reasonable size, and without a byte of what the camera wrote about place and time."""

import shutil
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageCms

from generator.case.model import Case
from generator.making.folder import CASES
from generator.making.pictures import FORMATS, turned
from generator.making.trouble import during
from generator.outputs import addresses

LONGEST_PX = 1600
QUALITY = 82


def write_photos(cases: Iterable[Case], root: Path, site: Path, *, attachments: bool = True) -> None:
    """Write the photos of cases that the checks have passed, and their attachments."""
    for case in cases:
        folder = root / CASES / case.id
        for photo in case.photos:
            target = site / addresses.photo_uri(case.id, photo.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            with during(f"{CASES}/{case.id}/{photo.file}"):
                write_photo(folder / photo.file, target)
        for attachment in case.attachments if attachments else ():
            target = site / addresses.attachment_uri(case.id, attachment.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / attachment.file, target)


def write_photo(source: Path, target: Path | BinaryIO) -> None:
    """Write one photo as a JPEG of at most 1,600 pixels a side, never enlarged.

    Only pixels are carried over: EXIF with its GPS block, XMP, comments, thumbnails and profiles stay behind.
    """
    with Image.open(source, formats=FORMATS) as image:
        upright = _in_srgb(_in_eight_bits(turned(image)))
        upright.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
        # Transparent parts become paper white instead of black.
        paper = Image.new("RGB", upright.size, "white")
        pixels = upright.convert("RGBA")
        paper.paste(pixels, mask=pixels.getchannel("A"))
    paper.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Scale sixteen bits of grey down to eight; a plain conversion would turn nearly all of it white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert the colours of a camera's or a telephone's own profile; the profile itself stays behind."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        # A broken profile says nothing about the colours; the pixels are taken as they are.
        return image
    return converted or image
