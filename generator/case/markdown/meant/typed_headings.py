"""Headings that are numbered by hand and stand alone on their line: 一、建强队伍, （一）选好带头人, 1.建立机制."""

from generator.case.markdown.meant.entries import Entry
from generator.case.markdown.meant.line import BLANK, Question
from generator.case.markdown.meant.numbers import BRACKETED_DIGITS, DIGITS, Number, number_of
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.markdown.meant.title_shape import title_words
from generator.case.text import shorten

_DEEPEST = 6
_SHOWN = 40

Found = dict[int, tuple[int, int, str]]
"""By entry: kind and value of its number, and the words."""


def mend_typed_headings(entries: list[Entry]) -> None:
    """Make headings of them, the highest kind in the text first."""
    found = _candidates(entries)
    likely = [at for at in found if _has_text_of_its_own(entries, found, at)]
    lonely = {at for position, at in enumerate(likely) if not _is_numbered_on(found, likely, position)}
    levels = _levels(entries, {found[at][0] for at in likely})
    for at in likely:
        kind, _, words = found[at]
        line = entries[at].line
        text = f"{'#' * levels[kind]} {words}"
        if at not in lonely:
            line.level = levels[kind]
            line.become(text, "heading", f"按小标题排：{shorten(text, _SHOWN)}")
        elif ends_sentence(entries[at + 1].text):
            line.question = Question("numbered", ((line, text, line.breaks),))


def _candidates(entries: list[Entry]) -> Found:
    found: Found = {}
    for at, entry in enumerate(entries):
        words = title_words(entry.line.text) if entry.line.kind == "plain" and entry.count == 1 else ""
        number = number_of(words)
        if number:
            found[at] = (number.kind, number.value, words)
    return found


def _has_text_of_its_own(entries: list[Entry], found: Found, at: int) -> bool:
    """Check that a candidate is no item of an enumeration: something comes after it, and no sibling is beside it."""
    kind = found[at][0]
    if at + 1 == len(entries) or entries[at + 1].line.kind == "heading":
        return False
    before = _number(entries[at - 1]) if at else None
    after = _number(entries[at + 1])
    is_followed_by_sibling = after is not None and after.kind <= kind
    return not is_followed_by_sibling and not (before is not None and before.kind == kind)


def _number(entry: Entry) -> Number | None:
    """Read the number of an entry, also of an item that was made of it, or of a heading in bold."""
    return number_of(entry.line.written.strip(f"*{BLANK}"))


def _is_numbered_on(found: Found, likely: list[int], position: int) -> bool:
    """Check that 1. is followed by a 2., or 2. by a 3., under the same higher heading; above that one is enough."""
    kind, value, _ = found[likely[position]]
    if kind < DIGITS:
        return True
    for step, wanted in ((-1, value - 1), (1, value + 1)):
        other = position + step
        while 0 <= other < len(likely) and found[likely[other]][0] > kind:
            other += step
        if 0 <= other < len(likely) and found[likely[other]][:2] == (kind, wanted):
            return True
    return False


def _levels(entries: list[Entry], kinds: set[int]) -> dict[int, int]:
    """Give each kind of number a level, below the headings that the text has already."""
    known: dict[int, int] = {}
    above = 0
    for entry in entries:
        if entry.line.kind != "heading":
            continue
        number = number_of(entry.line.text.lstrip(f"#{BLANK}"))
        if number and number.kind <= BRACKETED_DIGITS:
            known.setdefault(number.kind, entry.line.level)
        else:
            above = max(above, entry.line.level)
    levels: dict[int, int] = {}
    for kind in sorted(kinds | known.keys()):
        above = levels[kind] = min(_DEEPEST, known.get(kind, above + 1))
    return levels
