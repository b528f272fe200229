"""The table of characters as it is made from Python's Unicode data and from OpenCC's list of simplified forms.

A build does not make it: it takes what was made once, `characters.json`, in milliseconds. A test makes it anew and
compares; with `--update-golden` it writes the file.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import chain, groupby

from generator.case.look_alikes import look_alikes
from generator.outputs.search.characters import BLANK, BREAK

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

_JAMO = frozenset((*range(0x1100, 0x1200), *range(0xA960, 0xA980), *range(0xD7B0, 0xD800)))
"""Letters of Hangul, which compose to syllables."""


def make_table() -> str:
    """Make the table as `characters.json` has it; for what each key says see `characters.Characters`."""
    kinds = [unicodedata.category(chr(code)) for code in range(_LAST + 1)]
    alike = _alike(kinds)
    breaks = tuple(_ranges(code for code, kind in enumerate(kinds) if kind[0] in "PZC"))
    becomes, special = _becomes(breaks, alike)
    table = {
        "unicode": unicodedata.unidata_version,
        "breaks": _borders(breaks),
        "unassigned": _borders(_ranges(code for code, kind in enumerate(kinds) if kind == "Cn")),
        "ignored": _borders(_joined(chain.from_iterable(_IGNORED))),
        "special": _borders(_joined(special)),
        "alike": alike,
        "becomes": becomes,
    }
    return "{\n" + ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in table.items()) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _alike(kinds: list[str]) -> dict[str, str]:
    simplified = dict(read_simplified())
    # 薴 becomes 苧, and 苧 becomes 苎: all three are alike.
    simplified = {one: simplified.get(other, other) for one, other in simplified.items()}
    # NFKC knows most of them by itself; what is in the table finds a radical as its ideograph.
    simplified |= {one: simplified.get(other, other) for one, other in look_alikes().items() if _is_own(one)}
    lower = {chr(code): chr(code).lower() for code, kind in enumerate(kinds) if kind in ("Lu", "Lt")}
    alike = {**simplified, **{upper: simplified.get(small, small) for upper, small in lower.items() if small != upper}}
    return dict(sorted(alike.items()))


def _becomes(breaks: tuple[range, ...], alike: dict[str, str]) -> tuple[dict[str, str], list[int]]:
    """Give what single characters end up as, and the code points that need a look at what is around them."""
    breaking = frozenset(code for each in breaks for code in each if code <= _LAST)
    becomes, special = {}, []
    for code in range(_LAST + 1):
        one = chr(code)
        composed = unicodedata.normalize("NFKC", one)
        final = alike.get(composed, composed)
        if len(composed) != 1 or len(final) != 1 or unicodedata.category(composed)[0] == "M" or ord(composed) in _JAMO:
            special.append(code)
        elif final.isspace():
            becomes[one] = BLANK
        elif ord(final) in breaking:
            if code not in breaking:
                becomes[one] = BREAK
        elif final != one:
            becomes[one] = final
    return becomes, special


def _borders(ranges: Iterable[range]) -> list[int]:
    return [border for each in ranges for border in (each.start, each.stop)]


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
