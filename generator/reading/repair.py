"""Slips of the keyboard that break YAML, repaired for reading, so that all else is checked too.

A repair never reaches a case: each is reported, and the record has to be corrected.
"""

import re
from collections.abc import Iterable, Iterator

from generator.case.edit import Edit
from generator.case.odd_characters import INVISIBLE, SPACES
from generator.reading.block_lines import block_lines, continued_lines
from generator.reading.dash_slips import dash_slips
from generator.reading.fault import CharacterFault, Fault, KeyFault
from generator.reading.lines import Lines
from generator.reading.repaired import Repaired
from generator.reading.space_slips import space_slips

MAX_INVISIBLE = 20
"""More of them than this are not reported one by one: the file is not text."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Word's line break, a page's end, and the characters of Windows' old code pages mean something each.
_MEANT = "\x0b\x0c\x1a\x80-\x9f"
_MEANS_NOTHING = re.compile(f"[^{_MEANT}]")
_KEY_COLON = re.compile(
    rf"[ \t{SPACES}{INVISIBLE}]*(?:-[ \t{SPACES}]+)*(?:[-－—–][ \t{SPACES}]*)?"
    rf"(?P<key>[^\s：:#\"'，。、（）]{{1,20}})(?P<colon>：)[ \t{SPACES}]*(?P<end>\r?$)?",
    re.MULTILINE,
)
"""At the start of a line."""
_INDENT = re.compile(r"^[ \t-]*\t[ \t]*", re.MULTILINE)


def repair(lines: Lines, known_keys: frozenset[str]) -> Repaired:
    """Repair invisible characters, full-width colons after keys, and spaces and dashes that are none for YAML.

    Args:
        lines: the text as written.
        known_keys: keys and labels; before a full-width colon they are taken for a key gone wrong.
    """
    faults = list(_invisible(lines)) if _UNPRINTABLE.search(lines.text) else []
    spaces = space_slips(lines, known_keys)
    texts = {fault.place.line - 1 for fault in spaces if fault.where == "block"}
    dashes = dash_slips(lines, known_keys)
    return _repaired(lines, [*faults, *_colons(lines, known_keys, texts), *spaces, *dashes])


def repair_spaces(lines: Lines, known_keys: frozenset[str], done: Repaired) -> Iterator[Repaired]:
    """Repair all spaces that are none for YAML, after `repair`: first as wide as they look, then each as one."""
    for width in (2, 1):
        slips = space_slips(lines, known_keys, width=width, is_thorough=True)
        if slips:
            others = [fault for fault in done.faults if fault.rule != "space-wrong"]
            yield _repaired(lines, [*others, *slips])


def repair_tabs(lines: Lines, done: Repaired) -> Repaired | None:
    """Repair tabs in front of a line's text, after `repair`; None where there are none.

    The first tab of each line is reported. Each becomes two spaces, the depth that our own records use; after a
    dash one, so that what follows lines up with it.
    """
    blocks = block_lines(lines.all)
    faults = list(done.faults)
    mended = {at for fault in faults for edit in fault.edits for at in range(edit.start, edit.end)}
    for found in _INDENT.finditer(lines.text):
        line, _ = lines.position(found.start())
        if line in blocks:
            continue
        tabs = [at for at in range(*found.span()) if lines.text[at] == "\t" and at not in mended]
        if not tabs:
            continue
        edits = (Edit(tab, tab + 1, " " if lines.text[tab - 1 : tab] == "-" else "  ") for tab in tabs)
        faults.append(Fault("tab-indent", lines.place(*lines.position(tabs[0])), edits=tuple(edits)))
    return _repaired(lines, faults) if len(faults) > len(done.faults) else None


def _repaired(lines: Lines, faults: Iterable[Fault]) -> Repaired:
    """Read what is meant; a control character is read as a space, since it may stand between two words."""
    faults = tuple(faults)
    if not faults:
        return Repaired(lines.text)
    text = _UNPRINTABLE.sub(" ", lines.text)
    edits = (edit for fault in faults if fault.rule != "character-invisible" for edit in fault.edits)
    return Repaired.of(lines, text, faults, edits)


def means_nothing(character: str) -> bool:
    """Say whether a control character stands for nothing, so that it can go."""
    return _MEANS_NOTHING.match(character) is not None


def _invisible(lines: Lines) -> Iterator[Fault]:
    for number, found in enumerate(_UNPRINTABLE.finditer(lines.text), 1):
        place = lines.place(*lines.position(found.start()))
        edits = (Edit(*found.span(), ""),) if means_nothing(found[0]) else ()
        yield CharacterFault("character-invisible", place, code=f"U+{ord(found[0]):04X}", edits=edits)
        if number == MAX_INVISIBLE:
            return


def _key_colons(text: str) -> Iterator[re.Match[str]]:
    """Find what looks like a key before the first full-width colon of each line that has one."""
    at = text.find("：")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if found := _KEY_COLON.match(text, start):
            yield found
        end = text.find("\n", at)
        at = text.find("：", end) if end >= 0 else -1


def _colons(lines: Lines, known_keys: frozenset[str], texts: set[int]) -> Iterator[Fault]:
    """Find full-width colons after keys. In the midst of a longer text they are only text.

    Args:
        lines: the text as written.
        known_keys: keys and labels.
        texts: lines that are known to be text, 0-based.
    """
    found = [match for match in _key_colons(lines.text) if match["key"] in known_keys]
    if not found:
        return
    starts = {lines.position(match.start("key")) for match in found}
    inside = texts | block_lines(lines.all) | continued_lines(_UNPRINTABLE.sub(" ", lines.text), starts)
    for match in found:
        if lines.position(match.start("key"))[0] not in inside:
            place = lines.place(*lines.position(match.start("colon")))
            end = match.start("end") if match["end"] is not None else match.end()
            edits = (Edit(match.start("colon"), end, ":" if match["end"] is not None else ": "),)
            yield KeyFault("colon-full-width", place, key=match["key"], edits=edits)
