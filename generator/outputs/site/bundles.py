"""Which cases share a file of texts and records: one or two that stand together in the library."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from generator.case.model import Case
from generator.library.library import Library
from generator.outputs.site import addresses

_MOST = 2
_BORDER_EVERY = 16
"""One case in so many begins a file whatever is before it. So a case that comes or goes changes the files of its
neighbours up to there, and not those of all cases behind it."""


def bundles_of(library: Library) -> dict[str, tuple[Case, ...]]:
    """Give the cases of each file by its address, in the library's order."""
    bundles: list[list[Case]] = []
    for case in library.cases:
        if not bundles or len(bundles[-1]) == _MOST or not crc32(case.id.encode()) % _BORDER_EVERY:
            bundles.append([])
        bundles[-1].append(case)
    return {addresses.bundle_uri(cases[0].id): tuple(cases) for cases in bundles}


def first_of_bundle(library: Library) -> dict[str, str]:
    """Give for each case by its id the id of the first case in its file."""
    return firsts_of(bundles_of(library))


def firsts_of(bundles: Mapping[str, Sequence[Case]]) -> dict[str, str]:
    """Give the same where the bundles are known."""
    return {case.id: cases[0].id for cases in bundles.values() for case in cases}
