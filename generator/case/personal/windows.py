"""Runs of neighbouring groups of digits that are as long as a number may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SEPARATORS = r" ./·~_()\[\]{}<>\\+-"
"""What stands between the groups of a number, for a class of a pattern on plain text."""
COUNTRY = re.compile("(?:00)?86")

_CHAIN = re.compile(f"[0-9](?:[{SEPARATORS}]{{0,4}}[0-9])*(?:[{SEPARATORS}]?[Xx](?![A-Za-z0-9]))?")
_GROUP = re.compile("[0-9]+|[Xx]")
_GAP = re.compile("[^0-9Xx]+")
_BRACKETS = " ()[]{}<>"
_LENGTHS = range(11, 20)
"""From a mobile number to the longest bank card."""
_SECOND = frozenset("3456789")
_REGION, _OLD_ID, _ID = 6, 15, 18
"""The digits of a region in an ID number, and those of a whole one, before 1999 and since."""
_CENTURIES = frozenset(("18", "19", "20", "21"))
_YEAR = re.compile("(?:1[89]|20)[0-9][0-9]")
_MONTH = re.compile("0?[1-9]|1[0-2]")


@dataclass(frozen=True, eq=False)
class Window:
    """Some neighbouring groups of a chain of digits."""

    text: str
    """The plain text around."""
    number: str
    """The digits of its groups."""
    sizes: tuple[int, ...]
    start: int
    end: int
    is_whole: bool
    """Whether the chain has no other groups, but for a country's prefix."""

    @cached_property
    def between(self) -> set[str]:
        """What stands between its groups: a sign, or a blank where there is no sign; a bracket goes with any."""
        gaps = _GAP.findall(self.text[self.start : self.end])
        return {kind for gap in gaps if (kind := gap.strip(_BRACKETS) or ("" if gap.strip() else " "))}

    @property
    def is_part_of_decimals(self) -> bool:
        """Whether it stands behind or before a decimal point: 118.13951234567."""
        if "." in self.between:
            return False
        behind = self.text[self.start - 1 : self.start] == "." and self.text[self.start - 2 : self.start - 1].isdigit()
        return behind or (
            self.text[self.end : self.end + 1] == "." and self.text[self.end + 1 : self.end + 2].isdigit()
        )

    @property
    def is_dated(self) -> bool:
        """Whether it begins like a date: 1985-3-16, 1949-2019."""
        groups = self.groups
        if len(groups) < 2 or not _YEAR.fullmatch(groups[0]):
            return False
        return _MONTH.fullmatch(groups[1]) is not None or _YEAR.fullmatch(groups[1]) is not None

    @property
    def groups(self) -> list[str]:
        """Its groups of digits."""
        return _GROUP.findall(self.text[self.start : self.end])

    @property
    def touches_letters(self) -> bool:
        """Whether a letter, a digit or an underline is beside it."""
        around = self.text[self.start - 1 : self.start] if self.start else ""
        around += self.text[self.end : self.end + 1]
        return re.search("[A-Za-z_]", around) is not None


def windows_in(text: str) -> Iterator[list[Window]]:
    """Give the windows of a plain text, those that begin at one place together, the shortest first."""
    for chain in _CHAIN.finditer(text):
        if chain.end() - chain.start() >= _LENGTHS.start:
            yield from filter(None, _windows_of(text, chain))


def _windows_of(text: str, chain: re.Match[str]) -> Iterator[list[Window]]:
    groups = list(_GROUP.finditer(text, *chain.span()))
    digits = "".join(group[0] for group in groups).upper()
    ends: dict[int, int] = {}
    length = 0
    for index, group in enumerate(groups):
        length += len(group[0])
        ends[length] = index
    at = 0
    for first, group in enumerate(groups):
        is_first = first == 0 or (first == 1 and COUNTRY.fullmatch(groups[0][0]) is not None)
        windows: list[Window] = []
        for length in _LENGTHS if is_first else _lengths(digits, at, len(group[0])):
            last = ends.get(at + length)
            if last is not None:
                sizes = tuple(len(one[0]) for one in groups[first : last + 1])
                is_whole = is_first and last == len(groups) - 1
                end = groups[last].end()
                windows.append(Window(text, digits[at : at + length], sizes, group.start(), end, is_whole))
        yield windows
        at += len(group[0])


def _lengths(digits: str, at: int, first: int) -> Iterator[int]:
    """Give how long a number may be that begins inside a chain; a long list of ones is looked at in no time.

    Args:
        digits: all digits of the chain.
        at: where in them the number begins.
        first: how long its first group is.
    """
    if first > _LENGTHS.start:
        # A prefix in front of a mobile number, or a number in one piece.
        yield from _LENGTHS
        return
    if digits[at] == "1" and digits[at + 1 : at + 2] in _SECOND:
        yield _LENGTHS.start
    elif digits[at] in "08" and first > 1:
        yield from range(_LENGTHS.start + 1, _LENGTHS.start + first)
    if first == _REGION:
        yield _OLD_ID
    if digits[at + _REGION : at + _REGION + 2] in _CENTURIES:
        yield _ID
