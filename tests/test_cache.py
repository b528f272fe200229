"""What is kept is found again whole, or not at all; nothing that a build needs goes."""

import errno
import json
import os
import time
from pathlib import Path

import pytest

from generator.making import cache
from generator.making.cache import STALE_SECONDS, Cache, key_of, link_file, put_bytes
from generator.making.errors import words_of


def test_kept_files_are_found(tmp_path: Path) -> None:
    """Files are found under their key by name, with their content; under another key nothing is."""
    kept = Cache(tmp_path).keep("abc", {"1.jpg": b"a", "2.jpg": b"b"})

    assert Cache(tmp_path).find("abc") == kept
    assert {name: path.read_bytes() for name, path in kept.items()} == {"1.jpg": b"a", "2.jpg": b"b"}
    assert Cache(tmp_path).find("abd") is None


@pytest.mark.parametrize("harm", ["cut", "changed", "gone", "no-note", "half-note", "list-note", "binary-note"])
def test_damaged_files_are_not_found(tmp_path: Path, harm: str) -> None:
    """What was cut off, changed or lost is not taken, and can be kept anew."""
    kept = Cache(tmp_path).keep("abc", {"1.jpg": b"abc", "2.jpg": b"b"})
    note = kept["1.jpg"].with_name("abc.json")
    notes = {"half-note": note.read_bytes()[:-3], "list-note": b"[1]", "binary-note": b"\xff\xfe"}
    if harm == "gone":
        kept["2.jpg"].unlink()
    elif harm == "no-note":
        note.unlink()
    elif harm in notes:
        note.write_bytes(notes[harm])
    else:
        kept["1.jpg"].write_bytes({"cut": b"ab", "changed": b"abd"}[harm])

    assert Cache(tmp_path).find("abc") is None
    Cache(tmp_path).keep("abc", {"1.jpg": b"abc", "2.jpg": b"b"})
    assert Cache(tmp_path).find("abc") == kept


def test_nothing_is_left_of_a_file_that_could_not_be_put(tmp_path: Path) -> None:
    """Where a file cannot be put the error names it, and no half of it stays."""
    (tmp_path / "a.jpg").mkdir()

    with pytest.raises(IsADirectoryError) as caught:
        put_bytes(b"a", tmp_path / "a.jpg")
    assert caught.value.filename == str(tmp_path / "a.jpg")
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("can_link", [True, False])
def test_lent_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool) -> None:  # noqa: FBT001
    """A lent file is there in whole; when the cache's is made anew, the lent one stays as it was."""

    def refused(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    if not can_link:
        monkeypatch.setattr(os, "link", refused)
    kept = Cache(tmp_path / "cache").keep("abc", {"1.jpg": b"a"})["1.jpg"]
    link_file(kept, tmp_path / "site/photos/a.jpg")
    is_same = (tmp_path / "site/photos/a.jpg").samefile(kept)
    Cache(tmp_path / "cache").keep("abc", {"1.jpg": b"b"})

    assert is_same == can_link
    assert (tmp_path / "site/photos/a.jpg").read_bytes() == b"a"


def test_lending_replaces(tmp_path: Path) -> None:
    """What stood at the address is replaced; nothing is written into it."""
    kept = Cache(tmp_path / "cache").keep("abc", {"1.jpg": b"a"})["1.jpg"]
    (tmp_path / "old.jpg").write_bytes(b"old")
    os.link(tmp_path / "old.jpg", tmp_path / "a.jpg")
    link_file(kept, tmp_path / "a.jpg")

    assert ((tmp_path / "a.jpg").read_bytes(), (tmp_path / "old.jpg").read_bytes()) == (b"a", b"old")


def test_lending_what_is_gone(tmp_path: Path) -> None:
    """What another build has just removed is told as missing, so that it can be made again."""
    with pytest.raises(FileNotFoundError):
        link_file(tmp_path / "gone.jpg", tmp_path / "site/a.jpg")


def test_unused_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no build used for an hour goes, the note and what a build left half-written with it; what is new stays."""
    used = Cache(tmp_path).keep("aa1", {"1.jpg": b"used"})["1.jpg"]
    old = Cache(tmp_path).keep("aa2", {"1.jpg": b"old"})["1.jpg"]
    Cache(tmp_path).keep("aa3", {"1.jpg": b"new"})
    half = tmp_path / "aa/.aa4.1.jpg.new-1-1"
    half.write_bytes(b"half")
    for path in (used, used.with_name("aa1.json"), old, old.with_name("aa2.json"), half):
        os.utime(path, (0, 0))
    found = Cache(tmp_path).find("aa1")
    Cache(tmp_path).remove_unused(time.time())
    some = sorted(path.name for path in (tmp_path / "aa").iterdir())
    monkeypatch.setattr(cache, "STALE_SECONDS", -STALE_SECONDS)
    Cache(tmp_path).remove_unused(time.time())

    assert found == {"1.jpg": used}
    assert some == ["aa1.1.jpg", "aa1.json", "aa3.1.jpg", "aa3.json"]
    assert sorted(path.name for path in (tmp_path / "aa").iterdir()) == []


@pytest.mark.parametrize(("minutes", "stays"), [(59, True), (61, False)])
def test_hour_counts_from_the_last_use(tmp_path: Path, minutes: int, stays: bool) -> None:  # noqa: FBT001
    """What was last found or kept less than an hour ago stays, whole, whatever its files' own age."""
    kept = Cache(tmp_path).keep("aa1", {"1.jpg": b"1", "2.jpg": b"2"})
    for path in kept.values():
        os.utime(path, (0, 0))
    used = time.time() - 60 * minutes
    os.utime(tmp_path / "aa/aa1.json", (used, used))
    Cache(tmp_path).remove_unused(time.time())

    assert [path.exists() for path in kept.values()] == [stays, stays]
    assert (Cache(tmp_path).find("aa1") is not None) == stays


def test_damaged_files_are_not_used(tmp_path: Path) -> None:
    """A find that fails is no use: what is damaged goes in its time."""
    kept = Cache(tmp_path).keep("aa1", {"1.jpg": b"1"})["1.jpg"]
    kept.write_bytes(b"2")
    for path in (kept, kept.with_name("aa1.json")):
        os.utime(path, (0, 0))
    found = Cache(tmp_path).find("aa1")
    Cache(tmp_path).remove_unused(time.time())

    assert found is None
    assert list((tmp_path / "aa").iterdir()) == []


def test_cache_that_cannot_be_written_to_still_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the time of use cannot be noted the files are found all the same."""
    kept = Cache(tmp_path).keep("aa1", {"1.jpg": b"1"})

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "示例")

    monkeypatch.setattr(os, "utime", refused)

    assert Cache(tmp_path).find("aa1") == kept


def test_nothing_to_clear(tmp_path: Path) -> None:
    """Where nothing was ever kept, nothing is made."""
    Cache(tmp_path / "cache").remove_unused(time.time())

    assert list(tmp_path.iterdir()) == []


def test_keys() -> None:
    """A key changes with the recipe, with an ingredient, and with where one ends and the next begins."""
    keys = [key_of("1", b"ab", b"c"), key_of("2", b"ab", b"c"), key_of("1", b"a", b"bc"), key_of("1", b"abc")]

    assert len({*keys, key_of("1", b"ab", b"c")}) == 4


def test_a_long_build_keeps_what_it_used(tmp_path: Path) -> None:
    """What a build has used since it began stays, even hours ago: else it would be made again each time."""
    cache = Cache(tmp_path)
    kept = cache.keep("aa1", {"jpg": b"1"})
    hours_ago = time.time() - 2 * STALE_SECONDS
    for path in (tmp_path / "aa").iterdir():
        os.utime(path, (hours_ago, hours_ago))
    cache.remove_unused(since=hours_ago - 60)

    assert cache.find("aa1") == kept


@pytest.mark.parametrize(
    "note",
    [b"{}", b'{"files": {}}', b'{"files": {}, "seal": ""}', b"[" * 100_000, b'{"a":' * 100_000, b"null", b""],
    ids=["empty", "no-seal", "wrong-seal", "deep-list", "deep-map", "null", "nothing"],
)
def test_note_of_something_else(tmp_path: Path, note: bytes) -> None:
    """A note that is not as it was written is no note, however it reads: none of the files is lost by it."""
    kept = Cache(tmp_path).keep("abc", {"1.jpg": b"abc"})
    (tmp_path / "ab/abc.json").write_bytes(note)

    assert Cache(tmp_path).find("abc") is None
    assert Cache(tmp_path).keep("abc", {"1.jpg": b"abc"}) == kept
    assert Cache(tmp_path).find("abc") == kept


def test_note_that_lost_a_file(tmp_path: Path) -> None:
    """A note of which one file was taken out is no note."""
    Cache(tmp_path).keep("abc", {"1.jpg": b"a", "2.jpg": b"b"})
    note = json.loads((tmp_path / "ab/abc.json").read_bytes())
    del note["files"]["2.jpg"]
    (tmp_path / "ab/abc.json").write_text(json.dumps(note), encoding="utf-8")

    assert Cache(tmp_path).find("abc") is None


def spoil(folder: Path, how: str) -> None:
    """Put something in the way of a cache."""
    if how == "file":
        folder.write_bytes(b"")
    elif how == "file-above":
        folder.parent.write_bytes(b"")
    elif how == "dangling-link":
        folder.symlink_to(folder.with_name("nowhere"))
    elif how == "link-to-itself":
        folder.symlink_to(folder)
    elif how == "folder-as-note":
        (folder / "ab/abc.json").mkdir(parents=True)
    elif how == "folder-as-file":
        (folder / "ab/abc.1.jpg").mkdir(parents=True)


@pytest.mark.parametrize(
    "how", ["file", "file-above", "dangling-link", "link-to-itself", "folder-as-note", "folder-as-file"]
)
def test_a_cache_that_refuses_is_no_condition(tmp_path: Path, how: str) -> None:
    """What the cache cannot take waits in the spare folder, is found there, and the reason can be told."""
    folder = tmp_path / "cache/photos"
    if how != "file-above":
        folder.parent.mkdir()
    spoil(folder, how)
    cache = Cache(folder, tmp_path / "spare")
    kept = cache.keep("abc", {"1.jpg": b"a"})
    cache.remove_unused(time.time())

    assert cache.find("abc") == kept
    assert kept["1.jpg"].read_bytes() == b"a"
    assert kept["1.jpg"].is_relative_to(tmp_path / "spare/photos")
    assert cache.refusal.startswith("不能读写 ")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_cache_without_room_or_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A full disk and missing rights are no condition either; without a spare folder they are an error."""
    write_bytes = Path.write_bytes

    def refused(path: Path, content: bytes) -> int:
        if path.is_relative_to(tmp_path / "cache"):
            raise OSError(number, "示例")
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", refused)
    cache = Cache(tmp_path / "cache", tmp_path / "spare")
    kept = cache.keep("abc", {"1.jpg": b"a"})

    assert (cache.find("abc"), bool(cache.refusal)) == (kept, True)
    with pytest.raises(OSError, match="示例"):
        Cache(tmp_path / "cache").keep("abc", {"1.jpg": b"a"})


def test_a_good_cache_needs_no_spare_folder(tmp_path: Path) -> None:
    """Where all can be kept, nothing is put aside and there is nothing to tell."""
    cache = Cache(tmp_path / "cache", tmp_path / "spare")
    cache.keep("abc", {"1.jpg": b"a"})

    assert (cache.refusal, (tmp_path / "spare").exists()) == ("", False)


def test_a_full_disk_names_where_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copying to a full disk names the copy's folder, not the file that was copied."""

    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "示例", str(source), None, str(target))

    monkeypatch.setattr("shutil.copyfile", full)
    (tmp_path / "a.pdf").write_bytes(b"a")

    with pytest.raises(OSError, match="示例") as caught:
        cache.put(tmp_path / "a.pdf", tmp_path / "site/files/a.pdf")
    assert words_of(caught.value).startswith(f"{tmp_path / 'site/files'} 所在的磁盘满了，没有写完")
