"""The index: all texts of all cases, cut into parts that a browser loads one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, log2
from typing import Protocol, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generator.outputs.search.characters import BREAK
from generator.outputs.search.grams import Gram, Places, grams, letters, units_of
from generator.outputs.search.packing import UNIT_BITS, pack

PART_UNITS = 3_000
"""Characters (two bytes each) that a part has, roughly, in a small library; more in a large one, so that …"""
MOST_PARTS = 1_500
"""… there are not many more parts than this."""
_HEAD_BITS = 24
_PARTS_BETWEEN = 4
"""Parts, roughly, between grams that begin one whatever is before them."""
STEP = 64
"""Every text takes so many units, or a multiple: so most words more or less move nothing in the texts behind."""
SEPARATOR = ","
"""Between grams; as punctuation it occurs in none."""


class Named(Protocol):
    """A gram, in whatever form its places are."""

    @property
    def text(self) -> str:
        """Its units."""


G = TypeVar("G", bound=Named)


@dataclass(frozen=True, slots=True)
class Part:
    """Grams that lie beside one another, with their packed places."""

    texts: tuple[str, ...]
    packed: str


@dataclass(frozen=True, slots=True)
class Extent:
    """How much all grams of a kind are, on which depends where parts begin."""

    bits: int = 0
    """By the estimate."""
    grams: int = 0

    @property
    def most(self) -> float:
        """The bits that a part has at most."""
        return max(PART_UNITS * UNIT_BITS, _rough(self.bits / MOST_PARTS, 32)) if self.bits else 0

    @property
    def every(self) -> int:
        """Of so many grams one begins a part whatever is before it."""
        return max(1, round(_rough(_PARTS_BETWEEN * self.grams * self.most / self.bits, 1))) if self.bits else 1


@dataclass(frozen=True, slots=True)
class Index:
    """What search knows of the texts."""

    count: int
    """The number of cases."""
    lengths: str
    """Packed for each zone: where each case's text ends in it, counted from the zone's start, in steps.

    Zones follow one another, in each the cases in the library's order; a place is an offset in all of that.
    """
    titles: str
    """Packed: where each title would end, were titles not filled up to whole steps."""
    letters: tuple[Part, ...]
    """Single units. Their places are not offsets but the zone's number times the count of cases, plus the case's."""
    grams: tuple[Part, ...]
    extents: tuple[Extent, Extent] = (Extent(), Extent())
    """Of the letters and of the grams."""
    places: Mapping[str, int] = field(default_factory=dict)
    """How many places each gram has that is split by what follows it."""

    @property
    def frequent(self) -> tuple[str, ...]:
        """The grams that are split by what follows them, so that a browser knows before it loads a part."""
        return tuple(sorted(self.places))


def build_index(texts: Sequence[Sequence[str]]) -> Index:
    """Index all cases.

    Args:
        texts: for each case in the library's order its normalised text in each zone, ending in a `BREAK`.
    """
    ordered = [filled(text) for zone in zip(*texts, strict=True) for text in zone]
    units = units_of(ordered)
    lengths = np.array([units_in(text) for text in ordered], dtype=np.int64)
    # They take as much memory as all that is made of them.
    del ordered
    singles = letters(units)
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    single_parts, extent_of_letters = _cut((Gram(one.text, _once(owner[one.places])) for one in singles), len(lengths))
    del owner
    places: Counter[str] = Counter()
    gram_parts, extent = _cut(_counted(grams(units, singles), places), len(units))
    return Index(
        count=len(texts),
        lengths=_lengths(lengths.reshape(-1, len(texts)) // STEP) if texts else "",
        titles=_lengths(np.array([[units_in(of_case[0]) for of_case in texts]])) if texts else "",
        letters=single_parts,
        grams=gram_parts,
        extents=(extent_of_letters, extent),
        places=dict(places),
    )


def units_in(text: str) -> int:
    """Count the code units of a text."""
    return len(text.encode("utf-16-le")) // 2


def filled(text: str) -> str:
    """Fill a text up to whole steps with what ends a run, of which nothing is indexed."""
    return text + BREAK * (-units_in(text) % STEP)


def _lengths(of_zones: NDArray[np.int64]) -> str:
    ends = np.cumsum(of_zones, axis=1)
    return pack(ends.reshape(-1), [of_zones.shape[1]] * len(of_zones))


def _once(numbers: Places) -> Places:
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]


def _counted(found: Iterable[Gram], places: Counter[str]) -> Iterator[Gram]:
    """Pass grams on, and count the places of the shorter ones that they were split from."""
    for gram in found:
        for length in range(2, len(gram.text)):
            places[gram.text[:length]] += len(gram.places)
        yield gram


def _cut(given: Iterable[Gram], total: int) -> tuple[tuple[Part, ...], Extent]:
    found = [(gram, bits_of(len(gram.places), total)) for gram in given]
    extent = Extent(sum(bits for _, bits in found), len(found))
    return tuple(part_of(gathered) for gathered in cut(found, extent)), extent


def cut(found: Iterable[tuple[G, int]], extent: Extent) -> Iterator[list[G]]:
    """Cut grams, each with its bits, into parts of nearly equal size.

    Sizes are estimated roughly and some grams begin a part whatever is before them, so that a few places more or less
    move no border, or only those up to the next such gram.
    """
    most, every = extent.most, extent.every
    waiting: list[G] = []
    filled = 0
    for gram, bits in found:
        is_border = not crc32(gram.text.encode("utf-16-le", "surrogatepass")) % every
        if waiting and (filled + bits > most or (is_border and filled > most / 2)):
            yield waiting
            waiting, filled = [], 0
        waiting.append(gram)
        filled += bits
    if waiting:
        yield waiting


def bits_of(count: int, total: int) -> int:
    """Estimate what a list of places takes, all below `total`; a few places more seldom change it."""
    places = _rough(count, 4)
    return _HEAD_BITS + round(places * (1.5 + max(0.0, log2(_rough(total, 1) / places))))


def _rough(value: float, steps: int) -> float:
    """Round up to the next of the numbers of which so many lie between a power of two and the next."""
    return float(2 ** (ceil(log2(value) * steps) / steps))


def part_of(found: Sequence[Gram]) -> Part:
    """Write grams that lie beside one another as a part."""
    places = np.concatenate([gram.places for gram in found])
    return Part(tuple(gram.text for gram in found), pack(places, [len(gram.places) for gram in found]))
