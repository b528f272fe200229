"""Runs of neighbouring groups of digits that are as long as a number may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SEPARATORS = r" ./·~_()\[\]{}<>\\-"
"""What stands between the groups of a number, for a class of a pattern on plain text."""
COUNTRY = re.compile("(?:00)?86")

_CHAIN = re.compile(f"[0-9](?:[{SEPARATORS}]{{0,4}}[0-9])*(?:[{SEPARATORS}]?[Xx](?![A-Za-z0-9]))?")
_GROUP = re.compile("[0-9]+|[Xx]")
_GAP = re.compile("[^0-9Xx]+")
_BRACKETS = " ()[]{}<>"
_LENGTHS = range(11, 20)
"""From a mobile number to the longest bank card."""
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
    """Give the windows of each chain of digits of a plain text that has any, as they begin."""
    for chain in _CHAIN.finditer(text):
        if chain.end() - chain.start() >= _LENGTHS.start:
            windows = list(_windows_of(text, chain))
            if windows:
                yield windows


def _windows_of(text: str, chain: re.Match[str]) -> Iterator[Window]:
    groups = list(_GROUP.finditer(text, *chain.span()))
    digits = "".join(group[0] for group in groups).upper()
    ends: dict[int, int] = {}
    length = 0
    for index, group in enumerate(groups):
        length += len(group[0])
        ends[length] = index
    at = 0
    for first, group in enumerate(groups):
        for length in _LENGTHS:
            last = ends.get(at + length)
            if last is None:
                continue
            is_first = first == 0 or (first == 1 and COUNTRY.fullmatch(groups[0][0]) is not None)
            is_whole = is_first and last == len(groups) - 1
            if is_whole or _may_be_one(digits, at, length, len(group[0])):
                sizes = tuple(len(one[0]) for one in groups[first : last + 1])
                yield Window(text, digits[at : at + length], sizes, group.start(), groups[last].end(), is_whole)
        at += len(group[0])


def _may_be_one(digits: str, at: int, length: int, first: int) -> bool:
    """Check quickly whether digits can be a number of a kind; a long list of ones is looked at in no time.

    Args:
        digits: all digits of a chain.
        at: where in them the number begins.
        length: how long it is.
        first: how long its first group is.
    """
    if length == first or (length == 15 and first == 6):
        return True
    if length == 18 and digits[at + 6 : at + 8] in _CENTURIES:
        return True
    if length >= 16:
        # A bank card in groups stands alone.
        return False
    begin = at + length - _LENGTHS.start
    is_mobile = digits[begin] == "1" and digits[begin + 1] in "3456789"
    return is_mobile and (begin == at or (digits[at] in "08" and begin - at < first))
