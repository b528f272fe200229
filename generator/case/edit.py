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


def smallest_edit(written: str, text: str, at: int = 0) -> Edit:
    """Give the edit that makes one text of another and touches least.

    Args:
        written: the text as it is.
        text: the text as it is to be.
        at: the offset where the first of them begins.
    """
    most = min(len(written), len(text))
    start = next((index for index in range(most) if written[index] != text[index]), most)
    most -= start
    same = next((index for index in range(most) if written[-1 - index] != text[-1 - index]), most)
    return Edit(at + start, at + len(written) - same, text[start : len(text) - same])
