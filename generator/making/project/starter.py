"""Starts things for editors: a new project's folder, a new record."""

import json
import shutil
from collections.abc import Collection as Several
from pathlib import Path

from generator.case.model import Case, Collection
from generator.case.programme import Programme, Task
from generator.case.schema import schema_of
from generator.making.project.folder import CASE_FILE, CASES, case_file
from generator.outputs.handbook.record_template import render_record_template

_PACKAGED = Path(__file__).parents[2] / "starter"
_REPOSITORY = Path(__file__).parents[3]

_PARTS = ("mkdocs.yml", "content/index.md", "content/wording.yml", "content/handbook")
"""What a new project has in common with the repository, which is itself one."""
_NEW = Path(__file__).with_name("new")
SAMPLE = "shili-anli"
_SAMPLE_FILE = f"{CASES}/{SAMPLE}/{CASE_FILE}"
_OWN = {
    "README.md": "README.md",
    "about.md": "content/about.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "sample.yml": _SAMPLE_FILE,
}
"""What only new projects have, and where it goes."""
_SCHEMAS: dict[str, type[Case] | type[Collection]] = {"case.schema.json": Case, "collection.schema.json": Collection}
"""What the settings of the editors' program name."""


class OccupiedError(Exception):
    """Something is already where a new thing was to go."""


def start_project(folder: Path, programme: Programme) -> None:
    """Make a new project: settings, the pages people write, the handbook, and one sample record, plainly marked.

    The sample is a draft, so that it is seen in a preview and reaches no site and no book.

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
    for name, place in _OWN.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_NEW / name, target)
    for name, model in _SCHEMAS.items():
        (folder / name).write_text(schema_text(model, programme), encoding="utf-8", newline="\n")


def schema_text(model: type[Case] | type[Collection], programme: Programme) -> str:
    """Write a model's JSON Schema as a file."""
    return json.dumps(schema_of(model, programme), ensure_ascii=False, indent=2) + "\n"


def sample_notices(root: Path, published: Several[Case]) -> tuple[str, ...]:
    """Say that the invented sample is still in a project, under its own id or, as a copy, by its title.

    Args:
        root: the project.
        published: the cases that are made into a site or a book.
    """
    titles = _sample_titles()
    copies = [case_file(case.id) for case in published if case.id == SAMPLE or case.title in titles]
    if copies:
        return tuple(f"{path} 是程序附带的示例，内容全是编造的，这次却收进来了。请删除它的文件夹。" for path in copies)
    if (root / _SAMPLE_FILE).is_file():
        return (f"{_SAMPLE_FILE} 是程序附带的示例，内容全是编造的，还没有删除；这次没有收入。请删除它的文件夹。",)
    return ()


def _sample_titles() -> tuple[str, str]:
    """Give the sample's title, with and without the word that marks it."""
    lines = (_NEW / "sample.yml").read_text(encoding="utf-8").splitlines()
    title = next(line for line in lines if line.startswith("title: ")).removeprefix("title: ")
    return title, title.removeprefix("（示例）")


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
