"""How outcomes are measured: words that mark a figure as round, and units whose figures can be added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from generator.case.vocabulary import MULTIPLES


class Qualifier(str):
    """A word that marks a figure as round; it knows where it stands."""

    __slots__ = ("place",)
    place: str
    """`before` or `after` the number, or at the `end`."""

    def __new__(cls, name: str, place: str = "") -> Self:
        """Make it of the word and its place."""
        made = super().__new__(cls, name)
        made.place = place
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Keep the place on the way to another process."""
        return type(self), (str(self), self.place)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that by itself says what is measured, so that figures of several cases can be added."""

    name: str
    aliases: tuple[str, ...]
    """Other spellings of the same unit."""
    holds: str
    """Which different things a total of it mixes; a phrase for readers, without a full stop."""


def parse_qualifiers(rows: Iterable[Mapping[str, Any]]) -> tuple[Qualifier, ...]:
    """Make words for round figures of rows with `name` and `place`."""
    return tuple(Qualifier(row["name"], row["place"]) for row in rows)


def parse_units(rows: Iterable[Mapping[str, Any]]) -> tuple[Unit, ...]:
    """Make units of rows with `name` and `holds`; `also` are other spellings."""
    return tuple(Unit(row["name"], tuple(row.get("also", ())), row["holds"]) for row in rows)


def sizes_of(units: Iterable[Unit]) -> dict[str, tuple[str, int]]:
    """Give every way to write a unit, with its name and how many it makes; 千克 is 公斤, not a thousand 克."""
    bases = {spelling: unit.name for unit in units for spelling in (unit.name, *unit.aliases)}
    many = {
        f"{multiple}{spelling}": (base, size)
        for multiple, size in MULTIPLES.items()
        for spelling, base in bases.items()
    }
    return many | {spelling: (base, 1) for spelling, base in bases.items()}
