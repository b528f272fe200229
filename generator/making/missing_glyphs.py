"""Characters that a font does not have, named with the record and the line where each is."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.case.text import listing
from generator.outputs.views.glyphs import missing

_MOST_NAMED = 8
"""The most characters named at once."""


def missing_notice(text: str, coverage: AbstractSet[int], path: str, root: Path, *, else_in: str = "") -> str:
    """Name the characters of a text that no font has: cases/x/case.yml 里的“𠮷”（U+20BB7，第 12 行）.

    Args:
        text: what is to be printed or drawn.
        coverage: the code points that there are.
        path: the record that the text was made from, from the project's folder.
        root: the project's folder.
        else_in: where a character is that does not occur in the record.

    Returns:
        The beginning of a sentence, empty if nothing is missing.
    """
    absent = missing(text, coverage)
    if not absent:
        return ""
    written = (root / path).read_text(encoding="utf-8", errors="replace") if (root / path).is_file() else ""
    where = path if not else_in or any(character in written for character in absent) else else_in
    return f"{where} 里的{_named(absent, written)}"


def _named(characters: Sequence[str], written: str) -> str:
    lines = written.splitlines()
    named = []
    for character in characters[:_MOST_NAMED]:
        line = next((number for number, text in enumerate(lines, 1) if character in text), 0)
        named.append(f"“{character}”（U+{ord(character):04X}{f'，第 {line} 行' if line else ''}）")
    return listing(named) + (f"等 {len(characters)} 个字" if len(characters) > _MOST_NAMED else "")
