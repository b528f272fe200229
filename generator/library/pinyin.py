"""Chinese order and Chinese addresses, both by pinyin."""

import re
from functools import cache
from hashlib import sha256
from itertools import chain

from generator.case.kinds import RESERVED_IDS
from generator.case.text import is_han

_LONGEST = 60
_OPENING = "“‘《〈「『（【"


@cache
def order(text: str, given: str = "") -> tuple[tuple[str, str], ...]:
    """Give the sort key of a text, character by character: by pinyin with tone, then by the character itself.

    Digits come first; Latin is sorted among the Han by its letters; opening quotation marks do not count.

    Args:
        text: what is sorted.
        given: how its Han characters are read, one syllable each, where that is irregular: `xia4 men2`.
    """
    return _read(text.lstrip(_OPENING) or text, given)


def _read(text: str, given: str = "") -> tuple[tuple[str, str], ...]:
    """Give each character with its pinyin and tone; itself, in lower case, where it has none."""
    from pypinyin.seg.mmseg import seg  # noqa: PLC0415 (its dictionary takes longer to load than a status to be shown)

    pairs = chain.from_iterable(map(_read_word, seg.cut(text)))
    if not given:
        return tuple(pairs)
    told = iter(given.lower().replace("ü", "v").split())
    return tuple((next(told, syllable) if is_han(one) else syllable, one) for syllable, one in pairs)


@cache
def _read_word(word: str) -> tuple[tuple[str, str], ...]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (see above)

    # Names are made of few words, so each is read once. With list as the handler, characters without pinyin come back
    # one by one, in step with the text.
    syllables = lazy_pinyin([word], style=Style.TONE3, neutral_tone_with_five=True, errors=list)  # type: ignore[arg-type]
    return tuple((syllable.lower(), character) for syllable, character in zip(syllables, word, strict=False))


@cache
def syllables(text: str, given: str = "") -> str:
    """Write a text as people type it to find it: `nan jing nong ye da xue`, without tones and signs, in lower case."""
    return " ".join(_syllable(syllable, character) for syllable, character in _read(text, given) if character.isalnum())


@cache
def slug(text: str, given: str = "") -> str:
    """Write a text as part of an address: pinyin without tones, lower-case ASCII letters, digits and hyphens.

    Never empty; at most 60 characters, a longer one ends in the mark of the whole text.
    """
    latin = "".join(_syllable(syllable, character) for syllable, character in _read(text, given))
    ascii_only = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    if not ascii_only:
        return mark(text)
    if ascii_only in RESERVED_IDS:
        # A facet's own page, and names that no file may have on Windows.
        return f"{ascii_only}-{mark(text)}"
    if len(ascii_only) > _LONGEST:
        return f"{ascii_only[: _LONGEST - 7].rstrip('-')}-{mark(text)}"
    return ascii_only


def _syllable(syllable: str, character: str) -> str:
    """Drop the tone, which only a character with pinyin has."""
    return syllable if syllable == character.lower() else syllable.rstrip("12345")


def mark(text: str) -> str:
    """Give six letters and digits that depend on the text alone; they distinguish texts of the same pinyin."""
    return sha256(text.encode()).hexdigest()[:6]
