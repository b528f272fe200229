"""Which characters search takes for the same, and which end a run: one table for the index and for the query.

The table comes with the program, see `made_characters`, and is published with the site, so that a Python or a browser
with other Unicode data comes to the same result.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from generator.case.text import is_han

BREAK = " "
"""Represents in a normalised text whatever ends a run: punctuation, white space, a field's border."""
BLANK = "\n"
"""Represents white space until it is known what is around it."""

_END = 0x110000
_BLANKS = re.compile(f"{BLANK}+")
_BREAKS = re.compile(f"{BREAK}{{2,}}")


class Characters:
    """The table."""

    def __init__(
        self,
        *,
        breaks: Sequence[range],
        unassigned: Sequence[range],
        ignored: Sequence[range],
        special: Sequence[range],
        alike: Mapping[str, str],
        becomes: Mapping[str, str],
    ) -> None:
        self.breaks = breaks
        """Code points that end a run: punctuation, separators, controls, what Unicode has not assigned; ascending."""
        self.unassigned = unassigned
        """Those of them that a newer Unicode may give a meaning; they end a run before anything else is looked at."""
        self.ignored = ignored
        """What nobody sees: it is left out before anything else is looked at, and ends nothing."""
        self.alike = alike
        """What a character is normalised to: its lower case, the ideograph that it looks like, its simplified form."""
        # What nearly all texts need: what each code point ends up as, and whether that needs no look around it.
        self._normalised = np.arange(_END, dtype=np.uint32)
        for each in breaks:
            self._normalised[each.start : each.stop] = ord(BREAK)
        self._normalised[_codes("".join(becomes))] = _codes("".join(becomes.values()))
        self._is_simple = np.ones(_END, dtype=np.bool_)
        for each in (*special, *unassigned, *ignored):
            self._is_simple[each.start : each.stop] = False

    @property
    def ranges(self) -> tuple[Sequence[range], Sequence[range], Sequence[range]]:
        """What ends a run, what ends it before anything else, and what is left out."""
        return self.breaks, self.unassigned, self.ignored

    @cached_property
    def _end_of_run(self) -> re.Pattern[str]:
        return _pattern(self.unassigned)

    @cached_property
    def _unseen(self) -> re.Pattern[str]:
        return _pattern(self.ignored)

    def normalise(self, text: str) -> str:
        """Give the runs of a text, one `BREAK` between them.

        What nobody sees is left out, compatibility forms are composed (NFKC), letters lowered, radicals and
        traditional characters read as the simplified ideographs, one by one, and white space between Han characters
        is dropped.
        """
        codes = _codes(text)
        if not self._is_simple[codes].all():
            text = unicodedata.normalize("NFKC", self._end_of_run.sub("\0", self._unseen.sub("", text)))
            # A small letter may compose with the mark behind it where its capital did not: H̱, ẖ.
            alike = "".join(self.alike.get(one, one) for one in text)
            codes = _codes(unicodedata.normalize("NFKC", alike))
        text = self._normalised[codes].tobytes().decode("utf-32-le", "surrogatepass")
        return _BREAKS.sub(BREAK, _BLANKS.sub(_between, text)).strip(BREAK)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _between(blanks: re.Match[str]) -> str:
    text, start, end = blanks.string, blanks.start(), blanks.end()
    return "" if 0 < start and end < len(text) and is_han(text[start - 1]) and is_han(text[end]) else BREAK


def _pattern(ranges: Sequence[range]) -> re.Pattern[str]:
    return re.compile("[" + "".join(rf"\U{each[0]:08x}-\U{each[-1]:08x}" for each in ranges) + "]")


@cache
def characters() -> Characters:
    """Read the table, once."""
    text = resources.files(__package__).joinpath("characters.json").read_text(encoding="utf-8")
    table = json.loads(text)
    ranges = {key: tuple(_ranges(table[key])) for key in ("breaks", "unassigned", "ignored", "special")}
    return Characters(**ranges, alike=table["alike"], becomes=table["becomes"])


def _ranges(borders: Sequence[int]) -> Iterator[range]:
    return map(range, borders[::2], borders[1::2])
