"""What can be mended in a record in one way only, done in its text: every other byte stays.

A change that would make something worse is not made.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.case.edit import Edit, apply_edits
from generator.case.personal import mask_personal_data
from generator.case.problem import ERROR, Place, Problem
from generator.case.repair import Repair
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings

M = TypeVar("M", bound=BaseModel)

_NUMBER = re.compile("[0-9]+")
_MOST_ROUNDS = 200
"""A text may have more problems of a rule than are listed at a time; each round mends those that are."""
READ_PAST = frozenset(
    ("character-invisible", "character-lookalike", "colon-full-width", "dash-wrong", "space-wrong", "tab-indent")
)
"""Rules of single characters that are read past; first they are mended, then what the text says is looked at."""


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """One thing that was mended."""

    place: Place
    message: str
    """What was wrong, or what was read otherwise: one Chinese clause."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A record before and after."""

    path: str
    before: bytes
    after: bytes
    """The same bytes where nothing could be mended."""
    mends: tuple[Mend, ...]
    refused: tuple[Mend, ...] = ()
    """What was left, because the record would have been read with another error, or otherwise."""

    @property
    def is_changed(self) -> bool:
        """Whether there is something to write."""
        return self.before != self.after


def mend(raw: Record, model: type[M], surroundings: Surroundings, more: Sequence[Problem] = ()) -> Mended:
    """Mend all that can be mended in one way only, until nothing is left.

    Args:
        raw: the record as found.
        model: what it is to be.
        surroundings: what the checks need beside it.
        more: problems of this record that show only beside others.
    """
    state = _State.of(raw, model, surroundings)
    mends: list[Mend] = []
    refused: list[Mend] = []
    most: int | None = None
    for number in range(_MOST_ROUNDS):
        beside = () if number else _still_there(more, state)
        changes = list(_changes(state, beside, refused))
        if not changes:
            break
        done, edits = _fitting(changes[:most])
        after = _State.of(with_text(state.parsed, edits), model, surroundings)
        if not _is_worse(state, after, edits):
            mends += done
            state, most = after, None
        elif len(done) > 1:
            # One of them may be to blame; the others are for the good.
            most = len(done) // 2
        else:
            refused += done
            most = None
    return Mended(raw.path, raw.data, state.parsed.raw.data, tuple(sorted({*mends})), tuple(sorted({*refused})))


@dataclass(frozen=True, slots=True)
class _State:
    parsed: ParsedRecord
    result: CheckResult[Any]

    @classmethod
    def of(cls, raw: Record, model: type[M], surroundings: Surroundings) -> "_State":
        parsed = parse_record(raw, model, surroundings)
        return cls(parsed, examine(parsed, model))

    @property
    def errors(self) -> Counter[tuple[str, str]]:
        # The last of many like it says how many more there are.
        found = (one for one in self.result.problems if one.severity == ERROR)
        return Counter((one.rule, _NUMBER.sub("", one.message)) for one in found)


def _still_there(problems: Iterable[Problem], state: _State) -> list[Problem]:
    """Give those problems that only a look at other records shows, if the file is the one that was looked at."""
    own = {*state.result.problems}
    lines = {mask_personal_data(line) for line in state.parsed.document.lines}
    return [one for one in problems if one not in own and one.place.excerpt in lines]


def _changes(
    state: _State, beside: Iterable[Problem], refused: Iterable[Mend]
) -> Iterator[tuple[Mend, tuple[Edit, ...]]]:
    """Give what can be mended now: characters alone as long as there are some."""
    certain = [one for one in (*state.result.problems, *beside) if one.is_certain]
    characters = [one for one in certain if one.rule in READ_PAST]
    found: Iterable[Problem | Repair] = characters or (*certain, *state.result.repairs)
    told = {one.edits for one in certain}
    found = [one for one in found if not (isinstance(one, Repair) and one.edits in told)]
    left = {(one.message, one.place.excerpt) for one in refused}
    for change, edits in (*((Mend(one.place, one.message), one.edits) for one in found), *_unlisted(state)):
        if edits and (change.message, change.place.excerpt) not in left:
            yield change, edits


def _unlisted(state: _State) -> Iterator[tuple[Mend, tuple[Edit, ...]]]:
    """Give the slips around keys that are too many to be listed: all lines of a text are indented at once."""
    listed = {one.edits: one for one in state.result.problems}
    words = {one.rule: one.message for one in state.result.problems}
    for fault in state.parsed.document.faults:
        if fault.rule in ("dash-wrong", "space-wrong", "tab-indent") and fault.edits not in listed:
            yield Mend(fault.place, words[fault.rule]), fault.edits


def _fitting(changes: Iterable[tuple[Mend, tuple[Edit, ...]]]) -> tuple[list[Mend], list[Edit]]:
    """Take of overlapping changes the first; what the others would do is looked at again afterwards."""
    done: list[Mend] = []
    taken: set[Edit] = set()
    for change, edits in sorted(changes, key=lambda one: one[1]):
        if all(edit in taken or not any(_overlap(edit, other) for other in taken) for edit in edits):
            done.append(change)
            taken.update(edits)
    return done, sorted(taken)


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def with_text(parsed: ParsedRecord, edits: Iterable[Edit]) -> Record:
    """Give a record with its text changed; what is put in gets the line breaks of the rest."""
    text, raw = parsed.document.text, parsed.raw
    mark = codecs.BOM_UTF8 if raw.data.startswith(codecs.BOM_UTF8) else b""
    breaks = "\r\n" if "\r\n" in text else "\n"
    own = (replace(edit, text=_in_breaks(edit.text, breaks)) for edit in edits)
    return replace(raw, data=mark + apply_edits(text, own).encode())


def _in_breaks(text: str, breaks: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", breaks)


def _is_worse(before: _State, after: _State, edits: Iterable[Edit]) -> bool:
    """Check whether a record has an error that it did not have, or another value where nothing was changed."""
    if not before.parsed.document.value:
        # It could not be read; whatever can be read of it now is better.
        return not after.parsed.document.value and bool(after.errors - before.errors)
    if after.errors - before.errors:
        return True
    known, document = before.parsed.model.model_fields, before.parsed.document
    places = (document.place_at(*document.position(edit.start)) for edit in edits)
    touched = {document.key_at(place, known) for place in places}
    old, new = (state.parsed.document.value for state in (before, after))
    # A key that is gained had another name before; what it held is not lost.
    return any(old[key] != new.get(key) for key in old.keys() & known.keys() - touched)
