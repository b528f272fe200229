"""Colours as people write them, and how well one can be read on another (WCAG 2.2, 1.4.3 and 1.4.6)."""

import re
from collections.abc import Iterable

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

NAMES = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}
"""What Material calls its colours."""
LEAST, LEAST_IN_HIGH_CONTRAST = 4.5, 7.0
"""The least contrast of a text with its ground."""
LIGHT_GROUNDS, DARK_GROUNDS = ("#fffefc", "#fff", "#f7f4ef"), ("#181513", "#211d1a", "#26211d")
"""The grounds of the site in its light and its dark scheme."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_DIGITS = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)


def colour_of(text: str) -> Colour | None:
    """Read a colour: `#1a5fb4`, `#15b`, or a name of Material's, `teal`."""
    digits = NAMES.get(text.strip().lower().replace("-", " "), text.strip())
    if not _DIGITS.fullmatch(digits):
        return None
    whole = digits[1:] if len(digits) == 7 else "".join(digit * 2 for digit in digits[1:])
    return int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16)


def colours(texts: Iterable[str]) -> list[Colour]:
    """Read those texts that are colours."""
    return [colour for colour in map(colour_of, texts) if colour]


def digits_of(colour: Colour) -> str:
    """Write a colour as style sheets have it: `#1a5fb4`."""
    return "#" + "".join(f"{channel:02x}" for channel in colour)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def least_contrast(colour: Colour, grounds: Iterable[Colour]) -> float:
    """Give the contrast of a colour with the ground on which it can be read least."""
    return min(contrast(colour, ground) for ground in grounds)


def until_readable(colour: Colour, towards: Colour, grounds: Iterable[Colour], least: float) -> Colour:
    """Mix a colour with white or black, a twentieth more each time, until it can be read on all grounds."""
    grounds = tuple(grounds)
    for step in range(20):
        mix = mixed(colour, towards, step / 20)
        if least_contrast(mix, grounds) >= least:
            return mix
    return towards


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """Mix a colour with a part of another, 0 to 1."""
    red, green, blue = (round(own + (its - own) * part) for own, its in zip(colour, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
