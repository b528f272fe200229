"""The facts of a case, as the book lists them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.case.labels import case_label
from generator.case.model import Case
from generator.case.text import em_width, listing
from generator.library.library import Library
from generator.outputs.book.typeset_text import settable
from generator.outputs.views.facts import Value, facts_of


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: its label, and its values in one text."""

    label: str
    text: str


_IN_THE_HEAD = ("university", "school", "branch")
"""Facts that are printed under a case's title."""
_IN_A_ROW = ("forms",)
_SHORT = 12
"""The widest text, in widths of a Han character, that half a line holds."""


def rows_of(library: Library, case: Case) -> Iterator[Row]:
    """Give all facts that the head of a case does not tell, in the record's order."""
    if case.also:
        yield Row(case_label("also", library.programme), listing(case.also))
    if case.province:
        yield Row(case_label("province", library.programme), case.province)
    for fact in facts_of(library, case):
        # A team that stands in the head has a row for its kind only.
        is_said = fact.key == "team" and not (case.branches or fact.values[0].note)
        if fact.key not in _IN_THE_HEAD and not is_said:
            between = "、" if fact.key in _IN_A_ROW else "；"
            yield Row(fact.label, settable(between.join(_value_text(value) for value in fact.values)))
    if case.keywords:
        yield Row("关键词", settable("；".join(case.keywords)))


def side_by_side(rows: Iterable[Row]) -> Iterable[tuple[Row, ...]]:
    """Put two short facts on a line, where the first of them is, so that a record of few words fits a page."""
    lines: list[tuple[Row, ...]] = []
    waiting: int | None = None
    for row in rows:
        is_short = em_width(row.text) <= _SHORT
        if is_short and waiting is not None:
            lines[waiting] += (row,)
            waiting = None
            continue
        if is_short:
            waiting = len(lines)
        lines.append((row,))
    return lines


def _value_text(value: Value) -> str:
    text = "—".join(time.text for time in value.times) or f"{value.text}{value.tail}"
    # A kind that says nothing, or what the name says.
    is_idle = value.note.startswith("其他") or text.endswith(value.note)
    return text if is_idle else f"{text}（{value.note}）"
