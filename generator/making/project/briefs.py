"""All records of a project as a status needs them: whose each is, how far it is, how many errors it has."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.making import workers
from generator.making.project import folder
from generator.making.project.last_check import state_of
from generator.reading.brief import Brief, brief_of
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings

_WORTHWHILE = 3_000
"""Below this many records one process is done before a second has started."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it was found."""

    brief: Brief
    state: str
    """See `last_check.state_of`."""


def read_briefs(root: Path, surroundings: Surroundings) -> list[Seen]:
    """Read all records, sorted by id."""
    ids = folder.case_ids(root)
    processes = workers.process_count(len(ids), _WORTHWHILE)
    shares = workers.shares(ids, processes) if ids else []
    parts = workers.work(_read_some, shares, root, surroundings, processes=processes)
    return [one for part in parts for one in part]


def _read_some(ids: list[str], root: Path, surroundings: Surroundings) -> list[Seen]:
    found = []
    # Plain texts: so many Path objects would take as long as the reading.
    cases = os.fspath(root / folder.CASES)
    for id in ids:
        beside = f"{cases}/{id}"
        try:
            with open(f"{beside}/{folder.CASE_FILE}", "rb", buffering=0) as file:  # noqa: PTH123 (see above)
                data = file.read()
        except OSError:
            data = b""
        brief = brief_of(Record(id, folder.case_file(id), data), surroundings)
        found.append(Seen(brief, state_of(beside, data)))
    return found


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
