"""Which of two forms a case takes, on the web and in print: short ones are seen at a glance, long ones are read."""

import re

from generator.case.model import SECTIONS, Case

MOST_CHARACTERS = 300
"""What a short case has at most, in characters of its sections or what takes as much room: with facts and sources
beside them they fill one screen, or half a page of a book."""

_FIGURE = 20
"""The room of a figure, a line with what it counts, in characters."""
_ROW, _HEADING = 30, 15
"""The room that a row of a table, and that a heading inside a section, takes besides its characters."""
_MOST_PHOTOS = 2
_MOST_WRITTEN = 1_500
"""Marks and addresses included: what is longer is never short, and is not looked through."""

_UNREAD = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|</?[a-z]+>|[\s*_~`#>|\[\]\u3000-]+")
"""Spaces, marks of Markdown, addresses, and pictures, which are counted as photos: what a reader does not read."""
_LINE = re.compile(r"^[ \t\u3000]*(\||#)", re.MULTILINE)


def is_short(case: Case) -> bool:
    """Whether a case is short: few words, few figures and photos, no account of years and no large table."""
    if case.progress or len(case.photos) > _MOST_PHOTOS or written_length(case) > _MOST_WRITTEN:
        return False
    return reading_room(case) <= MOST_CHARACTERS


def written_length(case: Case) -> int:
    """Count the characters of the sections as they are written, marks and addresses included."""
    return sum(len(getattr(case, key) or "") for key in SECTIONS)


def reading_room(case: Case) -> int:
    """Measure what a case says in its sections and figures, in characters that a reader reads."""
    sections = (getattr(case, key) or "" for key in SECTIONS)
    return len(case.outcomes) * _FIGURE + sum(map(_room_of, sections))


def _room_of(prose: str) -> int:
    lines = _LINE.findall(prose)
    return len(_UNREAD.sub("", prose)) + lines.count("|") * _ROW + lines.count("#") * _HEADING
