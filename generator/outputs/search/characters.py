"""Which characters search takes for the same, and which end a run: one table for the index and for the query.

The table is made from Python's Unicode data and from OpenCC's list of simplified forms, and published with the site, so
that a browser with other Unicode data comes to the same result.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray

from generator.case.look_alikes import look_alikes
from generator.case.text import is_han

BREAK = " "
"""Represents in a normalised text whatever ends a run: punctuation, white space, a field's border."""

_END = 0x110000
_LAST = 0x3FFFF
"""Beyond it there are no letters, only selectors, which nobody sees, and private characters, which end a run."""
_IGNORED = (
    (0xAD, 0x34F, 0x61C, 0xFEFF, 0xFFA0, 0x3164),
    *(
        range(0x115F, 0x1161),
        range(0x17B4, 0x17B6),
        range(0x180B, 0x1810),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
    ),
    *(range(0x2060, 0x2070), range(0xFE00, 0xFE10), range(0xFFF0, 0xFFF9), range(0x1BCA0, 0x1BCA4)),
    *(range(0x1D173, 0x1D17B), range(0xE0000, 0xE1000)),
)
"""What nobody sees: Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, version 14.0.0."""


class Characters:
    """The table."""

    def __init__(
        self,
        breaks: tuple[range, ...],
        unassigned: tuple[range, ...],
        ignored: tuple[range, ...],
        alike: dict[str, str],
    ) -> None:
        self.breaks = breaks
        """Code points that end a run: punctuation, separators, controls, what Unicode has not assigned; ascending."""
        self.unassigned = unassigned
        """Those of them that a newer Unicode may give a meaning; they end a run before anything else is looked at."""
        self.ignored = ignored
        """What nobody sees: it is left out before anything else is looked at, and ends nothing."""
        self.alike = alike
        """What a character is normalised to: its lower case, the ideograph that it looks like, its simplified form."""
        self._unassigned, self._ignored = _pattern(unassigned), _pattern(ignored)
        self._normalised, self._is_simple = _tables(breaks, (*unassigned, *ignored), alike)

    @property
    def ranges(self) -> tuple[tuple[range, ...], tuple[range, ...], tuple[range, ...]]:
        """What ends a run, what ends it before anything else, and what is left out."""
        return self.breaks, self.unassigned, self.ignored

    def normalise(self, text: str) -> str:
        """Give the runs of a text, one `BREAK` between them.

        What nobody sees is left out, compatibility forms are composed (NFKC), letters lowered, radicals and
        traditional characters read as the simplified ideographs, one by one, and white space between Han characters
        is dropped.
        """
        codes = _codes(text)
        if not self._is_simple[codes].all():
            text = unicodedata.normalize("NFKC", self._unassigned.sub("\0", self._ignored.sub("", text)))
            # A small letter may compose with the mark behind it where its capital did not: H̱, ẖ.
            alike = "".join(self.alike.get(one, one) for one in text)
            codes = _codes(unicodedata.normalize("NFKC", alike))
        text = self._normalised[codes].tobytes().decode("utf-32-le")
        return _BREAKS.sub(BREAK, _BLANKS.sub(_between, text)).strip(BREAK)


_BLANK = "\n"
_BLANKS = re.compile(f"{_BLANK}+")
_BREAKS = re.compile(f"{BREAK}{{2,}}")


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def _between(blanks: re.Match[str]) -> str:
    text, start, end = blanks.string, blanks.start(), blanks.end()
    return "" if 0 < start and end < len(text) and is_han(text[start - 1]) and is_han(text[end]) else BREAK


def _pattern(ranges: tuple[range, ...]) -> re.Pattern[str]:
    return re.compile("[" + "".join(rf"\U{each[0]:08x}-\U{each[-1]:08x}" for each in ranges) + "]")


def _tables(
    breaks: tuple[range, ...], special: tuple[range, ...], alike: dict[str, str]
) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Make what nearly all texts need: what each code point ends up as, and whether that needs no look around it."""
    normalised = np.arange(_END, dtype=np.uint32)
    is_simple = np.ones(_END, dtype=np.bool_)
    breaking = frozenset(code for each in breaks for code in each if code <= _LAST)
    for code in range(_LAST + 1):
        one = chr(code)
        composed = unicodedata.normalize("NFKC", one)
        final = alike.get(composed, composed)
        if len(composed) != 1 or len(final) != 1 or unicodedata.category(composed)[0] == "M" or ord(composed) in _JAMO:
            is_simple[code] = False
        elif final.isspace():
            normalised[code] = ord(_BLANK)
        else:
            normalised[code] = ord(BREAK) if ord(final) in breaking else ord(final)
    normalised[_LAST + 1 :] = ord(BREAK)
    for each in special:
        is_simple[each.start : each.stop] = False
    return normalised, is_simple


_JAMO = frozenset((*range(0x1100, 0x1200), *range(0xA960, 0xA980), *range(0xD7B0, 0xD800)))
"""Letters of Hangul, which compose to syllables."""


@cache
def characters() -> Characters:
    """Make the table, once."""
    kinds = [unicodedata.category(chr(code)) for code in range(_LAST + 1)]
    simplified = dict(read_simplified())
    # 薴 becomes 苧, and 苧 becomes 苎: all three are alike.
    simplified = {one: simplified.get(other, other) for one, other in simplified.items()}
    # NFKC knows most of them by itself; what is in the table finds a radical as its ideograph.
    simplified |= {one: simplified.get(other, other) for one, other in look_alikes().items() if _is_own(one)}
    lower = {chr(code): chr(code).lower() for code, kind in enumerate(kinds) if kind in ("Lu", "Lt")}
    alike = {**simplified, **{upper: simplified.get(small, small) for upper, small in lower.items() if small != upper}}
    return Characters(
        breaks=tuple(_ranges(code for code, kind in enumerate(kinds) if kind[0] in "PZC")),
        unassigned=tuple(_ranges(code for code, kind in enumerate(kinds) if kind == "Cn")),
        ignored=tuple(_joined(chain.from_iterable(_IGNORED))),
        alike=dict(sorted(alike.items())),
    )


def _is_own(character: str) -> bool:
    return unicodedata.is_normalized("NFKC", character)


def _ranges(codes: Iterable[int]) -> Iterator[range]:
    """Join neighbouring numbers, with all beyond `_LAST`."""
    *inner, last = _joined(chain(codes, (_LAST + 1,)))
    yield from inner
    yield range(last.start, _END)


def _joined(codes: Iterable[int]) -> Iterator[range]:
    for _, run in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0]):
        found = [code for _, code in run]
        yield range(found[0], found[-1] + 1)


def read_simplified() -> Iterator[tuple[str, str]]:
    """Read OpenCC's list: each traditional character with its first simplified form, where they differ.

    https://github.com/BYVoid/OpenCC/blob/master/data/dictionary/TSCharacters.txt (Apache-2.0, see OpenCC-LICENSE.txt)
    """
    for line in resources.files(__package__).joinpath("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            traditional, forms = line.split("\t")
            simplified = forms.split(" ")[0]
            if simplified != traditional:
                yield traditional, simplified
