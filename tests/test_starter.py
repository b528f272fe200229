"""New things for editors: a project that builds, a record that says what it wants."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.case.date import PartialDate
from generator.case.model import Case, Collection
from generator.case.problem import ERROR
from generator.case.programme import packaged_programme
from generator.case.schema import schema_of
from generator.examine import examine_project
from generator.making.project.starter import OccupiedError, sample_notices, start_case, start_project
from generator.making.terminal.progress import Stages

PROGRAMME = packaged_programme()

ON = PartialDate(2026, 11, 22)


def names(folder: Path) -> list[str]:
    """Name every file below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_project_holds_what_editors_need(tmp_path: Path) -> None:
    """A new project has all that an editor needs, and nothing of the repository's cases."""
    start_project(tmp_path / "新项目", PROGRAMME)
    made = names(tmp_path / "新项目")

    assert [name for name in made if not name.startswith("content/handbook/")] == [
        ".anliji-files",
        ".gitattributes",
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        "README.md",
        "case.schema.json",
        "cases/shili-anli/case.yml",
        "collection.schema.json",
        "content/about.md",
        "content/index.md",
        "content/letters/修改意见.docx",
        "content/letters/催报.docx",
        "content/names.yml",
        "content/programme.yml",
        "content/synonyms.yml",
        "content/wording.yml",
        "mkdocs.yml",
    ]
    assert "content/handbook/index.md" in made
    assert (tmp_path / "新项目/content/collections").is_dir()


def test_a_new_project_claims_nothing_of_ours(tmp_path: Path) -> None:
    """Who publishes our library, what is declared of it and its lead case are no other library's."""
    start_project(tmp_path / "new", PROGRAMME)
    extra = yaml.safe_load((tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8"))["extra"]

    assert {extra["footer"][key] for key in ("organiser", "editor", "statement")} == {""}
    assert extra["home"] == {"lead": ""}


def test_project_is_sound(tmp_path: Path) -> None:
    """A new project has no problem at all, and its sample is a draft and plainly marked."""
    start_project(tmp_path / "p", PROGRAMME)
    examination = examine_project(tmp_path / "p", Stages(), on=ON)

    assert examination.problems == ()
    assert [(case.id, case.title[:4], case.status) for case in examination.cases] == [
        ("shili-anli", "（示例）", "draft")
    ]


def test_project_in_an_empty_folder(tmp_path: Path) -> None:
    """A folder that is there and empty is as good as a new one."""
    start_project(tmp_path, PROGRAMME)

    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("kind", ["file", "folder", "hidden"])
def test_project_where_something_is(tmp_path: Path, kind: str) -> None:
    """Where something is, even a hidden file, nothing is written."""
    target = tmp_path / "p"
    if kind == "file":
        target.write_text("x")
    else:
        target.mkdir()
        (target / (".x" if kind == "hidden" else "x")).write_text("x")
    before = names(tmp_path)

    with pytest.raises(OccupiedError):
        start_project(target, PROGRAMME)
    assert names(tmp_path) == before


@pytest.mark.parametrize("task", PROGRAMME.task_names.names)
def test_new_record_asks_for_what_is_missing(tmp_path: Path, task: str) -> None:
    """A new record of each task can be read as it is: only what must be filled in is missing."""
    path = start_case(tmp_path, PROGRAMME.task(task), PROGRAMME, "z-01")
    examination = examine_project(tmp_path, Stages(), on=ON)
    errors = {problem.rule for problem in examination.problems if problem.severity == ERROR}

    assert path == tmp_path / "cases/z-01/case.yml"
    assert errors <= {"value-missing", "source-missing"}
    assert "value-missing" in errors


@pytest.mark.parametrize("taken", ["z-01", "Z-01"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_taken_id(tmp_path: Path, taken: str, kind: str) -> None:
    """An id that differs only in case of letters is taken: on Windows they are one folder."""
    (tmp_path / "cases").mkdir()
    if kind == "folder":
        (tmp_path / "cases" / taken).mkdir()
    else:
        (tmp_path / "cases" / taken).write_text("x")
    before = names(tmp_path)

    with pytest.raises(OccupiedError, match="z-01"):
        start_case(tmp_path, PROGRAMME.task("党建联建"), PROGRAMME, "z-01")
    assert names(tmp_path) == before


def test_settings_of_the_editors_program(tmp_path: Path) -> None:
    """The settings for VS Code name the schemas that lie in the project, and these are those of the model."""
    start_project(tmp_path, PROGRAMME)
    named = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    schemas = {name: json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in named}

    assert named == {
        "./case.schema.json": "cases/*/case.yml",
        "./collection.schema.json": "content/collections/*.yml",
    }
    assert schemas == {
        "./case.schema.json": schema_of(Case, PROGRAMME),
        "./collection.schema.json": schema_of(Collection, PROGRAMME),
    }


def test_readme_tells_what_is_there(tmp_path: Path) -> None:
    """Every file and folder that the README of a new project names is in it, but for what is made later."""
    start_project(tmp_path, PROGRAMME)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    named = {name.replace("\\", "/") for name in re.findall(r"`([\w.\\-]+(?:\.(?:yml|md|json)|\\[\w.\\-]+))`", text)}
    later = {
        "case.yml",
        "cases/addresses.txt",
        "first-case.md",
        "wording.yml",
        "names.yml",
        "synonyms.yml",
        "cases/jy-2026-001/case.yml",
    }

    assert "cases/shili-anli" in named
    assert [name for name in sorted(named - later) if not (tmp_path / name).exists()] == []


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], "这次没有收入"),
        (["shili-anli"], "cases/shili-anli/case.yml 是程序附带的示例，内容全是编造的，这次却收进来了"),
        (["copy"], "cases/copy/case.yml 是程序附带的示例，内容全是编造的，这次却收进来了"),
    ],
    ids=["draft", "published", "copy"],
)
def test_sample_is_told(tmp_path: Path, case: Callable[..., Case], ids: list[str], expected: str) -> None:
    """A project that still has the invented sample says so, and more so where it, or a copy, is published."""
    start_project(tmp_path, PROGRAMME)
    published = [case(id, title="师生支部与示例村共建科普课堂" if id == "copy" else "别的题目") for id in ids]

    (notice,) = sample_notices(tmp_path, published)
    assert expected in notice


def test_sample_that_is_gone(tmp_path: Path, case: Callable[..., Case]) -> None:
    """Without the sample nothing is said."""
    assert sample_notices(tmp_path, [case()]) == ()
