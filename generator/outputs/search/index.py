"""The index: all texts of all cases, cut into parts that a browser loads one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log2
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


@dataclass(frozen=True, slots=True)
class Part:
    """Grams that lie beside one another, with their packed places."""

    texts: tuple[str, ...]
    packed: str


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
    ordered = [_filled(text) for zone in zip(*texts, strict=True) for text in zone]
    units = units_of(ordered)
    lengths = np.array([_units(text) for text in ordered], dtype=np.int64)
    # They take as much memory as all that is made of them.
    del ordered
    singles = letters(units)
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    single_parts = tuple(_parts((Gram(one.text, _once(owner[one.places])) for one in singles), len(lengths)))
    del owner
    return Index(
        count=len(texts),
        lengths=_lengths(lengths.reshape(-1, len(texts)) // STEP) if texts else "",
        titles=_lengths(np.array([[_units(of_case[0]) for of_case in texts]])) if texts else "",
        letters=single_parts,
        grams=tuple(_parts(grams(units, singles), len(units))),
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _filled(text: str) -> str:
    """Fill a text up to whole steps with what ends a run, of which nothing is indexed."""
    return text + BREAK * (-_units(text) % STEP)


def _lengths(of_zones: NDArray[np.int64]) -> str:
    ends = np.cumsum(of_zones, axis=1)
    return pack(ends.reshape(-1), [of_zones.shape[1]] * len(of_zones))


def _once(numbers: Places) -> Places:
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]


def _parts(found: Iterable[Gram], total: int) -> Iterator[Part]:
    """Cut grams into parts of nearly equal size; `total` is above every place.

    Sizes are estimated roughly and some grams begin a part whatever is before them, so that a few places more or less
    move no border, or only those up to the next such gram.
    """
    sized = [(gram, _bits(len(gram.places), total)) for gram in found]
    whole = sum(bits for _, bits in sized)
    most = max(PART_UNITS * UNIT_BITS, _rough(whole / MOST_PARTS, 32)) if whole else 0
    every = max(1, round(_rough(_PARTS_BETWEEN * len(sized) * most / whole, 1))) if whole else 1
    waiting: list[Gram] = []
    filled = 0.0
    for gram, bits in sized:
        is_border = not crc32(gram.text.encode("utf-16-le", "surrogatepass")) % every
        if waiting and (filled + bits > most or (is_border and filled > most / 2)):
            yield _part(waiting)
            waiting, filled = [], 0.0
        waiting.append(gram)
        filled += bits
    if waiting:
        yield _part(waiting)


def _bits(count: int, total: int) -> float:
    """Estimate what a list of places takes; a few places more seldom change it."""
    places = _rough(count, 4)
    return _HEAD_BITS + places * (1.5 + max(0.0, log2(_rough(total, 1) / places)))


def _rough(value: float, steps: int) -> float:
    """Round up to the next of the numbers of which so many lie between a power of two and the next."""
    return float(2 ** (ceil(log2(value) * steps) / steps))


def _part(found: list[Gram]) -> Part:
    places = np.concatenate([gram.places for gram in found])
    return Part(tuple(gram.text for gram in found), pack(places, [len(gram.places) for gram in found]))
