"""What a rule has to say about one place of a record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.case.edit import Edit
from generator.case.problem import Place, Severity

T = TypeVar("T")

MOST_OF_ONE_TEXT = 20
"""More findings of one rule in one text help nobody, and each of them costs time; what is beyond is only counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found; the runner adds file, rule and university to make a Problem of it."""

    place: Place
    message: str
    reason: str
    hint: str
    severity: Severity | None = None
    """None: the severity of the rule's module."""
    is_waivable: bool = True
    """False for what stays a problem even where the record waives the rule."""
    others: int = 0
    """How many more like it the text has, which are not listed."""
    edits: tuple[Edit, ...] = ()
    """What the hint says to type, done in the file; empty where only the editor knows what to type."""
    alternatives: tuple[tuple[Edit, ...], ...] = ()
    """What else the hint offers to type, each instead of `edits`: the other words of a list."""
    is_certain: bool = False
    """Whether the edits are the one right answer, which `anliji fix` may give."""


def first_findings(found: Sequence[T], word: Callable[[T], Finding]) -> Iterator[Finding]:
    """Word what a rule found in one text, as far as it is listed; the last finding stands for all the rest.

    Args:
        found: all that was found, in the text's order.
        word: makes a finding of one.
    """
    yield from map(word, found[:MOST_OF_ONE_TEXT])
    if len(found) > MOST_OF_ONE_TEXT:
        yield replace(word(found[MOST_OF_ONE_TEXT]), others=len(found) - MOST_OF_ONE_TEXT - 1)
