"""What a file says that has no place in a record, as comments at the record's head; each is told once.

A note that an editor has dealt with and removed does not come back when the same file comes again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.intake.marks import Marks, Way, mark_of
from generator.intake.writing import comment

_KEY = "#"
"""No record has such a key."""
_PLACE = re.compile(r"第 ?\d+ ?[段行](?:[A-Z]+列)?|[A-Z]+列")
"""In another version of a file the same words stand elsewhere."""


def note_marks(notes: Iterable[str]) -> Marks:
    """Give the marks by which notes are known again, wherever in a file they come from."""
    return {(_KEY, mark_of(_PLACE.sub("", note))): "1" for note in notes}


def new_notes(notes: Iterable[str], text: str, marks: Mapping[Way, str]) -> tuple[str, ...]:
    """Give the notes that neither a record says nor an earlier import has said.

    Args:
        notes: Chinese, one line each.
        text: the record's.
        marks: of what was imported before.
    """
    told = {" ".join(line.lstrip("# ").split()) for line in text.splitlines() if line.startswith("#")}
    return tuple(
        note
        for note in dict.fromkeys(notes)
        if comment(note).removeprefix("# ") not in told and not note_marks((note,)).keys() & marks.keys()
    )


def with_notes(text: str, source: str, notes: Sequence[str]) -> str:
    """Put notes at the end of the comments with which a record begins.

    Args:
        text: the record's, without a byte order mark.
        source: where the notes come from.
        notes: one at least.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    new = "".join(one + line_break for one in (comment(f"又导入：{source}"), *map(comment, notes)))
    head = 0
    for line in text.splitlines(keepends=True):
        if not line.startswith("#"):
            # Comments right above a key are about that key.
            return text[:head] + new + text[head:] if head and not line.strip() else new + line_break + text
        head += len(line)
    return new + line_break + text
