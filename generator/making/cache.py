"""Finished files that wait for the next build below the project's `.cache/`: what did not change is not made again.

Builds may run side by side and be cut off at any moment; half of a file is never taken for a whole one. The cache is a
help and no condition: where it cannot be read what it holds is made again, where it cannot be written to what is made
waits in a spare folder until the build is done.
"""

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from generator.making.errors import FULL, words_of

PHOTOS, POSTERS, BOOKS, ATTACHMENTS = ".cache/photos", ".cache/posters", ".cache/books", ".cache/attachments"
FACES = ".cache/faces"
"""Where each kind waits, below the project."""
STALE_SECONDS = 60 * 60
"""What no build has used for so long may go."""
NOTE = "json"
"""The name of the note beside the files of a key; no file may have it."""
_WHY = "why"
"""The file of a spare folder that says why it was needed."""


class Cache:
    """A folder of finished files. What was made from the same ingredients has one key and lies together."""

    def __init__(self, folder: Path, spare: Path | None = None) -> None:
        """Name the folders.

        Args:
            folder: where files wait for the next build.
            spare: where they wait for the end of this one, if the folder refuses them.
        """
        self.folder = folder
        self.spare = spare / folder.name if spare else None

    def find(self, key: str) -> dict[str, Path] | None:
        """Give the files of a key by name; None where there are none, or one of them is damaged."""
        found = _found(self.folder, key)
        return _found(self.spare, key) if found is None and self.spare else found

    def keep(self, key: str, files: Mapping[str, bytes]) -> dict[str, Path]:
        """Keep the files of a key; gives where they lie.

        Raises:
            OSError: the folder refused them, and there is no spare one or it did too.
        """
        try:
            return _kept(self.folder, key, files)
        except OSError as error:
            if self.spare is None:
                raise
            kept = _kept(self.spare, key, files)
            put_bytes(words_of(error).partition("\n")[0].encode(), self.spare / _WHY)
            return kept

    @property
    def refusal(self) -> str:
        """Why some files could not be kept for the next build; empty where all could."""
        try:
            return (self.spare / _WHY).read_text(encoding="utf-8") if self.spare else ""
        except OSError:
            return ""

    def remove_unused(self, since: float) -> None:
        """Remove what no build has used for an hour; one that runs beside this one may be using the rest.

        Args:
            since: when this build began, in seconds of the epoch: what it has used since then stays, however long ago.
        """
        oldest = min(since, time.time() - STALE_SECONDS)
        used: set[str] = set()
        others: list[Path] = []
        for path in self.folder.rglob("*"):
            # Another build may remove it at this moment, or nobody may look at it.
            with suppress(OSError):
                if path.is_file() and path.stat().st_mtime >= oldest:
                    used.add(path.name.partition(".")[0])
                elif path.is_file():
                    others.append(path)
        for path in others:
            key = path.name.partition(".")[0]
            if key not in used and not self._is_used(key, oldest):
                # What cannot be removed only takes room.
                with suppress(OSError):
                    path.unlink()

    def _is_used(self, key: str, oldest: float) -> bool:
        """Check whether another build has used a key since the files were listed."""
        try:
            return _path(self.folder, key, NOTE).stat().st_mtime >= oldest
        except OSError:
            return False


def _path(folder: Path, key: str, name: str) -> Path:
    # A folder of half a million files is slow to list on Windows.
    return folder / key[:2] / f"{key}.{name}"


def _kept(folder: Path, key: str, files: Mapping[str, bytes]) -> dict[str, Path]:
    kept = {name: _path(folder, key, name) for name in files}
    for name, content in files.items():
        put_bytes(content, kept[name])
    # The note comes last and names each file by its bytes: without it nothing is found.
    sums = {name: _sum(content) for name, content in files.items()}
    put_bytes(json.dumps({"files": sums, "seal": _seal(key, sums)}).encode(), _path(folder, key, NOTE))
    return kept


def _found(folder: Path, key: str) -> dict[str, Path] | None:
    note = _path(folder, key, NOTE)
    try:
        noted = json.loads(note.read_bytes())
        sums: dict[str, str] = noted["files"]
        if noted["seal"] != _seal(key, sums):
            return None
        found = {name: _path(folder, key, name) for name in sums}
        is_sound = all(_sum(found[name].read_bytes()) == sum_ for name, sum_ in sums.items())
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    if not is_sound:
        return None
    # A note's time is when its files were last used; a cache that cannot be written to still serves.
    with suppress(OSError):
        os.utime(note)
    return found


def _seal(key: str, sums: Mapping[str, str]) -> str:
    """Give what only a whole note has: one that lost some of its files, or all, would lose them on the site."""
    return key_of(key, *(f"{name} {sum_}".encode() for name, sum_ in sorted(sums.items())))


def key_of(recipe: str, *ingredients: bytes) -> str:
    """Give a name to everything that a file is made from."""
    sum_ = sha256(recipe.encode())
    for one in ingredients:
        sum_.update(len(one).to_bytes(8, "big"))
        sum_.update(one)
    return sum_.hexdigest()[:32]


def _sum(content: bytes) -> str:
    return sha256(content).hexdigest()


def link_file(kept: Path, target: Path) -> None:
    """Put a kept file on a site, as a second name of the same file where the disk can do that.

    Nothing writes into a kept file: it is only ever replaced whole, so the site's name goes on to mean the old one.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(kept, target)
    except FileNotFoundError:
        raise
    except OSError:
        # Another disk, a file system without such names, or something is there.
        put(kept, target)


def put(source: Path, target: Path) -> None:
    """Put a copy of a finished file in place in one step, so that no half of one is ever there."""
    with _replaced(target) as fresh:
        shutil.copyfile(source, fresh)


def put_bytes(content: bytes, target: Path) -> None:
    """Put a file of some content in place in one step."""
    with _replaced(target) as fresh:
        fresh.write_bytes(content)


@contextmanager
def _replaced(target: Path) -> Iterator[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    # Without the file's own name, which may be as long as a name can be.
    fresh = target.with_name(f".new-{os.getpid()}-{threading.get_ident()}")
    try:
        yield fresh
        fresh.replace(target)
    except OSError as error:
        is_of_source = error.filename and os.fspath(error.filename) != os.fspath(fresh)
        if is_of_source and error.errno not in FULL:
            # What was to be copied could not be read.
            raise
        # Named for what the editor knows.
        raise type(error)(error.errno, error.strerror, str(target)) from error
    finally:
        # Where nothing can be written there may be nothing to remove, and no way to look.
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
