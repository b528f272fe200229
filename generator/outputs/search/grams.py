"""Where every run of characters is: the places of all pairs, and of longer grams where a pair is frequent.

A pair that occurs in thousands of places is split by what follows it, up to four characters. So a query of four
characters reads little more than its own places. In which cases the most frequent grams are, is known besides, so that
a book-long list of places is read only by who asks for what such a gram is a part of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.outputs.search.characters import BREAK

Units = NDArray[np.uint16]
"""UTF-16 code units, as a browser counts them: a rare character is two."""
Places = NDArray[np.int32]

LONGEST = 4
FREQUENT = 4_000
"""A gram in more places than this is frequent, and split by the next character."""
MANY = 12_000
"""Of one in more places than this it is known besides in which cases it is."""
_BREAK = ord(BREAK)
_BLOCK = 1 << 20
"""Units that are sorted together."""


@dataclass(frozen=True, slots=True)
class Gram:
    """Some adjacent characters, and where they occur."""

    text: str
    """In code units, so half of a rare character may be at either end; a `BREAK` at the end is the run's end."""
    places: Places
    """Ascending."""

    @property
    def size(self) -> int:
        """The number of places."""
        return len(self.places)


Note = Callable[[Gram], None]


def units_of(texts: Sequence[str]) -> Units:
    """Give the code units of all texts in turn."""
    return np.frombuffer("".join(texts).encode("utf-16-le"), dtype=np.uint16)


def letters(units: Units) -> list[Gram]:
    """Give every single unit with its places, in the order of the units."""
    counts = np.bincount(units, minlength=1 << 16)
    ends = np.cumsum(counts)
    places = np.empty(len(units), dtype=np.int32)
    free = ends - counts
    # Block by block: to sort all at once takes three times the memory, and longer.
    for start in range(0, len(units), _BLOCK):
        block = units[start : start + _BLOCK]
        of_block = np.bincount(block, minlength=1 << 16)
        # Those of a unit go behind those of the blocks before.
        moved = np.repeat(free - (np.cumsum(of_block) - of_block), of_block)
        places[moved + np.arange(len(block))] = np.argsort(block, kind="stable") + start
        free += of_block
    used = np.flatnonzero(counts).tolist()
    return [Gram(chr(unit), places[ends[unit] - counts[unit] : ends[unit]]) for unit in used if unit != _BREAK]


def grams(units: Units, singles: Iterable[Gram], note: Note) -> Iterator[Gram]:
    """Give the grams in the order of their units.

    Args:
        units: of all texts.
        singles: the letters.
        note: is told of each frequent gram, whether it is split or not.
    """
    for letter in singles:
        places = letter.places
        places = places[units[np.minimum(places + 1, len(units) - 1)] != _BREAK]
        if len(places):
            yield from _longer(units, letter.text, places, note)


def _longer(units: Units, text: str, places: Places, note: Note) -> Iterator[Gram]:
    key = units[places + len(text)]
    order = np.argsort(key, kind="stable")
    places, key = places[order], key[order]
    for start, end in _runs(key):
        gram = Gram(text + chr(key[start]), places[start:end])
        is_frequent = gram.size > FREQUENT
        if is_frequent:
            note(gram)
        if is_frequent and len(gram.text) < LONGEST and gram.text[-1] != BREAK:
            yield from _longer(units, gram.text, gram.places, note)
        else:
            yield gram


def _runs(key: Units) -> Iterator[tuple[int, int]]:
    """Give where each run of equal units starts and ends."""
    borders = (np.flatnonzero(key[1:] != key[:-1]) + 1).tolist()
    return zip((0, *borders), (*borders, len(key)), strict=True) if len(key) else iter(())
