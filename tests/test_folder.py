"""The project's folder: what is found on disk, and what is left where it is."""

import os
from pathlib import Path

import pytest

from generator.making.errors import UserError
from generator.making.project import folder
from generator.making.project.recognised import has_project
from generator.reading.record import Record


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with an empty folder for one record."""
    (tmp_path / "cases/x-01").mkdir(parents=True)
    return tmp_path


def test_case_ids_are_sorted_folders(root: Path) -> None:
    """Every folder of cases/ is a record, sorted; hidden folders, `_` folders, links and files are none."""
    for name in ("b b", "示例", "a-01", ".git", "_old"):
        (root / "cases" / name).mkdir()
    (root / "cases/readme.txt").write_text("x")
    (root / "elsewhere").mkdir()
    (root / "cases/link").symlink_to(root / "elsewhere")
    (root / "cases/inner").symlink_to(root / "cases/a-01")
    (root / "cases/dangling").symlink_to(root / "nowhere")

    assert folder.case_ids(root) == ["a-01", "b b", "x-01", "示例"]


def test_no_cases_folder(tmp_path: Path) -> None:
    """A project without cases/ is told where the records should be: a build would empty a good site."""
    with pytest.raises(UserError, match="这个文件夹，案例记录应当在里面。\n建议：") as caught:
        folder.case_ids(tmp_path)

    assert str(caught.value).startswith(f"找不到 {tmp_path / 'cases'} 这个文件夹")


def test_empty_cases_folder(tmp_path: Path) -> None:
    """A project whose cases/ is empty has no records."""
    (tmp_path / "cases").mkdir()

    assert folder.case_ids(tmp_path) == []


def test_cases_is_a_file(tmp_path: Path) -> None:
    """A file in the place of cases/ is the caller's to tell."""
    (tmp_path / "cases").write_text("x")

    with pytest.raises(NotADirectoryError):
        folder.case_ids(tmp_path)


def test_record_without_case_yml(root: Path) -> None:
    """A folder without case.yml gives an empty record with the path where it should be."""
    assert folder.read_case(root, "x-01") == Record(
        "x-01", "cases/x-01/case.yml", b"", frozenset(), {}, is_missing=True
    )


@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "dangling"])
def test_case_yml_that_is_no_file(root: Path, kind: str) -> None:
    """A folder, a link to a file elsewhere or a pipe called case.yml is not read: the record is empty."""
    secret, path = root / "secret.txt", root / "cases/x-01/case.yml"
    secret.write_text("秘密", encoding="utf-8")
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(secret if kind == "link" else root / "nowhere")

    assert folder.read_case(root, "x-01").data == b""


def test_files_beside_a_record(root: Path) -> None:
    """Only regular files count: not case.yml, hidden files, folders, pipes or links out of the folder."""
    place = root / "cases/x-01"
    for name in ("case.yml", "a.jpg", "说明 1.pdf", ".DS_Store"):
        (place / name).write_bytes(b"x")
    (place / "sub.jpg").mkdir()
    (root / "secret.pdf").write_bytes(b"x")
    (place / "secret.pdf").symlink_to(root / "secret.pdf")
    os.mkfifo(place / "pipe.png")
    record = folder.read_case(root, "x-01")

    assert (record.data, record.files) == (b"x", frozenset({"a.jpg", "说明 1.pdf"}))
    assert {name: picture.fault for name, picture in record.pictures.items()} == {"a.jpg": "unreadable"}


def test_data_is_as_it_is(root: Path) -> None:
    """Bytes come as they are: byte order mark, other encodings and line ends are the reader's to judge."""
    data = b"\xef\xbb\xbftitle: \xce\xd2\r\n"
    (root / "cases/x-01/case.yml").write_bytes(data)

    assert folder.read_case(root, "x-01").data == data


def test_collections(root: Path) -> None:
    """Collections come sorted, with their file's name as id; folders, links and other files are none."""
    place = root / "content/collections"
    place.mkdir(parents=True)
    for name in ("b.yml", "a.yml", "c.yaml", "a.yaml.txt", "d.json", "e.ym"):
        (place / name).write_text(name)
    (place / "folder.yml").mkdir()
    (place / "link.yml").symlink_to(place / "a.yml")

    assert list(folder.read_collections(root)) == [
        Record("a", "content/collections/a.yml", b"a.yml"),
        Record("b", "content/collections/b.yml", b"b.yml"),
        Record("c", "content/collections/c.yaml", b"c.yaml"),
    ]


def test_no_collections(tmp_path: Path) -> None:
    """A project without collections has none."""
    assert list(folder.read_collections(tmp_path)) == []


@pytest.mark.parametrize("name", folder.LISTS)
@pytest.mark.parametrize("kind", ["missing", "folder", "file"])
def test_lists(root: Path, name: str, kind: str) -> None:
    """A list of the project's is read where it is a file, refused where it is none, and no written page."""
    path = root / name
    path.parent.mkdir()
    if kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_bytes(b"words: []")
    wanted = {
        "missing": None,
        "folder": Record(path.stem, name, b"", refusal="no-list"),
        "file": Record(path.stem, name, b"words: []"),
    }

    assert folder.read_list(root, name) == wanted[kind]
    assert [path for path, _ in folder.read_written(root) if path == name] == []


@pytest.mark.parametrize(
    ("made", "expected"),
    [("", False), ("mkdocs.yml", True), ("cases/", True), ("cases", False), ("content/", False)],
    ids=["nothing", "settings", "records", "cases-file", "content"],
)
def test_has_project(tmp_path: Path, made: str, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    """A project has settings or records."""
    if made.endswith("/"):
        (tmp_path / made).mkdir()
    elif made:
        (tmp_path / made).write_text("x")

    assert has_project(tmp_path) == expected
