"""What the last check found in each record, kept below `.cache/`: a status of thousands of records waits for no check.

What it says of a record counts as long as the record, the files in its folder, the project's lists and this program
are the same. It is a help and no condition: where it cannot be read or written, records count as not looked at.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from generator.case.problem import ERROR, Problem
from generator.making.cache import put_bytes
from generator.making.project import folder
from generator.making.store.listing import sum_of

FILE = ".cache/last-check.json"
_SIZE = 12


def state_of(record_folder: str, sum_: bytes) -> str:
    """Say as a short text in what state a record is: the sum of its own bytes, and which files lie in its folder."""
    return f"{sum_.hex()}-{os.stat(record_folder).st_mtime_ns:x}"  # noqa: PTH116


def keep_check(root: Path, problems: Iterable[Problem], sums: Mapping[str, bytes]) -> None:
    """Keep what a check of all records found.

    Args:
        root: the project.
        problems: what was found.
        sums: of files as they were before the check, by path, as far as they are known.
    """
    counts = Counter(problem.path for problem in problems if problem.severity == ERROR)
    found: dict[str, tuple[str, int]] = {}
    # Of tens of thousands of records; Path objects take longer than the files.
    whole = f"{root}/"
    for id in folder.case_ids(root):
        file = folder.case_file(id)
        sum_ = sums.get(file) or _sum_at(whole + file)
        if sum_:
            # A folder may go at this moment.
            with suppress(FileNotFoundError):
                found[id] = state_of(f"{whole}{folder.CASES}/{id}", sum_), counts[file]
    keep(root, found)


def keep_check_again(root: Path, ids: Iterable[str]) -> None:
    """Keep that some records have no errors, where all others are as the last check found them."""
    found = last_check(root)
    for id in ids:
        sum_ = _sum_at(str(root / folder.case_file(id)))
        if found and sum_:
            found[id] = state_of(str(root / folder.CASES / id), sum_), 0
    if found:
        keep(root, found)


def _sum_at(path: str) -> bytes | None:
    data = folder.data_at(path)
    return None if data is None else sum_of(data)


def keep(root: Path, found: Mapping[str, tuple[str, int]]) -> None:
    """Keep how many errors records have, by id, each with the state in which it was looked at."""
    text = json.dumps({"of": sum_of_surroundings(root), "records": found}, ensure_ascii=False)
    with suppress(OSError):
        (root / FILE).parent.mkdir(exist_ok=True)
        put_bytes(text.encode(), root / FILE)


def last_check(root: Path) -> dict[str, tuple[str, int]]:
    """Give how many errors each record had, by id, with the state in which it was looked at; empty where unknown."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        kept = json.loads((root / FILE).read_bytes())
        if kept["of"] == sum_of_surroundings(root):
            return {str(id): (str(state), int(errors)) for id, (state, errors) in kept["records"].items()}
    return {}


@cache
def _version() -> str:
    return version("anliji")


def sum_of_surroundings(root: Path) -> str:
    """Say in short what else decides what a check finds."""
    found = blake2b(_version().encode(), digest_size=_SIZE)
    for name in (folder.SETTINGS, folder.WORDING, folder.NAMES, folder.PROGRAMME):
        found.update(folder.read_settings(root, name))
        found.update(b"\0")
    return found.hexdigest()
