"""A text in which slips were repaired for reading, that knows where each of its characters is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.case.edit import Edit, apply_edits
from generator.reading.fault import Fault
from generator.reading.lines import Lines


@dataclass(frozen=True, slots=True)
class Shift:
    """What was repaired in a line: columns, 0-based, and how many characters stand there now."""

    start: int
    end: int
    length: int


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text that can be composed, with what had to be repaired."""

    text: str
    faults: tuple[Fault, ...] = ()
    shifts: Mapping[int, tuple[Shift, ...]] = field(default_factory=dict)
    """What the repairs moved, by 0-based line, in the line's order."""

    @classmethod
    def of(cls, lines: Lines, text: str, faults: Iterable[Fault], edits: Iterable[Edit]) -> "Repaired":
        """Repair a text.

        Args:
            lines: the text as written.
            text: the same, each character in its place.
            faults: what was wrong.
            edits: what mends it; none of them goes past a line's end.
        """
        edits = tuple(sorted(set(edits)))
        shifts: defaultdict[int, list[Shift]] = defaultdict(list)
        for edit in edits:
            line, column = lines.position(edit.start)
            shifts[line].append(Shift(column, column + edit.end - edit.start, len(edit.text)))
        places = {line: tuple(of_line) for line, of_line in shifts.items()}
        return cls(apply_edits(text, edits), tuple(faults), places)

    def column(self, line: int, column: int) -> int:
        """Give the column in the text as written of a column in the repaired text."""
        moved = 0
        for shift in self.shifts.get(line, ()):
            if column + moved < shift.start:
                break
            if column + moved < shift.start + shift.length:
                return min(column + moved, shift.end)
            moved += shift.end - shift.start - shift.length
        return column + moved
