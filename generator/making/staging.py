"""Replaces the site in one step: everything is written beside it first, then swapped in whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.outputs.file import File


class SiteBusyError(Exception):
    """The site's folder could not be replaced, because another program holds it or rights are missing."""


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """Give an empty folder; on leaving without an error it becomes the site, else it vanishes and the site stays.

    Raises:
        SiteBusyError: the swap was refused by the system; the old site is as it was.
    """
    staging = site.with_name(f".{site.name}.new-{os.getpid()}")
    remove(staging)
    staging.mkdir(parents=True)
    try:
        yield staging
        swap(staging, site)
    finally:
        remove(staging)


def swap(staging: Path, site: Path) -> None:
    """Put a finished folder in the site's place."""
    old = site.with_name(f".{site.name}.old-{os.getpid()}")
    remove(old)
    try:
        if site.exists():
            site.rename(old)
        try:
            staging.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
    except OSError as error:
        raise SiteBusyError(str(error)) from error
    remove(old)


def remove(folder: Path) -> None:
    """Remove a folder with all it holds, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


class Writer:
    """Writes files below a folder; makes each folder once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._made: set[str] = set()

    def write_file(self, file: File) -> None:
        """Write one file, drawing it now."""
        path = os.path.join(self.folder, *file.uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._made.add(parent)
        with open(path, "wb") as target:  # noqa: PTH123
            target.write(file.content)
