"""Several items that were written as one: `党建，科普`."""

import re

from generator.reading.fault import Path

_MARKS = "，、；;﹐﹑"
_SEPARATOR = re.compile(f"[{_MARKS},]")
_OPEN, _CLOSE = "“‘《〈「『（【〔([{", "”’》〉」』）】〕)]}"
_NUMBER = re.compile(r"(?<=[0-9]),(?=[0-9])")
_WIDE = {"［": "］", "【": "】", "〔": "〕", "「": "」"}


def items_of(text: str) -> list[str]:
    """Cut a text at the commas that separate items; a comma in brackets, in quotes or in a number separates nothing.

    Returns:
        The items without blanks around them, empty ones left out; one item where nothing separates.
    """
    if not _SEPARATOR.search(text):
        return [text]
    parts, depth = [""], 0
    for at, character in enumerate(text):
        depth = max(0, depth + (character in _OPEN) - (character in _CLOSE))
        is_comma = character == "," and not _NUMBER.match(text, at)
        if not depth and (character in _MARKS or is_comma):
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()] or [text]


def bracketed_items(text: str) -> list[str]:
    """Cut a text that stands between brackets of full width, as in `【党建，科普】` or `【党建】【科普】`, into items.

    Returns:
        No items where it does not.
    """
    plain = text.strip()
    if len(plain) < 2 or _WIDE.get(plain[0]) != plain[-1]:
        return []
    parts = re.split(rf"\{plain[-1]}\s*\{plain[0]}", plain[1:-1])
    return [item for part in parts for item in items_of(part) if item.strip()]


LISTS = ("keywords", "forms", "also", "universities", "cases")
"""The lists whose items have no comma of their own; a branch's name may have one, and a question."""


def is_several(path: Path, written: str) -> bool:
    """Say whether the item of a list is several, so that no rule but `list-comma` needs to judge it."""
    is_item = len(path) > 1 and path[-1].__class__ is int and path[-2] in LISTS
    return is_item and _SEPARATOR.search(written) is not None and len(items_of(written)) > 1
