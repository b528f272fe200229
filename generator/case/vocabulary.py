"""Controlled words that no programme changes: facts of the country, the language and the work on records."""

from dataclasses import dataclass

from generator.case.packaged import read_packaged
from generator.case.words import Word, WordList, parse_words


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word that marks a figure as round, and where it is: before, after (the number) or end."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that by itself says what is measured, so that figures of several cases can be added."""

    name: str
    aliases: tuple[str, ...]
    """Other spellings of the same unit."""
    holds: str
    """Which different things a total of it mixes; a phrase for readers, without a full stop."""


_data = read_packaged("vocabulary.yml")

STATUSES = parse_words(_data["statuses"])
CREDIT_ROLES = WordList(tuple(Word(row["id"], row["name"], tuple(row["also"])) for row in _data["credit_roles"]))
"""What those who are named for a record did."""
PROVINCES = parse_words(_data["provinces"], "full", "short")
"""The 34 provincial units in administrative order; ids are pinyin, aliases the full and the one-character names."""

QUALIFIERS: dict[str, Qualifier] = {row["name"]: Qualifier(row["name"], row["place"]) for row in _data["qualifiers"]}
QUALIFIER_WORDS = WordList(tuple(Word(name, name) for name in QUALIFIERS))

UNITS: dict[str, Unit] = {
    row["name"]: Unit(row["name"], tuple(row.get("also", ())), row["holds"]) for row in _data["units"]
}
"""The units whose figures can be added, by name."""
MULTIPLES: dict[str, int] = _data["multiples"]
"""What may precede a unit, and by how much it multiplies: 万 is 10,000."""
NOT_AMOUNTS: tuple[str, ...] = tuple(_data["not_amounts"])
"""Words that mark a figure as an average, a level or a target, which cannot be added."""
