"""The first letters of what titles are read as, for who types just these: kjxy for 科技小院."""

from collections.abc import Iterable, Iterator

import numpy as np

from generator.library import pinyin
from generator.outputs.search.packing import as_text

_END, _OTHER = 0, 27
"""Behind each title; and in the place of a letter where a digit stands, say. Letters are 1 to 26."""
_BITS, _IN_UNIT = 5, 3


def initials_data(titles: Iterable[str]) -> tuple[object, ...]:
    """Write all titles in turn, three letters to a character; signs are passed over as by those who type."""
    codes = [code for title in titles for code in _codes(title)]
    codes += [_END] * (-len(codes) % _IN_UNIT)
    first, second, third = np.array(codes, dtype=np.int64).reshape(-1, _IN_UNIT).T
    return (as_text(first << 2 * _BITS | second << _BITS | third),)


def _codes(title: str) -> Iterator[int]:
    for syllable, character in pinyin.order(title):
        if character.isalnum():
            yield ord(syllable[0]) - ord("a") + 1 if "a" <= syllable[0] <= "z" else _OTHER
    yield _END
