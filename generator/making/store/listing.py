"""Which files lie in a folder, and how each looks from outside: its size, its time and its number on the disk."""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.making.site_place import MARK, SOURCES

Look = tuple[int, ...]
"""Size, time of the last change, number on the disk and time of the last change of its rights or name, in nanoseconds;
of a link the same of the file that it leads to besides."""
_NUMBERS = 4
"""What a look has of each file."""
_FOLDER: Look = ()
_NEVER_READ = ("__pycache__", ".git", ".cache")
"""Folders that no build reads anything from."""
_NEVER_SITES = tuple(f"{name}/" for name in SOURCES)
"""What is marked as a site in there is none, and read."""
_MOST_READ = 1 << 20
"""A file above this is known from outside only, in bytes."""
_MOST_TEXT_READ = 1 << 28
"""The same for texts, which every build reads whole and one writes itself: the register of a large library."""
_TEXTS = (".yml", ".yaml", ".md", ".txt")
_SUM_BYTES = 16


@dataclass(slots=True)
class Listing:
    """The files of a folder by their paths from there, with `/`; folders end in one."""

    files: dict[str, Look] = field(default_factory=dict)
    folders: dict[str, Look] = field(default_factory=dict)
    """How those folders look that have no folder in them, where that tells which files they have."""
    is_whole: bool = True
    """Whether everything is there: what a link to a folder leads to is not, nor what may not be listed."""


def list_project(root: Path, before: Listing | None = None) -> Listing:
    """List a project but for its hidden folders and its sites.

    Args:
        root: the project.
        before: an earlier listing; a folder that looks as it did then has the files that it had, to be looked at.
    """
    found = Listing()
    _list(os.fspath(root), "", found, _by_folder(before) if before else {})
    return found


def is_listed(name: str) -> bool:
    """Whether a listing of a project has what is in a folder of it, given by its path, unless that is a site."""
    first, *others = name.split("/")
    return not first.startswith(".") and not any(part in _NEVER_READ for part in (first, *others))


Names = Mapping[str, tuple[Look, list[str]]]
"""By folder, how it looked and which files it had."""


def _by_folder(before: Listing) -> Names:
    names: dict[str, tuple[Look, list[str]]] = {name: (look, []) for name, look in before.folders.items() if look}
    for name in before.files:
        folder, divider, end = name.rpartition("/")
        if end and folder + divider in names:
            names[folder + divider][1].append(name)
    return names


def _list(folder: str, prefix: str, found: Listing, before: Names, *, deep: bool = True) -> bool:
    """List a folder; gives whether no folder is in it."""
    try:
        with os.scandir(folder) as opened:
            entries = list(opened)
    except OSError:
        found.is_whole = False
        return False
    has_folders = False
    for entry in entries:
        name = prefix + entry.name
        try:
            if entry.is_dir(follow_symlinks=False):
                has_folders = True
                if deep and is_listed(name):
                    _list_inner(entry.path, f"{name}/", found, before)
            elif entry.is_symlink():
                found.files[name] = _look(entry.stat(follow_symlinks=False)) + _end_of(entry, found)
            else:
                found.files[name] = _look(entry.stat(follow_symlinks=False))
        except OSError:
            # It went at this moment.
            found.is_whole = False
    return not has_folders


def _list_inner(folder: str, prefix: str, found: Listing, before: Names) -> None:
    """List a folder inside a project, unless it is a site."""
    look = _look_of_folder(folder)
    known, names = before.get(prefix, (None, []))
    if look and look == known:
        found.files[prefix], found.folders[prefix] = _FOLDER, look
        start = folder[: -len(prefix) + 1]
        for name in names:
            seen = os.lstat(start + name)
            found.files[name] = _look(seen) + (_end_of(Path(start, name), found) if stat.S_ISLNK(seen.st_mode) else ())
    elif prefix.startswith(_NEVER_SITES) or not os.path.lexists(f"{folder}/{MARK}"):
        found.files[prefix] = _FOLDER
        if _list(folder, prefix, found, before) and look:
            found.folders[prefix] = look


def _look_of_folder(folder: str) -> Look:
    """Give how a folder looks, which is another as soon as a file comes, goes or is renamed.

    Nothing on Windows: there folders on a stick keep the time at which they were made.
    """
    if os.name != "posix":
        return ()
    seen = os.stat(folder)  # noqa: PTH116 (there may be ten thousands)
    return seen.st_mtime_ns, seen.st_ino, seen.st_ctime_ns


def _look(seen: os.stat_result) -> Look:
    # What is no file, but a pipe or a device, is never opened.
    size = seen.st_size if stat.S_ISREG(seen.st_mode) or stat.S_ISLNK(seen.st_mode) else -1
    return size, seen.st_mtime_ns, seen.st_ino, seen.st_ctime_ns


def _end_of(link: os.DirEntry[str] | Path, found: Listing) -> Look:
    try:
        seen = link.stat()
    except OSError:
        return ()
    found.is_whole &= stat.S_ISREG(seen.st_mode)
    return _look(seen)


def look_at(root: Path, name: str) -> Look | None:
    """Give how a file of a project looks from outside, as its listing has it; None where there is none."""
    path, found = root / name, Listing()
    try:
        seen = path.lstat()
    except OSError:
        return None
    if stat.S_ISDIR(seen.st_mode):
        return None
    return _look(seen) + (_end_of(path, found) if stat.S_ISLNK(seen.st_mode) else ())


def look_into_folder(folder: Path) -> dict[str, Look]:
    """Give the files of one folder by name, as they look from outside; hidden ones and folders are left out."""
    found = Listing()
    _list(os.fspath(folder), "", found, {}, deep=False)
    return {name: look for name, look in found.files.items() if look and not name.startswith(".")}


def list_site(site: Path) -> dict[str, Look]:
    """List the files of a site by address, with size, time and number on the disk."""
    found: dict[str, Look] = {}
    waiting = [(os.fspath(site), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    seen = entry.stat(follow_symlinks=False)
                    found[prefix + entry.name] = (seen.st_size, seen.st_mtime_ns, seen.st_ino)
    return found


def look_at_site(site: Path, uris: Iterable[str]) -> dict[str, Look]:
    """Look at some files of a site, as `list_site` does at all; those that are not there are missing."""
    found: dict[str, Look] = {}
    for uri in uris:
        with suppress(OSError):
            seen = (site / uri).stat(follow_symlinks=False)
            found[uri] = (seen.st_size, seen.st_mtime_ns, seen.st_ino)
    return found


def may_be_read(name: str, look: Look) -> bool:
    """Whether a file may be read only to see whether it is the same: photos and films are too large for it."""
    most = _MOST_TEXT_READ if name.endswith(_TEXTS) else _MOST_READ
    # Of a link what it leads to counts as well, which may be a pipe, a device or a film.
    return bool(look) and all(0 <= size <= most for size in look[::_NUMBERS])


def sum_of(data: bytes) -> bytes:
    """Give the digest by which what a file holds is compared."""
    return blake2b(data, digest_size=_SUM_BYTES).digest()


def sums_of(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Give digests of what files hold; those that cannot be read are missing."""
    found: dict[str, bytes] = {}
    for name in names:
        try:
            with open(os.path.join(root, name), "rb") as opened:  # noqa: PTH118, PTH123 (there may be ten thousands)
                found[name] = sum_of(opened.read())
        except OSError:
            continue
    return found
