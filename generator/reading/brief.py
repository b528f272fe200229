"""The few keys of a record that say whose it is and how far it has come, read without validating all of it.

A record in which these keys stand as everybody writes them is read line by line; any other is read as YAML, and means
the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.case.model import Case
from generator.case.programme import Programme
from generator.reading.check_result import CheckResult
from generator.reading.documents import parse_document
from generator.reading.labels import known_keys
from generator.reading.parsed_record import ParsedRecord
from generator.reading.plain_keys import Entry, plain_entries
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from generator.reading.tasks import tasks_of

_KEYS = frozenset(("title", "task", "also", "university", "universities", "status", "period", "sources"))
_ALONE = re.compile(r"^(?P<key>university|title)[ \t]*:[ \t]+(?P<value>[^\s\"'\\#:,{}\[\]]+)[ \t]*$", re.MULTILINE)
_DATE = re.compile(
    r"(?:^|[{,])[ \t-]*(?P<key>start|end|date)[ \t]*:[ \t]*[\"']?(?P<date>[12][0-9]{3}[0-9-]*)", re.MULTILINE
)
_LISTS = ("also", "universities")
_DATED = ("period", "sources")


@dataclass(frozen=True, slots=True)
class Brief:
    """What a status needs to know of a record."""

    id: str
    title: str
    universities: tuple[str, ...]
    """By their names, the leading one first; empty where none is written."""
    tasks: tuple[str, ...]
    """The main one first."""
    state: str
    """The id of the status; empty where it cannot be read."""
    year: int
    """The year of the case, as its facet has it; 0 where it has none."""


def brief_of(raw: Record, surroundings: Surroundings) -> Brief:
    """Read what a status needs to know. Never raises because of what the record contains."""
    values = _plain_values(raw.data)
    if values is None:
        return _parsed(raw, surroundings)
    programme, names = surroundings.programme, surroundings.names
    written = dict.fromkeys((*values.get("university", ()), *values.get("universities", ())))
    status = next(iter(values.get("status", ())), "draft")
    return Brief(
        raw.id,
        next(iter(values["title"])),
        tuple(dict.fromkeys(names.name_of("universities", one) for one in written)),
        tuple(_tasks((*values["task"], *values.get("also", ())), programme)),
        programme.statuses[status].id if status in programme.statuses else "",
        _year(values.get("period", ()), values.get("sources", ())),
    )


def brief_of_result(result: CheckResult[Case]) -> Brief:
    """Take the same from a record that was checked already; tasks and year only of one without errors."""
    case = result.value
    tasks = (case.task, *case.also) if case else ()
    year = case.date.year if case and case.date else 0
    return Brief(result.id, result.title, result.universities, tasks, result.state, year)


def _plain_values(data: bytes) -> dict[str, tuple[str, ...]] | None:
    """Give the values by key, each as a list; None where one is missing, or is not written as everybody does."""
    entries = plain_entries(data, _KEYS)
    if entries is None:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for key, entry in entries.items():
        if key in _DATED:
            found[key] = ("\n".join((entry.first, *entry.below)),)
        elif (values := entry.items if key in _LISTS else _alone(entry)) is not None:
            found[key] = values
        else:
            return None
    is_whole = found.get("title") and found.get("task") and (found.get("university") or found.get("universities"))
    return found if is_whole and "status" in found else None


def _alone(entry: Entry) -> tuple[str, ...] | None:
    text = entry.text
    return None if text is None else (text,)


def _tasks(written: tuple[str, ...], programme: Programme) -> Iterator[str]:
    known = programme.task_names
    yield from dict.fromkeys(known[one].name for one in written if one in known)


def _year(period: tuple[str, ...], sources: tuple[str, ...]) -> int:
    """Give the year of the period's end or start, else that of the newest source."""
    dates = {match["key"]: match["date"] for match in _DATE.finditer("".join(period))}
    newest = max((match["date"] for match in _DATE.finditer("".join(sources)) if match["key"] == "date"), default="")
    return int((dates.get("end") or dates.get("start") or newest or "0")[:4])


def _parsed(raw: Record, surroundings: Surroundings) -> Brief:
    programme, names = surroundings.programme, surroundings.names
    document = parse_document(raw.path, raw.data, known_keys(Case, programme.labels))
    record = ParsedRecord(raw, document, Case, None, surroundings)
    published = (record.date("sources", at, "date") for at, _ in enumerate(record.items("sources")))
    dates = (
        record.date("period", "end"),
        record.date("period", "start"),
        max(filter(None, published), default=None),
    )
    # A file that is not YAML may still say on a plain line whose it is.
    alone = {match["key"]: match["value"] for match in _ALONE.finditer(document.text)} if document.root is None else {}
    universities = record.universities or tuple(filter(None, (alone.get("university"),)))
    return Brief(
        raw.id,
        record.text("title") or alone.get("title", ""),
        tuple(dict.fromkeys(names.name_of("universities", one) for one in universities)),
        tuple(task.name for task in tasks_of(record)),
        record.state,
        next((date.year for date in dates if date), 0),
    )
