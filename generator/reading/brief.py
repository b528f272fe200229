"""The few keys of a record that say whose it is and how far it has come, read without validating all of it.

Among 17,832 records there is no time to read each one whole. A record in which these keys stand as everybody writes
them is read line by line; any other is read as YAML, and means the same.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.case.model import Case
from generator.case.programme import Programme
from generator.reading.check_result import CheckResult
from generator.reading.documents import parse_document
from generator.reading.labels import known_keys
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from generator.reading.tasks import tasks_of

_KEYS = {
    key.encode(): key for key in ("title", "task", "also", "university", "universities", "status", "period", "sources")
}
_LINE = re.compile(rb"\n(?:([a-z_]+):|[^\s#-])")
"""A line that begins with a key as everybody writes it, or with what only YAML can read."""
_FOLLOWS = (" ", "\t", "- ")
"""How a line begins that belongs to the key before it; so does an empty one."""
_PLAIN = re.compile(r"[^\s\"'\\#:,{}\[\]&*!|>%@`?-][^\"'\\#:,{}\[\]\x00-\x1f]*")
"""A value without any character that YAML might read otherwise."""
_ALONE = re.compile(r"^(?P<key>university|title)[ \t]*:[ \t]+(?P<value>[^\s\"'\\#:,{}\[\]]+)[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
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
    # In bytes: decoding and searching the long texts of a record would take most of the time.
    data = b"\n%b\n" % data.removeprefix(codecs.BOM_UTF8)
    lines = list(_LINE.finditer(data))
    found: dict[str, tuple[str, ...]] = {}
    for at, line in enumerate(lines, 1):
        name = line[1]
        if name is None:
            return None
        if (key := _KEYS.get(name)) is None:
            continue
        try:
            value, below = _entry(data[line.end() : lines[at].start() if at < len(lines) else len(data)])
        except UnicodeDecodeError:
            return None
        values = ("\n".join((value, *below)),) if key in _DATED else _plain(key, value.strip(), below)
        if values is None or key in found:
            return None
        found[key] = values
    is_whole = found.get("title") and found.get("task") and (found.get("university") or found.get("universities"))
    return found if is_whole and "status" in found else None


def _entry(written: bytes) -> tuple[str, list[str]]:
    """Give the rest of a key's line, and the lines that belong to it."""
    text = written.decode()
    if "\n" not in text:
        return text, []
    first, *rest = text.split("\n")
    belonging = takewhile(lambda line: not line.strip() or line.startswith(_FOLLOWS), rest)
    return first, [line.rstrip("\r") for line in belonging if line.strip()]


def _plain(key: str, value: str, lines: list[str]) -> tuple[str, ...] | None:
    """Give the values of a key; None where they are not plain."""
    if key in _LISTS and not value:
        items = [_ITEM.fullmatch(line) for line in lines]
        values = tuple(item[1].strip() for item in items if item)
        if len(values) != len(lines):
            return None
    elif lines:
        return None
    else:
        values = (value,)
    return values if all(map(_PLAIN.fullmatch, values)) else None


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
