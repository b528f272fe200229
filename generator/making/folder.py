"""The project's folder: finds records and collections on disk and hands them over as plain values."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.making.pictures import is_picture, look_at
from generator.reading.record import Record

CASES = "cases"
COLLECTIONS = "content/collections"
WORDING = "content/wording.yml"
CASE_FILE = "case.yml"


def case_ids(root: Path) -> list[str]:
    """List the folders of cases/ that hold or should hold a record, sorted; hidden ones are left out."""
    try:
        with os.scandir(root / CASES) as found:
            return sorted(entry.name for entry in found if entry.is_dir() and not entry.name.startswith((".", "_")))
    except FileNotFoundError:
        return []


def read_case(root: Path, case_id: str) -> Record:
    """Read a record with what lies beside it.

    A folder without case.yml gives an empty record, and so does one whose case.yml is a folder, a link or a device:
    a link in a record from elsewhere could show the contents of any file on this machine.
    """
    folder = root / CASES / case_id
    with os.scandir(folder) as found:
        files = frozenset(
            entry.name
            for entry in found
            if entry.name != CASE_FILE and not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)
        )
    path = folder / CASE_FILE
    data = path.read_bytes() if _is_plain(path) else b""
    pictures = {name: look_at(folder / name) for name in sorted(files) if is_picture(name)}
    return Record(case_id, f"{CASES}/{case_id}/{CASE_FILE}", data, files, pictures)


def read_collections(root: Path) -> Iterator[Record]:
    """Read the collections' files, sorted by name."""
    for path in filter(_is_plain, sorted((root / COLLECTIONS).glob("*.yml"))):
        yield Record(path.stem, f"{COLLECTIONS}/{path.name}", path.read_bytes())


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def read_wording(root: Path) -> Record | None:
    """Read the list of wordings, or None where the project has none."""
    path = root / WORDING
    return Record("wording", WORDING, path.read_bytes()) if path.is_file() else None


def has_project(root: Path) -> bool:
    """Tell whether a folder is a project."""
    return (root / "mkdocs.yml").is_file() or (root / CASES).is_dir()
