"""A text's lines and columns, counted as libyaml counts them."""

import re
from bisect import bisect_right
from functools import cached_property

from generator.case.odd_characters import has_odd
from generator.case.problem import Place

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_RARE_BREAKS = ("\r", "\x85", "\u2028", "\u2029")


class Lines:
    """A text cut into lines once, and only when someone asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def all(self) -> list[str]:
        """The lines without their breaks; at least one."""
        has_rare = any(one in self.text for one in _RARE_BREAKS)
        return _BREAK.split(self.text) if has_rare else self.text.split("\n")

    @cached_property
    def has_odd(self) -> bool:
        """Whether the text may have odd characters; several steps of reading ask."""
        return has_odd(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give the 0-based line and column of an offset into the text."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """Make a place from 0-based line and column; what lies outside is moved to the nearest inside."""
        line = max(0, min(line, len(self.all) - 1))
        excerpt = self.all[line]
        column = max(0, min(column, len(excerpt)))
        return Place(line + 1, column + 1, max(1, min(width, len(excerpt) - column)), excerpt)

    def offset(self, line: int, column: int) -> int:
        """Give the offset into the text of a 0-based line and column."""
        return self._starts[line] + column
