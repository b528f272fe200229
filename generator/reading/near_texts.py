"""Texts that are nearly the same, found without comparing every pair."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.case.spelling import compared

_RUN = 3
_LEAST_RUNS, _LEAST_EQUAL = 20, 10
"""Texts with fewer different runs are alike by chance; those that are equal may be shorter."""
_SHARED = 0.8
_MOST_HOLDERS = 64
_MOST_CANDIDATES = 16
"""So many texts are compared with one in full: where hundreds are nearly the same, one of them is named."""
_MARKS = re.compile(r"\W+")

Runs = frozenset[str]


def runs_of(text: str) -> Runs:
    """Give the different runs of three characters of a text, marks, blanks, width and case aside."""
    plain = _MARKS.sub("", compared(text))
    return frozenset(plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1))


def near_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Find texts of which more than four fifths of the runs are in another one.

    Returns:
        For each text that is like an earlier one, that one's number, its own, and how much they share of the shorter
        one's runs, from 0.8 to 1; in the order of the later texts.
    """
    runs = [runs_of(text) for text in texts]
    counts: Counter[str] = Counter()
    for of_text in runs:
        counts.update(of_text)
    suspects = [number for number, of_text in enumerate(runs) if _may_be_part(of_text, counts)]
    if not suspects:
        return
    rarest = {number: _rarest(runs[number], counts) for number in suspects}
    holders = _holders(runs, set(chain.from_iterable(rarest.values())))
    found: dict[int, tuple[int, float]] = {}
    for number in suspects:
        for other, share in _like(number, runs, rarest[number], holders):
            earlier, later = sorted((number, other))
            if later not in found or earlier < found[later][0]:
                found[later] = (earlier, share)
    for later, (earlier, share) in sorted(found.items()):
        yield earlier, later, share


def _may_be_part(runs: Runs, counts: Counter[str]) -> bool:
    """Tell quickly whether enough of a text's runs are in any other text at all."""
    return len(runs) >= _LEAST_EQUAL and sum(map((1).__lt__, map(counts.__getitem__, runs))) > _SHARED * len(runs)


def _rarest(runs: Runs, counts: Counter[str]) -> list[str]:
    """Give so many runs that a text which shares more than four fifths has at least one of them."""
    return sorted(sorted(runs), key=counts.__getitem__)[: len(runs) - int(_SHARED * len(runs))]


def _holders(runs: Sequence[Runs], wanted: set[str]) -> dict[str, list[int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, of_text in enumerate(runs):
        for run in of_text & wanted:
            if len(holders[run]) < _MOST_HOLDERS:
                holders[run].append(number)
    return holders


def _like(
    number: int, runs: Sequence[Runs], rarest: Iterable[str], holders: dict[str, list[int]]
) -> Iterator[tuple[int, float]]:
    """Give texts that share enough."""
    mine = runs[number]
    votes = Counter(other for run in rarest for other in holders[run] if other != number)
    for other, _ in votes.most_common(_MOST_CANDIDATES):
        fewer = min(len(mine), len(runs[other]))
        shared = len(mine & runs[other]) / fewer
        if mine == runs[other] or (fewer >= _LEAST_RUNS and shared > _SHARED):
            yield other, shared
