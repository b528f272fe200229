"""Characters that look like a Chinese character and are another: radicals, strokes and compatibility ideographs."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

_COMPATIBILITY = (range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))


@cache
def look_alikes() -> dict[str, str]:
    """Give each look-alike with the ideograph that it looks like: `{"⻓": "长", …}`.

    Radicals and strokes as Unicode's property Equivalent_Unified_Ideograph has them, see the head of the packaged
    file; compatibility ideographs as they decompose. Those few of the block that are unified ones stay.
    """
    return dict(sorted((*_radicals(), *_compatibility())))


def _radicals() -> Iterator[tuple[str, str]]:
    data = resources.files(__package__).joinpath("EquivalentUnifiedIdeograph.txt").read_text(encoding="utf-8")
    for line in data.splitlines():
        if not line.startswith("#"):
            radical, ideograph = line.split(" ")
            yield chr(int(radical, 16)), chr(int(ideograph, 16))


def _compatibility() -> Iterator[tuple[str, str]]:
    for code in (code for block in _COMPATIBILITY for code in block):
        meant = unicodedata.normalize("NFC", chr(code))
        if meant != chr(code):
            yield chr(code), meant


def is_radical(character: str) -> bool:
    """Tell a radical or a stroke from a compatibility ideograph, of the characters of the table."""
    return character < "\u3200"
