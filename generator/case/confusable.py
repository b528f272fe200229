"""Characters that are mistaken for each other: they sound alike, or look alike."""

from functools import cache
from importlib import resources

from pypinyin import Style, pinyin

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_NASAL = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def is_confusable(one: str, other: str) -> bool:
    """Check whether one character may stand where the other was meant: of the same sound, or nearly the same shape."""
    return one == other or other in _shapes().get(one, "") or not _sounds(one).isdisjoint(_sounds(other))


@cache
def _shapes() -> dict[str, str]:
    data = resources.files(__package__).joinpath("confusable.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for group in data.split():
        for character in group:
            found[character] = found.get(character, "") + group
    return found


@cache
def _sounds(character: str) -> frozenset[str]:
    """Give the syllables of a character without tones, as an input method forgives them."""
    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(_plain(syllable) for each in readings for syllable in each)


def _plain(syllable: str) -> str:
    for long, short in _FUZZY:
        syllable = syllable.replace(long, short) if syllable.startswith(long) else syllable
    for long, short in _NASAL:
        syllable = syllable.removesuffix(long) + short if syllable.endswith(long) else syllable
    return syllable
