"""A Word file as its parts: text is read within bounds, pictures stay in the file until they are wanted."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

from generator.making.office.package import (
    MOST_BYTES,
    MOST_OF_XML,
    MOST_PARTS,
    UnreadableError,
    is_xml,
)
from generator.making.office.xml_text import walk_xml

_DEEPEST = 150
"""Elements within elements; Word itself nests some thirty."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, KeyError, NotImplementedError, RuntimeError)
MOST_OF_PICTURE = 100 * 1024 * 1024
"""Of one picture; what is larger no camera made."""

Source = Path | bytes
"""Where a file is: on disk, or in memory."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a part refers to under an id."""

    kind: str
    """The last word of its type: `image`, `hyperlink`."""
    name: str
    """A part of the package, or an address outside."""
    is_outside: bool


@dataclass(frozen=True, slots=True)
class PartOfFile:
    """Reads a part of a file each time it is called, so that no two have to be in memory."""

    source: Source = field(repr=False)
    name: str

    def __call__(self) -> bytes:
        """Read it.

        Raises:
            UnreadableError: the file is damaged, or has changed.
        """
        try:
            with zipfile.ZipFile(opened(self.source)) as archive:
                return archive.read(self.name)
        except _BROKEN as error:
            raise UnreadableError("damaged") from error


def opened(source: Source) -> Path | io.BytesIO:
    """Give what a reader of archives takes."""
    return io.BytesIO(source) if isinstance(source, bytes) else source


class WordPackage:
    """The parts of a Word file that hold text, unpacked; use it to find the others."""

    def __init__(self, source: Source) -> None:
        """Unpack the text.

        Raises:
            UnreadableError: `locked` by a password, `old` as Word before 2007 wrote it, `huge` beyond any document, or
                `damaged`.
        """
        self.source = source
        _check_signature(source)
        try:
            with zipfile.ZipFile(opened(source)) as archive:
                files = [one for one in archive.infolist() if not one.is_dir()]
                _check_bounds(files)
                self.sizes = {one.filename: one.file_size for one in files}
                self._texts = {one.filename: archive.read(one) for one in files if is_xml(one.filename)}
        except _BROKEN as error:
            raise UnreadableError("damaged") from error
        self.main = self._find_main()

    def _find_main(self) -> str:
        roots = self.targets("")
        found = [one.name for one in roots.values() if one.kind == "officeDocument" and one.name in self._texts]
        if not found and "word/document.xml" not in self._texts:
            raise UnreadableError("damaged")
        return found[0] if found else "word/document.xml"

    def tree(self, name: str) -> Element | None:
        """Give a part as a tree, whose names have no prefixes; None where there is no such part."""
        return read_tree(self._texts[name]) if name in self._texts else None

    def related(self, kind: str) -> Element | None:
        """Give the part of a kind that belongs to the main one: its styles, its notes."""
        names = (one.name for one in self.targets(self.main).values() if one.kind == kind)
        return next((tree for name in names if (tree := self.tree(name)) is not None), None)

    def related_name(self, kind: str) -> str:
        """Name that part; empty where there is none."""
        return next((one.name for one in self.targets(self.main).values() if one.kind == kind), "")

    def targets(self, name: str) -> dict[str, Target]:
        """Give what a part refers to, by id; the package itself is the part without a name."""
        folder, base = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {} if tree is None else dict(_targets(tree, folder))

    def head(self, name: str) -> bytes:
        """Read the first bytes of a part, by which its kind is known."""
        try:
            with zipfile.ZipFile(opened(self.source)) as archive, archive.open(name) as part:
                return part.read(512)
        except _BROKEN as error:
            raise UnreadableError("damaged") from error


def _check_signature(source: Source) -> None:
    try:
        head = source[:8] if isinstance(source, bytes) else _first(source, 8)
        if head != _OLD_OFFICE:
            return
        # Office puts an encrypted package into a file of the old format, whose list of parts is somewhere in it.
        data = source if isinstance(source, bytes) else _first(source, MOST_OF_XML)
    except OSError as error:
        raise UnreadableError("damaged") from error
    raise UnreadableError("locked" if _ENCRYPTED in data else "old")


def _first(path: Path, count: int) -> bytes:
    with path.open("rb") as file:
        return file.read(count)


def _check_bounds(files: list[zipfile.ZipInfo]) -> None:
    if any(one.flag_bits & 1 for one in files):
        raise UnreadableError("locked")
    texts = [one.file_size for one in files if is_xml(one.filename)]
    if len(files) > MOST_PARTS or sum(texts) > MOST_BYTES or max(texts, default=0) > MOST_OF_XML:
        raise UnreadableError("huge")


def _targets(tree: Element, folder: str) -> Iterator[tuple[str, Target]]:
    for one in tree.iter("Relationship"):
        written, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        if one.get("TargetMode", "").lower() == "external":
            yield one.get("Id", ""), Target(kind, written, is_outside=True)
            continue
        path = written.removeprefix("/") if written.startswith("/") else posixpath.normpath(f"{folder}/{written}")
        yield one.get("Id", ""), Target(kind, path.removeprefix("/"), is_outside=False)


def read_tree(data: bytes) -> Element:
    """Read XML into a tree, whose elements and attributes have no prefixes.

    Raises:
        UnreadableError: it is not well-formed, defines entities, or is nested deeper than any document.
    """
    builder = TreeBuilder()
    depth = 0

    def begin(name: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableError("damaged")
        builder.start(name, given)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    walk_xml(data, begin, builder.data, end)
    return builder.close()
