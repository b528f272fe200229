"""Which face of titles the sites of tests have: the real one takes longer to make than most of these sites."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.running import BUILDERS, FOLDERS

Subsets = Callable[[tuple[str, ...]], tuple[bytes, ...]]

REAL = "real_face"
"""The fixture that gives a test the real face; those of the browser, and of whole sites that others share, have it."""
BYTES = 200
"""What a character of the real face takes, about."""


def is_real(item: pytest.Item) -> bool:
    """Whether a test's sites have the real face."""
    return item.path.parent.name in FOLDERS or not {REAL, *BUILDERS}.isdisjoint(getattr(item, "fixturenames", ()))


def stand_in(parts: tuple[str, ...]) -> tuple[bytes, ...]:
    """Give files that are as heavy as the real ones, and have their characters' names in place of outlines."""
    return tuple(f"wOF2 {part}".encode().ljust(BYTES * len(part)) for part in parts)


def chosen(real: Subsets, is_asked: Callable[[], bool]) -> Subsets:
    """Give what makes the real face where it is asked for, once of the same characters, and else one in its place."""
    once = cache(real)
    return lambda parts: once(parts) if is_asked() else stand_in(parts)
