"""The signs that stand before the items of a list when it was not written as Markdown."""

import re
from dataclasses import dataclass

from generator.case.markdown.meant.line import BLANK

_B = f"[{BLANK}]*"
# Word keeps its bullets in fonts of symbols, whose characters come out of the clipboard as private ones.
_CLEAR = "•●·∙‧・⦁◆■▪▫◇□◈◉▶►▸▹➢➤➔◦❖❍✓✔✅☑🔹🔸\uf000-\uf0ff"
_SHARED = "-*+－＊＋—–★☆✦▲△√Ø§Ÿ"
"""What may also be a minus, a star, a formula's sign; a bullet where a neighbour has it too."""
SIGNS = f"{_CLEAR}○{_SHARED[3:]}"
"""All of them but those of Markdown itself, for a pattern's class."""
_BULLET = re.compile(rf"({_B})(?:([{_CLEAR}])|(○)(?![{BLANK}]*[○〇一二三四五六七八九])|([{_SHARED}])){_B}(?=\S)")
_DASHES = {"－": "-", "＊": "*", "＋": "+"}
_MEASURED = re.compile(r"[0-9０-９.．]+(?![年月日名项次场条个家户村期人位份支])|[.。]")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A sign at the start of a line that may be a bullet."""

    sign: str
    indent: str
    is_clear: bool
    """Whether it can be nothing else."""
    end: int
    """The offset of the words behind it."""


def bullet_of(text: str) -> Bullet | None:
    """Read the sign at the start of a line; `-5℃`, `——` and `*重点*` have none."""
    found = _BULLET.match(text)
    if not found:
        return None
    sign = found[2] or found[3] or _DASHES.get(found[4], found[4])
    words = text[found.end() :]
    if words[0] in "-－—–*＊+＋" and found[4]:
        return None
    if sign in "-+" and _MEASURED.match(words):
        return None
    if sign == "*" and ("*" in words or "＊" in words):
        return None
    return Bullet(sign, found[1], not found[4], found.end())
