"""What is kept of an index so that the next build can change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.outputs.search.index import Extent, Index, is_among_letters
from generator.outputs.search.texts import ZONES


@dataclass(frozen=True, slots=True)
class Outline:
    """What there is to know of an index in order to change it, but for its parts."""

    count: int
    """The number of cases."""
    zones: int
    lengths: str
    titles: str
    """As an `Index` has these."""
    first: Mapping[str, Sequence[str]]
    """The first gram of each part, of `letters` and of `grams`."""
    extents: Mapping[str, Extent]
    frequent: Mapping[str, int]
    """The frequent grams with the number of their places."""

    @property
    def many(self) -> frozenset[str]:
        """Those among the letters."""
        return frozenset(gram for gram, size in self.frequent.items() if is_among_letters(gram, size))


def outline_of(index: Index) -> Outline:
    """Give the outline of an index that has been built."""
    first = {
        name: [part.texts[0] for part in parts] for name, parts in (("letters", index.letters), ("grams", index.grams))
    }
    extents = dict(zip(first, index.extents, strict=True))
    return Outline(index.count, len(ZONES), index.lengths, index.titles, first, extents, index.places)
