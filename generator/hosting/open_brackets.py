"""Finds written pages that would hold the host up.

Its parser looks for the end of each bracket to the end of the paragraph, so that ten thousand open ones take minutes.
"""

import re

MAX_OPEN = 500
"""The most brackets that may be open at once in a paragraph; pages that people write have two or three."""
_MAX_MARKERS = 50
"""The most marks of lists and quotations at the beginning of a line; the host's parser calls itself for each."""
_OPENERS = {"[": "]", "(": ")", "<": ">"}
_BRACKET = re.compile(r"[\[\]()<>]")
_MARKERS = re.compile(rf"(?:[ \t]*(?:[-*+]|\d+[.)])[ \t]|[ \t]*>){{{_MAX_MARKERS}}}")


def line_that_holds_up(source: str) -> int | None:
    """Give the 1-based line at which a page has too much that is open; None for nearly all pages."""
    opened = dict.fromkeys(_OPENERS, 0)
    for number, line in enumerate(source.split("\n"), 1):
        if not line.strip():
            opened = dict.fromkeys(_OPENERS, 0)
        if _MARKERS.match(line):
            return number
        for bracket in _BRACKET.findall(line):
            if bracket in opened:
                opened[bracket] += 1
            else:
                opener = next(one for one, closer in _OPENERS.items() if closer == bracket)
                opened[opener] = max(0, opened[opener] - 1)
            if max(opened.values()) > MAX_OPEN:
                return number
    return None
