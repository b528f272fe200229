"""Spaces that are none for YAML, where only a space may be: no-break ones, full-width ones, and what has no width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.case.edit import Edit
from generator.case.odd_characters import INVISIBLE, SPACES
from generator.reading.block_lines import block_parent, continued_lines
from generator.reading.fault import SpaceFault, SpacePlace
from generator.reading.lines import Lines

_RULE = "space-wrong"
_ODD = re.compile(f"[{SPACES}{INVISIBLE}]")
_BLANK = f"[ \t{SPACES}{INVISIBLE}]*"
_INDENT = re.compile(_BLANK)
_ITEM = re.compile(rf"-(?P<gap>[ \t{SPACES}{INVISIBLE}]+)")
_KEY = re.compile(
    rf"(?P<key>[^\s：:#\"'，。、（）]{{1,20}})(?P<gap>{_BLANK})(?P<colon>[:：])(?P<after>{_BLANK})(?P<rest>.?)"
)
_HEADER_END = re.compile(rf"(?:^|[\s:：-])[|>][+-]?\d?[+-]?(?P<end>{_BLANK})$")
_CLOSED_END = re.compile(rf"[\"'\]}}](?P<end>{_BLANK})$")
_FULL_WIDTH = "\u3000\u2003\u3164"
_LEVEL = 2
"""How many spaces our own records use for a level, and how many a full-width one looks like."""


def space_slips(
    lines: Lines, known_keys: frozenset[str], *, width: int = _LEVEL, is_thorough: bool = False
) -> list[SpaceFault]:
    """Find such spaces around keys and dashes and before the text of a block; in the midst of a text they are text.

    Args:
        lines: the text as written.
        known_keys: keys and labels; other words before a colon may be text.
        width: how many spaces a full-width one stands for at a line's beginning.
        is_thorough: find them before and behind other texts, too; for a file that cannot be read otherwise.
    """
    if not lines.has_odd or not _ODD.search(lines.text):
        return []
    found = list(_Look(lines, known_keys, width, is_thorough).slips())
    if not found:
        return []
    starts = {(number, column) for number, column, _ in found}
    inside = continued_lines(lines.text, starts)
    return list(chain.from_iterable(faults for number, _, faults in found if number not in inside))


@dataclass(frozen=True)
class _Look:
    lines: Lines
    known_keys: frozenset[str]
    width: int
    is_thorough: bool

    def slips(self) -> Iterator[tuple[int, int, list[SpaceFault]]]:
        """Give each line with slips, the column where what is written there begins, and the slips."""
        parent: int | None = None
        depth = 0
        for number, line in enumerate(self.lines.all):
            spaces = len(line) - len(line.lstrip(" "))
            if parent is not None and (not line.strip(" \t") or spaces > parent):
                depth = depth or spaces
                continue
            has_odd = _ODD.search(line) is not None
            if parent is not None and has_odd and self._is_text(line):
                depth = depth or parent + _LEVEL
                yield number, 0, [self._text_of_block(number, line, spaces, depth)]
                continue
            if has_odd and (faults := list(self._of_line(number, line))):
                # YAML takes a wrong space for the beginning of a text.
                yield number, spaces, faults
            parent, depth = block_parent(_ODD.sub(" ", line)), 0

    def _is_text(self, line: str) -> bool:
        """Check whether a line behind the text of a block belongs to it, were its indent made of spaces."""
        indent = _end_of(_INDENT, line, 0)
        if not _ODD.search(line[:indent]):
            return False
        key = _KEY.match(line, indent)
        return not (key and key["key"] in self.known_keys and key["key"].isascii() and key["colon"] == ":")

    def _text_of_block(self, number: int, line: str, spaces: int, depth: int) -> SpaceFault:
        """Indent a line of a block: two full-width spaces and more are its paragraph's and stay."""
        indent = _end_of(_INDENT, line, 0)
        if indent == len(line):
            return self._fault(number, "line", 0, indent, "")
        run = line[spaces:indent]
        if sum(run.count(one) for one in _FULL_WIDTH) > 1:
            return self._fault(number, "block", spaces, indent, " " * (depth - spaces) + run)
        return self._fault(number, "block", spaces, indent, " " * (depth - spaces))

    def _of_line(self, number: int, line: str) -> Iterator[SpaceFault]:
        at = _end_of(_INDENT, line, 0)
        if at == len(line):
            yield self._fault(number, "line", 0, at, "")
            return
        first = at
        slips = []
        is_structure = line[at] == "#"
        while item := _ITEM.match(line, at):
            is_structure = True
            if _ODD.search(item["gap"]):
                slips.append(self._fault(number, "dash", item.start("gap"), item.end("gap"), " "))
            at = item.end()
        key = _KEY.match(line, at)
        if key and key["key"] in self.known_keys and (key["after"] or not key["rest"] or key["colon"] == "："):
            is_structure = True
            slips += self._around_colon(number, key)
        if _ODD.search(line[:first]) and (is_structure or self.is_thorough):
            yield self._fault(number, "indent", 0, first, self._indent(line[:first]))
        yield from slips
        if not any(slip.place.column + slip.place.width > len(line) for slip in slips):
            yield from self._at_end(number, line)

    def _at_end(self, number: int, line: str) -> Iterator[SpaceFault]:
        found = _HEADER_END.search(line) or (_CLOSED_END.search(line) if self.is_thorough else None)
        if found and _ODD.search(found["end"]):
            yield self._fault(number, "end", found.start("end"), found.end("end"), "")

    def _around_colon(self, number: int, key: re.Match[str]) -> Iterator[SpaceFault]:
        if _ODD.search(key["gap"]):
            yield self._fault(number, "key", key.start("gap"), key.end("gap"), "")
        # Behind a proper space it is the value's, and behind a full-width colon nothing but the colon counts.
        if key["colon"] == ":" and _ODD.match(key["after"]):
            yield self._fault(number, "colon", key.start("after"), key.end("after"), " ")

    def _indent(self, run: str) -> str:
        widths = (self.width if one in _FULL_WIDTH else 1 if re.match(f"[ \t{SPACES}]", one) else 0 for one in run)
        return " " * sum(widths)

    def _at(self, number: int, column: int) -> int:
        return self.lines.offset(number, column)

    def _fault(self, number: int, where: SpacePlace, start: int, end: int, meant: str) -> SpaceFault:
        line = self.lines.all[number]
        odd = _ODD.search(line, start, end)
        first = odd.start() if odd else start
        edit = Edit(self._at(number, start), self._at(number, end), meant)
        place = self.lines.place(number, first, end - first)
        return SpaceFault(_RULE, place, where=where, character=line[first], edits=(edit,))


def _end_of(pattern: re.Pattern[str], line: str, start: int) -> int:
    found = pattern.match(line, start)
    return found.end() if found else start
