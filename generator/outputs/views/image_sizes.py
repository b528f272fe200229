"""In which sizes a photo is published, and where its copies are."""

import math
from collections.abc import Iterator

from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets, Size

WIDTHS_PX = (480, 960, 1600)
"""A telephone, a page, and a page on a fine screen or the enlarged view."""
NARROWEST_PX = 480
"""What the shorter side of a long picture has at least, such as a panorama's height, so that its details are seen."""
LONGEST_PX = 16_383
"""What WebP can hold: https://developers.google.com/speed/webp/faq. JPEG holds four times as much."""
MOST_PIXELS = 8_000_000
"""A longer picture is made narrower, down to the width above, for the sake of telephones that must unpack it."""


def copy_sizes(size: Size) -> tuple[Size, ...]:
    """Give the sizes of a photo's copies, smallest first: never enlarged, none twice, all in proportion.

    A photo of 800 × 600 pixels has copies of 480 × 360 and 800 × 600, a panorama of 20,000 × 1,500 one of 6,400 × 480.
    """
    width, height = size
    largest = _largest(width, height)
    widths = (*(one for one in WIDTHS_PX if one < largest), largest)
    return tuple((one, min(LONGEST_PX, max(1, round(height * one / width)))) for one in widths)


def _largest(width: int, height: int) -> int:
    """Give the width of the largest copy."""
    wanted = max(WIDTHS_PX[-1], -(-NARROWEST_PX * width // height))
    light = math.isqrt(MOST_PIXELS * width // height)
    narrow = -(-NARROWEST_PX * width // min(width, height))
    return max(1, min(width, wanted, max(light, narrow), LONGEST_PX, LONGEST_PX * width // height))


def copy_widths(size: Size | None) -> tuple[int, ...]:
    """Give the widths of a photo's copies, smallest first; one that was not measured counts as large."""
    return tuple(width for width, _ in copy_sizes(size)) if size else WIDTHS_PX


def copy_uris(assets: Assets, case_id: str, file: str) -> Iterator[str]:
    """Give the addresses of all copies of a photo."""
    for width in copy_widths(assets.photo_size(case_id, file)):
        yield addresses.photo_uri(case_id, file, width, "webp")
        yield addresses.photo_uri(case_id, file, width, "jpg")


def largest_uri(assets: Assets, case_id: str, file: str) -> str:
    """The largest JPEG of a photo: for the book, for search engines, and for a closer look."""
    return addresses.photo_uri(case_id, file, copy_widths(assets.photo_size(case_id, file))[-1], "jpg")
