"""Slips of the keyboard that break YAML, repaired for reading, so that all else is checked too.

A repair never reaches a case: each is reported, and the record has to be corrected.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generator.reading.fault import CharacterFault, Fault, KeyFault
from generator.reading.lines import Lines

MAX_INVISIBLE = 20
"""More of them than this are not reported one by one: the file is not text."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_KEY_COLON = re.compile(r"^[ \t]*(?:-[ \t]+)*(?P<key>[^\s：:#\"'，。、（）]{1,20})(?P<colon>：)", re.MULTILINE)
_INDENT = re.compile(r"^[ \t-]*\t[ \t]*", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"(?:^|[\s:：-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_OUTER = re.compile(r" *(?:- +)*")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text that can be composed, with what had to be repaired."""

    text: str
    faults: tuple[Fault, ...] = ()
    inserted: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Where the repair made a line longer: 0-based line → 0-based columns of the inserted characters."""

    def column(self, line: int, column: int) -> int:
        """Give the column in the text as written of a column in the repaired text."""
        return column - bisect_right(self.inserted.get(line, ()), column)


def repair(lines: Lines, known_keys: frozenset[str]) -> Repaired:
    """Repair invisible characters and full-width colons after keys.

    Args:
        lines: the text as written.
        known_keys: keys and labels; before a full-width colon they are taken for a key gone wrong.
    """
    text = lines.text
    faults: list[Fault] = []
    if _UNPRINTABLE.search(text):
        faults += _invisible(lines)
        text = _UNPRINTABLE.sub(" ", text)
    colons = _colons(lines, known_keys)
    if not colons:
        return Repaired(text, tuple(faults))
    faults += (
        KeyFault("colon-full-width", lines.place(*lines.position(offset)), key=key) for offset, key in colons.items()
    )
    return _repaired(text, lines, dict.fromkeys(colons, ": "), faults)


def repair_tabs(lines: Lines, done: Repaired) -> Repaired | None:
    """Repair tabs in front of a line's text, after `repair`; None where there are none.

    The first tab of each line is reported. Each becomes two spaces, the depth that our own records use; after a
    dash one, so that what follows lines up with it.
    """
    blocks = _block_lines(lines.all)
    edits: dict[int, str] = {}
    faults = list(done.faults)
    for found in _INDENT.finditer(lines.text):
        line, _ = lines.position(found.start())
        if line in blocks:
            continue
        tabs = [offset for offset in range(*found.span()) if lines.text[offset] == "\t"]
        edits.update((tab, " " if lines.text[tab - 1 : tab] == "-" else "  ") for tab in tabs)
        faults.append(Fault("tab-indent", lines.place(*lines.position(tabs[0]))))
    if not edits:
        return None
    colons = (fault.place for fault in done.faults if fault.rule == "colon-full-width")
    edits.update((lines.offset(place.line - 1, place.column - 1), ": ") for place in colons)
    return _repaired(_UNPRINTABLE.sub(" ", lines.text), lines, edits, faults)


def _repaired(text: str, lines: Lines, edits: Mapping[int, str], faults: list[Fault]) -> Repaired:
    """Replace single characters by one or two each."""
    parts: list[str] = []
    inserted: defaultdict[int, list[int]] = defaultdict(list)
    last = 0
    for offset, new in sorted(edits.items()):
        line, column = lines.position(offset)
        if len(new) > 1:
            inserted[line].append(column + 1 + len(inserted[line]))
        parts += (text[last:offset], new)
        last = offset + 1
    places = {line: tuple(columns) for line, columns in inserted.items()}
    return Repaired("".join((*parts, text[last:])), tuple(faults), places)


def _invisible(lines: Lines) -> Iterator[Fault]:
    for number, found in enumerate(_UNPRINTABLE.finditer(lines.text), 1):
        place = lines.place(*lines.position(found.start()))
        yield CharacterFault("character-invisible", place, code=f"U+{ord(found[0]):04X}")
        if number == MAX_INVISIBLE:
            return


def _colons(lines: Lines, known_keys: frozenset[str]) -> dict[int, str]:
    """Find full-width colons after keys: offset → key. In the midst of a longer text they are only text."""
    found = [match for match in _KEY_COLON.finditer(lines.text) if match["key"] in known_keys]
    if not found:
        return {}
    starts = {lines.position(match.start("key")) for match in found}
    inside = _block_lines(lines.all) | _continued_lines(lines.text, starts)
    return {
        match.start("colon"): match["key"] for match in found if lines.position(match.start("key"))[0] not in inside
    }


def _block_lines(lines: list[str]) -> set[int]:
    """Find the 0-based lines that belong to block scalars (`|`, `>`), where any text is only text."""
    inside: set[int] = set()
    parent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if parent is not None and (not line.strip() or indent > parent):
            inside.add(number)
            continue
        parent = _parent_indent(line) if _BLOCK_HEADER.search(line) and line.lstrip()[0] != "#" else None
    return inside


def _parent_indent(line: str) -> int:
    """Give the column that a block scalar's text must exceed: its key's, else its dash's."""
    outer = _OUTER.match(line)
    prefix = outer[0] if outer else ""
    return len(prefix.rstrip()) - 1 if line[len(prefix) :].startswith(("|", ">")) else len(prefix)


def _continued_lines(text: str, starts: set[tuple[int, int]]) -> set[int]:
    """Find the 0-based lines that continue a text begun on an earlier line, as far as the text can be parsed.

    A text that begins at one of `starts` is not text but a key whose colon went wrong.
    """
    inside: set[int] = set()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            start, end = event.start_mark, event.end_mark
            if not isinstance(event, yaml.ScalarEvent) or start is None or end is None:
                continue
            if event.style not in ("|", ">") and (start.line, start.column) not in starts:
                inside.update(range(start.line + 1, end.line + 1))
    except yaml.YAMLError:
        # What follows the first error is unknown.
        pass
    return inside
