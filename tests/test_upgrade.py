"""A project's handbook and other files of the program become those of this version; what an editor changed stays."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.case.programme import packaged_programme
from generator.cli import main
from generator.making.project import upgrade as module
from generator.making.project.starter import REPOSITORY, start_project, starter_files
from generator.making.project.starter_sums import FILE, read_sums
from generator.making.project.upgrade import Upgrade, unlisted, upgrade_project

PROGRAMME = packaged_programme()
BOOKS, WRITING, NEW = (f"content/handbook/{name}.md" for name in ("books", "writing", "new"))
FILES = starter_files(PROGRAMME)


@pytest.fixture(name="project")
def fixture_project(tmp_path: Path) -> Path:
    """A project as `init` makes it."""
    start_project(tmp_path / "项目", PROGRAMME)
    return tmp_path / "项目"


@pytest.fixture(name="release")
def fixture_release(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Release a version of the program with other files: `release({path: content or None})`."""

    def release(changes: dict[str, bytes | None]) -> None:
        files = {path: content for path, content in {**FILES, **changes}.items() if content is not None}
        monkeypatch.setattr(module, "starter_files", lambda _: files)

    return release


def contents(project: Path) -> dict[str, bytes]:
    """Read every file of a project but the one that keeps digests."""
    files = (path for path in project.rglob("*") if path.is_file() and path.name != FILE)
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def test_a_new_project_is_up_to_date(project: Path) -> None:
    """Right after `init` there is nothing to do, and nothing is done."""
    before = contents(project)

    assert upgrade_project(project, PROGRAMME) == Upgrade()
    assert contents(project) == before == FILES
    assert set(read_sums(project)) == set(FILES)


def test_what_nobody_changed_is_renewed(project: Path, release: Callable[..., None]) -> None:
    """A page that is as it came is replaced, whatever Git has done to the ends of its lines; new pages are added."""
    release({BOOKS: b"# new\n", WRITING: b"# new\n", NEW: "# 新的一页\n".encode()})
    (project / WRITING).write_bytes(FILES[WRITING].replace(b"\n", b"\r\n"))

    assert upgrade_project(project, PROGRAMME) == Upgrade(renewed=(BOOKS, WRITING), added=(NEW,))
    assert contents(project) == {**FILES, BOOKS: b"# new\n", WRITING: b"# new\n", NEW: "# 新的一页\n".encode()}
    assert unlisted(project, (NEW,)) == {"handbook/new.md": "新的一页"}
    assert upgrade_project(project, PROGRAMME) == Upgrade()


def test_what_somebody_changed_stays(project: Path, release: Callable[..., None]) -> None:
    """A page that was edited stays and is told each time; one that only the editor changed is none of our business."""
    release({BOOKS: b"# new\n"})
    for name in (BOOKS, "mkdocs.yml", "content/about.md"):
        (project / name).write_bytes(b"own\n")
    before = contents(project)

    assert [upgrade_project(project, PROGRAMME) for _ in range(2)] == [Upgrade(kept=(BOOKS,))] * 2
    assert contents(project) == before


def test_renamed_away_comes_anew(project: Path, release: Callable[..., None]) -> None:
    """Who has renamed an edited page gets the new one beside it."""
    release({BOOKS: b"# new\n"})
    (project / BOOKS).write_bytes(b"own\n")
    (project / BOOKS).rename(project / "content/handbook/own.md")

    assert upgrade_project(project, PROGRAMME) == Upgrade(added=(BOOKS,))
    assert (project / BOOKS).read_bytes() == b"# new\n"
    assert (project / "content/handbook/own.md").read_bytes() == b"own\n"


def test_what_the_program_no_longer_has(project: Path, release: Callable[..., None]) -> None:
    """Such a page goes if nobody has changed it."""
    release({BOOKS: None, WRITING: None})
    (project / WRITING).write_bytes(b"own\n")

    assert upgrade_project(project, PROGRAMME) == Upgrade(removed=(BOOKS,))
    assert contents(project) == {path: text for path, text in FILES.items() if path not in (BOOKS, WRITING)} | {
        WRITING: b"own\n"
    }


def test_the_sample_does_not_come_back(project: Path) -> None:
    """The sample that an editor has deleted stays away, and records are left alone."""
    sample = project / "cases/shili-anli/case.yml"
    sample.unlink()

    assert upgrade_project(project, PROGRAMME) == Upgrade()
    assert not sample.exists()


@pytest.mark.parametrize("sums", [None, "", "nonsense\n", "\x00\n  \n"])
def test_a_project_without_digests(sums: str | None, project: Path, release: Callable[..., None]) -> None:
    """In a project of an earlier version, or with a damaged list, what differs counts as changed and stays."""
    release({BOOKS: b"# new\n", NEW: b"# new\n"})
    if sums is None:
        (project / FILE).unlink()
    else:
        (project / FILE).write_text(sums, encoding="utf-8")

    assert upgrade_project(project, PROGRAMME) == Upgrade(added=(NEW,), kept=(BOOKS,))
    assert set(read_sums(project)) == {*FILES, NEW} - {BOOKS, "cases/shili-anli/case.yml"}


def test_the_repository_is_left_alone() -> None:
    """The program's own folder has the new files by nature."""
    assert upgrade_project(REPOSITORY, PROGRAMME) == Upgrade()
    assert not (REPOSITORY / FILE).exists()


def test_the_command(project: Path, release: Callable[..., None]) -> None:
    """The command says what it did, in Chinese, with the line for the navigation, and is quiet the second time."""
    release({BOOKS: b"# new\n", WRITING: b"# new\n", NEW: "# 新的一页\n".encode()})
    (project / WRITING).write_bytes(b"own\n")
    first, second = (CliRunner().invoke(main, ["-C", str(project), "upgrade"]) for _ in range(2))

    assert (first.exit_code, first.output) == (
        0,
        (
            "换成新版的 1 个：\n  content/handbook/books.md\n新增 1 个：\n  content/handbook/new.md\n"
            "新增的页面要出现在网站上，请在 mkdocs.yml 的 nav 里加上：\n  - 新的一页: handbook/new.md\n"
            "自己改过的没有动 1 个（要新版的，先把它改名，再运行一次）：\n  content/handbook/writing.md\n"
        ),
    )
    assert second.output == (
        "自己改过的没有动 1 个（要新版的，先把它改名，再运行一次）：\n  content/handbook/writing.md\n"
    )


def test_the_command_where_nothing_is_to_do(project: Path) -> None:
    """It says so."""
    assert CliRunner().invoke(main, ["-C", str(project), "upgrade"]).output == (
        "随程序来的文件都是新版的，没有改动。\n"
    )


def test_the_command_outside_a_project(tmp_path: Path) -> None:
    """Where there is no project, nothing is written."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "upgrade"])

    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_every_outcome_is_told() -> None:
    """Whatever an upgrade can come to has its words."""
    assert [field.name for field in fields(Upgrade)] == ["renewed", "added", "removed", "kept"]
