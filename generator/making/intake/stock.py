"""The bytes of one import's files, before and after, ready beside them so that only renames are left to do."""

import errno
import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.making.intake.kept_import import KeptFile

NEW, WAS, OLD = "new", "was", "old"
"""What files become and what they were, while an import is under way; what they were, for good."""
_BLOCK = 1 << 20


class Stock:
    """A folder of an import's; files in it go by their numbers in the import.

    Args:
        root: the project's folder.
        folder: the import's.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder

    def lay(self, side: str, number: int, content: bytes) -> str:
        """Lay what a file becomes ready; gives its sum."""
        path = self._path(side, number)
        path.write_bytes(content)
        return sha256(content).hexdigest()

    def lay_present(self, side: str, number: int, path: str) -> str:
        """Lay a copy of what a file is now ready; gives its sum, an empty one where there is no file."""
        present = self.root / path
        if not os.path.lexists(present):
            return ""
        shutil.copyfile(present, self._path(side, number))
        return digest(self._path(side, number))

    def pack(self, number: int) -> None:
        """Keep what a file was for good; the same bytes give the same file."""
        with (
            self._path(WAS, number).open("rb") as source,
            self._path(OLD, number).open("wb") as raw,
            # Neither name nor time goes into it.
            gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as target,
        ):
            shutil.copyfileobj(source, target, _BLOCK)

    def unpack(self, number: int) -> None:
        """Lay ready what was kept for good."""
        with gzip.open(self._path(OLD, number)) as source, self._path(WAS, number).open("wb") as target:
            shutil.copyfileobj(source, target, _BLOCK)

    def put(self, files: tuple[KeptFile, ...], side: str) -> list[str]:
        """Make all files what they become, or what they were; may be done again after having been cut off.

        Returns:
            The paths of those that somebody changed meanwhile; they are left as they are.

        Raises:
            OSError: the system refused one; those before it are done.
        """
        # Records come last, so that none names a photo that is not there yet.
        order = sorted(range(len(files)), key=lambda number: (files[number].path.endswith(".yml"), number))
        return [files[number].path for number in order if not self._put(number, files[number], side)]

    def _put(self, number: int, file: KeptFile, side: str) -> bool:
        target, other = self.root / file.path, WAS if side == NEW else NEW
        wanted, present = (file.after if side == NEW else file.before), digest(target)
        if present == wanted:
            return True
        if present not in (file.before, file.after, ""):
            return False
        if present and not self._path(other, number).exists():
            self._keep(target, self._path(other, number), is_going=not wanted)
        if not wanted:
            target.unlink(missing_ok=True)
            return True
        target.parent.mkdir(parents=True, exist_ok=True)
        ready = self._path(side, number)
        if file.rights:
            # Some file systems have no rights to give.
            with suppress(PermissionError):
                ready.chmod(file.rights)
        move(ready, target)
        return True

    def _keep(self, target: Path, other: Path, *, is_going: bool) -> None:
        """Keep what a file is for the way back: by a copy, so that the file is there all the time."""
        if is_going:
            move(target, other)
            return
        part = other.with_suffix(".part")
        try:
            shutil.copyfile(target, part)
            part.replace(other)
        except OSError:
            # On a full disk the way back must not need any room.
            part.unlink(missing_ok=True)
            move(target, other)

    def remove(self, *sides: str) -> None:
        """Remove what was laid ready."""
        for side in sides:
            shutil.rmtree(self.folder / side, ignore_errors=True)

    def make(self, *sides: str) -> None:
        """Make the folders where things are laid ready, empty."""
        self.remove(*sides)
        for side in sides:
            (self.folder / side).mkdir(parents=True)

    def _path(self, side: str, number: int) -> Path:
        return self.folder / side / (f"{number}.gz" if side == OLD else str(number))


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes; empty where there is none, `link` or `folder` where it is something else."""
    if path.is_symlink():
        return "link"
    if path.is_dir():
        return "folder"
    try:
        with path.open("rb") as opened:
            total = sha256()
            while block := opened.read(_BLOCK):
                total.update(block)
            return total.hexdigest()
    except FileNotFoundError:
        return ""


def move(path: Path, target: Path) -> None:
    """Rename a file into its place in one step, from another disk by way of a copy beside it."""
    try:
        path.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".new-{os.getpid()}")
        try:
            shutil.copy2(path, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        path.unlink()


def missing_folders(root: Path, paths: Iterator[str]) -> tuple[str, ...]:
    """Give the folders that must be made for files, from the project's folder, outer ones first."""
    found: set[str] = set()
    for path in paths:
        parts = path.split("/")[:-1]
        inside = ("/".join(parts[: end + 1]) for end in range(len(parts)))
        found.update(one for one in inside if not (root / one).is_dir())
    return tuple(sorted(found))


def remove_folders(root: Path, folders: tuple[str, ...]) -> None:
    """Remove folders that are empty, inner ones first."""
    for folder in reversed(folders):
        with suppress(OSError):
            (root / folder).rmdir()
