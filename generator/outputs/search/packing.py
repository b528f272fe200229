"""Lists of growing numbers, written small: gaps in Rice codes, fifteen bits to a character.

A script file can hold no bytes, but it can be UTF-16, whose code units from U+3000 to U+AFFF are all plain characters:
fifteen bits in two bytes. Rice, R. F., “Some practical universal noiseless coding techniques”, JPL 79-22, 1979.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Integers = NDArray[np.int32]
Words = NDArray[np.uint64]
Bits = NDArray[np.uint8]
"""Each as a number."""

UNIT_BITS = 15
FIRST_UNIT = 0x3000
WIDTH_BITS = 5
"""Bits before each list for the width of its remainders, below 32."""
_MEAN_TO_WIDTH = 0.69
"""ln 2: the width whose remainders cost least for gaps of a mean, were they as chance throws them."""


def pack(values: ArrayLike, counts: ArrayLike) -> str:
    """Write lists one after another.

    Args:
        values: of all lists in turn; each list ascending, without repetition, from 0 to 2^30.
        counts: how many values each list has; 0 is a list, too.

    Returns:
        For each list the number of values plus one (Elias gamma), the width of its remainders (5 bits), and for each
        value how many it passed over since the last, as quotient (in unary: as many 0, then 1) and remainder.
    """
    return _as_text(*_bits(np.asarray(values, dtype=np.int32), counts))


def _bits(values: Integers, counts: ArrayLike) -> tuple[Words, int]:
    """Give the bits of lists, the first the highest of the first word, and how many there are."""
    sizes: Integers = np.asarray(counts, dtype=np.int32)
    filled = sizes > 0
    ends = np.cumsum(sizes)
    starts = (ends - sizes)[filled]
    gaps = np.diff(values, prepend=-1) - 1
    gaps[starts] = values[starts]
    widths = np.zeros(len(sizes), dtype=np.int32)
    mean = (values[ends[filled] - 1] + 1) / sizes[filled]
    widths[filled] = np.log2(np.maximum(1, mean * _MEAN_TO_WIDTH)).astype(np.int32)
    return _coded(gaps, sizes, widths)


def _coded(gaps: Integers, sizes: Integers, widths: Integers) -> tuple[Words, int]:
    """Give the bits, given what each value passed over since the last and the width of each list's remainders."""
    width: Integers = np.repeat(widths, sizes)
    quotients = gaps >> width
    lengths = quotients + 1 + width
    count_bits = np.log2(sizes + 1).astype(np.int32)
    heads = 2 * count_bits + 1 + WIDTH_BITS
    # Where each list's head begins: after all heads and all values before it.
    before = np.zeros(len(lengths) + 1, dtype=np.int32)
    np.cumsum(lengths, out=before[1:])
    after_heads: Integers = np.cumsum(heads, dtype=np.int32)
    list_starts = before[np.cumsum(sizes) - sizes] + after_heads - heads
    length = int(before[-1] + heads.sum())
    words = np.zeros(-(-length // 64), dtype=np.uint64)
    # The 1 behind a quotient and the remainder are one number; so are a head's count and width.
    _set(words, before[1:] + np.repeat(after_heads, sizes) - 1, gaps - (quotients - 1 << width))
    _set(words, list_starts + heads - 1, sizes + 1 << WIDTH_BITS | widths)
    return words, length


def _set(words: Words, last: Integers, numbers: Integers) -> None:
    """Write numbers in binary, each with its lowest bit at `last`, ascending; the words have 0 there."""
    if not len(last):
        return
    at, shift = last >> 6, (63 - (last & 63)).astype(np.uint64)
    wide = numbers.astype(np.uint64)
    first = np.concatenate(([0], np.flatnonzero(at[1:] != at[:-1]) + 1))
    words[at[first]] |= np.bitwise_or.reduceat(wide << shift, first)
    # Of a number that begins in the word before, at most one in a word.
    above = wide >> np.uint64(1) >> (np.uint64(63) - shift)
    begun = np.flatnonzero(above)
    words[at[begun] - 1] |= above[begun]


def _as_text(words: Words, length: int) -> str:
    octets = np.concatenate((words.astype(">u8").view(np.uint8), np.zeros(3, dtype=np.uint8))).astype(np.uint32)
    starts = np.arange(-(-length // UNIT_BITS)) * UNIT_BITS
    first = starts >> 3
    three = octets[first] << 16 | octets[first + 1] << 8 | octets[first + 2]
    return as_text(three >> (24 - UNIT_BITS - (starts & 7)) & ((1 << UNIT_BITS) - 1))


def as_text(numbers: NDArray[np.integer]) -> str:
    """Write numbers below 32,768, a character each."""
    return (numbers.astype(np.uint16) + FIRST_UNIT).astype("<u2").tobytes().decode("utf-16-le")


@dataclass(frozen=True, slots=True)
class PackedList:
    """A list as it stands among the bits of others."""

    size: int
    bits: Bits
    """Its own, with its head."""


def lists_in(text: str, count: int) -> list[PackedList]:
    """Take apart so many lists as `pack` wrote them, without reading what is in them."""
    bits = bits_in(text)
    plain = bits.tobytes()
    find, found, at = plain.find, [], 0
    for _ in range(count):
        start, end = at, find(1, at)
        size = _number(plain[end : 2 * end - at + 1]) - 1
        at = 2 * end - at + 1 + WIDTH_BITS
        step = _number(plain[at - WIDTH_BITS : at]) + 1
        for _ in range(size):
            at = find(1, at) + step
        found.append(PackedList(size, bits[start:at]))
    return found


def joined(lists: Iterable[PackedList]) -> str:
    """Write lists one after another, as `pack` does."""
    bits = np.concatenate([one.bits for one in lists])
    octets = np.packbits(np.concatenate((bits, np.zeros(-len(bits) % 64, dtype=np.uint8))))
    return _as_text(octets.view(">u8").astype(np.uint64), len(bits))


def packed_list(values: ArrayLike) -> PackedList:
    """Write one list."""
    numbers: Integers = np.asarray(values, dtype=np.int32)
    words, length = _bits(numbers, [len(numbers)])
    return PackedList(len(numbers), np.unpackbits(words.astype(">u8").view(np.uint8), count=length))


def values_in(one: PackedList) -> Integers:
    """Read a list."""
    plain = one.bits.tobytes()
    digits = plain.find(1)
    at = 2 * digits + 1 + WIDTH_BITS
    width, first, find = _number(plain[at - WIDTH_BITS : at]), at, plain.find
    # A loop of thousands of rounds.
    ends = [at := find(1, at) + width + 1 for _ in range(one.size)]
    borders: Integers = np.array([first, *ends], dtype=np.int32)
    places: Integers = borders[1:] - width - 1
    gaps: Integers = places - borders[:-1]
    for place in range(1, width + 1):
        gaps = gaps << 1 | one.bits[places + place]
    values: Integers = (np.cumsum(gaps + 1) - 1).astype(np.int32)
    return values


def bits_in(text: str) -> Bits:
    """Give the bits of a packed text, each as a number."""
    units = np.frombuffer(text.encode("utf-16-le"), dtype="<u2") - FIRST_UNIT
    octets = np.unpackbits(units.astype(">u2").view(np.uint8)).reshape(-1, 16)
    return octets[:, 16 - UNIT_BITS :].reshape(-1)


def _number(bits: bytes) -> int:
    number = 0
    for bit in bits:
        number = number << 1 | bit
    return number
