"""Folders and archives are opened into single files, traps and bombs are told and left alone."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from generator.making.intake.sources import Sources, opened_sources
from generator.making.office.conversion import convert, find_office

SUFFIXES = frozenset((".docx", ".xlsx"))


def opened(*paths: Path) -> tuple[list[str], list[str], list[tuple[str, str, str]]]:
    """Give the names of files and pictures, and the problems with their files and rules."""
    with opened_sources(paths, SUFFIXES) as sources:
        return _told(sources)


def _told(sources: Sources) -> tuple[list[str], list[str], list[tuple[str, str, str]]]:
    problems = [(one.path, one.rule, one.message) for one in sources.problems]
    return [one.name for one in sources.files], [one.name for one in sources.pictures], problems


def archive(entries: dict[str, bytes]) -> bytes:
    """Pack files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return packed.getvalue()


def test_a_folder_gives_its_files_by_name(tmp_path: Path) -> None:
    """Every file below a folder is named with the folder; what programs leave behind is passed over."""
    folder = tmp_path / "材料"
    (folder / "示例大学").mkdir(parents=True)
    for name in ("示例大学/二.docx", "示例大学/一.docx", "示例大学/~$一.docx", "汇总.xlsx", "图.jpg", ".DS_Store"):
        (folder / name).write_bytes(b"x")
    (folder / "说明.pdf").write_bytes(b"x")

    actual = opened(folder)

    assert actual == (
        ["材料/汇总.xlsx", "材料/示例大学/一.docx", "材料/示例大学/二.docx"],
        ["材料/图.jpg"],
        [("材料/说明.pdf", "file-format", "这种文件（.pdf）不读")],
    )


def test_archives_inside_archives_are_opened(tmp_path: Path) -> None:
    """A file in an archive in an archive has the names of both; deeper than three is told."""
    data = archive({"案例.docx": b"x"})
    for _ in range(3):
        data = archive({"里.zip": data, "外.docx": b"y"})
    (tmp_path / "包.zip").write_bytes(data)

    files, _, problems = opened(tmp_path / "包.zip")

    assert files == ["包.zip/外.docx", "包.zip/里.zip/外.docx", "包.zip/里.zip/里.zip/外.docx"]
    assert problems == [("包.zip/里.zip/里.zip/里.zip", "file-huge", "没有打开")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_archives_are_read_in_chinese(encoding: str, tmp_path: Path) -> None:
    """Names are Chinese whether a program wrote them in GBK or in UTF-8 without saying so."""
    written = "示例大学/案例.docx".encode(encoding)
    # A name of ASCII letters is written without saying in which encoding it is.
    data = archive({"P" * len(written): b"x"}).replace(b"P" * len(written), written)
    (tmp_path / "包.zip").write_bytes(data)

    assert opened(tmp_path / "包.zip")[0] == ["包.zip/示例大学/案例.docx"]


def test_paths_out_of_an_archive_are_refused(tmp_path: Path) -> None:
    """No entry gets out of the folder where archives are unpacked; the others are read."""
    data = archive({"../../x.docx": b"x", "/etc/y.docx": b"x", "C:/z.docx": b"x", "好.docx": b"x"})
    (tmp_path / "包.zip").write_bytes(data)

    files, _, problems = opened(tmp_path / "包.zip")

    assert files == ["包.zip/好.docx"]
    assert problems == [
        ("包.zip", "file-unsafe", "里面的“../../x.docx”没有取"),
        ("包.zip", "file-unsafe", "里面的“/etc/y.docx”没有取"),
        ("包.zip", "file-unsafe", "里面的“C:/z.docx”没有取"),
    ]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    """What was packed a thousand times smaller is told and not unpacked."""
    (tmp_path / "包.zip").write_bytes(archive({"大.docx": bytes(17 * 1024 * 1024), "好.docx": b"x"}))

    files, _, problems = opened(tmp_path / "包.zip")

    assert files == ["包.zip/好.docx"]
    assert problems == [("包.zip/大.docx", "file-huge", "太大，没有读")]


def test_broken_archives_are_told(tmp_path: Path) -> None:
    """An archive that is none, one that was cut off, and a file that is not there are told each."""
    whole = archive({"好.docx": b"x" * 5000})
    (tmp_path / "假.zip").write_bytes(b"Rar!")
    (tmp_path / "断.zip").write_bytes(whole[: len(whole) // 2])

    _, _, problems = opened(tmp_path / "假.zip", tmp_path / "断.zip", tmp_path / "无.docx", tmp_path)

    assert problems == [
        ("假.zip", "file-damaged", "压缩包打不开"),
        ("断.zip", "file-damaged", "压缩包打不开"),
        ("无.docx", "file-missing", "找不到这个文件"),
        (f"{tmp_path.name}/假.zip", "file-damaged", "压缩包打不开"),
        (f"{tmp_path.name}/断.zip", "file-damaged", "压缩包打不开"),
    ]


def test_nothing_stays_behind(tmp_path: Path) -> None:
    """What was unpacked is gone when the import is over."""
    (tmp_path / "包.zip").write_bytes(archive({"好.docx": b"x"}))
    with opened_sources([tmp_path / "包.zip"], SUFFIXES) as sources:
        path = sources.files[0].path
        assert path.read_bytes() == b"x"

    assert not path.exists()


@pytest.mark.program
@pytest.mark.skipif(os.name != "posix", reason="the program is a script")
def test_documents_of_other_programs_are_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is started once for all files, with settings of its own; what it does not make is missing."""
    program = tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "assert any(one.startswith('-env:UserInstallation=file://') for one in sys.argv)\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "for one in map(pathlib.Path, sys.argv[sys.argv.index('--outdir') + 2:]):\n"
        "    if one.read_bytes() != b'bad':\n"
        "        (out / (one.stem + '.docx')).write_bytes(b'made of ' + one.read_bytes())\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "一.doc").write_bytes(b"one")
    (tmp_path / "二.wps").write_bytes(b"bad")
    folder = tmp_path / "work"
    folder.mkdir()

    made = convert(find_office(), {"a": tmp_path / "一.doc", "b": tmp_path / "二.wps"}, folder)

    assert {key: path.read_bytes() for key, path in made.items()} == {"a": b"made of one"}
