"""The colour that an editor chose in place of the red: read by its name or its digits, and made fit for every scheme.

Text in it must have 4.5:1 on every ground, and in high contrast 7:1 (WCAG 2.2, 1.4.3 and 1.4.6). In a dark scheme and
in high contrast it is made lighter or darker until it has; as it was chosen it stands on paper, or not at all.
"""

import re
from collections.abc import Iterable

from generator.case.programme import Programme

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
LIGHT_GROUNDS, DARK_GROUNDS = ("#fffefc", "#fff", "#f7f4ef"), ("#181513", "#211d1a", "#26211d")
"""The papers of tokens.css."""
ON_DARK = "#1a1310"
"""What is written on a hue in the dark scheme."""
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_DIGITS = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)


def colour_of(text: str) -> Colour | None:
    """Read a colour: `#1a5fb4`, `#15b`, or a name of Material's, `teal`."""
    digits = NAMES.get(text.strip().lower().replace("-", " "), text.strip())
    if not _DIGITS.fullmatch(digits):
        return None
    whole = digits[1:] if len(digits) == 7 else "".join(digit * 2 for digit in digits[1:])
    return int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def least_contrast(colour: Colour, programme: Programme) -> float:
    """Give the contrast of a colour with the ground of the light scheme on which it can be read least."""
    return min(contrast(colour, ground) for ground in _light(programme))


def primary_styles(colour: Colour, programme: Programme) -> str:
    """Write the styles that put a colour in the place of the red, in every scheme and in print."""
    light, dark = _light(programme), [*_colours(DARK_GROUNDS), *_colours(task.tint.dark for task in programme.tasks)]
    on_dark = [*dark, *_colours([ON_DARK])]
    high, high_dark = (
        _until(colour, _BLACK, light, LEAST_IN_HIGH_CONTRAST),
        _until(colour, _WHITE, on_dark, LEAST_IN_HIGH_CONTRAST),
    )
    in_light = _rule(":root", colour, _mixed(colour, _BLACK, 0.25))
    in_dark = _until(colour, _WHITE, on_dark, LEAST)
    contrast_root = ':root[data-contrast="high"]'
    return (
        in_light
        + _within("(prefers-color-scheme: dark)", _rule(":root", in_dark, _mixed(in_dark, _WHITE, 0.35)))
        + _rule(contrast_root, high, _mixed(high, _BLACK, 0.25))
        + _within("(prefers-color-scheme: dark)", _rule(contrast_root, high_dark, _mixed(high_dark, _WHITE, 0.35)))
        + _within("print", _rule(f":root, {contrast_root}", colour, _mixed(colour, _BLACK, 0.25)))
    )


def _light(programme: Programme) -> list[Colour]:
    return [*_colours(LIGHT_GROUNDS), *_colours(task.tint.light for task in programme.tasks)]


def _colours(texts: Iterable[str]) -> list[Colour]:
    return [colour for colour in map(colour_of, texts) if colour]


def _until(colour: Colour, towards: Colour, grounds: list[Colour], least: float) -> Colour:
    """Mix a colour with white or black, a twentieth more each time, until it can be read on all grounds."""
    for step in range(20):
        mixed = _mixed(colour, towards, step / 20)
        if min(contrast(mixed, ground) for ground in grounds) >= least:
            return mixed
    return towards


def _mixed(colour: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (round(own + (its - own) * part) for own, its in zip(colour, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rule(selector: str, colour: Colour, darker: Colour) -> str:
    return f"{selector} {{\n  --red: {_digits(colour)};\n  --red-dark: {_digits(darker)};\n}}\n"


def _within(query: str, rule: str) -> str:
    return f"@media {query} {{\n{rule}}}\n"


def _digits(colour: Colour) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)
