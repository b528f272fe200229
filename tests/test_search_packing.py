"""Lists of numbers are written small, and what a browser reads is what was written."""

from collections.abc import Iterator

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from generator.outputs.search.packing import FIRST_UNIT, UNIT_BITS, as_text, pack
from tests.each import each

LARGEST = 2**30

GROWING = st.one_of(
    st.sets(st.integers(0, 40), max_size=40),
    st.sets(st.integers(0, LARGEST), max_size=12),
    st.sets(st.one_of(st.integers(0, 9), st.integers(LARGEST - 9, LARGEST)), max_size=20),
).map(sorted)
"""Dense lists, sparse ones, and lists of two clusters, whose gaps no single width suits."""

HEAD_BITS = 5
"""The width, beside the number of values."""


def unpack(text: str, count: int) -> list[list[int]]:
    """Read so many packed lists, as `theme/assets/js/search/packing.js` does."""
    bits = iter("".join(f"{ord(unit) - FIRST_UNIT:0{UNIT_BITS}b}" for unit in text))
    return [_read_list(bits) for _ in range(count)]


def _read_list(bits: Iterator[str]) -> list[int]:
    digits = _zeros(bits)
    size = (1 << digits) - 1 + _number(bits, digits)
    width = _number(bits, 5)
    values: list[int] = []
    for _ in range(size):
        last = values[-1] if values else -1
        values.append(last + 1 + (_zeros(bits) << width) + _number(bits, width))
    return values


def _zeros(bits: Iterator[str]) -> int:
    return next(count for count, bit in enumerate(bits) if bit == "1")


def _number(bits: Iterator[str], width: int) -> int:
    return sum(int(next(bits)) << place for place in reversed(range(width)))


def packed(lists: list[list[int]]) -> str:
    """Pack lists that are given as such."""
    return pack([value for one in lists for value in one], [len(one) for one in lists])


@given(st.lists(GROWING, max_size=6))
@example([])
@example([[]])
@example([[], [], []])
@example([[0]])
@example([[0], [0], []])
@example([[], [0, 1], [], [0]])
@example([[LARGEST]])
@example([[0, LARGEST]])
@example([[LARGEST], [0], [LARGEST - 1, LARGEST]])
@example([[*range(1_000), LARGEST]])
@example([[0, *range(LARGEST - 1_000, LARGEST)]])
@example([list(range(5_000))])
@example([list(range(7, 2**26, 2**14))])
def test_what_is_read_is_what_was_written(lists: list[list[int]]) -> None:
    """Whatever the lists hold, empty ones and the largest numbers as well, they come back."""
    assert lists == unpack(packed(lists), len(lists))


@given(st.lists(GROWING, max_size=6))
def test_every_character_is_plain(lists: list[list[int]]) -> None:
    """The text has characters from U+3000 to U+AFFF alone, which no encoding and no editor changes."""
    text = packed(lists)

    assert [] == [unit for unit in text if not "\u3000" <= unit <= "\uafff"]


@given(st.lists(st.lists(st.integers(0, 60), unique=True).map(sorted), max_size=4))
def test_arrays_and_lists_are_the_same(lists: list[list[int]]) -> None:
    """Numbers may come as arrays of any kind of integer."""
    values = np.array([value for one in lists for value in one], dtype=np.int64)
    counts = np.array([len(one) for one in lists], dtype=np.uint16)

    assert packed(lists) == pack(values, counts)


def test_form() -> None:
    """A list is its length plus one in Elias's gamma code, a width, and the gaps in Rice's code; 0 fills the end."""
    # 4 is 00 100; the width is 0; gaps of 0, 1 and 2 are 1, 01 and 001.
    expected = ["001000000010100", "100000000000000"]

    assert expected == [f"{ord(unit) - 0x3000:015b}" for unit in pack([0, 2, 5], [3])]


def test_form_with_remainders() -> None:
    """A gap's remainder has as many bits as the width says."""
    # 2 is 0 10; the width of a mean of 101 is 6: 00110; 100 is 01 for its 64, then 100100 for the rest, 36.
    expected = ["010001100110010", "0" * 15]

    assert expected == [f"{ord(unit) - 0x3000:015b}" for unit in pack([100], [1])]


def test_nothing() -> None:
    """No list takes no character."""
    assert "" == pack([], [])


@each("count", [1, 14, 15, 16, 30])
def test_empty_lists(count: int) -> None:
    """A list without values is a list: six bits, for its length and its width."""
    text = pack([], [0] * count)

    assert ([[]] * count, -(-count * (1 + HEAD_BITS) // UNIT_BITS)) == (unpack(text, count), len(text))


def test_numbers_that_pass_over_none() -> None:
    """Where every number has its place, a number takes one bit."""
    size = 15_000
    head = 2 * (size + 1).bit_length() - 1 + HEAD_BITS

    assert -(-(size + head) // UNIT_BITS) == len(pack(range(size), [size]))


@each("gap", [2, 10, 1_000, 100_000])
def test_sparse_numbers_are_small(gap: int) -> None:
    """A number thrown by chance takes at most two bits more than the logarithm of the mean gap."""
    size = 2_000
    values = np.unique(np.random.default_rng(1).integers(0, gap * size, size))

    assert len(pack(values, [len(values)])) * UNIT_BITS < len(values) * (np.log2(gap) + 2) + 64


@given(st.lists(st.integers(0, 2**UNIT_BITS - 1)))
@example([0, 2**UNIT_BITS - 1])
def test_numbers_as_text(numbers: list[int]) -> None:
    """Numbers below 32,768 take a character each, and come back."""
    text = as_text(np.array(numbers, dtype=np.int64))

    assert numbers == [ord(unit) - FIRST_UNIT for unit in text]
    assert [] == [unit for unit in text if not "\u3000" <= unit <= "\uafff"]
