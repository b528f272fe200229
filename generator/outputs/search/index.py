"""The index: all texts of all cases, cut into parts that a browser loads one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log2

import numpy as np
from numpy.typing import NDArray

from generator.outputs.search.grams import Gram, Places, grams, letters, units_of
from generator.outputs.search.packing import UNIT_BITS, pack

PART_UNITS = 3_000
"""Characters (two bytes each) that a part has, roughly, in a small library; more in a large one, so that …"""
MOST_PARTS = 1_500
"""… there are not many more parts than this."""
_HEAD_BITS = 24
SEPARATOR = ","
"""Between grams; as punctuation it occurs in none."""


@dataclass(frozen=True, slots=True)
class Part:
    """Grams that lie beside one another, with their packed places."""

    texts: tuple[str, ...]
    packed: str


@dataclass(frozen=True, slots=True)
class Index:
    """What search knows of the texts."""

    version: str
    """Changes whenever a text changes, so that parts of two builds are never read together."""
    count: int
    """The number of cases."""
    lengths: str
    """Packed for each zone: where each case's text ends in it, counted from the zone's start. Zones follow one another,
    in each the cases in the library's order; a place is an offset in all of that."""
    letters: tuple[Part, ...]
    """Single units. Their places are not offsets but the zone's number times the count of cases, plus the case's."""
    grams: tuple[Part, ...]

    @property
    def frequent(self) -> tuple[str, ...]:
        """The grams that are split by what follows them, so that a browser knows before it loads a part."""
        texts = [text for part in self.grams for text in part.texts]
        return tuple(sorted({text[:length] for text in texts for length in range(2, len(text))}))


def build_index(texts: Sequence[Sequence[str]]) -> Index:
    """Index all cases.

    Args:
        texts: for each case in the library's order its normalised text in each zone, ending in a `BREAK`.
    """
    zones = [list(zone) for zone in zip(*texts, strict=True)]
    ordered = [text for zone in zones for text in zone]
    units = units_of(ordered)
    singles = letters(units)
    lengths = np.array([len(text.encode("utf-16-le")) // 2 for text in ordered], dtype=np.int64)
    owner = np.repeat(np.arange(len(ordered), dtype=np.int32), lengths)
    single_parts = tuple(_parts((Gram(one.text, _once(owner[one.places])) for one in singles), len(ordered)))
    del owner
    return Index(
        version=sha256("\0".join(ordered).encode()).hexdigest()[:8],
        count=len(texts),
        lengths=_lengths(lengths.reshape(len(zones), -1)) if ordered else "",
        letters=single_parts,
        grams=tuple(_parts(grams(units, singles), len(units))),
    )


def _lengths(of_zones: NDArray[np.int64]) -> str:
    ends = np.cumsum(of_zones, axis=1)
    return pack(ends.reshape(-1), [of_zones.shape[1]] * len(of_zones))


def _once(numbers: Places) -> Places:
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]


def _parts(found: Iterable[Gram], total: int) -> Iterator[Part]:
    """Cut grams into parts of nearly equal size; `total` is above every place."""
    sized = [(gram, _bits(len(gram.places), total)) for gram in found]
    most = max(PART_UNITS, sum(bits for _, bits in sized) / UNIT_BITS / MOST_PARTS) * UNIT_BITS
    waiting: list[Gram] = []
    filled = 0.0
    for gram, bits in sized:
        if waiting and filled + bits > most:
            yield _part(waiting)
            waiting, filled = [], 0.0
        waiting.append(gram)
        filled += bits
    if waiting:
        yield _part(waiting)


def _bits(count: int, total: int) -> float:
    """Estimate what a list of places takes."""
    return _HEAD_BITS + count * (1.5 + max(0.0, log2(total / count)))


def _part(found: list[Gram]) -> Part:
    places = np.concatenate([gram.places for gram in found])
    return Part(tuple(gram.text for gram in found), pack(places, [len(gram.places) for gram in found]))
