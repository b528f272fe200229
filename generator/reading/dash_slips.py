"""Dashes of a list that are none for YAML: without a space behind them (`-党建`), or of another width (`－党建`)."""

import re
from collections.abc import Iterator

from generator.case.edit import Edit
from generator.case.model import PROGRESS_TEXTS, SECTIONS
from generator.case.odd_characters import INVISIBLE, SPACES
from generator.reading.block_lines import block_lines
from generator.reading.fault import DashFault
from generator.reading.lines import Lines

_RULE = "dash-wrong"
_SLIP = re.compile(rf"^(?P<indent> *)(?P<dash>-(?=[^\s{SPACES}{INVISIBLE}-])|[－—–][ {SPACES}{INVISIBLE}]*(?=\S))")
_ANY = re.compile(_SLIP.pattern, re.MULTILINE)
_OPENER = re.compile(rf"^(?P<indent> *)(?:[-－—–][ {SPACES}]*)?(?P<key>[^\s：:#\"'，。]{{1,20}})\s*[:：]\s*(?:#.*)?$")
_TEXTS = frozenset((*SECTIONS, *PROGRESS_TEXTS, "foreword", "afterword", "summary", "title"))
"""Keys of texts, in which such a dash is the text's."""


def dash_slips(lines: Lines, known_keys: frozenset[str]) -> list[DashFault]:
    """Find such dashes where a list is expected: below a key that has nothing behind its colon.

    Args:
        lines: the text as written.
        known_keys: keys and labels; below other words nothing is taken for a list.
    """
    return list(_slips(lines, known_keys)) if _ANY.search(lines.text) else []


def _slips(lines: Lines, known_keys: frozenset[str]) -> Iterator[DashFault]:
    blocks = block_lines(lines.all)
    opened: list[tuple[int, bool]] = []
    for number, line in enumerate(lines.all):
        if number in blocks or not line.strip() or line.lstrip()[0] == "#":
            continue
        indent, slip = len(line) - len(line.lstrip(" ")), _SLIP.match(line)
        is_item = slip is not None or line.lstrip(" ").startswith("- ")
        while opened and (indent < opened[-1][0] or (indent == opened[-1][0] and not is_item)):
            opened.pop()
        if slip and opened and opened[-1][1]:
            yield _fault(lines, number, slip)
        if opener := _OPENER.match(line):
            # The keys of an item stand deeper than its dash.
            depth = indent + (1 if is_item else 0)
            opened.append((depth, opener["key"].lstrip("-－—–") in known_keys - _TEXTS))


def _fault(lines: Lines, number: int, slip: re.Match[str]) -> DashFault:
    start, end = lines.offset(number, slip.start("dash")), lines.offset(number, slip.end("dash"))
    edits = [Edit(start, end, "- ")]
    if slip["dash"] == "-":
        # The item's other keys, in one column with its first, move with it.
        column = slip.end("dash")
        for following in range(number + 1, len(lines.all)):
            line = lines.all[following]
            if line.strip() and len(line) - len(line.lstrip(" ")) < column:
                break
            if not line.strip():
                continue
            at = lines.offset(following, column)
            edits.append(Edit(at, at, " "))
    place = lines.place(number, slip.start("dash"), len(slip["dash"].rstrip()))
    return DashFault(_RULE, place, sign=slip["dash"][0], edits=tuple(edits))
