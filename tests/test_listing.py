"""What a project's files look like: a folder that nothing came into and nothing left is not searched again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.making.site_place import MARK
from generator.making.store import last_build
from generator.making.store.listing import list_project, may_be_read
from tests.each import each

LONG_AGO = (1_000_000_000, 1_000_000_000)
CASE = "cases/x-01/case.yml"


@pytest.fixture(name="project")
def fixture_project(tmp_path: Path) -> Path:
    """Give a project with two records, one with a photo, a link and a folder behind a folder."""
    return lay_out(tmp_path / "project")


def lay_out(root: Path) -> Path:
    """Lay out the project; its folders look old."""
    for name in (CASE, "cases/x-01/photo.jpg", "cases/x-02/case.yml", "content/index.md", "content/more/a.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    (root / "cases/x-02/link.jpg").symlink_to(root / "cases/x-01/photo.jpg")
    for folder in ("cases/x-01", "cases/x-02", "content/more", "content", "cases"):
        os.utime(root / folder, LONG_AGO)
    return root


def test_only_folders_that_changed_are_searched(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a folder that looks as before its files are looked at by name, and everything is found as by searching."""
    before = list_project(project)
    (project / "cases/x-02/new.jpg").touch()
    (project / CASE).write_text("其他", encoding="utf-8")
    whole = list_project(project)
    searched: list[str] = []
    scandir = os.scandir

    def noted(folder: str) -> object:
        searched.append(os.path.relpath(folder, project))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", noted)
    again = list_project(project, before)

    assert (again.files, again.folders, again.is_whole) == (whole.files, whole.folders, True)
    assert sorted(searched) == [".", "cases", "cases/x-02", "content"]
    assert sorted(before.folders) == ["cases/x-01/", "cases/x-02/", "content/more/"]


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "new file": lambda root: (root / "cases/x-01/new.jpg").touch(),
    "file gone": lambda root: (root / "cases/x-01/photo.jpg").unlink(),
    "file renamed": lambda root: (root / CASE).rename(root / "cases/x-01/other.yml"),
    "file written": lambda root: (root / CASE).write_text("其他的字", encoding="utf-8"),
    "time of a file": lambda root: os.utime(root / CASE, LONG_AGO),
    "rights of a file": lambda root: (root / CASE).chmod(0o600),
    "what a link leads to": lambda root: (root / "cases/x-01/photo.jpg").write_text("另一张", encoding="utf-8"),
    "what a link leads to is gone": lambda root: (root / "cases/x-01/photo.jpg").rename(root / "elsewhere.jpg"),
    "folder in a folder": lambda root: (root / "cases/x-01/inner").mkdir(),
    "folder for a file": lambda root: ((root / CASE).unlink(), (root / CASE).mkdir()),
    "folder gone": lambda root: ((root / "content/more/a.md").unlink(), (root / "content/more").rmdir()),
    "folder renamed": lambda root: (root / "cases/x-01").rename(root / "cases/x-03"),
    "folders exchanged": lambda root: (
        (root / "cases/x-01").rename(root / "cases/x-00"),
        (root / "cases/x-02").rename(root / "cases/x-01"),
    ),
    "folder for a link": lambda root: (
        (root / "cases/x-01").rename(root / "elsewhere"),
        (root / "cases/x-01").symlink_to(root / "elsewhere"),
    ),
    "a site": lambda root: (root / "content/more" / MARK).touch(),
    "pipe": lambda root: os.mkfifo(root / "cases/x-01/pipe"),
}


@each("change", CHANGES)
def test_every_change_is_found(change: str, tmp_path: Path) -> None:
    """Whatever happens to files and folders, a listing that knows an earlier one is the same as one that does not."""
    root = lay_out(tmp_path / change)
    before = list_project(root)

    CHANGES[change](root)
    whole = list_project(root)

    assert list_project(root, before) == whole
    assert (whole == before) is (change == "nothing")


def test_a_young_folder_is_searched_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file could come into a folder in the moment in which it was listed, and leave no trace."""
    found = last_build.find(project)
    young = found.folders()
    monkeypatch.setattr(last_build, "_YOUNG_NS", -10_000_000_000)

    assert young == dict.fromkeys(["cases/x-01/", "cases/x-02/", "content/more/"], ())
    assert found.folders() == found.listing.folders


def test_folders_tell_nothing_where_they_keep_their_times(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, where a stick's folders keep the time at which they were made, all are searched."""
    monkeypatch.setattr("generator.making.store.listing.os.name", "nt")

    assert list_project(project).folders == {}


def test_what_is_marked_as_a_site_among_sources_is_read(project: Path) -> None:
    """A file like the one that marks a site hides nothing among records, pages and templates."""
    (project / "old").mkdir()
    for folder in ("cases/x-01", "content/more", "old"):
        (project / folder / MARK).touch()
    files = list_project(project).files

    assert {CASE, "content/more/a.md"} <= files.keys()
    assert not any(name.startswith("old") for name in files)


def _film(path: Path) -> None:
    path.touch()
    os.truncate(path, 3 << 30)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda path: path.write_text("1"), True),
        (os.mkfifo, False),
        (_film, False),
        (lambda path: path.symlink_to("/dev/zero"), False),
    ],
    ids=["file", "pipe", "film", "device"],
)
def test_what_a_link_leads_to_may_be_read(tmp_path: Path, made: Callable[[Path], object], *, expected: bool) -> None:
    """Of a link what it leads to decides: a pipe would be read for ever, and a film would fill memory."""
    made(tmp_path / "there")
    project = tmp_path / "project"
    project.mkdir()
    (project / "note.txt").symlink_to(tmp_path / "there")
    look = list_project(project).files["note.txt"]

    assert may_be_read("note.txt", look) == expected
