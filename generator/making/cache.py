"""Finished files that wait for the next build below the project's `.cache/`: what did not change is not made again.

Builds may run side by side and be cut off at any moment; half of a file is never taken for a whole one.
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

PHOTOS, POSTERS, BOOKS, ATTACHMENTS = ".cache/photos", ".cache/posters", ".cache/books", ".cache/attachments"
"""Where each kind waits, below the project."""
STALE_SECONDS = 60 * 60
"""What no build has used for so long may go."""
NOTE = "json"
"""The name of the note beside the files of a key; no file may have it."""


class Cache:
    """A folder of finished files. What was made from the same ingredients has one key and lies together."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> dict[str, Path] | None:
        """Give the files of a key by name; None where there are none, or one of them is damaged."""
        note = self._path(key, NOTE)
        try:
            noted: dict[str, str] = json.loads(note.read_bytes())
            found = {name: self._path(key, name) for name in noted}
            is_sound = all(_sum(found[name].read_bytes()) == sum_ for name, sum_ in noted.items())
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        if not is_sound:
            return None
        # A note's time is when its files were last used; a cache that cannot be written to still serves.
        with suppress(OSError):
            os.utime(note)
        return found

    def keep(self, key: str, files: Mapping[str, bytes]) -> dict[str, Path]:
        """Keep the files of a key; gives where they lie."""
        kept = {name: self._path(key, name) for name in files}
        for name, content in files.items():
            put_bytes(content, kept[name])
        # The note comes last and names each file by its bytes: without it nothing is found.
        note = json.dumps({name: _sum(content) for name, content in files.items()})
        put_bytes(note.encode(), self._path(key, NOTE))
        return kept

    def remove_unused(self, since: float) -> None:
        """Remove what no build has used for an hour; one that runs beside this one may be using the rest.

        Args:
            since: when this build began, in seconds of the epoch: what it has used since then stays, however long ago.
        """
        oldest = min(since, time.time() - STALE_SECONDS)
        used: set[str] = set()
        others: list[Path] = []
        for path in self.folder.rglob("*"):
            # Another build may remove it at this moment.
            with suppress(FileNotFoundError):
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
            return self._path(key, NOTE).stat().st_mtime >= oldest
        except FileNotFoundError:
            return False

    def _path(self, key: str, name: str) -> Path:
        # A folder of half a million files is slow to list on Windows.
        return self.folder / key[:2] / f"{key}.{name}"


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
        if error.filename and os.fspath(error.filename) != os.fspath(fresh):
            # What was to be copied could not be read.
            raise
        # Named for what the editor knows.
        raise type(error)(error.errno, error.strerror, str(target)) from error
    finally:
        fresh.unlink(missing_ok=True)
