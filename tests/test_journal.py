"""An import is written whole or not at all, kept, and taken back byte for byte."""

import errno
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.making.errors import UserError
from generator.making.intake.journal import ChangedSinceError, Files, Journal
from generator.making.intake.kept_import import KeptImport
from generator.making.intake.lock import held
from generator.making.intake.stock import Stock

BEFORE = {
    "cases/a-01/case.yml": "title: 示例甲  # 手写\r\n".encode(),
    "cases/a-01/photo-1.jpg": bytes(range(256)) * 50,
    "cases/a-01/photo-2.jpg": b"second",
    "cases/b-01/case.yml": b"title: other\n",
    "mkdocs.yml": b"",
}
CHANGES: dict[str, bytes | None] = {
    "cases/a-01/case.yml": "title: 示例乙  # 手写\r\n".encode(),
    "cases/a-01/photo-1.jpg": None,
    "cases/a-01/photo-2.jpg": b"second, sharper",
    "cases/a-01/photo-3.jpg": b"third",
    "cases/c-01/case.yml": "title: 示例丙\n".encode(),
    "cases/c-01/photo-1.jpg": b"new",
    ".imports/values/c-01.json": b"{}",
}
AFTER = {path: content for path, content in {**BEFORE, **CHANGES}.items() if content is not None}
STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.copyfile", "shutil.rmtree")
"""What the system is asked for, by the names of Python's audit events."""
MOST_STEPS = 160


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project of two cases."""
    for path, content in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    """Give all files of a project, without what only the journal needs."""
    files = {one.relative_to(root).as_posix(): one for one in root.rglob("*") if not one.is_dir()}
    own = (".imports/values/", "cases/", "mkdocs.yml")
    return {path: file.read_bytes() for path, file in files.items() if path.startswith(own)}


def folders(root: Path) -> list[str]:
    """Give all folders of cases/."""
    return sorted(one.name for one in (root / "cases").iterdir())


def files_of(changes: dict[str, bytes | None]) -> Files:
    """Give files as the journal takes them, each made when it is its turn."""
    return {path: None if content is None else _giver(content) for path, content in changes.items()}


def _giver(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def imported(root: Path, changes: dict[str, bytes | None] = CHANGES) -> KeptImport:
    """Carry an import out."""
    return Journal(root).write(files_of(changes), ("示例汇总表.xlsx",), "update")


def left(root: Path) -> list[str]:
    """Give what lies in the journal's folder but marks and notes."""
    return sorted(one.relative_to(root / ".imports").as_posix() for one in (root / ".imports").glob("*/[nw]*"))


def test_an_import_writes_all_its_files(project: Path) -> None:
    """Files are made, changed and removed, and nothing else is touched."""
    entry = imported(project)

    assert contents(project) == AFTER
    assert (entry.number, entry.state, entry.case_ids) == (1, "done", ("a-01", "c-01"))
    assert entry.folders == (".imports/values", "cases/c-01")
    assert left(project) == []


def test_undo_restores_every_byte(project: Path) -> None:
    """Records, photos and folders are what they were, and their rights too."""
    (project / "cases/a-01/case.yml").chmod(0o640)
    imported(project)

    entry, kept = Journal(project).undo()

    assert (contents(project), folders(project)) == (BEFORE, ["a-01", "b-01"])
    assert (entry.number, entry.state, kept) == (1, "undone", None)
    assert (project / "cases/a-01/case.yml").stat().st_mode & 0o777 == 0o640
    assert left(project) == []


def test_imports_are_taken_back_one_after_the_other(project: Path) -> None:
    """The last one that was not taken back is the next to be."""
    imported(project, {"cases/a-01/case.yml": b"title: first\n"})
    first = contents(project)
    imported(project, {"cases/a-01/case.yml": b"title: second\n"})
    journal = Journal(project)

    journal.undo()
    assert contents(project) == first
    journal.undo()
    assert contents(project) == BEFORE
    assert [(one.number, one.state) for one in journal.entries()] == [(1, "undone"), (2, "undone")]
    with pytest.raises(UserError, match="没有可以撤回的导入"):
        journal.undo()


def test_all_imports_are_listed(project: Path) -> None:
    """Each has its number, its time, its sources and its way."""
    imported(project)
    Journal(project).write(files_of({"cases/d-01/case.yml": b"title: d\n"}), ("b.docx", "c.docx"), "add")

    actual = [(one.number, one.mode, one.sources, one.case_ids) for one in Journal(project).entries()]

    assert actual == [
        (1, "update", ("示例汇总表.xlsx",), ("a-01", "c-01")),
        (2, "add", ("b.docx", "c.docx"), ("d-01",)),
    ]


def test_the_journal_holds_nothing_personal(project: Path) -> None:
    """A telephone number in a source's name does not get into the journal."""
    number = "1" + "39" + "0" * 4 + "1234"
    Journal(project).write(files_of({"cases/d-01/case.yml": b"title: d\n"}), (f"示例{number}.docx",), "add")

    assert not [one for one in (project / ".imports").rglob("*") if one.is_file() and number in one.read_text("utf-8")]


def test_changed_files_are_named_and_left(project: Path) -> None:
    """What was edited, removed or added after the import stops the undo; everything stays."""
    imported(project)
    (project / "cases/a-01/case.yml").write_bytes(b"title: by hand\n")
    (project / "cases/a-01/photo-3.jpg").unlink()
    (project / "cases/c-01/plan.pdf").write_bytes(b"pdf")
    now = contents(project)

    with pytest.raises(ChangedSinceError) as found:
        Journal(project).undo()

    assert contents(project) == now
    assert str(found.value).splitlines() == [
        "第 1 次导入之后，有文件又动过，没有撤回：",
        "  cases/a-01/case.yml：导入之后改过",
        "  cases/a-01/photo-3.jpg：导入之后删了",
        "  cases/c-01/plan.pdf：导入之后又加的",
        "建议：这些改动不要了，就加上 --force 撤回；它们现在的样子会另存一份。",
    ]


def test_force_keeps_what_was_changed(project: Path) -> None:
    """With --force all goes back, and the files as they had become lie in the journal's folder."""
    imported(project)
    (project / "cases/a-01/case.yml").write_bytes(b"title: by hand\n")
    (project / "cases/c-01/plan.pdf").write_bytes(b"pdf")

    _, kept = Journal(project).undo(force=True)

    assert (contents(project), folders(project)) == (BEFORE, ["a-01", "b-01"])
    assert kept is not None
    assert {one.relative_to(kept).as_posix(): one.read_bytes() for one in kept.rglob("*") if one.is_file()} == {
        "cases/a-01/case.yml": b"title: by hand\n",
        "cases/c-01/plan.pdf": b"pdf",
    }


# Cut off.


def killed(deed: Callable[[], object], step: int) -> bool:
    """Do something in a process that dies at a step; gives whether it did."""
    child = os.fork()
    if not child:
        count = 0

        def die(event: str, _: object) -> None:
            nonlocal count
            if event in STEPS:
                count += 1
                if count == step:
                    os._exit(9)

        sys.addaudithook(die)
        try:
            deed()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.sampled("step", range(1, MOST_STEPS))
def test_an_import_killed_anywhere_is_whole_or_nothing(project: Path, step: int) -> None:
    """Whatever the step, the next command finds all or nothing of it, and an undo after that finds the beginning."""
    was_killed = killed(lambda: imported(project), step)
    is_whole = contents(project) == AFTER
    Journal(project).recover()

    assert contents(project) in ((BEFORE, AFTER) if was_killed and not is_whole else (AFTER,))
    assert left(project) == []
    if contents(project) == AFTER:
        Journal(project).undo()
    assert (contents(project), folders(project)) == (BEFORE, ["a-01", "b-01"])
    assert imported(project).number in (1, 2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.sampled("step", range(1, MOST_STEPS))
def test_an_undo_killed_anywhere_is_whole_or_nothing(project: Path, step: int) -> None:
    """Whatever the step, the next command finds the import or what was before it; and undo can be done again."""
    imported(project)
    was_killed = killed(Journal(project).undo, step)
    Journal(project).recover()

    assert contents(project) in ((BEFORE, AFTER) if was_killed else (BEFORE,))
    assert left(project) == []
    if contents(project) == AFTER:
        Journal(project).undo()
    assert (contents(project), folders(project)) == (BEFORE, ["a-01", "b-01"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_every_step_is_among_those_that_are_killed(project: Path) -> None:
    """An import of these files has no more steps than are tried, and an undo has enough to prove something."""
    assert not killed(lambda: imported(project), MOST_STEPS)
    assert killed(Journal(project).undo, 40)


def test_what_was_cut_off_is_told_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next command says what it did; the one after it has nothing to say."""
    with monkeypatch.context() as patch:
        patch.setattr(Stock, "put", _raise(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            imported(project)
    assert contents(project) == BEFORE

    said = [Journal(project).recover() for _ in range(2)]

    assert said == ["上一次导入（第 1 次）中途停了；现在已经写完。", ""]
    assert contents(project) == AFTER


def test_recovery_leaves_what_was_changed_meanwhile(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that an editor changed before the next command is not written over."""
    with monkeypatch.context() as patch:
        patch.setattr(Stock, "put", _raise(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            imported(project)
    (project / "cases/a-01/case.yml").write_bytes(b"title: by hand\n")

    said = Journal(project).recover()

    assert said.endswith("现在已经写完。其间有人改过 cases/a-01/case.yml，没有动它们。")
    assert contents(project) == {**AFTER, "cases/a-01/case.yml": b"title: by hand\n"}


# Refused.


def _raise(error: BaseException) -> Callable[..., object]:
    def refuse(*_: object, **__: object) -> object:
        raise error

    return refuse


@pytest.mark.parametrize("number", range(12))
def test_a_full_disk_leaves_all_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Refused at any file that is laid ready or put in place, nothing of the import is left."""
    count = 0
    names = ("lay", "lay_present", "pack")
    real = {name: getattr(Stock, name) for name in names}
    real_move = Stock._put

    def counted(do: Callable[..., object]) -> Callable[..., object]:
        def step(*values: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == number * 2 + 1:
                raise OSError(errno.ENOSPC, "full")
            return do(*values, **options)

        return step

    for name in names:
        monkeypatch.setattr(Stock, name, counted(real[name]))
    monkeypatch.setattr(Stock, "_put", counted(real_move))

    with pytest.raises(OSError, match="full"):
        imported(project)

    assert (contents(project), folders(project)) == (BEFORE, ["a-01", "b-01"])
    assert Journal(project).entries() == []
    assert Journal(project).recover() == ""


def test_a_refused_undo_leaves_the_import(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be put back, those before it become again what the import made of them."""
    imported(project)
    real, count = Stock._put, 0

    def put(self: Stock, number: int, *values: object) -> object:
        nonlocal count
        count += 1
        if count == 4:
            raise PermissionError(errno.EACCES, "refused")
        return real(self, number, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(Stock, "_put", put)

    with pytest.raises(PermissionError):
        Journal(project).undo()

    assert contents(project) == AFTER
    assert [one.state for one in Journal(project).entries()] == ["done"]
    Journal(project).undo()
    assert contents(project) == BEFORE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights bind")
def test_a_folder_without_rights_leaves_all_as_it_was(project: Path) -> None:
    """A case's folder that may not be written to stops the import before anything else is changed."""
    (project / "cases/a-01").chmod(0o555)
    try:
        with pytest.raises(PermissionError):
            imported(project)
        assert contents(project) == BEFORE
    finally:
        (project / "cases/a-01").chmod(0o755)


def test_a_link_is_not_written_through(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A case's folder that is a link leads out of the project; nothing is written."""
    outside = tmp_path_factory.mktemp("outside")
    (project / "cases/d-01").symlink_to(outside)

    with pytest.raises(UserError, match=r"cases/d-01/case\.yml 是链接，或者在链接里"):
        imported(project, {"cases/d-01/case.yml": b"title: d\n"})

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("path", ["cases/../mkdocs.yml", "/cases/a", "cases//a", "content/names.yml", "cases/a/./b"])
def test_nothing_else_is_written(project: Path, path: str) -> None:
    """An import changes cases and its own marks."""
    with pytest.raises(ValueError, match=re.escape(path)):
        imported(project, {path: b""})

    assert contents(project) == BEFORE


def test_two_imports_at_once_are_refused(project: Path) -> None:
    """While one runs, another stops, an undo stops, and other commands say that they may see a part."""
    imported(project)
    with held(project / ".imports/lock"):
        with pytest.raises(UserError, match="另一次导入正在进行，没有改动"):
            imported(project, {"cases/d-01/case.yml": b"title: d\n"})
        with pytest.raises(UserError, match="另一次导入正在进行，没有改动"):
            Journal(project).undo()
        (project / ".imports/current").write_text("1")
        assert Journal(project).recover() == "正在导入：现在读到的记录可能只有一部分是新的。"


def test_damaged_notes_are_left_out(project: Path) -> None:
    """What cannot be read of the journal is not listed, and hinders no import."""
    imported(project)
    for number, data in ((2, b"{"), (3, b"[]"), (4, b'{"files": 1}'), (5, b"\xff")):
        (project / f".imports/{number}").mkdir()
        (project / f".imports/{number}/import.json").write_bytes(data)

    assert [one.number for one in Journal(project).entries()] == [1]
    assert imported(project, {"cases/d-01/case.yml": b"title: d\n"}).number == 6
