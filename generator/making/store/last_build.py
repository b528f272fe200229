"""The last build of a project: what it was made from, what it made and what it said; and whether all that still holds.

A file counts as unchanged when its size, its times and its number on the disk are what they were. Where one of these
differs, or the file was so young that a later change could have left them as they were, its content decides.
"""

import marshal
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.making.store.database import Store
from generator.making.store.listing import Listing, Look, list_project, list_site, may_be_read, sums_of
from generator.making.store.program import program_digest

_KIND = "build"
_YOUNG_NS = 2_000_000_000
"""As coarse as the times of files are on any disk."""
DOUBTFUL = (MemoryError, ValueError, TypeError, KeyError, EOFError)
"""What comes of reading values that are not as this version keeps them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a build was asked for, as far as the site or what is said depends on it."""

    day: str
    strict: bool = False
    keep_going: bool = False
    with_books: bool = True

    @property
    def values(self) -> tuple[Any, ...]:
        """Everything in one."""
        return self.day, self.strict, self.keep_going, self.with_books


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended, to be said again by one that finds nothing changed."""

    index: str
    """The site's first page."""
    published: int
    code: int = 0
    report: tuple[str, str] = ("", "")
    """The problems, for terminals without colours and with them; empty where there are none."""
    notices: tuple[str, ...] = ()
    left_out: tuple[str, str] = ("", "")
    """What readers will not find now, as the report."""

    @property
    def values(self) -> tuple[Any, ...]:
        """Everything in one."""
        return self.index, self.published, self.code, self.report, self.notices, self.left_out


@dataclass
class Found:
    """A project as it was found before anything of it was read."""

    root: Path
    program: str
    began_ns: int
    listing: Listing
    trusting: bool = True

    @cached_property
    def store(self) -> Store:
        """Where the project's builds keep what they know."""
        return Store(self.root)

    @cached_property
    def before(self) -> dict[str, Any]:
        """What is known of the last build; empty where nothing is, or another program built."""
        try:
            # A project may bring code that runs, so it needs no such way in.
            known = marshal.loads(self.store.read(_KIND) or b"")  # noqa: S302
            return known if known["program"] == self.program and known["root"] == os.fspath(self.root) else {}
        except DOUBTFUL:
            return {}

    @cached_property
    def sums(self) -> dict[str, bytes]:
        """What files hold that may be read for it; taken over where a file is surely the one that was read.

        To be asked for before a build reads anything: a young file may change later and look the same.
        """
        files, known = self.listing.files, self.before.get("sums", {}) if self.trusting else {}
        sure = {name for name in known if name not in self.before["young"]} if known else set()
        same = {name for name in sure if files.get(name) == self.before["files"].get(name)}
        new = (name for name, look in files.items() if name not in same and may_be_read(name, look))
        return {name: known[name] for name in same} | sums_of(self.root, new)

    def young(self) -> list[str]:
        """Name the files that could still change without looking changed, those too that come from the future."""
        border = self.began_ns - _YOUNG_NS
        return [name for name, look in self.listing.files.items() if look and max(look[1:2] + look[3:]) >= border]


def find(root: Path, *, trusting: bool = True) -> Found:
    """Look at a project before anything of it is read.

    Args:
        root: the project.
        trusting: a file that looks like the one of the last build is taken for it, and not read.
    """
    return Found(root, program_digest(), time.time_ns(), list_project(root), trusting)


def asked_today(*, strict: bool, keep_going: bool, with_books: bool) -> Asked:
    """Say what a build is asked for, with the day, which decides what has expired and what is dated."""
    day = f"{date.today()} {os.environ.get('SOURCE_DATE_EPOCH', '')}"  # noqa: DTZ011 (the editor's own calendar)
    return Asked(day, strict, keep_going, with_books)


def unchanged(found: Found, asked: Asked) -> Outcome | None:
    """Give how the last build ended, if one now would make the same site and say the same; else None."""
    before = found.before
    try:
        if not (before and found.trusting and found.listing.is_whole and before["asked"] == asked.values):
            return None
        differing = _differing(before["files"], found.listing.files)
        doubtful = differing.union(before["young"])
        if not all(_may_be_same(name, before, found.listing.files) for name in doubtful):
            return None
        if sums_of(found.root, doubtful) != {name: before["sums"][name] for name in doubtful}:
            return None
        site = Path(before["site"])
        if list_site(site) != before["made"]:
            return None
        if doubtful:
            # Else they would be read again each time.
            _keep(found, {**before, "files": found.listing.files, "young": found.young()})
        return Outcome(*before["outcome"])
    except (OSError, *DOUBTFUL):
        return None


def _differing(before: Mapping[str, Look], now: Mapping[str, Look]) -> set[str]:
    if before == now:
        return set()
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}


def _may_be_same(name: str, before: Mapping[str, Any], now: Mapping[str, Look]) -> bool:
    """Whether a file is there as before and its content was and can be known."""
    is_known = name in before["sums"] and name in before["files"] and name in now
    return is_known and may_be_read(name, now[name]) and now[name][0] == before["files"][name][0]


def remember(found: Found, asked: Asked, site: Path, outcome: Outcome, own: Mapping[str, bytes]) -> None:
    """Keep what a build was made from, what it made and what it said.

    Args:
        found: the project before the build.
        asked: what was asked for.
        site: what was made.
        outcome: how it ended.
        own: files among what it was made from that the build has written itself, with what it wrote.
    """
    after = list_project(found.root)
    if not (after.is_whole and found.listing.is_whole):
        forget(found)
        return
    sums = dict(found.sums)
    changed = _differing(found.listing.files, after.files)
    if own:
        written = sums_of(found.root, own)
        # Somebody else may have written at the same moment.
        fresh = {name for name in own if _read(found.root / name) == own[name]}
        found.listing.files.update({name: after.files[name] for name in fresh if name in after.files})
        sums.update({name: written[name] for name in fresh if name in written})
        changed -= fresh
    for name in changed:
        # Nobody knows which of the two was read.
        sums.pop(name, None)
    kept = {
        "root": os.fspath(found.root),
        "program": found.program,
        "asked": asked.values,
        "files": found.listing.files,
        "young": [*found.young(), *(name for name in changed if name in found.listing.files)],
        "sums": sums,
        "site": os.path.realpath(site),
        "made": list_site(Path(os.path.realpath(site))),
        "outcome": outcome.values,
    }
    _keep(found, kept)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def forget(found: Found) -> None:
    """Let the next build know nothing of this one."""
    if found.before:
        found.store.write({(_KIND, ""): None})


def _keep(found: Found, values: Mapping[str, Any]) -> None:
    with suppress(ValueError):
        found.store.write({(_KIND, ""): marshal.dumps(dict(values))})
