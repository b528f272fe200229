"""Writes what artifacts hold below a folder, and sums it up on the way."""

import os
from pathlib import Path

from generator.making.cache import link_file, put
from generator.making.store.kept_site import KeptSite
from generator.outputs.site.artifact import Content, FinishedFile, Made
from generator.outputs.site.manifest import Sum

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Writer:
    """Writes files below a folder; makes each folder once."""

    def __init__(self, folder: Path, kept: KeptSite | None = None) -> None:
        """Name the folder.

        Args:
            folder: where the files go.
            kept: the site that is in place, whose files are taken where they hold the same.
        """
        self.folder = str(folder)
        self._kept = kept or KeptSite()
        self._made: set[str] = set()

    def take(self, uri: str, mark: str) -> dict[str, Sum] | None:
        """Take all files of an artifact from the site that is in place; None where it has to be made."""
        files = self._kept.take(uri, mark)
        if files is not None and all(self._kept.put(file, self._path(file)) for file in files):
            return files
        return None

    def write(self, made: Made) -> dict[str, Sum]:
        """Write all files of an artifact; gives what they hold, summed up, by address."""
        return {uri: self._write_file(uri, content) for uri, content in made.files.items()}

    def _write_file(self, uri: str, content: Content) -> Sum:
        path = self._path(uri)
        if isinstance(content, FinishedFile):
            sum_ = Sum.of(Path(content.path).read_bytes())
            if not self._is_there(uri, sum_, path):
                _place(content, Path(path))
            return sum_
        data = content.encode() if isinstance(content, str) else content
        sum_ = Sum.of(data)
        if not self._is_there(uri, sum_, path):
            _write(path, data)
        return sum_

    def _is_there(self, uri: str, sum_: Sum, path: str) -> bool:
        """Put the file that is in place on the new site, if it holds the same."""
        return self._kept.sums.get(uri) == sum_ and self._kept.put(uri, path)

    def _path(self, uri: str) -> str:
        """Give where a file goes, in a folder that is there."""
        path = os.path.join(self.folder, *uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._made.add(parent)
        return path


def _write(path: str, data: bytes) -> None:
    """Write a file whole; a file object would take as long again as the system does."""
    try:
        target = os.open(path, _NEW, 0o666)
    except FileExistsError:
        # It may be a second name of a file of the site that is in place.
        os.unlink(path)  # noqa: PTH108
        target = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(target, left) :]
    finally:
        os.close(target)


def _place(file: FinishedFile, target: Path) -> None:
    source = Path(file.path)
    if source == target:
        # Under `mkdocs serve` the host renders into the site itself.
        return
    if file.may_be_linked:
        link_file(source, target)
    else:
        put(source, target)


def content_of(content: Content) -> bytes:
    """Give the bytes of a file that is not written but sent to a browser."""
    if isinstance(content, FinishedFile):
        return Path(content.path).read_bytes()
    return content.encode() if isinstance(content, str) else content
