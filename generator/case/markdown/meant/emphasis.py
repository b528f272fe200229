"""Emphasis with blanks inside its stars, or with full-width stars: `** 三个到位 **`, `＊＊重点＊＊`."""

import re

from generator.case.markdown.meant.line import BLANK, Line, Question
from generator.case.text import is_han, shorten

_MAY_BE = re.compile(rf"＊＊|\*\*[{BLANK}]|[{BLANK}]\*\*")
_SHOWN = 40
_SHORTEST_NAME = 2
"""The most characters between the stars of two masked names: 张**和李**."""


def mend_emphasis(lines: list[Line]) -> None:
    """Take the blanks out of emphasis; where the stars may be something else (张＊＊), ask."""
    for line in lines:
        if line.kind in ("plain", "item", "heading", "row") and _MAY_BE.search(line.text):
            _mend(line)


def _mend(line: Line) -> None:
    parts = re.split(r"(?:\*|＊){2}", line.text)
    is_countable = len(parts) % 2 and "`" not in line.text and not re.search(r"[*＊]{3}|\\[*＊]", line.text)
    if not is_countable:
        return
    stars = re.findall(r"[*＊]{2}", line.text)
    inner = parts[1::2]
    stripped = [text.strip(BLANK) for text in inner]
    changed = [
        text != short or "＊" in stars[2 * at] + stars[2 * at + 1]
        for at, (text, short) in enumerate(zip(inner, stripped, strict=True))
    ]
    if not any(changed) or not all(stripped):
        return
    mended = [text for text, change in zip(stripped, changed, strict=True) if change]
    unclear = [
        text
        for at, (text, change) in enumerate(zip(inner, changed, strict=True))
        if change and not _is_clear(parts[2 * at], text, is_wide="＊" in stars[2 * at])
    ]
    if not all(any(map(is_han, text)) for text in mended):
        # Powers and products.
        return
    parts[1::2] = [f"**{text}**" for text in stripped]
    text = "".join(parts)
    if not unclear:
        line.become(text, line.kind, f"按加粗排：**{shorten(mended[0], _SHOWN)}**")
    elif all(len(text.strip(BLANK)) > _SHORTEST_NAME for text in unclear):
        line.question = Question("emphasis", ((line, text, False),))


def _is_clear(before: str, inner: str, *, is_wide: bool) -> bool:
    """Check that stars cannot stand for a name's characters, as in 张＊＊、李＊＊ and 张** 李**."""
    follows_han = bool(before) and is_han(before[-1])
    closes_after_blank = inner[-1] in BLANK
    opens_before_blank = inner[0] in BLANK
    return not follows_han or closes_after_blank or not (is_wide or opens_before_blank)
