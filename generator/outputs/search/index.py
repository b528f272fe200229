"""The index: all texts of all cases, cut into parts that a browser loads one by one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, log2
from operator import attrgetter
from typing import Protocol, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generator.outputs.search import grams as grams_module
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
ALL = 1 << 62
SEPARATOR = ","
"""Between grams; as punctuation it occurs in none."""


class Named(Protocol):
    """A gram, in whatever form its places are."""

    @property
    def text(self) -> str:
        """Its units."""

    @property
    def size(self) -> int:
        """The number of its places."""


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
    """Single units and the most frequent grams. Their places are no offsets but the zone's number times the count of
    cases, plus the case's; of such a gram only the weightiest zone of each case."""
    grams: tuple[Part, ...]
    extents: tuple[Extent, Extent] = (Extent(), Extent())
    """Of the letters and of the grams."""
    places: Mapping[str, int] = field(default_factory=dict)
    """How many places each frequent gram has."""

    @property
    def frequent(self) -> tuple[str, ...]:
        """The frequent grams, so that a browser knows before it loads a part.

        They are split by what follows them or in parts of their own.
        """
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
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths // STEP)
    singles = letters(units)
    many: list[Gram] = []
    places: dict[str, int] = {}

    def note(gram: Gram) -> None:
        places[gram.text] = gram.size
        if is_among_letters(gram.text, gram.size):
            many.append(_once_a_case(_in_cases(gram, owner), len(texts)))

    gram_parts, extent = _cut(grams(units, singles, note), len(units), grams_module.FREQUENT)
    known = sorted((*many, *(_in_cases(one, owner) for one in singles)), key=attrgetter("text"))
    single_parts, extent_of_letters = _cut(known, len(lengths))
    return Index(
        count=len(texts),
        lengths=_lengths(lengths.reshape(-1, len(texts)) // STEP) if texts else "",
        titles=_lengths(np.array([[units_in(of_case[0]) for of_case in texts]])) if texts else "",
        letters=single_parts,
        grams=gram_parts,
        extents=(extent_of_letters, extent),
        places=places,
    )


def is_among_letters(gram: str, size: int) -> bool:
    """Tell whether it is known of a gram in which cases it is; no query ends in a `BREAK`."""
    return size > grams_module.MANY and gram[-1] != BREAK


def units_in(text: str) -> int:
    """Count the code units of a text."""
    return len(text.encode("utf-16-le")) // 2


def filled(text: str) -> str:
    """Fill a text up to whole steps with what ends a run, of which nothing is indexed."""
    return text + BREAK * (-units_in(text) % STEP)


def _lengths(of_zones: NDArray[np.int64]) -> str:
    ends = np.cumsum(of_zones, axis=1)
    return pack(ends.reshape(-1), [of_zones.shape[1]] * len(of_zones))


def _in_cases(gram: Gram, owner: Places) -> Gram:
    """Give the zones of cases that have a gram; `owner` says for each step whose it is."""
    numbers = owner[gram.places // STEP]
    return Gram(gram.text, numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))])


def _once_a_case(gram: Gram, count: int) -> Gram:
    """Keep of the zones of each case the weightiest."""
    _, first = np.unique(gram.places % count, return_index=True)
    return Gram(gram.text, gram.places[np.sort(first)])


def _cut(given: Iterable[Gram], total: int, together: int = ALL) -> tuple[tuple[Part, ...], Extent]:
    found = [(gram, bits_of(gram.size, total)) for gram in given]
    extent = Extent(sum(bits for _, bits in found), len(found))
    return tuple(part_of(gathered) for gathered in cut(found, extent, together)), extent


def cut(found: Iterable[tuple[G, int]], extent: Extent, together: int = ALL) -> Iterator[list[G]]:
    """Cut grams, each with its bits, into parts of nearly equal size; one with more places than `together` is apart.

    Sizes are estimated roughly and some grams begin a part whatever is before them, so that a few places more or less
    move no border, or only those up to the next such gram.
    """
    most, every = extent.most, extent.every
    waiting: list[G] = []
    filled: float = 0
    for gram, bits in found:
        is_apart = gram.size > together
        is_border = not crc32(gram.text.encode("utf-16-le", "surrogatepass")) % every
        if waiting and (is_apart or filled + bits > most or (is_border and filled > most / 2)):
            yield waiting
            waiting, filled = [], 0
        waiting.append(gram)
        filled = most if is_apart else filled + bits
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
