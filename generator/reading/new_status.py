"""Another status for a record: its word goes into the place of the old one, and nothing else changes."""

from dataclasses import dataclass

from generator.case.model import Case
from generator.case.problem import ERROR, Problem
from generator.case.words import Word
from generator.reading.examination import examine, parse_record
from generator.reading.mending import Mend, Mended, with_text
from generator.reading.record import Record
from generator.reading.record_editor import RecordEditor
from generator.reading.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class NewStatus:
    """A record before and after its status was changed."""

    id: str
    before: str
    """The id of the status that it had; `draft` for a record that says none."""
    mended: Mended
    errors: tuple[Problem, ...] = ()
    """What is wrong with it under the new status; drafts are allowed what published cases are not."""


def with_status(record: Record, status: Word, surroundings: Surroundings) -> NewStatus | None:
    """Give a record another status, written as the old one was: by its id or by its name.

    Returns:
        None for a record whose status cannot be read, as where it stands twice.
    """
    parsed = parse_record(record, Case, surroundings)
    state, statuses = parsed.state, surroundings.programme.statuses
    if not state or not parsed.document.value:
        return None
    after, mends = record, tuple[Mend, ...]()
    if state != status.id:
        word = status.name if parsed.text("status") in statuses.names else status.id
        after = with_text(parsed, RecordEditor(parsed.document, Case).set(("status",), word))
        mends = (Mend(parsed.place("status"), f"状态由“{statuses.name_of(state)}”改为“{status.name}”"),)
    problems = examine(parse_record(after, Case, surroundings), Case).problems
    errors = tuple(problem for problem in problems if problem.severity == ERROR)
    return NewStatus(record.id, state, Mended(record.path, record.data, after.data, mends), errors)
