"""Controlled words that no programme changes: facts of the country and of the language."""

from generator.case.packaged import read_packaged
from generator.case.words import WordList, parse_words

_data = read_packaged("vocabulary.yml")

CREDIT_ROLES = parse_words(_data["credit_roles"])
"""What those who are named for a record did."""
REGIONS = parse_words(_data["regions"], "full", "short")
"""The 34 provincial units in administrative order, then what is no province and stands apart; ids are pinyin, aliases
the full and the one-character names."""
PROVINCES = WordList(REGIONS.counted)
"""The 34 provincial units."""

MULTIPLES: dict[str, int] = _data["multiples"]
"""What may precede a unit, and by how much it multiplies: 万 is 10,000."""
NOT_AMOUNTS: tuple[str, ...] = tuple(_data["not_amounts"])
"""Words that mark a figure as an average, a level or a target, which cannot be added."""
