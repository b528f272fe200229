"""The searched text of all cases, true cuts from it, and the plain scan that both searches are held against."""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.library.library import Library
from generator.outputs.search.texts import searched
from tests.bench.records import SEED

_TRIES = 50
"""So many times as many cuts are tried as are wanted; a small library has few different ones."""


class Corpus:
    """All texts, normalised, in runs without punctuation."""

    def __init__(self, library: Library) -> None:
        texts = [searched(case) for case in library.cases]
        self.ids = tuple(case.id for case in library.cases)
        self.bytes = sum(len(zone.encode()) for zones in texts for zone in zones)
        """In UTF-8."""
        self._texts = [" ".join(zones) for zones in texts]
        self._positions = {id: position for position, id in enumerate(self.ids)}

    def cuts(self, count: int, lengths: Sequence[int]) -> list[str]:
        """Cut different pieces out of runs, always the same ones; each length is as likely as the others."""
        chance = random.Random(SEED)  # noqa: S311 (nothing here is secret)
        found: dict[str, None] = {}
        for _ in range(count * _TRIES):
            length = chance.choice(lengths)
            runs = [run for run in chance.choice(self._texts).split() if len(run) >= length]
            if runs:
                run = chance.choice(runs)
                start = chance.randrange(len(run) - length + 1)
                found[run[start : start + length]] = None
            if len(found) == count:
                break
        return list(found)

    def holding(self, cut: str) -> NDArray[np.bool_]:
        """Look through every text: for each case, whether the cut stands in one of its runs."""
        return np.fromiter((cut in text for text in self._texts), dtype=np.bool_, count=len(self._texts))

    def marked(self, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Tell for each case whether its id is among these."""
        marks = np.zeros(len(self.ids), dtype=np.bool_)
        marks[[self._positions[id] for id in ids]] = True
        return marks
