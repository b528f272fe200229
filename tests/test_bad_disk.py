"""Whatever lies on disk in place of records, a check ends soon and says in words what is wrong where."""

import errno
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import pytest

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.examine import Examination, examine_project
from generator.making.project import folder
from generator.making.project.briefs import read_briefs
from generator.making.project.last_check import keep_check, last_check
from generator.making.store.last_build import find
from generator.making.terminal.progress import Stages
from generator.outputs.report import render_problem
from generator.reading.examination import examine, parse_record
from generator.reading.limits import MAX_BYTES
from generator.reading.record import Record, Refusal
from generator.reading.surroundings import Surroundings
from tests.each import each

DAY = PartialDate(2026, 11, 28)
SURROUNDINGS = Surroundings(DAY, packaged_programme())
REFUSALS: tuple[Refusal, ...] = ("denied", "failed", "link", "no-file")
AGAIN = "cases/y-01/case.yml"


def checked(project: Path) -> Examination:
    """Check a project."""
    return examine_project(project, Stages(), on=DAY)


def rules_at(examination: Examination, path: str) -> list[str]:
    """Name the rules that a file breaks."""
    return [problem.rule for problem in examination.problems if problem.path == path]


@each("refusal", REFUSALS)
def test_a_record_that_was_not_read(refusal: Refusal, golden: Callable[[str, str], str]) -> None:
    """A record that could not be read has one problem, which says why and what to do."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", b"", is_missing=True, refusal=refusal)
    problems: tuple[Problem, ...] = examine(parse_record(record, Case, SURROUNDINGS), Case).problems
    actual = "".join(f"{render_problem(problem)}\n" for problem in problems)
    name = "record-unreadable" if refusal == "denied" else f"record-unreadable.{refusal}"

    assert golden(f"diagnostics/{name}.txt", actual) == actual


def put_no_file(path: Path, kind: str) -> None:
    """Put something in the place of a file: a pipe, a folder, a link to itself, or one that leads nowhere."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to(path.name if kind == "ring" else "nowhere")


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("pipe", "record-unreadable"), ("folder", "record-unreadable"), ("ring", "record-unreadable")],
)
def test_what_is_no_file(tmp_project: Path, kind: str, rule: str) -> None:
    """A pipe, which would be read for ever, a folder, and a link to itself in place of case.yml are told."""
    path = tmp_project / AGAIN
    path.parent.mkdir()
    put_no_file(path, kind)
    examination = checked(tmp_project)
    keep_check(tmp_project, examination.problems, find(tmp_project).sums)

    assert rules_at(examination, AGAIN) == [rule]
    # No command waits for what never comes.
    assert "y-01" in {one.brief.id for one in read_briefs(tmp_project, SURROUNDINGS)}
    assert "y-01" not in last_check(tmp_project)


@pytest.mark.parametrize("name", sorted(folder.LISTS))
@pytest.mark.parametrize("kind", ["pipe", "folder", "ring", "lost"])
def test_a_list_that_is_no_file(tmp_project: Path, name: str, kind: str) -> None:
    """A pipe, a folder, and a link that leads to no file in the place of a list are told, and not taken for none."""
    path = tmp_project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    put_no_file(path, kind)
    examination = checked(tmp_project)

    assert rules_at(examination, name) == ["record-unreadable"]
    assert [problem.message for problem in examination.problems if problem.path == name] == [f"{path.name} 不是文件"]


@pytest.mark.parametrize(("number", "words"), [(errno.EACCES, "没有权限"), (errno.EIO, "读不出来")])
def test_a_file_that_the_system_refuses(
    tmp_project: Path, record_text: str, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """A record that the system does not give is one problem among those of the others."""
    path = tmp_project / AGAIN
    path.parent.mkdir()
    path.write_text(record_text, encoding="utf-8")

    def refused(opened: str, *how: Any, **more: Any) -> IO[bytes]:
        if Path(opened) == path:
            raise OSError(number, os.strerror(number), opened)
        return cast("IO[bytes]", open(opened, *how, **more))  # noqa: PTH123 (what it stands for)

    monkeypatch.setattr(folder, "open", refused, raising=False)
    examination = checked(tmp_project)

    assert rules_at(examination, AGAIN) == ["record-unreadable"]
    assert [words in problem.message for problem in examination.problems if problem.path == AGAIN] == [True]
    assert len(examination.cases) == 1


def test_links_that_lead_in_a_ring(tmp_project: Path, record_text: str) -> None:
    """Folders that are links, to each other or to what is around them, are no records, and nobody follows them."""
    cases = tmp_project / "cases"
    (cases / "ring").symlink_to(cases)
    (cases / "one").symlink_to("other")
    (cases / "other").symlink_to("one")
    inside = cases / "y-01"
    inside.mkdir()
    (inside / "case.yml").write_text(record_text.replace("村结对", "镇结对"), encoding="utf-8")
    (inside / "again").symlink_to(inside)
    (inside / "dead.jpg").symlink_to("dead.jpg")
    (tmp_project / "content/self").symlink_to(".")
    (tmp_project / "content/self.md").symlink_to("self.md")

    assert {case.id for case in checked(tmp_project).cases} == {*folder.case_ids(tmp_project)}


def test_a_record_of_five_megabytes(tmp_project: Path, record_text: str) -> None:
    """A record that is far too large is told so, and not looked into."""
    path = tmp_project / AGAIN
    path.parent.mkdir()
    path.write_text(f"{record_text}\nbackground: |\n" + "  示例文字。\n" * 300_000, encoding="utf-8")
    examination = checked(tmp_project)

    assert path.stat().st_size > 10 * MAX_BYTES
    assert rules_at(examination, AGAIN) == ["record-too-large"]


def test_a_folder_with_thousands_of_files(tmp_project: Path, record_text: str) -> None:
    """Files beside a record that it does not name take no time: they are not opened."""
    inside = tmp_project / "cases/y-01"
    inside.mkdir()
    (inside / "case.yml").write_text(record_text.replace("村结对", "镇结对"), encoding="utf-8")
    for number in range(1_000):
        (inside / f"附件{number}.dat").touch()
        (tmp_project / f"cases/{number}.txt").touch()

    assert rules_at(checked(tmp_project), AGAIN) == []


def test_a_folder_in_another_form_of_unicode(tmp_project: Path, record_text: str) -> None:
    """A folder whose name a Mac has taken apart into letters and accents is told to be renamed, once."""
    name = unicodedata.normalize("NFD", "café-01")
    inside = tmp_project / "cases" / name
    inside.mkdir()
    (inside / "case.yml").write_text(record_text.replace("村结对", "镇结对"), encoding="utf-8")

    assert rules_at(checked(tmp_project), f"cases/{name}/case.yml") == ["id-invalid"]


def test_many_broken_records_are_told_in_one_report(tmp_project: Path, record_text: str) -> None:
    """However many records are broken, each in another way, one run tells of all of them."""
    broken = {
        "a": (record_text.replace("title: ", "title："), "colon-full-width"),
        "b": (record_text.replace("task: ", "task: 不存在的"), "term-unknown"),
        "c": ("title: [", "syntax-invalid"),
        "d": ("", "record-empty"),
        "e": (record_text + "\ntitle: 又一个\n", "key-repeated"),
    }
    for number in range(60):
        for kind, (text, _) in broken.items():
            path = tmp_project / f"cases/{kind}-{number}/case.yml"
            path.parent.mkdir()
            path.write_text(text, encoding="utf-8")
    examination = checked(tmp_project)

    found = {(problem.path, problem.rule) for problem in examination.problems}
    wanted = {(f"cases/{kind}-{number}/case.yml", rule) for kind, (_, rule) in broken.items() for number in range(60)}
    assert wanted - found == set()
