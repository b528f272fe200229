"""Starts things for editors: a new project's folder, a new record."""

import json
import re
from collections.abc import Collection as Several
from functools import lru_cache
from pathlib import Path

from generator.case.model import Case, Collection
from generator.case.programme import Programme
from generator.case.schema import schema_of
from generator.case.task import Task
from generator.making.project.folder import CASE_FILE, CASES, PROGRAMME, SETTINGS, case_file
from generator.making.project.starter_sums import sum_of, write_sums
from generator.outputs.handbook.record_template import render_record_template

_PACKAGED = Path(__file__).parents[2] / "starter"
REPOSITORY = Path(__file__).parents[3]

_PARTS = (
    "mkdocs.yml",
    "content/index.md",
    "content/wording.yml",
    "content/names.yml",
    "content/synonyms.yml",
    "content/letters",
    "content/handbook",
)
"""What a new project has in common with the repository, which is itself one."""
_NEW = Path(__file__).with_name("new")
_PROGRAMME = Path(__file__).parents[2] / "case/programme.yml"
"""The packaged programme, of which a project gets a copy to change."""
SAMPLE = "shili-anli"
SAMPLE_FILE = f"{CASES}/{SAMPLE}/{CASE_FILE}"
_OWN = {
    "README.md": "README.md",
    "about.md": "content/about.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "sample.yml": SAMPLE_FILE,
}
"""What only new projects have, and where it goes."""
_SCHEMAS: dict[str, type[Case] | type[Collection]] = {"case.schema.json": Case, "collection.schema.json": Collection}
"""What the settings of the editors' program name."""


_OURS = re.compile(r"^( +(?:organiser|editor|statement|lead): )[^#\n]*?( +#.*)?$", re.MULTILINE)
"""What the repository's settings say of its own library, and no other may say of itself."""


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
    files = starter_files(programme)
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / "content/collections").mkdir(parents=True)
    write_sums(folder, {name: sum_of(content) for name, content in files.items()})


def starter_files(programme: Programme) -> dict[str, bytes]:
    """Give every file of a new project by its path in there."""
    # A wheel carries the parts inside the package; in a clone they are the repository's own.
    source = _PACKAGED if (_PACKAGED / "mkdocs.yml").is_file() else REPOSITORY
    parts = (
        file
        for part in _PARTS
        for file in ((source / part).rglob("*") if (source / part).is_dir() else [source / part])
    )
    common = {file.relative_to(source).as_posix(): file.read_bytes() for file in sorted(parts) if file.is_file()}
    return {
        **common,
        SETTINGS: unclaimed(common[SETTINGS].decode()).encode(),
        PROGRAMME: _PROGRAMME.read_bytes(),
        **{place: (_NEW / name).read_bytes() for name, place in _OWN.items()},
        **{name: schema_text(model, programme).encode() for name, model in _SCHEMAS.items()},
    }


def unclaimed(settings: str) -> str:
    """Take out of the repository's settings who publishes its library, what is declared of it, and its lead case."""
    return _OURS.sub(r'\1""\2', settings)


@lru_cache(maxsize=8)
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
    if (root / SAMPLE_FILE).is_file():
        return (f"{SAMPLE_FILE} 是程序附带的示例，内容全是编造的，还没有删除；这次没有收入。请删除它的文件夹。",)
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
