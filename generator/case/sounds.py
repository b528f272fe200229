"""How characters sound, as an input method forgives it: without tones, some consonants and endings taken for alike.

The table comes with the program: to load the dictionary that it is made from takes longer than to check a record. A
test makes it anew and compares; with `--update-golden` it writes `sounds.txt`.
"""

from functools import cache
from importlib import resources

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_NASAL = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_NONE = frozenset[str]()


def sounds_alike(one: str, other: str) -> bool:
    """Check whether two characters have a syllable in common; one that nobody reads aloud has none."""
    return not _sounds().get(one, _NONE).isdisjoint(_sounds().get(other, _NONE))


@cache
def _sounds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    lines = resources.files(__package__).joinpath("sounds.txt").read_text(encoding="utf-8").splitlines()
    for syllable, characters in (line.split(" ") for line in lines if not line.startswith("#")):
        sound = frozenset((_plain(syllable),))
        for character in characters:
            found[character] = found[character] | sound if character in found else sound
    return found


def _plain(syllable: str) -> str:
    for long, short in _FUZZY:
        syllable = syllable.replace(long, short) if syllable.startswith(long) else syllable
    for long, short in _NASAL:
        syllable = syllable.removesuffix(long) + short if syllable.endswith(long) else syllable
    return syllable
