"""Writes what artifacts hold below a folder, and sums it up on the way."""

import os
from pathlib import Path

from generator.making.cache import link_file, put
from generator.outputs.site.artifact import Content, FinishedFile, Made
from generator.outputs.site.manifest import Sum

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Writer:
    """Writes files below a folder; makes each folder once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._made: set[str] = set()

    def write(self, made: Made) -> dict[str, Sum]:
        """Write all files of an artifact; gives what they hold, summed up, by address."""
        return {uri: self._write_file(uri, content) for uri, content in made.files.items()}

    def _write_file(self, uri: str, content: Content) -> Sum:
        path = os.path.join(self.folder, *uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        if isinstance(content, FinishedFile):
            _place(content, Path(path))
            return Sum.of(Path(path).read_bytes())
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._made.add(parent)
        data = content.encode() if isinstance(content, str) else content
        _write(path, data)
        return Sum.of(data)


def _write(path: str, data: bytes) -> None:
    """Write a file whole; a file object would take as long again as the system does."""
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
