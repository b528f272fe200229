"""New things for editors: a project that builds, a record that says what it wants."""

from pathlib import Path

import pytest

from generator.case.date import PartialDate
from generator.case.problem import ERROR
from generator.case.programme import packaged_programme
from generator.examine import examine_project
from generator.making.project.starter import OccupiedError, start_case, start_project
from generator.making.terminal.progress import Stages

PROGRAMME = packaged_programme()

ON = PartialDate(2026, 11, 22)


def names(folder: Path) -> list[str]:
    """Name every file below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_project_holds_what_editors_need(tmp_path: Path) -> None:
    """A new project has settings, the written pages, the handbook and one sample record, and nothing of ours."""
    start_project(tmp_path / "新项目")
    made = names(tmp_path / "新项目")

    assert [name for name in made if not name.startswith("content/handbook/")] == [
        "cases/shili-anli/case.yml",
        "content/about.md",
        "content/index.md",
        "content/wording.yml",
        "mkdocs.yml",
    ]
    assert "content/handbook/index.md" in made
    assert (tmp_path / "新项目/content/collections").is_dir()


def test_project_is_sound(tmp_path: Path) -> None:
    """A new project has no problem at all, and its sample is published and plainly marked."""
    start_project(tmp_path / "p")
    examination = examine_project(tmp_path / "p", Stages(), on=ON)

    assert examination.problems == ()
    assert [(case.id, case.title[:4], case.status) for case in examination.cases] == [
        ("shili-anli", "（示例）", "published")
    ]


def test_project_in_an_empty_folder(tmp_path: Path) -> None:
    """A folder that is there and empty is as good as a new one."""
    start_project(tmp_path)

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
        start_project(target)
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
