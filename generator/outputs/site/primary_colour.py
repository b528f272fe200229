"""The colour that an editor chose in place of the red, made fit for every scheme.

Text in it must have 4.5:1 on every ground, and in high contrast 7:1 (WCAG 2.2, 1.4.3 and 1.4.6). In a dark scheme and
in high contrast it is made lighter or darker until it has; as it was chosen it stands on paper, or not at all.
"""

from generator.case import colour as colour_maths
from generator.case.colour import (
    BLACK,
    DARK_GROUNDS,
    LEAST,
    LEAST_IN_HIGH_CONTRAST,
    LIGHT_GROUNDS,
    WHITE,
    Colour,
    colours,
    digits_of,
    mixed,
    until_readable,
)
from generator.case.programme import Programme

ON_DARK = "#1a1310"
"""What is written on a hue in the dark scheme."""


def least_contrast(colour: Colour, programme: Programme) -> float:
    """Give the contrast of a colour with the ground of the light scheme on which it can be read least."""
    return colour_maths.least_contrast(colour, _light(programme))


def primary_styles(colour: Colour, programme: Programme) -> str:
    """Write the styles that put a colour in the place of the red, in every scheme and in print."""
    light, dark = _light(programme), [*colours(DARK_GROUNDS), *colours(task.tint.dark for task in programme.tasks)]
    on_dark = [*dark, *colours([ON_DARK])]
    high, high_dark = (
        until_readable(colour, BLACK, light, LEAST_IN_HIGH_CONTRAST),
        until_readable(colour, WHITE, on_dark, LEAST_IN_HIGH_CONTRAST),
    )
    in_light = _rule(":root", colour, mixed(colour, BLACK, 0.25))
    in_dark = until_readable(colour, WHITE, on_dark, LEAST)
    contrast_root = ':root[data-contrast="high"]'
    return (
        in_light
        + _within("(prefers-color-scheme: dark)", _rule(":root", in_dark, mixed(in_dark, WHITE, 0.35)))
        + _rule(contrast_root, high, mixed(high, BLACK, 0.25))
        + _within("(prefers-color-scheme: dark)", _rule(contrast_root, high_dark, mixed(high_dark, WHITE, 0.35)))
        + _within("print", _rule(f":root, {contrast_root}", colour, mixed(colour, BLACK, 0.25)))
    )


def _light(programme: Programme) -> list[Colour]:
    return [*colours(LIGHT_GROUNDS), *colours(task.tint.light for task in programme.tasks)]


def _rule(selector: str, colour: Colour, darker: Colour) -> str:
    return f"{selector} {{\n  --red: {digits_of(colour)};\n  --red-dark: {digits_of(darker)};\n}}\n"


def _within(query: str, rule: str) -> str:
    return f"@media {query} {{\n{rule}}}\n"
