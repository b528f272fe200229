"""Which cases stand beside a case in the lists of its terms: those that may be like it.

Constant cost per case: from each list only the nearest are taken, never all. That is done for many cases at once.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

_REACH = 8
"""How many on either side are taken from a list."""
LOOKED_AT = 12
_BLOCK = 256
"""Cases whose neighbours are found together."""
_OFFSETS = np.array([*range(-_REACH, 0), *range(1, _REACH + 1)])

Numbers = NDArray[np.int64]


class Neighbours:
    """Finds the neighbours of cases, and remembers them."""

    def __init__(self, lists: Sequence[Sequence[int]], count: int) -> None:
        """Take the lists, each with the positions of its cases, ascending; and how many cases there are in all."""
        self._lists, self._count = lists, count
        self._found: dict[int, list[list[int]]] = {}

    def of(self, position: int) -> list[int]:
        """Give at most twelve: those that most lists have beside the case, the nearer in time, the newer."""
        block, at = divmod(position, _BLOCK)
        if block not in self._found:
            self._found[block] = self._of_block(block * _BLOCK, min(self._count, (block + 1) * _BLOCK))
        return self._found[block][at]

    def find_all(self) -> None:
        """Find those of all cases, so that several processes need not each find the same."""
        for position in range(0, self._count, _BLOCK):
            self.of(position)

    def having(self, position: int) -> list[int]:
        """Give those that have a case among their neighbours, as far as neighbours were looked for."""
        return [
            block * _BLOCK + at
            for block, found in self._found.items()
            for at, neighbours in enumerate(found)
            if position in neighbours
        ]

    def __getstate__(self) -> dict[str, object]:
        """Be kept without what is quickly found again."""
        return {"_lists": self._lists, "_count": self._count, "_found": self._found}

    @cached_property
    def _positions(self) -> Numbers:
        """All lists, one behind the other."""
        return np.fromiter(chain.from_iterable(self._lists), np.int64)

    @cached_property
    def _borders(self) -> tuple[Numbers, Numbers]:
        """Where the list of each place begins and ends."""
        lengths = np.array([len(one) for one in self._lists], dtype=np.int64)
        ends = np.cumsum(lengths)
        return np.repeat(ends - lengths, lengths), np.repeat(ends, lengths)

    @cached_property
    def _places(self) -> tuple[Numbers, Numbers]:
        """The places sorted by the cases that stand there, and where those of each case begin."""
        order = np.argsort(self._positions, kind="stable")
        return order, np.searchsorted(self._positions[order], np.arange(self._count + 1))

    def _of_block(self, first: int, last: int) -> list[list[int]]:
        order, begin = self._places
        places = order[begin[first] : begin[last]][:, np.newaxis]
        starts, ends = self._borders
        near = places + _OFFSETS
        is_there = (near >= starts[places]) & (near < ends[places])
        own = np.broadcast_to(self._positions[places] - first, near.shape)[is_there]
        found, times = np.unique(own * self._count + self._positions[near[is_there]], return_counts=True)
        return self._ranked(first, last, *divmod(found, self._count), times)

    def _ranked(self, first: int, last: int, own: Numbers, other: Numbers, times: Numbers) -> list[list[int]]:
        """Give the first of those found beside each case of a block.

        Case, times, distance and side make one number each, so that all of them are ranked by sorting numbers.
        """
        most, way = int(times.max(initial=0)), other - own - first
        ranks = np.sort((((own * (most + 1) + most - times) * self._count + np.abs(way)) << 1) | (way > 0))
        far, is_older = (ranks >> 1) % self._count, ranks & 1
        own = (ranks >> 1) // self._count // (most + 1)
        others = (own + first + np.where(is_older, far, -far)).tolist()
        starts = np.searchsorted(own, np.arange(last - first + 1)).tolist()
        return [others[at : min(at + LOOKED_AT, end)] for at, end in pairwise(starts)]
