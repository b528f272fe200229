"""Starts things for editors: a new project's folder, a new record."""

import shutil
from pathlib import Path

from generator.case.programme import Programme, Task
from generator.making.project.folder import CASE_FILE, CASES
from generator.outputs.handbook.record_template import render_record_template

_PACKAGED = Path(__file__).parents[2] / "starter"
_REPOSITORY = Path(__file__).parents[3]

_PARTS = ("mkdocs.yml", "content/index.md", "content/about.md", "content/wording.yml", "content/handbook")
_SAMPLE = "shili-anli"


class OccupiedError(Exception):
    """Something is already where a new thing was to go."""


def start_project(folder: Path) -> None:
    """Make a new project: settings, the pages people write, the handbook, and one sample record, plainly marked.

    Raises:
        OccupiedError: the folder is there and not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OccupiedError(str(folder))
    # A wheel carries these files inside the package; in a clone they are the repository's own.
    source = _PACKAGED if (_PACKAGED / "mkdocs.yml").is_file() else _REPOSITORY
    for part in _PARTS:
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (source / part).is_dir():
            shutil.copytree(source / part, target)
        else:
            shutil.copyfile(source / part, target)
    (folder / "content/collections").mkdir(parents=True)
    sample = folder / CASES / _SAMPLE / CASE_FILE
    sample.parent.mkdir(parents=True)
    shutil.copyfile(Path(__file__).with_name("sample.yml"), sample)


def start_case(root: Path, task: Task, programme: Programme, case_id: str) -> Path:
    """Write an empty record; gives its file.

    Raises:
        OccupiedError: the id is taken, in whatever case of letters.
    """
    cases = root / CASES
    taken = {entry.name.lower() for entry in cases.iterdir()} if cases.is_dir() else set()
    if case_id.lower() in taken:
        raise OccupiedError(case_id)
    path = cases / case_id / CASE_FILE
    path.parent.mkdir(parents=True)
    path.write_text(render_record_template(task, programme), encoding="utf-8")
    return path
