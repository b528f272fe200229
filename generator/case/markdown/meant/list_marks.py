"""Lists whose marks are not quite Markdown's: `-选人`, `•选人`, `1.开课`, `１、开课`, `（1）`, `①`."""

from itertools import pairwise

from generator.case.markdown.meant.bullets import Bullet, bullet_of
from generator.case.markdown.meant.entries import Entry
from generator.case.markdown.meant.line import BLANK, ITEM, Line, Question
from generator.case.markdown.meant.numbers import BRACKETED_DIGITS, CIRCLED, DIGITS, Number, number_of
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import is_han, shorten

_SHOWN = 40
_INNER = "   "
"""What a list inside an item is indented by."""
_NOTES = ("注", "说明", "备注", "数据", "资料", "来源", "以上", "本文", "本表")
"""How a note under a text begins after its star."""


def mend_lists(lines: list[Line], entries: list[Entry]) -> None:
    """Give lists Markdown's marks; where a single sign may be something else, ask."""
    _mend_bullets(entries)
    _mend_numbers(entries)
    _part(lines)


def _mend_bullets(entries: list[Entry]) -> None:
    bullets = [_sign(entry) for entry in entries]
    outer: Bullet | None = None
    for at, entry in enumerate(entries):
        bullet = bullets[at]
        if bullet is None or entry.line.kind != "plain":
            outer = bullet
            continue
        neighbours = (one.sign for one in (*bullets[max(0, at - 1) : at], *bullets[at + 1 : at + 2]) if one)
        introduced = bullet.sign in "-*" and at > 0 and entries[at - 1].text.rstrip().endswith(("：", ":"))
        if bullet.is_clear or bullet.sign in neighbours or introduced:
            outer = outer or bullet
            _become_item(entry.line, bullet, outer)
            continue
        outer = None
        if bullet.sign in "-*" and _may_be_item(entry.line.text[bullet.end :], bullet):
            text = f"- {entry.line.text[bullet.end :]}"
            entry.line.question = Question("item", ((entry.line, text, False),))


def _sign(entry: Entry) -> Bullet | None:
    """Read the sign of an entry, also of an item as Markdown has it."""
    if entry.line.kind == "item":
        found = ITEM.match(entry.line.text)
        return Bullet(found[1], "", is_clear=True, end=found.end()) if found and found[1] else None
    return bullet_of(entry.line.text) if entry.line.kind == "plain" else None


def _become_item(line: Line, bullet: Bullet, outer: Bullet) -> None:
    words = line.text[bullet.end :].strip(BLANK)
    is_inner = len(bullet.indent) >= len(outer.indent) + 2
    line.become(f"{'  ' if is_inner else ''}- {words}", "item", f"按列表排：- {shorten(words, _SHOWN)}")


def _may_be_item(words: str, bullet: Bullet) -> bool:
    return (is_han(words[0]) or words[0] in "“《（") and not (bullet.sign == "*" and words.startswith(_NOTES))


def _mend_numbers(entries: list[Entry]) -> None:
    numbers = [_number(entry) for entry in entries]
    around: list[int] = []
    for at, entry in enumerate(entries):
        number = numbers[at]
        # The kinds of the lists that an item is in, the outermost first.
        is_in_list = number is not None and at > 0 and entries[at - 1].line.kind == "item" and numbers[at - 1]
        around = [kind for kind in around if number and kind < number.kind] if is_in_list else []
        around += [number.kind] if number else []
        if number is None or entry.line.kind != "plain":
            continue
        before, after = _beside(entries, numbers, at, -1), _beside(entries, numbers, at, 1)
        words = entry.line.text[number.end :].strip(BLANK)
        if words and (_follows(before, number) or _follows(number, after)):
            text = f"{number.value}. {words}"
            entry.line.become(f"{_INNER * (len(around) - 1)}{text}", "item", f"按列表排：{shorten(text, _SHOWN)}")


def _beside(entries: list[Entry], numbers: list[Number | None], at: int, step: int) -> Number | None:
    """Give the number next to one, past the lists inside its item; what has such a list is a sentence, not a title."""
    own = numbers[at]
    other = at + step
    while own and 0 <= other < len(entries):
        number = numbers[other]
        if number is None or number.kind <= own.kind:
            is_next = abs(other - at) == 1 or (number is not None and ends_sentence(entries[min(at, other)].text))
            return number if is_next else None
        other += step
    return None


def _number(entry: Entry) -> Number | None:
    if entry.line.kind == "item":
        found = ITEM.match(entry.line.text)
        return Number(DIGITS, int(found[2]), found.end()) if found and found[2] else None
    number = number_of(entry.line.text) if entry.line.kind == "plain" else None
    return number if number and number.kind in (DIGITS, BRACKETED_DIGITS, CIRCLED) else None


def _follows(one: Number | None, other: Number | None) -> bool:
    return one is not None and other is not None and one.kind == other.kind and other.value == one.value + 1


def _part(lines: list[Line]) -> None:
    """Put blank lines where Markdown would not see that a list begins: one that is numbered, and not from 1."""
    for before, line in pairwise(lines):
        if line.kind != "item" or before.kind not in ("plain", "item", "kept"):
            continue
        found, above = ITEM.match(line.text), ITEM.match(before.text)
        is_later = found is not None and found[2] is not None and int(found[2]) != 1
        goes_on = before.kind == "kept" or (above is not None and above[2] is not None)
        if is_later and not goes_on:
            line.breaks = True
            if not line.taken_for:
                line.taken_for.append(f"按列表排：{shorten(line.bare, _SHOWN)}")
