"""Other words for the same: what readers who type one of them mean as well."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Some words that mean the same, and what else who types one of them looks for."""

    words: tuple[str, ...]
    """Each of them finds the others: 农村, 乡村."""
    also: tuple[str, ...] = ()
    """What they find besides; who types one of these is not led back: 牙医 finds 口腔, not the other way round."""


Synonyms = tuple[SynonymGroup, ...]
"""All groups, in the list's order. A word may be in several; groups that share one are not the same group."""
