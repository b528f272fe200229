"""Every photo is developed once: its copies go to their addresses, and wait for the next build."""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image

from generator.case.model import Case
from generator.library.library import gather
from generator.making import workers
from generator.making.cache import PHOTOS, Cache
from generator.making.errors import UserError
from generator.making.images import photos
from generator.making.images.photos import photo_artifacts, read_all_copies, read_copies, read_sizes
from generator.making.project.image_files import read_size
from generator.making.writer import Writer
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings

SETTINGS = Settings("示例案例集")
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


def published(cases: Iterable[Case], root: Path) -> Publication:
    """Publish cases whose photos lie in a project."""
    library = gather(cases)
    return Publication(library, SETTINGS, Assets(read_sizes(library.cases, root)))


def write_photos(cases: Iterable[Case], root: Path, into: Path) -> None:
    """Write the photos of cases."""
    writer = Writer(into)
    for artifact in photo_artifacts(published(cases, root), root):
        writer.write(artifact.make())


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
    write_photos([one, wide], tmp_path, tmp_path / "site")

    assert list(files_of(tmp_path / "site")) == ["photos/x-01/水样 1.png.100.jpg", "photos/x-01/水样 1.png.100.webp"]
    assert read_sizes([one, wide], tmp_path) == {"x-01/水样 1.png": (100, 50)}


@pytest.mark.parametrize("width", [100, 480, 2000])
def test_addresses_are_known_before_a_photo_is_developed(
    tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes], width: int
) -> None:
    """The list of photos gives the addresses of all copies that making one gives, and develops nothing."""
    one = pictured("x-01", "a.jpg")
    Image.new("RGB", (width, 50)).save(tmp_path / "cases/x-01/a.jpg")
    (artifact,) = photo_artifacts(published([one], tmp_path), tmp_path)
    uris, before = artifact.uris, len(developed)

    assert (before, artifact.kind) == (0, "photo")
    assert sorted(uris) == sorted(artifact.make().files)


def test_key_of_a_photo(tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]) -> None:
    """A photo's key follows its bytes and its place, and takes no developing; equal photos have keys of their own."""
    cases = [pictured("x-01", "a.jpg"), pictured("x-02", "a.jpg")]
    keys = [artifact.key() for artifact in photo_artifacts(published(cases, tmp_path), tmp_path)]
    pictured("x-01", "a.jpg", colour=BLUE)
    changed = [artifact.key() for artifact in photo_artifacts(published(cases, tmp_path), tmp_path)]

    assert keys[0] != keys[1]
    assert [before != after for before, after in zip(keys, changed, strict=True)] == [True, False]
    assert developed == []


def test_photos_that_differ_in_their_ending(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """Photos of one name and several formats are published side by side."""
    write_photos([pictured("x-01", "a.jpg", "a.jpeg", "a.png", "a.webp")], tmp_path, tmp_path / "site")

    assert len(files_of(tmp_path / "site")) == 8


def test_second_time_nothing_is_developed(
    tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]
) -> None:
    """A photo that did not change is not developed again, under another name neither, and its files are the same."""
    cases = [pictured("x-01", "a.jpg", "b.jpg"), pictured("x-02", "c.jpg")]
    write_photos(cases, tmp_path, tmp_path / "one")
    first = len(developed)
    (tmp_path / "cases/x-01/a.jpg").rename(tmp_path / "cases/x-01/d.jpg")
    renamed = pictured("x-01").model_copy(update={"photos": (cases[0].photos[0].model_copy(update={"file": "d.jpg"}),)})
    write_photos([renamed, cases[1]], tmp_path, tmp_path / "two")

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


def test_copies_that_a_build_uses_stay(tmp_path: Path, pictured: Callable[..., Case], developed: list[bytes]) -> None:
    """Copies that are found are used, so another build that clears up just then leaves them to be published."""
    one = pictured("x-01", "a.jpg")
    write_photos([one], tmp_path, tmp_path / "one")
    for path in (tmp_path / PHOTOS).rglob("*"):
        os.utime(path, (0, 0))
    (artifact,) = photo_artifacts(published([one], tmp_path), tmp_path)
    made = artifact.make()
    Cache(tmp_path / PHOTOS).remove_unused(time.time())
    Writer(tmp_path / "two").write(made)

    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")
    assert len(developed) == 1


def test_copies_that_vanish(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """When copies vanish between finding and publishing them, that is an error, no site without the photo."""
    (artifact,) = photo_artifacts(published([pictured("x-01", "a.jpg")], tmp_path), tmp_path)
    made = artifact.make()
    shutil.rmtree(tmp_path / PHOTOS)

    with pytest.raises(FileNotFoundError):
        Writer(tmp_path / "site").write(made)


def test_book_removes_no_copies(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """Who reads copies for a book removes none that it does not use, however old they are."""
    write_photos([pictured("x-01", "a.jpg")], tmp_path, tmp_path / "one")
    old = [path for path in (tmp_path / PHOTOS).rglob("*") if path.is_file()]
    for path in old:
        os.utime(path, (0, 0))
    read_all_copies([pictured("x-01", "a.jpg", colour=BLUE)], tmp_path)

    assert [path for path in old if path.exists()] == old


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
    copies = read_all_copies(cases, tmp_path, steps.append)
    together = {uri: path.read_bytes() for uri, path in copies.items()}
    shutil.rmtree(tmp_path / PHOTOS)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone = read_all_copies(cases, tmp_path)

    assert (asked, sum(steps), len(copies)) == ([2, 1], 9, 18)
    assert together == {uri: path.read_bytes() for uri, path in alone.items()}
    assert set(copies) == {uri for one in photo_artifacts(published(cases, tmp_path), tmp_path) for uri in one.uris}


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


def test_empty_notes_lose_no_photo(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """Where every note of the cache was emptied, each photo is made again and none is left out."""
    case = pictured("x-01", "a.jpg")
    before = read_all_copies([case], tmp_path)
    for note in (tmp_path / PHOTOS).rglob("*.json"):
        note.write_bytes(b"{}")

    assert before
    assert read_all_copies([case], tmp_path) == before


def test_photos_without_a_cache(tmp_path: Path, pictured: Callable[..., Case]) -> None:
    """Where the cache is no folder the photos wait in the spare one."""
    case = pictured("x-01", "a.jpg")
    (tmp_path / ".cache").write_bytes(b"")
    copies = read_all_copies([case], tmp_path, spare=tmp_path / "spare")

    assert copies
    assert all(path.is_relative_to(tmp_path / "spare") and path.is_file() for path in copies.values())
