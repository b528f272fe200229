"""Characters that are mistaken for each other: they sound alike, or look alike."""

from functools import cache

from generator.case.packaged import read_packaged

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_NASAL = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def is_confusable(one: str, other: str) -> bool:
    """Check whether one character may stand where the other was meant: of the same sound, or nearly the same shape."""
    return one == other or other in _shapes().get(one, "") or not _sounds(one).isdisjoint(_sounds(other))


@cache
def _shapes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (group for row in read_packaged("confusable.yml")["shapes"] for group in row):
        for character in group:
            found[character] = found.get(character, "") + group
    return found


@cache
def _sounds(character: str) -> frozenset[str]:
    """Give the syllables of a character without tones, as an input method forgives them."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 (its dictionary takes half a second to load)

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(_plain(syllable) for each in readings for syllable in each)


def _plain(syllable: str) -> str:
    for long, short in _FUZZY:
        syllable = syllable.replace(long, short) if syllable.startswith(long) else syllable
    for long, short in _NASAL:
        syllable = syllable.removesuffix(long) + short if syllable.endswith(long) else syllable
    return syllable
