"""Writes what artifacts hold below a folder."""

import os
from pathlib import Path

from generator.making.cache import link_file, put
from generator.outputs.site.artifact import Content, FinishedFile, Made


class Writer:
    """Writes files below a folder; makes each folder once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._made: set[str] = set()

    def write(self, made: Made) -> int:
        """Write all files of an artifact; gives how many."""
        for uri, content in made.files.items():
            self._write_file(uri, content)
        return len(made.files)

    def _write_file(self, uri: str, content: Content) -> None:
        path = os.path.join(self.folder, *uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        if isinstance(content, FinishedFile):
            _place(content, Path(path))
            return
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._made.add(parent)
        with open(path, "wb") as target:  # noqa: PTH123
            target.write(content.encode() if isinstance(content, str) else content)


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
