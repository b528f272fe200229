"""Every photo is developed once: its copies go to their addresses, and wait for the next build."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.case.model import Case
from generator.making import cache, workers
from generator.making.errors import UserError
from generator.making.images import photos
from generator.making.images.photos import CACHE, read_copies, read_sizes, write_photos
from generator.making.project.attachments import write_attachments
from generator.making.project.image_files import read_size

RED, BLUE = (200, 30, 30), (30, 30, 200)


@pytest.fixture
def pictured(tmp_path: Path, case: Callable[..., Case]) -> Callable[..., Case]:
    """Give a case with photos of one colour, which lie in its folder: `pictured("x-01", "a.jpg", "b.png")`."""

    def pictured_case(id: str, *names: str, colour: tuple[int, int, int] = RED) -> Case:
        folder = tmp_path / "cases" / id
        folder.mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(names):
            # Each a little different, so that none is another's double.
            Image.new("RGB", (100 + number, 50), colour).save(folder / name, quality=90)
        return case(id, photos=[{"file": name, "caption": "示例"} for name in names])

    return pictured_case


@pytest.fixture
def developed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Give the photos that were developed, as they come."""
    seen: list[bytes] = []
    make_copies = photos.make_copies

    def counted(data: bytes) -> dict[str, bytes]:
        seen.append(data)
        return make_copies(data)

    monkeypatch.setattr(photos, "make_copies", counted)
    return seen


def files_of(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_copies_go_to_their_addresses(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """A case's photos are published in each size and kind, and measured; other files of its folder are not."""
    one = pictured("x-01", "水样 1.png")
    Image.new("RGB", (600, 30)).save(tmp_path / "cases/x-01/private.jpg")
    wide = pictured("x-02")
    steps: list[int] = []
    sizes = write_photos([one, wide], tmp_path, tmp_path / "site", steps.append)

    assert list(files_of(tmp_path / "site")) == ["photos/x-01/水样 1.png.100.jpg", "photos/x-01/水样 1.png.100.webp"]
    assert (sizes, steps) == ({"x-01/水样 1.png": (100, 50)}, [1])
    assert read_sizes([one, wide], tmp_path) == sizes


def test_attachments(tmp_path: Path, case: Callable[..., Case]) -> None:
    """An attachment goes to its address as it is."""
    (tmp_path / "cases/x-01").mkdir(parents=True)
    (tmp_path / "cases/x-01/方案 1.pdf").write_bytes(b"%PDF")
    steps: list[int] = []
    one = case("x-01", attachments=[{"file": "方案 1.pdf", "title": "示例"}])
    write_attachments([one, case("x-02")], tmp_path, tmp_path / "site", steps.append)

    assert files_of(tmp_path / "site") == {"files/x-01/方案 1.pdf": b"%PDF"}
    assert steps == [1]


def test_photos_that_differ_in_their_ending(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """Photos of one name and several formats are published side by side."""
    write_photos([pictured("x-01", "a.jpg", "a.jpeg", "a.png", "a.webp")], tmp_path, tmp_path / "site")

    assert len(files_of(tmp_path / "site")) == 8


def test_second_time_nothing_is_developed(
    tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]
) -> None:
    """A photo that did not change is not developed again, under another name neither, and its files are the same."""
    cases = [pictured("x-01", "a.jpg", "b.jpg"), pictured("x-02", "c.jpg")]
    write_photos(cases, tmp_path, tmp_path / "one", is_whole=True)
    first = len(developed)
    (tmp_path / "cases/x-01/a.jpg").rename(tmp_path / "cases/x-01/d.jpg")
    renamed = pictured("x-01").model_copy(update={"photos": (cases[0].photos[0].model_copy(update={"file": "d.jpg"}),)})
    write_photos([renamed, cases[1]], tmp_path, tmp_path / "two", is_whole=True)

    # `c.jpg` of the second case is the double of `a.jpg` of the first.
    assert (first, len(developed)) == (2, 2)
    assert (
        files_of(tmp_path / "two")["photos/x-01/d.jpg.100.webp"]
        == (files_of(tmp_path / "one")["photos/x-01/a.jpg.100.webp"])
    )


def test_changed_photo_is_developed(tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]) -> None:
    """A photo with other bytes under the same name is developed anew."""
    write_photos([pictured("x-01", "a.jpg")], tmp_path, tmp_path / "one")
    write_photos([pictured("x-01", "a.jpg", colour=BLUE)], tmp_path, tmp_path / "two")

    assert len(developed) == 2
    assert files_of(tmp_path / "one") != files_of(tmp_path / "two")


def test_damaged_copy_is_made_again(tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]) -> None:
    """A kept copy that something wrote into, say through the site's name for it, is replaced; no site shows it."""
    one = pictured("x-01", "a.jpg")
    write_photos([one], tmp_path, tmp_path / "one")
    before = files_of(tmp_path / "one")
    for path in (tmp_path / "one").rglob("*.jpg"):
        path.write_bytes(b"damaged")
    write_photos([one], tmp_path, tmp_path / "two")

    assert files_of(tmp_path / "two") == before
    assert len(developed) == 2


def test_copies_that_another_build_removes(
    tmp_path: Path, pictured: Callable[..., Case], monkeypatch: pytest.MonkeyPatch, developed: list[bytes]
) -> None:
    """When copies vanish between finding and publishing them, they are made again."""
    one = pictured("x-01", "a.jpg")
    write_photos([one], tmp_path, tmp_path / "one")
    link_file, vanished = cache.link_file, list[Path]()

    def late(kept: Path, target: Path) -> None:
        if not vanished:
            vanished.append(kept)
            kept.unlink()
        link_file(kept, target)

    monkeypatch.setattr(photos, "link_file", late)
    write_photos([one], tmp_path, tmp_path / "two")

    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")
    assert len(developed) == 2


def test_copies_that_cannot_be_published(
    tmp_path: Path, pictured: Callable[..., Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When copies vanish again and again, that is an error and no endless work."""

    def gone(kept: Path, target: Path) -> None:
        raise FileNotFoundError(2, str(kept), str(target))

    monkeypatch.setattr(photos, "link_file", gone)
    with pytest.raises(FileNotFoundError):
        write_photos([pictured("x-01", "a.jpg")], tmp_path, tmp_path / "site")


@pytest.mark.parametrize("is_whole", [True, False])
def test_unused_copies_go(tmp_path: Path, pictured: Callable[..., Case], is_whole: bool) -> None:  # noqa: FBT001
    """Copies that no photo of the library uses go once no other build can be using them; a book removes none."""
    write_photos([pictured("x-01", "a.jpg")], tmp_path, tmp_path / "one")
    old = [path for path in (tmp_path / CACHE).rglob("*") if path.is_file()]
    for path in old:
        os.utime(path, (0, 0))
    write_photos([pictured("x-01", "a.jpg", colour=BLUE)], tmp_path, tmp_path / "two", is_whole=is_whole)

    assert [path for path in old if path.exists()] == ([] if is_whole else old)


def test_two_processes(tmp_path: Path, pictured: Callable[..., Case], monkeypatch: pytest.MonkeyPatch) -> None:
    """Many photos are shared between processes, to the same files, and each is counted."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    cases = [pictured(f"x-{number}", "a.jpg", "b.jpg", "c.png") for number in range(3)]
    steps: list[int] = []
    asked: list[int] = []
    work = workers.work

    def watched(*given: object, processes: int) -> object:
        asked.append(processes)
        return work(*given, processes=processes)

    monkeypatch.setattr(workers, "work", watched)
    sizes = write_photos(cases, tmp_path, tmp_path / "two", steps.append)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone = write_photos(cases, tmp_path, tmp_path / "one")

    assert (asked, sum(steps), len(sizes)) == ([2, 1], 9, 9)
    assert sizes == alone
    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")


@pytest.mark.parametrize("data", [b"x", b"\xff\xd8\xff\xe0", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"])
def test_photo_that_went_bad_is_named(tmp_path: Path, pictured: Callable[..., Case], data: bytes) -> None:
    """A photo that cannot be read any more is named, in words for editors."""
    bad = pictured("x-01", "a.jpg")
    (tmp_path / "cases/x-01/a.jpg").write_bytes(data)

    with pytest.raises(UserError, match=r"cases/x-01/a\.jpg 这张照片读到一半出错") as caught:
        write_photos([bad], tmp_path, tmp_path / "site")
    assert caught.value.__notes__ == ["cases/x-01/a.jpg"]
    assert read_sizes([bad], tmp_path) == {}


def test_photo_that_is_gone(tmp_path: Path, case: Callable[..., Case]) -> None:
    """A photo that was removed is not measured."""
    assert read_sizes([case("x-01", photos=[{"file": "a.jpg", "caption": "示例"}])], tmp_path) == {}


def test_measured_once(tmp_path: Path, pictured: Callable[..., Case], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is opened again only when it changed."""
    pictured("x-01", "a.jpg")
    path = tmp_path / "cases/x-01/a.jpg"
    opened: list[object] = []
    open_ = Image.open
    monkeypatch.setattr(Image, "open", lambda *given, **how: opened.append(given) or open_(*given, **how))
    sizes = [read_size(path), read_size(path)]
    Image.new("RGB", (3, 700)).save(path)
    os.utime(path, (0, 0))

    assert [*sizes, read_size(path)] == [(100, 50), (100, 50), (3, 700)]
    assert len(opened) == 2


def test_copies_on_demand(tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]) -> None:
    """A preview gets the copies of one photo by their addresses, and develops them once."""
    pictured("x-01", "a.jpg")
    found = [read_copies(("x-01", "a.jpg"), tmp_path) for _ in range(2)]

    assert list(found[0]) == ["photos/x-01/a.jpg.100.webp", "photos/x-01/a.jpg.100.jpg"]
    assert (found[0], len(developed)) == (found[1], 1)
