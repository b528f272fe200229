"""All records of a project as a status needs them: whose each is, how far it is, how many errors it has.

What was read of a record is kept below `.cache/`, and read again only when its file has changed.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.making import workers
from generator.making.cache import put_bytes
from generator.making.project import folder
from generator.making.project.last_check import state_of, sum_of_surroundings
from generator.making.store.listing import sum_of
from generator.reading.brief import Brief, brief_of
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings

FILE = ".cache/briefs.json"
_WORTHWHILE = 3_000
"""Below this many records one process is done before a second has started."""


_Row = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...], str, int]
"""A record as it is kept, see `_row`."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it was found."""

    brief: Brief
    state: str
    """See `last_check.state_of`."""
    stamp: str
    """When its file and its folder were changed last, and how long the file is."""


def read_briefs(root: Path, surroundings: Surroundings) -> list[Seen]:
    """Read all records, sorted by id; keeps what it read."""
    ids = folder.case_ids(root)
    cases = os.fspath(root / folder.CASES)
    of = sum_of_surroundings(root)
    kept = _kept(root, of)
    stamps = {id: _stamp(f"{cases}/{id}") for id in ids}
    changed = [(id, stamps[id]) for id in ids if id not in kept or kept[id].stamp != stamps[id]]
    processes = workers.process_count(len(changed), _WORTHWHILE)
    shares = workers.shares(changed, processes) if changed else []
    parts = workers.work(_read_some, shares, root, surroundings, processes=processes)
    fresh = {one.brief.id: one for part in parts for one in map(_seen, part)}
    seen = [fresh.get(id) or kept[id] for id in ids]
    if changed or len(kept) != len(ids):
        _keep(root, of, seen)
    return seen


def _stamp(record_folder: str) -> str:
    """Say when a record was changed last; empty where it has no file."""
    try:
        file = os.stat(f"{record_folder}/{folder.CASE_FILE}")  # noqa: PTH116 (17,832 Path objects take a second)
        return f"{file.st_mtime_ns:x}-{file.st_size:x}-{os.stat(record_folder).st_mtime_ns:x}"  # noqa: PTH116
    except OSError:
        return ""


def _read_some(changed: list[tuple[str, str]], root: Path, surroundings: Surroundings) -> list[_Row]:
    """Read records, given with their stamps; rows of plain values go between processes in a third of the time."""
    found = []
    cases = os.fspath(root / folder.CASES)
    for id, stamp in changed:
        beside = f"{cases}/{id}"
        data = folder.data_at(f"{beside}/{folder.CASE_FILE}") or b""
        brief = brief_of(Record(id, folder.case_file(id), data), surroundings)
        found.append(_row(Seen(brief, state_of(beside, sum_of(data)), stamp)))
    return found


def _kept(root: Path, of: str) -> dict[str, Seen]:
    """Give what was read before, by id; nothing where that cannot be read, or was read by other lists."""
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
        kept = json.loads((root / FILE).read_bytes())
        if kept["of"] == of:
            return {seen.brief.id: seen for seen in map(_seen, kept["records"])}
    return {}


def _row(seen: Seen) -> _Row:
    brief = seen.brief
    return (
        *(seen.state, seen.stamp, brief.id, brief.title),
        *(brief.universities, brief.tasks, brief.state, brief.year),
    )


def _seen(row: Any) -> Seen:
    state, stamp, id, title, universities, tasks, status, year = row
    return Seen(Brief(id, title, tuple(universities), tuple(tasks), status, year), state, stamp)


def _keep(root: Path, of: str, seen: Iterable[Seen]) -> None:
    rows = [_row(one) for one in seen if one.stamp]
    with suppress(OSError):
        (root / FILE).parent.mkdir(exist_ok=True)
        put_bytes(json.dumps({"of": of, "records": rows}, ensure_ascii=False).encode(), root / FILE)


def known_errors(
    seen: list[Seen], kept: Mapping[str, tuple[str, int]], look: Callable[[str], int], most: int
) -> dict[str, int]:
    """Give how many errors records have, by id: what is known already, and what a look at a few more says.

    Args:
        seen: all records.
        kept: what the last check found, see `last_check`.
        look: examines a record by its id; gives how many errors it has.
        most: if more records than these have changed since, none of them is looked at.
    """
    known = {one.brief.id: kept[one.brief.id][1] for one in seen if kept.get(one.brief.id, ("",))[0] == one.state}
    changed = [one.brief.id for one in seen if one.brief.id not in known]
    return known if len(changed) > most else {**known, **{id: look(id) for id in changed}}
