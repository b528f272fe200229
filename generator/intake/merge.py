"""What a file says anew about a case that is there already, against the record and what was imported before.

Whoever changed a value by hand keeps it: of three (the last import, the record now, the new file) the new file wins
only where the record is still as it was imported. Keys that a file does not speak of stay in every mode.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.case.model.case import SEVERAL
from generator.case.spelling import compared_title
from generator.intake.marks import WHOLE, Marks, Way, below, item_marks, item_marks_of, mark_of, marks_of, renewed
from generator.intake.proposal import Path, ProposedCase, ProposedValue, values_at

Mode = Literal["add", "update", "replace"]
"""`add` leaves cases that are there; `update` keeps what was changed by hand; `replace` takes what the file says."""

BOTH_CHANGED = "记录和文件都改过"
BY_HAND = "记录里的不是导入来的"
REMOVED_BY_HAND = "记录里删去了，文件又改了"
REMOVED_IN_FILE = "文件里没有了，记录里改过"
UNWRITABLE = "写不进记录，请手工改"
GUESSED = "文件里的还要核对，没有换掉记录里的"
HELD_BACK = "文件里的还要核对，不写进已经审核或发布的记录"


_OTHERWISE = {**SEVERAL, **{several: one for one, several in SEVERAL.items()}}


@dataclass(frozen=True, slots=True)
class Change:
    """A value that goes into a record, or out of it."""

    path: Path
    """In the record as it is; an item that is added has the number behind the last."""
    value: Any
    """None where it goes."""
    said: tuple[ProposedValue, ...] = ()
    """What the file says about it, with places and doubts."""
    ours: Any = None
    """What the record said; None where it said nothing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value where record and file do not agree and the record stays as it is."""

    path: Path
    """In the record; of what it does not have, where it would be."""
    ours: Any
    """What the record says; None where it says nothing."""
    theirs: Any
    """What the file says; None where it says nothing."""
    why: str
    said: tuple[ProposedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of a record."""

    changes: tuple[Change, ...]
    """To be made one after the other: paths hold while items go from the last to the first."""
    conflicts: tuple[Conflict, ...]
    marks: Marks
    """What is to be known of this import the next time."""


def merge(
    record: Mapping[str, Any],
    proposed: Mapping[str, Any],
    case: ProposedCase,
    mode: Mode,
    marks: Mapping[Way, str],
    *,
    is_open: bool = True,
) -> Merged:
    """Say what a file changes in a record.

    Args:
        record: its raw values, names by the project's list, the files of photos by their marks.
        proposed: the file's, in the same way.
        case: the same with places and doubts.
        mode: `update` or `replace`.
        marks: of what was imported last; empty where nothing is known.
        is_open: whether it may hold what is still to be checked, as a draft may.
    """
    merging = _Merging(case, mode, marks, is_open=is_open)
    spoken = {key: value for key, value in proposed.items() if key != "status"}
    for key, value in spoken.items():
        is_same = key == "title" and compared_title(str(record.get(key))) == compared_title(str(value))
        if not is_same and not merging.is_told_otherwise(record, key, value):
            merging.value((key,), (key,), (key,), record.get(key), value)
    gone = sorted((one for one in merging.changes if one.value is None), key=lambda one: _order(one.path), reverse=True)
    kept = [one for one in merging.changes if one.value is not None]
    return Merged((*kept, *gone), tuple(merging.conflicts), merging.renewed(marks_of(spoken)))


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in path)


class _Merging:
    def __init__(self, case: ProposedCase, mode: Mode, marks: Mapping[Way, str], *, is_open: bool) -> None:
        self._case = case
        self._takes_all = mode == "replace"
        self._marks = marks
        self._is_open = is_open
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []
        self._withheld: list[Way] = []

    def is_told_otherwise(self, record: Mapping[str, Any], key: str, value: Any) -> bool:
        """Whether a record has several where a file has one, or one where it has several; the two are not mixed."""
        other = _OTHERWISE.get(key)
        if other is None or key in record or not record.get(other):
            return False
        one, several = (value, record[other]) if isinstance(record[other], list) else (record[other], value)
        marks = [mark_of(item) for item in several] if isinstance(several, list) else []
        is_same = mark_of(one) in marks and (len(marks) == 1 or several is record[other])
        if not is_same:
            self._keep((other,), (key,), record[other], value, BY_HAND)
        return True

    def value(self, way: Way, path: Path, their_path: Path, ours: Any, theirs: Any) -> None:
        """Look at a value that the file speaks of."""
        if isinstance(theirs, Mapping) and isinstance(ours, Mapping) and not WHOLE & {*way[-1:]}:
            for key, value in theirs.items():
                if way[0] != "photos" or key != "file":
                    self.value((*way, key), (*path, key), (*their_path, key), ours.get(key), value)
            return
        our_names, names = item_marks(way[-1], ours), item_marks(way[-1], theirs)
        if our_names and names:
            self._items(way, path, their_path, (our_names, ours), (names, theirs))
        elif mark_of(ours) != mark_of(theirs):
            self._single(way, path, their_path, ours, theirs)

    def _single(self, way: Way, path: Path, their_path: Path, ours: Any, theirs: Any) -> None:
        """Look at a value that is one thing, or a list as a whole; the two are not the same."""
        before = below(self._marks, way)
        is_free = ours in (None, "", [], {}) and not before
        if self._takes_all or is_free or (before and before == marks_of(ours, way)):
            self._take(way, path, their_path, ours, theirs)
        elif not before:
            self._keep(path, their_path, ours, theirs, BY_HAND)
        elif before != marks_of(theirs, way):
            self._keep(path, their_path, ours, theirs, REMOVED_BY_HAND if ours is None else BOTH_CHANGED)

    def _items(
        self,
        way: Way,
        path: Path,
        their_path: Path,
        ours: tuple[list[str], list[Any]],
        theirs: tuple[list[str], list[Any]],
    ) -> None:
        """Look at the items of two lists, each by what it names."""
        places, count = {name: at for at, name in enumerate(ours[0])}, len(ours[0])
        for at, (name, item) in enumerate(zip(*theirs, strict=True)):
            own, their = (*way, name), (*their_path, at)
            before = below(self._marks, own)
            if name in places:
                self.value(own, (*path, places[name]), their, ours[1][places[name]], item)
            elif self._takes_all or not before:
                count += self._take(own, (*path, count), their, None, item)
            elif before != item_marks_of(item, own):
                self._keep((*path, count), their, None, item, REMOVED_BY_HAND)
        for name in (one for one in places if one not in theirs[0]):
            place, item = (*path, places[name]), ours[1][places[name]]
            before = below(self._marks, (*way, name))
            if self._takes_all or (before and before == item_marks_of(item, (*way, name))):
                self.changes.append(Change(place, None, values_at(self._case.values, their_path), item))
            elif before:
                # What was never imported, the file cannot have dropped.
                self._keep(place, their_path, item, None, REMOVED_IN_FILE)

    def _take(self, way: Way, path: Path, their_path: Path, ours: Any, theirs: Any) -> bool:
        said = values_at(self._case.values, their_path)
        is_guess = self._takes_all and ours not in (None, "", [], {})
        if any(one.doubt for one in said) and (is_guess or not self._is_open):
            self._withheld.append(way)
            self.conflicts.append(Conflict(path, ours, theirs, GUESSED if self._is_open else HELD_BACK, said))
            return False
        self.changes.append(Change(path, theirs, said, ours))
        return True

    def renewed(self, new: Marks) -> Marks:
        """Give the marks of what was imported last; what was held back is as if the file had not said it."""
        marks = renewed(self._marks, new)
        for way in self._withheld:
            marks = {one: mark for one, mark in marks.items() if one[: len(way)] != way} | below(self._marks, way)
        return marks

    def _keep(self, path: Path, their_path: Path, ours: Any, theirs: Any, why: str) -> None:
        said = values_at(self._case.values, their_path)
        self.conflicts.append(Conflict(path, ours, theirs, why, said))
