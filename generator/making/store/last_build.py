"""The last build of a project: what it was made from, what it made and what it said; and whether all that still holds.

A file counts as unchanged when its size, its times and its number on the disk are what they were. Where one of these
differs, or the file was so young that a later change could have left them as they were, its content decides.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.making.store.database import Store
from generator.making.store.listing import Listing, Look, list_project, list_site, look_at, may_be_read, sums_of
from generator.making.store.program import program_digest
from generator.making.store.tables import change_tables, forget_tables, read_tables, write_tables

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
    trusting: bool = True

    @cached_property
    def store(self) -> Store:
        """Where the project's builds keep what they know."""
        return Store(self.root)

    @cached_property
    def before(self) -> dict[str, Any]:
        """What is known of the last build; empty where nothing is, or another program built."""
        try:
            known = read_tables(self.store, _KIND)
            return known if known["program"] == self.program and known["root"] == os.fspath(self.root) else {}
        except DOUBTFUL:
            return {}

    @cached_property
    def listing(self) -> Listing:
        """Which files there are, to be asked for before a build reads anything."""
        try:
            before = Listing(self.before["files"], self.before["folders"]) if self.trusting and self.before else None
        except DOUBTFUL:
            before = None
        return list_project(self.root, before)

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

    def folders(self) -> dict[str, Look]:
        """Give how folders look whose files could not change any more without that, of the others nothing."""
        border = self.began_ns - _YOUNG_NS
        return {name: look if max(look[0], look[2]) < border else () for name, look in self.listing.folders.items()}


def find(root: Path, *, trusting: bool = True) -> Found:
    """Look at a project before anything of it is read.

    Args:
        root: the project.
        trusting: a file that looks like the one of the last build is taken for it, and not read.
    """
    found = Found(root, program_digest(), time.time_ns(), trusting)
    _ = found.listing
    return found


def asked_today(*, strict: bool, keep_going: bool, with_books: bool) -> Asked:
    """Say what a build is asked for, with the day, which decides what has expired and what is dated."""
    day = f"{date.today()} {os.environ.get('SOURCE_DATE_EPOCH', '')}"  # noqa: DTZ011 (the editor's own calendar)
    return Asked(day, strict, keep_going, with_books)


def changed(found: Found, asked: Asked) -> frozenset[str] | None:
    """Name the files that hold something else than when the last build read them.

    None where more is another than what files hold: what was asked for, which files there are, the program, the site.
    """
    before = found.before
    try:
        if not (before and found.trusting and found.listing.is_whole and before["asked"] == asked.values):
            return None
        doubtful = _differing(before["files"], found.listing.files).union(before["young"])
        if not all(_is_known(name, before, found.listing.files) for name in doubtful):
            return None
        now = sums_of(found.root, doubtful)
        if len(now) < len(doubtful) or list_site(Path(before["site"])) != before["made"]:
            return None
        names = frozenset(name for name in doubtful if now[name] != before["sums"][name])
        if doubtful and not names:
            # Else they would be read again each time.
            write_tables(found.store, _KIND, {**before, **_looks(found)})
    except (OSError, *DOUBTFUL):
        return None
    return names


def last_outcome(found: Found) -> Outcome | None:
    """Give how the last build ended; None where that is not known."""
    try:
        return Outcome(*found.before["outcome"])
    except DOUBTFUL:
        return None


def _differing(before: Mapping[str, Look], now: Mapping[str, Look]) -> set[str]:
    if before == now:
        return set()
    return {name for name, _ in before.items() ^ now.items()}


def _is_known(name: str, before: Mapping[str, Any], now: Mapping[str, Look]) -> bool:
    """Whether a file is there as before and its content was and can be known."""
    return name in before["sums"] and name in before["files"] and name in now and may_be_read(name, now[name])


def remember(
    found: Found, asked: Asked, site: Path, outcome: Outcome, own: Mapping[str, bytes], *, library: str = ""
) -> bool:
    """Keep what a build was made from, what it made and what it said; gives whether that was possible.

    Args:
        found: the project before the build.
        asked: what was asked for.
        site: what was made.
        outcome: how it ended.
        own: files among what it was made from that the build has written itself, with what it wrote.
        library: the token of the library that was kept, if it was.
    """
    after = list_project(found.root)
    if not (after.is_whole and found.listing.is_whole):
        forget(found)
        return False
    sums = dict(found.sums)
    differing = _differing(found.listing.files, after.files) - _taken_over(found, own, after.files, sums)
    for name in differing:
        # Nobody knows which of the two was read.
        sums.pop(name, None)
    kept = {
        "root": os.fspath(found.root),
        "program": found.program,
        "asked": asked.values,
        **_looks(found),
        "young": [*found.young(), *(name for name in differing if name in found.listing.files)],
        "sums": sums,
        "site": os.path.realpath(site),
        "made": list_site(Path(os.path.realpath(site))),
        "outcome": outcome.values,
        "library": library,
    }
    return write_tables(found.store, _KIND, kept)


def remember_again(found: Found, outcome: Outcome, own: Mapping[str, bytes], made: Mapping[str, Look]) -> bool:
    """Keep the same after a build that has changed some files of the site, and read nothing but what had changed.

    What is written elsewhere meanwhile looks changed to the next build.

    Args:
        found: the project before the build.
        outcome: how it ended.
        own: as for `remember`.
        made: how the changed files of the site look now.
    """
    sums = dict(found.sums)
    now = {name: look for name in own if (look := look_at(found.root, name))}
    _taken_over(found, own, now, sums)
    before, files = found.before, found.listing.files
    changes = {
        "files": {name: files[name] for name in _differing(before["files"], files)},
        "folders": _others(before["folders"], found.folders()),
        "young": found.young(),
        "sums": {name: sum_ for name, sum_ in sums.items() if before["sums"].get(name) != sum_},
        "outcome": outcome.values,
        "made": dict(made),
    }
    return change_tables(found.store, _KIND, changes)


def _looks(found: Found) -> dict[str, Any]:
    return {"files": found.listing.files, "folders": found.folders(), "young": found.young()}


def _others(before: Mapping[str, Look], now: Mapping[str, Look]) -> dict[str, Look]:
    return {name: now.get(name, ()) for name in before.keys() | now.keys() if before.get(name) != now.get(name, ())}


def _taken_over(
    found: Found, own: Mapping[str, bytes], now: Mapping[str, Look], sums: dict[str, bytes]
) -> frozenset[str]:
    """Take over files that the build itself wrote; gives those that nobody else has written at the same moment."""
    if not own:
        return frozenset()
    written = sums_of(found.root, own)
    fresh = frozenset(name for name in own if _read(found.root / name) == own[name])
    found.listing.files.update({name: now[name] for name in fresh if name in now})
    sums.update({name: written[name] for name in fresh if name in written})
    return fresh


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def forget(found: Found) -> None:
    """Let the next build know nothing of this one."""
    if found.before:
        forget_tables(found.store, _KIND)
