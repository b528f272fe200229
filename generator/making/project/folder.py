"""The project's folder: finds records and collections on disk and hands them over as plain values."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.making.errors import UserError
from generator.reading.file_names import is_attachment, is_picture
from generator.reading.record import AttachmentSeen, Picture, Record, Refusal

CASES = "cases"
COLLECTIONS = "content/collections"
WORDING = "content/wording.yml"
PROGRAMME = "content/programme.yml"
NAMES = "content/names.yml"
SYNONYMS = "content/synonyms.yml"
ROSTER = "content/roster.yml"
LISTS = (WORDING, NAMES, SYNONYMS, PROGRAMME, ROSTER)
"""Lists of the project's that it goes by, and no reader sees."""
LETTERS = "content/letters"
"""The templates of letters to universities."""
WRITTEN = "content"
SETTINGS = "mkdocs.yml"
CASE_FILE = "case.yml"
_TEXTS = (".md", ".markdown", ".html", ".htm", ".txt", ".csv", ".tsv", ".json", ".xml", ".svg", ".yml", ".yaml", ".vtt")
_MOST_OF_A_TEXT = 4 * 1024 * 1024
"""In bytes; what people write is shorter."""


def case_ids(root: Path) -> list[str]:
    """List the folders of cases/ that hold or should hold a record, sorted; hidden ones and links are left out.

    Raises:
        UserError: there is no cases/; a build without it would replace a good site by an empty one.
    """
    try:
        with os.scandir(root / CASES) as found:
            folders = [entry.name for entry in found if entry.is_dir(follow_symlinks=False)]
    except FileNotFoundError as error:
        raise UserError(
            f"找不到 {root / CASES} 这个文件夹，案例记录应当在里面。\n"
            "建议：确认它没有被移走或改名；新项目用 anliji init 建立，例如 anliji init 案例库。"
        ) from error
    return sorted(name for name in folders if not name.startswith((".", "_")))


def case_file(case_id: str) -> str:
    """Give the path of a case's record, from the project's folder."""
    return f"{CASES}/{case_id}/{CASE_FILE}"


def id_of_case_file(path: str) -> str:
    """Give the id of the record that a path from the project's folder names; empty where it names none."""
    parts = path.split("/")
    return parts[1] if path == case_file(parts[1] if len(parts) > 1 else "") else ""


def collection_file(root: Path, id: str) -> str:
    """Give the path of a collection's file, from the project's folder; it ends in .yml or .yaml."""
    long = f"{COLLECTIONS}/{id}.yaml"
    return long if (root / long).is_file() else f"{COLLECTIONS}/{id}.yml"


def read_case(root: Path, case_id: str) -> Record:
    """Read a record with what lies beside it.

    A folder without case.yml gives an empty record, and so does one whose case.yml is a folder, a link or a device, or
    cannot be read: a link in a record from elsewhere could show the contents of any file on this machine.
    """
    # Text all the way: ten thousand records would take a second for their Path objects.
    folder = os.path.join(root, CASES, case_id)  # noqa: PTH118
    try:
        with os.scandir(folder) as found:
            files = frozenset(
                entry.name
                for entry in found
                if entry.name != CASE_FILE and not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)
            )
        data, refusal = _data(os.path.join(folder, CASE_FILE))  # noqa: PTH118
    except PermissionError:
        return Record(case_id, case_file(case_id), b"", refusal="denied")
    except FileNotFoundError:
        raise
    except OSError:
        return Record(case_id, case_file(case_id), b"", refusal="failed")
    return Record(
        *(case_id, case_file(case_id), data or b"", files),
        *(_look_at(Path(folder), files), _look_into(Path(folder), files)) if files else ({}, {}),
        is_missing=data is None,
        refusal=refusal,
    )


def data_at(path: str) -> bytes | None:
    """Read what a file holds, for who has no words for why not; None where it is none or cannot be read."""
    try:
        # Who opens a pipe waits for ever; and thousands of Path objects take a second.
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (see above)
            return file.read()
    except OSError:
        return None


def _data(path: str) -> tuple[bytes | None, Refusal]:
    """Read a record's own bytes; None where there is no file, and why not where there is something else."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return None, ""
    if stat.S_ISREG(mode):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (see `read_case`)
            return file.read(), ""
    return None, "link" if stat.S_ISLNK(mode) else "no-file"


def _look_at(folder: Path, files: frozenset[str]) -> dict[str, Picture]:
    names = sorted(filter(is_picture, files))
    if not names:
        return {}
    from generator.making.project.image_files import look_at  # noqa: PLC0415 (Pillow; most records have no picture)

    return {name: look_at(folder / name) for name in names}


def _look_into(folder: Path, files: frozenset[str]) -> dict[str, AttachmentSeen]:
    names = sorted(filter(is_attachment, files))
    if not names:
        return {}
    from generator.making.attachments.look import look_into  # noqa: PLC0415 (most records have no attachment)

    return {name: look_into(folder / name) for name in names}


def read_collections(root: Path) -> Iterator[Record]:
    """Read the collections' files, sorted by name."""
    paths = sorted([*(root / COLLECTIONS).glob("*.yml"), *(root / COLLECTIONS).glob("*.yaml")])
    for path in filter(_is_plain, paths):
        yield Record(path.stem, f"{COLLECTIONS}/{path.name}", path.read_bytes())


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def read_list(root: Path, name: str) -> Record | None:
    """Read one of `LISTS` or a collection by its path; None where the project has none."""
    path = root / name
    if path.is_file():
        return Record(path.stem, name, path.read_bytes())
    # A folder, a pipe or a link that leads nowhere would else count as no list, without a word.
    return Record(path.stem, name, b"", refusal="no-list") if os.path.lexists(path) else None


def read_settings(root: Path, name: str = SETTINGS) -> bytes:
    """Read mkdocs.yml, or another file of settings that it names; nothing where there is none."""
    path = root / name
    return path.read_bytes() if path.is_file() else b""


def read_written(root: Path, written: str = "") -> Iterator[tuple[str, bytes | None]]:
    """Give the files below content/, or what mkdocs.yml names for it, by their paths from the project's folder, sorted.

    Each with its bytes where it is a text; those that records are read from are left out, and so are hidden ones.
    """
    # A folder that is not there, or not in the project, is the host's to tell.
    is_inside = written and "\0" not in written and not Path(written).is_absolute() and ".." not in Path(written).parts
    for path in sorted((root / (written if is_inside else WRITTEN)).rglob("*")):
        name = path.relative_to(root).as_posix()
        is_hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if is_hidden or name in LISTS or name.startswith((f"{COLLECTIONS}/", f"{LETTERS}/")) or not path.is_file():
            continue
        is_text = name.lower().endswith(_TEXTS)
        yield name, path.read_bytes()[:_MOST_OF_A_TEXT] if is_text else None
