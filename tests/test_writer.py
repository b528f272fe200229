"""What artifacts hold is written at their addresses: texts and bytes anew, finished files linked or copied."""

import os
from pathlib import Path

import pytest

from generator.making.writer import Writer, content_of
from generator.outputs.site.artifact import Content, FinishedFile, Made
from generator.outputs.site.manifest import Sum


@pytest.mark.parametrize("uri", ["a.html", "a/b/c.html", "photos/水样.jpg"])
def test_writer_makes_folders(tmp_path: Path, uri: str) -> None:
    """A file is written at its address, in UTF-8, with the folders it needs, once and again."""
    writer = Writer(tmp_path)
    for text in ("第一次", "第二次"):
        writer.write(Made({uri: text}))

    assert (tmp_path / uri).read_bytes() == "第二次".encode()


def test_artifact_of_several_files(tmp_path: Path) -> None:
    """All files of an artifact are written and summed up; one without files is none."""
    writer = Writer(tmp_path)
    sums = [writer.write(Made({"a/1.js": "甲", "a/2.js": b"\0", "b.js": ""})), writer.write(Made({}))]

    assert sums == [{"a/1.js": Sum.of("甲".encode()), "a/2.js": Sum.of(b"\0"), "b.js": Sum.of(b"")}, {}]
    assert [(tmp_path / uri).read_bytes() for uri in ("a/1.js", "a/2.js", "b.js")] == ["甲".encode(), b"\0", b""]


def test_writer_raises_what_the_system_refuses(tmp_path: Path) -> None:
    """A place that cannot be written to is the caller's to tell."""
    (tmp_path / "a").write_text("x")

    with pytest.raises(OSError, match="a"):
        Writer(tmp_path).write(Made({"a/b.html": ""}))


@pytest.mark.parametrize("may_be_linked", [True, False])
def test_finished_files(tmp_path: Path, may_be_linked: bool) -> None:  # noqa: FBT001 (a case of the table)
    """A finished file becomes a second name where that is allowed, else a copy; either has all its bytes."""
    source = tmp_path / "kept.pdf"
    source.write_bytes(b"%PDF")
    made = Made({"files/a.pdf": FinishedFile(str(source), may_be_linked=may_be_linked)})
    sums = Writer(tmp_path / "site").write(made)
    target = tmp_path / "site/files/a.pdf"

    assert sums == {"files/a.pdf": Sum.of(b"%PDF")}
    assert (target.read_bytes(), target.samefile(source)) == (b"%PDF", may_be_linked)


def test_disk_that_cannot_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk knows no second names a finished file is copied."""

    def refused(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    (tmp_path / "kept.pdf").write_bytes(b"%PDF")
    Writer(tmp_path / "site").write(Made({"a.pdf": FinishedFile(str(tmp_path / "kept.pdf"))}))

    assert (tmp_path / "site/a.pdf").read_bytes() == b"%PDF"
    assert not (tmp_path / "site/a.pdf").samefile(tmp_path / "kept.pdf")


@pytest.mark.parametrize("may_be_linked", [True, False])
def test_file_that_is_in_place(tmp_path: Path, may_be_linked: bool) -> None:  # noqa: FBT001 (a case of the table)
    """A finished file that lies at its address already, as under `mkdocs serve`, stays as it is."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("a{}", encoding="utf-8")
    before = (tmp_path / "assets/a.css").stat()
    file = FinishedFile(str(tmp_path / "assets/a.css"), may_be_linked=may_be_linked)
    Writer(tmp_path).write(Made({"assets/a.css": file}))

    assert (tmp_path / "assets/a.css").stat() == before
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["a.css"]


def test_finished_file_that_is_gone(tmp_path: Path) -> None:
    """A finished file that is no longer there is an error."""
    with pytest.raises(FileNotFoundError):
        Writer(tmp_path / "site").write(Made({"a.jpg": FinishedFile(str(tmp_path / "gone.jpg"))}))


@pytest.mark.parametrize("form", [str, bytes, FinishedFile])
def test_content_is_bytes(tmp_path: Path, form: type[Content]) -> None:
    """A browser gets the bytes that a build would write: text in UTF-8, bytes as they are, a file's own."""
    (tmp_path / "a.txt").write_bytes("示例".encode())
    content = {str: "示例", bytes: "示例".encode(), FinishedFile: FinishedFile(str(tmp_path / "a.txt"))}[form]
    Writer(tmp_path / "site").write(Made({"a.txt": content}))

    assert content_of(content) == (tmp_path / "site/a.txt").read_bytes() == "示例".encode()
