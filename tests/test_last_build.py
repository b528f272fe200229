"""What a build knows of the last one: it says so where nothing has changed, and is never taken in."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.hosting.configuration import load
from generator.hosting.reach import is_known
from generator.making.cache import FACES
from generator.making.site_place import MARK
from generator.making.store import database, last_build, listing
from generator.making.store.database import FILE, Store
from generator.making.store.kept_site import KeptSite
from generator.making.store.listing import list_project, list_site
from generator.making.writer import Writer
from generator.outputs.site.artifact import Made
from generator.outputs.site.manifest import Sum

UNCHANGED = "没有改动，网站仍是上次生成的：共 1 个案例"
HEAVY = {"jinja2", "mkdocs", "numpy", "pydantic", "yaml", "PIL", "pypinyin"}
CASE = "cases/x-01/case.yml"


def build(root: Path, *options: str) -> str:
    """Build a project without books; gives what was said."""
    return CliRunner().invoke(main, ["-C", str(root), "build", "--no-books", *options]).stderr


@pytest.fixture(name="built")
def fixture_built(tmp_project: Path) -> Path:
    """Give a project that has just been built."""
    build(tmp_project)
    return tmp_project


@pytest.mark.build
def test_nothing_is_made_where_nothing_has_changed(built: Path) -> None:
    """The second build says what the first said, touches no file, and reads no library that makes sites."""
    times = {path: path.stat().st_mtime_ns for path in built.rglob("site/**/*")}
    command = [sys.executable, "-X", "importtime", "-m", "generator.cli", "-C", str(built), "build", "--no-books"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}

    assert (done.returncode, UNCHANGED in done.stderr, imported & HEAVY) == (0, True, set())
    assert "注意：mkdocs.yml 里的 site_url 还是示例网址" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in built.rglob("site/**/*")} == times


def _same_size_and_time(root: Path) -> None:
    path = root / CASE
    seen = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("示例村", "示例乡"), encoding="utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _from_the_future(root: Path) -> None:
    path = root / CASE
    path.write_text(path.read_text(encoding="utf-8").replace("示例村", "示例乡"), encoding="utf-8")
    os.utime(path, (4_000_000_000, 4_000_000_000))


def _from_the_past(root: Path) -> None:
    _from_the_future(root)
    os.utime(root / CASE, (1_000_000_000, 1_000_000_000))


def _folder_for_store(root: Path) -> None:
    (root / FILE).unlink()
    (root / FILE).mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "same-size-and-time": _same_size_and_time,
    "clock-ahead": _from_the_future,
    "clock-back": _from_the_past,
    "new-folder": lambda root: (root / "cases/x-02").mkdir(),
    "file-beside": lambda root: (root / "cases/x-01/a.txt").touch(),
    "page": lambda root: (root / "content/new.md").write_text("# 新的\n", encoding="utf-8"),
    "page-of-the-site-changed": lambda root: (root / "site/index.html").write_text("x", encoding="utf-8"),
    "page-of-the-site-gone": lambda root: (root / "site/about.html").unlink(),
    "page-of-the-site-added": lambda root: (root / "site/more.html").touch(),
    "site-gone": lambda root: (root / "site").rename(root.with_name("elsewhere")),
    "store-gone": lambda root: (root / FILE).unlink(),
    "store-is-a-folder": _folder_for_store,
    "store-cut-off": lambda root: (root / FILE).write_bytes((root / FILE).read_bytes()[:5000]),
    "store-of-another-program": lambda root: (root / FILE).write_bytes(b"x" * 9000),
    "store-empty": lambda root: (root / FILE).write_bytes(b""),
    "folder-behind-a-link": lambda root: (root / "content/more").symlink_to(root.parent),
    "link-to-itself": lambda root: (root / "content/loop").symlink_to(root / "content/loop"),
    "links-in-a-circle": lambda root: (root / "cases/x-01/around").symlink_to(root),
    "pipe": lambda root: os.mkfifo(root / "cases/x-01/pipe"),
}


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_noticed(tmp_project: Path, change: Callable[[Path], object]) -> None:
    """A change of the project, the site or the store is never taken for none, however little of it shows."""
    build(tmp_project)
    assert UNCHANGED in build(tmp_project)

    change(tmp_project)

    assert UNCHANGED not in build(tmp_project)


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_the_same_content_at_another_time_is_no_change(built: Path) -> None:
    """A file that was only written again is compared, and the next build need not compare it again."""
    os.utime(built / CASE, (1_000_000_000, 1_000_000_000))

    assert UNCHANGED in build(built)
    assert last_build.find(built).before["files"] == list_project(built).files


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_a_large_register_is_no_change(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build itself writes is known by its content, however many addresses it has; a large photo is not read."""
    monkeypatch.setattr(listing, "_MOST_READ", 10)
    monkeypatch.setattr(last_build, "_YOUNG_NS", 0)
    photo = tmp_project / "cases/x-01/照片.jpg"
    photo.write_bytes(b"x" * 20)
    os.utime(photo, (1_000_000_000, 1_000_000_000))
    build(tmp_project)
    assert (tmp_project / "cases/addresses.txt").stat().st_size > 10

    assert UNCHANGED in build(tmp_project)

    os.utime(photo, (1_100_000_000, 1_100_000_000))
    assert UNCHANGED not in build(tmp_project)


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_files_that_did_not_change_keep_their_times(built: Path) -> None:
    """After a change just those files are new whose bytes are, so that copying programs copy nothing else."""
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in built.rglob("site/**/*.*") if path.is_file()
    }
    path = built / CASE
    path.write_text(path.read_text(encoding="utf-8").replace("示例村", "示例乡"), encoding="utf-8")
    build(built)
    after = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in built.rglob("site/**/*.*") if path.is_file()
    }
    other = {path for path in after if after[path][0] != before.get(path, (b"", 0))[0]}
    new = {path for path in after if after[path][1] != before.get(path, (b"", 0))[1]}

    assert new - {built / "site" / MARK} == other != set()
    assert built / "site/cases/x-01.html" in other
    assert built / "site/about.html" not in other


@pytest.mark.build
def test_a_second_name_of_a_file_is_never_written_into(tmp_path: Path) -> None:
    """What takes the place of a file that was taken from the site in place leaves that one as it is."""
    site, new = tmp_path / "site", tmp_path / "new"
    Writer(site).write(Made({"a.html": "old"}))
    kept = KeptSite(str(site), {"a.html": Sum.of(b"old")}, list_site(site), {"a.html": ("mark", ("a.html",))})
    writer = Writer(new, kept)

    assert writer.take("a.html", "another") is None
    assert writer.take("a.html", "mark") == {"a.html": Sum.of(b"old")}
    assert (new / "a.html").samefile(site / "a.html")
    writer.write(Made({"a.html": "new"}))
    assert ((site / "a.html").read_text(), (new / "a.html").read_text()) == ("old", "new")


def test_a_file_of_another_site_is_not_taken(tmp_path: Path) -> None:
    """Another build may put its site in place while this one takes files from the old one."""
    site, new = tmp_path / "site", tmp_path / "new"
    Writer(site).write(Made({"a.html": "old"}))
    kept = KeptSite(str(site), {"a.html": Sum.of(b"old")}, list_site(site), {"a.html": ("mark", ("a.html",))})
    Writer(site).write(Made({"a.html": "of another"}))
    writer = Writer(new, kept)

    assert writer.take("a.html", "mark") is None
    writer.write(Made({"a.html": "old"}))
    assert ((site / "a.html").read_text(), (new / "a.html").read_text()) == ("of another", "old")


@pytest.mark.build
@pytest.mark.usefixtures("real_face")
def test_two_builds_at_once_leave_a_whole_site(built: Path, tmp_path: Path) -> None:
    """Whichever is done last, the site and what is known of it are those of one build."""
    path = built / CASE
    # The face of titles is that of before: no character is new.
    text = path.read_text(encoding="utf-8").replace("示例支部与示例村", "示例村与示例支部")
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "generator.cli", "-C", str(built), "build", "--no-books"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    codes = [one.wait() for one in both]
    said = build(built)
    shutil.copytree(built, tmp_path / "copy", ignore=shutil.ignore_patterns(".cache", "site"))
    shutil.copytree(built / FACES, tmp_path / "copy" / FACES)
    build(tmp_path / "copy")

    assert (codes, "已发布 1 个案例" in said or UNCHANGED in said) == ([0, 0], True)
    assert _bytes(built / "site") == _bytes(tmp_path / "copy/site")


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_paranoid_reads_everything(built: Path) -> None:
    """--paranoid takes nothing for unchanged by its looks."""
    assert UNCHANGED not in build(built, "--paranoid")


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_what_is_asked_counts(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other options, another day and another program make the site anew."""
    assert UNCHANGED not in build(built, "--strict")
    assert UNCHANGED in build(built, "--strict")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795867200")
    assert UNCHANGED not in build(built, "--strict")
    monkeypatch.setattr(last_build, "program_digest", lambda: "another")
    assert UNCHANGED not in build(built, "--strict")


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_a_project_that_was_moved_is_built_anew(built: Path) -> None:
    """What is said names the folder, so the store of a copy counts for nothing."""
    moved = built.rename(built.with_name("moved"))

    assert f"{moved}/site/index.html" in build(moved)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", True),
        ("copyright: 示例\n", True),
        ("hooks: [hook.py]\n", False),
        ("copyright: !ENV HOME\n", False),
        ("INHERIT: ../more.yml\n", False),
        ("INHERIT: inside.yml\n", True),
        ("INHERIT: .hidden/inside.yml\n", False),
        ("docs_dir: .hidden\n", False),
        ("docs_dir: content/../other\n", True),
        ("theme:\n  name: anliji\n  custom_dir: .hidden\n", False),
        ("theme:\n  name: anliji\n  custom_dir: other\n", True),
    ],
)
def test_what_comes_from_outside_is_not_known(tmp_project: Path, setting: str, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    """A site that depends on more than the project's files, or on some in a hidden folder, is made each time."""
    for folder in (".hidden", "other"):
        (tmp_project / folder).mkdir()
    for path in (tmp_project / "hook.py", tmp_project.parent / "more.yml", tmp_project / "inside.yml"):
        path.write_text("", encoding="utf-8")
    for name in ("inside.yml", ".hidden/inside.yml"):
        (tmp_project / name).write_text("site_author: 示例\n", encoding="utf-8")
    (tmp_project.parent / "more.yml").write_text("site_author: 示例\n", encoding="utf-8")
    path = tmp_project / "mkdocs.yml"
    key = setting.partition(":")[0]
    kept = [
        line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.partition(":")[0] != key
    ]
    path.write_text("".join(kept) + setting, encoding="utf-8")

    assert is_known(tmp_project, load(tmp_project).config, with_books=True) == expected


def test_values_come_back(tmp_path: Path) -> None:
    """A value is kept by kind and name, replaced, forgotten, and a kind is begun anew."""
    store = Store(tmp_path)
    assert store.write({("a", "1"): b"x", ("a", "2"): b"y", ("b", ""): b"z"})
    assert store.write({("a", "1"): b"new", ("b", ""): None})

    assert (store.read_all("a"), store.read("b")) == ({"1": b"new", "2": b"y"}, None)
    assert store.write({("a", "3"): b"q"}, anew=("a",))
    assert store.read_all("a") == {"3": b"q"}


def test_a_name_that_is_no_text_is_not_kept(tmp_path: Path) -> None:
    """A file's name may have bytes that are no text; the others are kept all the same."""
    store = Store(tmp_path)

    assert store.write({("a", "x\udcff"): b"x", ("a", "y\udcff"): None, ("a", "z"): b"z"})
    assert (store.read_all("a"), store.read("a", "x\udcff")) == ({"z": b"z"}, None)


def test_a_damaged_value_is_missing(tmp_path: Path) -> None:
    """One bit that changed on the disk loses the value, not the others."""
    store = Store(tmp_path)
    store.write({("a", "1"): b"whole and sound", ("a", "2"): b"as it was"})
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"whole and sound", b"whole and soumd"))

    assert store.read_all("a") == {"2": b"as it was"}


def test_a_store_of_a_newer_version_is_begun_anew(tmp_path: Path) -> None:
    """Nothing is found in it, and what is written next is found."""
    store = Store(tmp_path)
    store.write({("a", "1"): b"x"})
    with closing(sqlite3.connect(tmp_path / FILE)) as opened:
        opened.execute("PRAGMA user_version = 99")

    assert store.read("a", "1") is None
    assert store.write({("a", "2"): b"y"})
    assert store.read_all("a") == {"2": b"y"}


@pytest.mark.parametrize(
    "spoil",
    [
        "DROP TABLE kept",
        "ALTER TABLE kept ADD COLUMN more",
        "zeros over the first page",
        "zeros over the second page",
    ],
)
def test_a_store_that_takes_nothing_is_begun_anew(tmp_path: Path, spoil: str) -> None:
    """A file with our numbers that is damaged behind them, or lacks the table, gives way to a new one at once."""
    store = Store(tmp_path)
    store.write({("a", str(number)): bytes(1000) for number in range(20)})
    if spoil.startswith("zeros"):
        with (tmp_path / FILE).open("r+b") as opened:
            opened.seek(100 if "first" in spoil else 4096)
            opened.write(bytes(3996))
    else:
        with closing(sqlite3.connect(tmp_path / FILE)) as opened:
            opened.execute(spoil)

    assert store.write({("a", "new"): b"y"})
    assert store.read_all("a")["new"] == b"y"


def test_a_store_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has waited for a file that another program holds waits no second time, and writes when it is free again."""
    store = Store(tmp_path)
    store.write({("a", "1"): b"x"})
    asked: list[float] = []
    connect = sqlite3.connect

    def noted(*given: object, timeout: float, **more: object) -> object:
        asked.append(timeout)
        return connect(*given, timeout=min(timeout, 0.01), **more)  # type: ignore[call-overload]

    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", noted)
        store.read_all("a")
        store.names("a")
        assert store.write({("a", "2"): b"y"}) is False

    assert (asked[0] > 0, set(asked[1:])) == (True, {0})
    assert store.write({("a", "2"): b"y"})


def test_nobody_waits_long_for_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the file nothing is found and nothing written, and the file stays."""
    store = Store(tmp_path)
    store.write({("a", "1"): b"x"})
    monkeypatch.setattr(database, "_PATIENCE_SECONDS", 0.01)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert (store.read("a", "1"), store.write({("a", "2"): b"y"})) == (None, False)
    assert store.read("a", "1") == b"x"


def test_a_project_without_room_for_a_store_does_without(tmp_path: Path) -> None:
    """A file in the place of .cache is left as it is."""
    (tmp_path / ".cache").touch()

    assert Store(tmp_path).write({("a", "1"): b"x"}) is False
    assert Store(tmp_path).read("a", "1") is None
