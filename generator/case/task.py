"""A task type of a programme, with its words, its colours and its sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.case.colour import (
    BLACK,
    DARK_GROUNDS,
    LEAST,
    LEAST_IN_HIGH_CONTRAST,
    LIGHT_GROUNDS,
    WHITE,
    Colour,
    colour_of,
    colours,
    digits_of,
    mixed,
    until_readable,
)
from generator.case.words import Word, WordList, parse_words

HUES = (
    *("#9f2d20", "#25538c", "#0f6a5f", "#7d5104", "#6a3d91", "#3f6212"),
    *("#9d174d", "#0e6080", "#7c4a2d", "#4a4a8c", "#5f5a00", "#57534e"),
)
"""The colours of tasks that are given none, one after the other; each can be read on all light grounds."""
_OUTLINE = "<path fill='none' stroke='#000' stroke-width='2.400' stroke-linejoin='round' d='{}'/>"
SIGNS = (
    "<circle cx='12' cy='12' r='8.500' fill='none' stroke='#000' stroke-width='2.400'/>",
    _OUTLINE.format("M4 4h16v16h-16z"),
    _OUTLINE.format("M12 3.500l9 16h-18z"),
    _OUTLINE.format("M12 2.500l9.500 9.500l-9.500 9.500l-9.500-9.500z"),
)
"""What is drawn beside a task that is given no sign: plain shapes, one after the other."""
_TINTED_LIGHT, _TINTED_DARK = 0.91, 0.86
"""How much paper is in a tint."""


@dataclass(frozen=True, slots=True)
class Hue:
    """A task's colour in each of the site's schemes, as style sheets write it: `#rrggbb`."""

    light: str
    """Also that of print, covers and posters."""
    dark: str
    high_contrast: str
    high_contrast_dark: str


@dataclass(frozen=True, slots=True)
class Tint:
    """A ground of the task's colour; where contrast is high, and in print, the paper stays bare."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task type of the programme."""

    id: str
    name: str
    aim: str
    """The aim, close to the notice's words; a phrase without a full stop; may be empty."""
    definition: str
    """One sentence for readers, in our words."""
    audiences: tuple[str, ...]
    """Whom it is done with or for; may be empty."""
    hue: Hue
    tint: Tint
    sign: str
    """What is drawn in a box of 24 by 24 beside the name: SVG elements, with single quotes only."""
    forms: WordList
    """The task's own, then those that every task may have."""
    products: WordList
    """The task's own kinds, then those that every task may have."""
    former_names: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def word(self) -> Word:
        """The task as a word that records choose."""
        return Word(self.id, self.name, former_names=self.former_names, former_ids=self.former_ids)


def parse_task(row: Mapping[str, Any], position: int, forms: WordList, products: WordList) -> Task:
    """Make a task of a row.

    Args:
        row: what the file says of it.
        position: of the task, from 0; colours and signs that are not given follow from it.
        forms: those that every task may have.
        products: the kinds that every task may have.
    """
    hue, tint = colours_of(row.get("hue") or {}, row.get("tint") or {}, position)
    return Task(
        id=row["id"],
        name=row["name"],
        aim=row.get("aim") or "",
        definition=row["definition"],
        audiences=tuple(row.get("audiences", ())),
        hue=hue,
        tint=tint,
        sign=(row.get("sign") or SIGNS[position % len(SIGNS)]).replace('"', "'"),
        forms=WordList((*parse_words(row.get("forms", ())), *forms)),
        products=WordList((*parse_words(row.get("products", ())), *products)),
        former_names=tuple(row.get("formerly", ())),
        former_ids=tuple(row.get("renamed_from", ())),
    )


def colours_of(hue: Mapping[str, str | None], tint: Mapping[str, str | None], position: int) -> tuple[Hue, Tint]:
    """Complete a task's colours: what is not given is made of the light hue, with enough contrast."""
    light = colour_of(hue.get("light") or "") or colour_of(HUES[position % len(HUES)]) or BLACK
    on_light = _given(tint, "light") or mixed(light, WHITE, _TINTED_LIGHT)
    on_dark = _given(tint, "dark") or mixed(light, colours(DARK_GROUNDS)[0], _TINTED_DARK)
    light_grounds, dark_grounds = (*colours(LIGHT_GROUNDS), on_light), (*colours(DARK_GROUNDS), on_dark)
    # A hue that is given is kept; whether it can be read is for the check to say.
    shown = light if hue.get("light") else until_readable(light, BLACK, light_grounds, LEAST)
    return (
        Hue(
            digits_of(shown),
            digits_of(_given(hue, "dark") or until_readable(shown, WHITE, dark_grounds, LEAST)),
            digits_of(
                _given(hue, "high_contrast") or until_readable(shown, BLACK, light_grounds, LEAST_IN_HIGH_CONTRAST)
            ),
            digits_of(
                _given(hue, "high_contrast_dark")
                or until_readable(shown, WHITE, (*dark_grounds, BLACK), LEAST_IN_HIGH_CONTRAST)
            ),
        ),
        Tint(digits_of(on_light), digits_of(on_dark)),
    )


def _given(colours: Mapping[str, str | None], key: str) -> Colour | None:
    return colour_of(colours.get(key) or "")
