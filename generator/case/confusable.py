"""Characters that are mistaken for each other: they sound alike, or look alike."""

from functools import cache

from generator.case.packaged import read_packaged
from generator.case.sounds import sounds_alike


def is_confusable(one: str, other: str) -> bool:
    """Check whether one character may stand where the other was meant: of the same sound, or nearly the same shape."""
    return one == other or other in _shapes().get(one, "") or sounds_alike(one, other)


@cache
def _shapes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (group for row in read_packaged("confusable.yml")["shapes"] for group in row):
        for character in group:
            found[character] = found.get(character, "") + group
    return found
