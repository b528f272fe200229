"""A change of a text, as a value: what an editor would type, done without touching any other character."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What is between two places of a text becomes something else."""

    start: int
    """Offset into the decoded text, without a byte order mark, in characters."""
    end: int
    """Offset behind the last character that goes; `start` where nothing goes."""
    text: str
    """What comes instead; may be empty."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Change a text; edits said twice are done once.

    Raises:
        ValueError: two edits overlap.
    """
    parts: list[str] = []
    last = 0
    for edit in sorted(set(edits)):
        if edit.start < last:
            raise ValueError(edit)
        parts += (text[last : edit.start], edit.text)
        last = edit.end
    return "".join((*parts, text[last:]))
