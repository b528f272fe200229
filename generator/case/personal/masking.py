"""Texts that may be shown: with asterisks for whatever is personal in them."""

import re
from functools import lru_cache

from generator.case.personal.scan import find_personal_data

_MOST_AGAIN = 50
"""So many different numbers are hidden wherever else they occur, in the path of an address for one."""


@lru_cache(maxsize=64)
def mask_personal_data(text: str) -> str:
    """Replace the middle of whatever is personal by asterisks, wherever it occurs; the length stays the same.

    Remembers a few texts: the faults of one long line all show that line.
    """
    found = find_personal_data(text)
    if not found:
        return text
    characters = list(text)
    for datum in found:
        # What is in a comment may lie inside a number around it.
        for place, shown in enumerate(datum.masked, datum.start):
            if shown == "*":
                characters[place] = shown
    masked = "".join(characters)
    again = {text[datum.start : datum.end]: datum.masked for datum in found}
    if len(again) <= _MOST_AGAIN:
        masked = re.sub("|".join(map(re.escape, again)), lambda piece: again[piece[0]], masked)
    return masked
