"""Texts that are nearly the same, found without comparing every pair."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

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
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())
    return frozenset(plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1))


@lru_cache(maxsize=2**14)
def near_pairs(texts: tuple[str, ...]) -> tuple[tuple[int, int, float], ...]:
    """Find texts of which more than four fifths of the runs are in another one.

    A preview asks again after each change, and nearly all texts are what they were.

    Returns:
        For each text that is like an earlier one, that one's number, its own, and how much they share of the shorter
        one's runs, from 0.8 to 1; in the order of the later texts.
    """
    runs = [runs_of(text) for text in texts]
    pairs = _of_few(runs) if len(runs) <= _MOST_CANDIDATES else _of_many(runs)
    found: dict[int, tuple[int, float]] = {}
    for earlier, later, share in pairs:
        if later not in found or earlier < found[later][0]:
            found[later] = (earlier, share)
    return tuple((earlier, later, share) for later, (earlier, share) in sorted(found.items()))


def _of_few(runs: Sequence[Runs]) -> Iterator[tuple[int, int, float]]:
    """Find pairs by comparing all, which costs less than to find out which ones need it."""
    for (earlier, one), (later, other) in combinations(enumerate(runs), 2):
        if len(one) >= _LEAST_EQUAL and len(other) >= _LEAST_EQUAL:
            share = _share(one, other)
            if share:
                yield earlier, later, share


def _of_many(runs: Sequence[Runs]) -> Iterator[tuple[int, int, float]]:
    """Find pairs by what is rare in them; each once or twice."""
    counts: Counter[str] = Counter()
    for of_text in runs:
        counts.update(of_text)
    suspects = [number for number, of_text in enumerate(runs) if _may_be_part(of_text, counts)]
    if not suspects:
        return
    rarest = {number: _rarest(runs[number], counts) for number in suspects}
    holders = _holders(runs, set(chain.from_iterable(rarest.values())))
    for number in suspects:
        for other, share in _like(number, runs, rarest[number], holders):
            yield min(number, other), max(number, other), share


def _share(one: Runs, other: Runs) -> float:
    """Give how much two texts share of the shorter one's runs; 0 where that is too little to tell."""
    fewer = min(len(one), len(other))
    shared = len(one & other) / fewer
    return shared if one == other or (fewer >= _LEAST_RUNS and shared > _SHARED) else 0.0


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
        share = _share(mine, runs[other])
        if share:
            yield other, share
