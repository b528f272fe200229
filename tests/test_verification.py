"""`anliji verify`: what differs between a copy of a site and its manifest, and in which words that is said."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.making import verification
from generator.making.site_place import MARK, MARK_TEXT
from generator.making.verification import Verified, verify
from generator.making.written import write_manifest
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.manifest import Sum, parse_manifest

FILES = {"index.html": b"<p>", "cases/a.html": b"A", "cases/b.html": b"B", "photos/Tu.jpg": b"\xff", "empty.txt": b""}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a small site that is whole."""
    site = tmp_path / "site"
    for uri, content in FILES.items():
        put(site / uri, content)
    put(site / MARK, MARK_TEXT.encode())
    write_manifest(site, {uri: Sum.of(content) for uri, content in FILES.items()})
    return site


def put(path: Path, content: bytes) -> None:
    """Write a file with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def found(site: Path) -> Verified:
    """Verify a copy."""
    return verify(site, parse_manifest((site / MANIFEST).read_bytes()))


def run(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["verify", *map(str, words)])


AGAIN = "把 site 文件夹里面的全部内容重新拷贝一次，再核对；还是不一致的，换一个 U 盘"
WHOLE = Verified(6, 6 + len(MARK_TEXT.encode()))


def test_whole_copy(copy: Path) -> None:
    """A copy is whole whatever its times, and what systems put beside it does not count."""
    os.utime(copy / "index.html", (0, 0))
    for name in ("Thumbs.db", "photos/desktop.ini", "cases/._a.html", ".DS_Store", "System Volume Information/x"):
        put(copy / name, b"x")
    (copy / "empty folder").mkdir()
    (copy / MARK).unlink()

    assert found(copy) == WHOLE
    assert run(copy).exit_code == 0
    assert run(copy).stdout == f"{copy} 完整：6 个文件，0.0 MB，与生成的一致。\n"


def cut_off(site: Path) -> None:
    """Break a file off."""
    (site / "index.html").write_bytes(b"<")


def flip(site: Path) -> None:
    """Change a byte."""
    (site / "index.html").write_bytes(b"<q>")


@pytest.mark.parametrize(
    ("harm", "kind", "uris"),
    [
        (lambda site: (site / "cases/b.html").unlink(), "missing", ("cases/b.html",)),
        (lambda site: (site / "empty.txt").unlink(), "missing", ("empty.txt",)),
        (cut_off, "changed", ("index.html",)),
        (flip, "changed", ("index.html",)),
        (lambda site: put(site / "empty.txt", b"\0"), "changed", ("empty.txt",)),
        (lambda site: put(site / MARK, b"x"), "changed", (MARK,)),
        (lambda site: put(site / "cases/c.html", b"C"), "extra", ("cases/c.html",)),
        (lambda site: os.mkfifo(site / "pipe"), "extra", ("pipe",)),
        (lambda site: put(site / "cases" / MANIFEST, b"{}"), "extra", (f"cases/{MANIFEST}",)),
    ],
    ids=["gone", "empty gone", "cut off", "changed", "filled", "mark", "more", "pipe", "other manifest"],
)
def test_differences(copy: Path, harm: Callable[[Path], object], kind: str, uris: tuple[str, ...]) -> None:
    """Each difference is found, by kind, and ends the program with 1."""
    harm(copy)

    assert found(copy) == Verified(WHOLE.files, WHOLE.size, **{kind: uris})
    assert run(copy).exit_code == 1


def test_other_capitals(copy: Path) -> None:
    """Where capitals count, a file whose name came with others is missing, and the other one is too many."""
    (copy / "photos/Tu.jpg").rename(copy / "photos/TU.JPG")

    assert found(copy) == Verified(WHOLE.files, WHOLE.size, missing=("photos/Tu.jpg",), extra=("photos/TU.JPG",))


def test_other_capitals_on_windows(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system takes both names for one file, it is there."""
    (copy / "photos/Tu.jpg").rename(copy / "photos/TU.JPG")
    (copy / "cases").rename(copy / "CASES")
    monkeypatch.setattr(Path, "samefile", lambda one, other: str(one).casefold() == str(other).casefold())

    assert found(copy) == WHOLE


def test_links(copy: Path, tmp_path: Path) -> None:
    """A link is told even where it leads to the right bytes, and nothing behind one is looked at."""
    put(tmp_path / "elsewhere/a.html", b"A")
    put(tmp_path / "elsewhere/b.html", b"B")
    (copy / "index.html").rename(tmp_path / "index.html")
    (copy / "index.html").symlink_to(tmp_path / "index.html")
    for name in ("a", "b"):
        (copy / f"cases/{name}.html").unlink()
    (copy / "cases").rmdir()
    (copy / "cases").symlink_to(tmp_path / "elsewhere")
    (copy / "round").symlink_to(copy)

    assert found(copy) == Verified(WHOLE.files, WHOLE.size, linked=("cases", "index.html", "round"))


def test_unreadable_files(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read is told as such; the rest is compared all the same."""

    def refused(path: Path, sum_: Sum) -> bool:
        if path.name == "a.html":
            raise PermissionError(13, "Permission denied", str(path))
        return Sum.of(path.read_bytes()) == sum_

    monkeypatch.setattr(verification, "_is_same", refused)

    assert found(copy) == Verified(WHOLE.files, WHOLE.size, unreadable=("cases/a.html",))


def test_folder_that_cannot_be_listed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is told once, not each of its files as missing."""
    listed = os.scandir

    def refused(path: Path) -> object:
        if path.name == "cases":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)

    assert found(copy) == Verified(WHOLE.files, WHOLE.size, unreadable=("cases/",))


def test_report(copy: Path) -> None:
    """Each kind has a heading and its names, long lists are cut, and each kind has its advice."""
    (copy / "index.html").unlink()
    flip_name = "cases/\x1b[31m.html"
    for name in (flip_name, *(f"more/{number:02}.html" for number in range(30))):
        put(copy / name, b"")
    said = run(copy).stdout.splitlines()

    assert said[:3] == ["缺少 1 个：", "  index.html", "多出来 31 个："]
    assert said[3] == "  cases/�[31m.html"
    assert said[-3:] == [
        "  ……另有 11 个没有列出",
        f"{copy} 与生成的不一致（应有 6 个文件，0.0 MB）。",
        f"建议：{AGAIN}；多出来的不属于网站，用不着的删去。",
    ]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda site: (site / MANIFEST).unlink(), "没有 manifest.json"),
        (lambda site: (site / MANIFEST).write_bytes(b'{"version": 1, "fi'), "不是完整的 JSON"),
        (lambda site: (site / MANIFEST).write_bytes(b'{"files": {"../x": {}}, "version": 1}'), "不是网站里面的文件"),
        (lambda site: site.rename(site.with_name("gone")), "这个文件夹"),
    ],
    ids=["no manifest", "cut off", "outside", "no folder"],
)
def test_what_cannot_be_verified(copy: Path, harm: Callable[[Path], object], said: str) -> None:
    """Without a manifest to go by the program says so with a hint and ends with 2."""
    harm(copy)
    result = run(copy)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert "建议：" in result.stderr


def test_a_manifest_that_is_too_large(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that no build would write is not read into memory."""
    monkeypatch.setattr(verification, "_MOST_BYTES", 10)

    assert "太大" in run(copy).stderr


def test_site_of_the_project(tmp_project: Path, copy: Path) -> None:
    """Without a folder the project's own site is verified."""
    copy.rename(tmp_project / "site")
    result = CliRunner().invoke(main, ["-C", str(tmp_project), "verify"])

    assert (result.exit_code, result.stdout) == (0, f"{tmp_project / 'site'} 完整：6 个文件，0.0 MB，与生成的一致。\n")
