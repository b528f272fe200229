"""Where books are set: what is kept, what stops it, and that nothing is left half-done."""

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from generator.case.model import Case, Collection
from generator.library.library import Library, gather
from generator.making.cache import BOOKS, Cache, put
from generator.making.errors import UserError, words_of
from generator.making.fonts import find_faces
from generator.making.images.photos import read_all_copies, read_sizes
from generator.making.typesetting.books import book_artifacts, set_books
from generator.making.typesetting.process import Sheet, TypesetError, typeset
from generator.making.typesetting.single_book import BookJob, make_book
from generator.making.typesetting.workspace import Workspace, workspace
from generator.making.writer import Writer
from generator.outputs.book.book import volumes_of
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from tests.book.printed import SETTINGS, PrintedVolume, quiet
from tests.drawing import contents

Printed = dict[str, bytes]
"""PDFs by their address."""


def small_library(case: Callable[..., Case], *cases: Case, **values: object) -> Library:
    """Make a library with one collection of all its cases."""
    collection = {"id": "shili", "title": "示例选编", "editor": "示例", "date": "2026", **values}
    return gather(cases or [case("x-01")], [Collection.model_validate(collection)])


def print_for_site(library: Library, root: Path) -> Printed:
    """Make the site's books below a project; gives the PDFs by address."""
    publication, site = Publication(library, SETTINGS), root / "site"
    publication = replace(publication, assets=Assets(editions=set_books(publication, root, quiet()).editions))
    for artifact in book_artifacts(publication, root):
        Writer(site).write(artifact.make())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.pdf")}


def kept_files(root: Path) -> list[Path]:
    """Give what is kept of the books of a project."""
    return [path for path in (root / BOOKS).rglob("*") if path.is_file()]


def test_unchanged_books_are_kept(case: Callable[..., Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book whose ingredients are the same is taken from where it was kept: nothing is set again."""
    library = small_library(case)
    before = print_for_site(library, tmp_path)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))

    assert print_for_site(library, tmp_path) == before


@pytest.fixture(name="kept_book", scope="module")
def fixture_kept_book(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Printed]:
    """Give a project where a book is kept, and the book, which no test changes."""
    root = tmp_path_factory.mktemp("kept")
    return root, print_for_site(small_library(case), root)


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 half", b"{}"], ids=["empty", "half", "other"])
@pytest.mark.parametrize("suffix", ["pdf", "cover", "summary", "json"])
def test_damaged_books_are_set_again(
    suffix: str, damage: bytes, kept_book: tuple[Path, Printed], case: Callable[..., Case], tmp_path: Path
) -> None:
    """What a power failure or a full disk left of a kept book is never published, and stops no build."""
    root, before = kept_book
    shutil.copytree(root / BOOKS, tmp_path / BOOKS)
    (kept,) = (tmp_path / BOOKS).rglob(f"*.{suffix}")
    kept.write_bytes(damage)

    assert print_for_site(small_library(case), tmp_path) == before


def test_changed_books_are_set_again(case: Callable[..., Case], tmp_path: Path) -> None:
    """A changed record changes the book; what was kept of the old one goes once no other build can be using it."""
    before = print_for_site(small_library(case), tmp_path)
    old = kept_files(tmp_path)
    after = print_for_site(small_library(case, case("x-01", title="另一个示例标题")), tmp_path)
    Cache(tmp_path / BOOKS).remove_unused(time.time())
    both = len(kept_files(tmp_path))
    for path in old:
        os.utime(path, (0, 0))
    print_for_site(small_library(case, case("x-01", title="另一个示例标题")), tmp_path)
    Cache(tmp_path / BOOKS).remove_unused(time.time())

    assert before.keys() == after.keys()
    assert before != after
    # The book, its cover, its summary and the note about them, of two books and then of one.
    assert (both, [path for path in old if path.exists()]) == (8, [])
    assert len(kept_files(tmp_path)) == 4


def test_a_changed_photo_sets_a_book_again(library: Library, project: Path, tmp_path: Path) -> None:
    """A book's key holds the photos' bytes: the record is the same, the picture another."""
    publication = Publication(library, SETTINGS, Assets(read_sizes(library.cases, project)))
    volumes = volumes_of(publication, library.arrangements[0], Format())
    copies = read_all_copies(library.cases, project)
    picture, other, *_ = sorted(uri for uri in copies if re.fullmatch(r"photos/quan-zi-duan/.*\.800\.jpg", uri))
    made = []
    for files in (copies, copies, {**copies, picture: copies[other]}):
        with workspace(find_faces({}, tmp_path)) as space:
            space.bring_photos(volumes, files)
            made += space.set_volumes(volumes, Cache(tmp_path / "kept"))

    assert made[0].pdf == made[1].pdf != made[2].pdf
    assert made[0].key == made[1].key != made[2].key


def test_editions(case: Callable[..., Case], tmp_path: Path) -> None:
    """The pages are told each book's address, pages and size, and where its cases stand."""
    library = small_library(case, case("x-01"), case("x-02"))
    publication = Publication(library, SETTINGS)
    books = set_books(publication, tmp_path, quiet())
    edition = books.editions["shili"]
    (printed,) = edition.volumes
    artifact, _ = book_artifacts(replace(publication, assets=Assets(editions=books.editions)), tmp_path)
    (pdf,) = contents(artifact).values()

    assert books.notices == ()
    assert printed.uri == artifact.uri == "books/shili.pdf"
    assert (printed.size_bytes, printed.pages) == (len(pdf), len(PdfReader(BytesIO(pdf)).pages))
    assert (printed.key, artifact.kind) == (artifact.key(), "book")
    assert {id: (location.page, location.volume) for id, location in edition.locations.items()} == {
        "x-01": (2, 0),
        "x-02": (2, 0),
    }


def test_the_cover_is_the_first_page(case: Callable[..., Case], tmp_path: Path) -> None:
    """The picture by which pages show a book is its own first page, small and in few bytes."""
    publication = Publication(small_library(case), SETTINGS)
    books = set_books(publication, tmp_path, quiet())
    cover = books.editions["shili"].cover
    pdf, artifact = book_artifacts(replace(publication, assets=Assets(editions=books.editions)), tmp_path)
    (png,) = contents(artifact).values()
    document = pypdfium2.PdfDocument(next(iter(contents(pdf).values())))
    with Image.open(BytesIO(png)) as picture:
        shown, size = picture.convert("RGB"), picture.size
    page = document[0].render(scale=size[0] / document[0].get_width()).to_pil().convert("RGB").resize(size)
    document.close()

    assert cover is not None
    assert (cover.uri, cover.width, cover.height) == (artifact.uri, *size) == ("books/shili.png", 481, 676)
    assert len(png) < 25_000
    assert max(ImageStat.Stat(ImageChops.difference(shown, page)).mean) < 2


def test_a_book_that_vanishes(case: Callable[..., Case], tmp_path: Path) -> None:
    """A book that is no longer kept when it should be published is told, with what to do."""
    publication = Publication(small_library(case), SETTINGS)
    books = set_books(publication, tmp_path, quiet())
    artifact, _ = book_artifacts(replace(publication, assets=Assets(editions=books.editions)), tmp_path)
    shutil.rmtree(tmp_path / BOOKS)

    with pytest.raises(UserError, match=r"^books/shili\.pdf 刚排好的汇编不见了或者损坏了，没有生成网站。\n建议："):
        artifact.make()


def test_a_collection_without_cases(case: Callable[..., Case], tmp_path: Path) -> None:
    """A collection without published cases gets no book, and that is told."""
    library = small_library(case, sections=[{"title": "空", "select": {"year": 1999}}])
    books = set_books(Publication(library, SETTINGS), tmp_path, quiet())

    assert books.editions == {}
    assert books.notices == ("案例集《示例选编》（shili）没有已发布的案例，没有生成汇编。",)


def test_a_photo_that_went_away(library: Library, tmp_path: Path) -> None:
    """A photo that cannot be read any more is told with its case, and no book is left."""
    job = BookJob(library.arrangements[0], Format(), tmp_path / "out/book.pdf", None)
    with pytest.raises(OSError, match="quan-zi-duan") as error:
        make_book(Publication(library, SETTINGS), tmp_path, job, quiet())

    assert "cases/quan-zi-duan/" in words_of(error.value)
    assert list((tmp_path / "out").iterdir()) == []


def test_small_photos_are_told(case: Callable[..., Case], tmp_path: Path) -> None:
    """A photo of few pixels comes out small in print; that is told for print, with its case and its size there."""
    folder = tmp_path / "cases/x-01"
    folder.mkdir(parents=True)
    for name, width in (("small.png", 400), ("large.png", 1200)):
        Image.new("RGB", (width, 300), "navy").save(folder / name)
    photos = [{"file": f"{name}.png", "caption": f"示例图{name}", "alt": "蓝色"} for name in ("small", "large")]
    library = small_library(case, case("x-01", photos=photos))
    told = [
        make_book(
            Publication(library, SETTINGS),
            tmp_path,
            BookJob(library.arrangements[0], Format("16k", variant), tmp_path / "a.pdf", None),
            quiet(),
        ).notices
        for variant in ("print", "screen")
    ]

    assert told == [
        ("cases/x-01 的照片“示例图small”只有 400×300 像素，印出来至多 51 毫米宽。建议：换成宽 1,200 像素以上的原图。",),
        (),
    ]


def test_a_template_that_fails(case: Callable[..., Case], tmp_path: Path) -> None:
    """A fault of ours is an internal error that names the book."""
    volumes = volumes_of(Publication(small_library(case), SETTINGS), small_library(case).arrangements[0], Format())
    with workspace(find_faces({}, tmp_path)) as space:
        (space.path / "main.typ").write_text('#panic("no such thing")', encoding="utf-8")
        with pytest.raises(TypesetError, match="no such thing") as error:
            list(space.set_volumes(volumes))

    assert "程序内部错误（正在《示例选编》）" in words_of(error.value)


def test_names_and_links_are_no_text(case: Callable[..., Case], tmp_path: Path) -> None:
    """A photo's file name and a link's target are never changed, whatever characters fonts lack."""
    folder = tmp_path / "cases/x-01"
    folder.mkdir(parents=True)
    Image.new("RGB", (1200, 300), "navy").save(folder / "𠮷 😀.png")
    one = case(
        "x-01",
        photos=[{"file": "𠮷 😀.png", "caption": "示例图", "alt": "蓝色"}],
        background="[𠮷野家](https://zh.example/wiki/𠮷野家)",
    )
    job = BookJob(small_library(case, one).arrangements[0], Format(), tmp_path / "a.pdf", tmp_path / "each")
    make_book(Publication(small_library(case, one), SETTINGS), tmp_path, job, quiet())
    targets = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for page in PdfReader(tmp_path / "a.pdf").pages
        for annotation in page.get("/Annots", [])
    ]

    assert "https://zh.example/wiki/%F0%A0%AE%B7%E9%87%8E%E5%AE%B6" in targets
    assert (tmp_path / "each/x-01.pdf").exists()


def test_many_words_leave_no_page(case: Callable[..., Case], tmp_path: Path) -> None:
    """Long outcomes and many sources go on to further pages; nothing is set over anything else or off the page."""
    outcomes = [
        {"what": f"事{number}" + "项" * 96, "value": "1", "unit": "个", "note": "注" * 100} for number in range(10)
    ]
    sources = [{"title": f"出处{number}" + "鑫" * 190, "publisher": "示例社"} for number in range(40)]
    library = small_library(case, case("x-01", outcomes=outcomes, sources=sources))
    job = BookJob(library.arrangements[0], Format(), tmp_path / "a.pdf", None)
    (made,) = make_book(Publication(library, SETTINGS), tmp_path, job, quiet()).volumes
    one = PrintedVolume(made.volume, made, tmp_path / "a.pdf")
    inside = "".join(one.strip(20, 250))

    assert [number for number in range(10) if inside.count(f"事{number}") < 1] == []
    assert inside.count("项") - inside.count("事项") == 960
    assert inside.count("鑫") == 2 * 40 * 190


def test_notices_name_where_a_character_stands(case: Callable[..., Case], tmp_path: Path) -> None:
    """A missing character is told with the record that holds it; one of a part's title or a new title is told too."""
    (tmp_path / "content/collections").mkdir(parents=True)
    written = "title: 示例\nsections:\n- title: 第𠮷部\n"
    (tmp_path / "content/collections/shili.yml").write_text(written, encoding="utf-8")
    sections = [{"title": "第𠮷部", "cases": ["x-01"]}]
    libraries = (small_library(case, sections=sections), small_library(case, title="示例😀", sections=()))
    jobs = [BookJob(library.arrangements[0], Format(), tmp_path / "a.pdf", None) for library in libraries]
    told = [
        make_book(Publication(library, SETTINGS), tmp_path, job, quiet()).notices
        for library, job in zip(libraries, jobs, strict=True)
    ]

    assert [one.partition("，所用")[0] for (one,) in told] == [
        "content/collections/shili.yml 里的“𠮷”（U+20BB7，第 3 行）",
        "汇编的题名或说明 里的“😀”（U+1F600）",
    ]


def test_an_interrupted_run_leaves_nothing(case: Callable[..., Case], tmp_path: Path) -> None:
    """Given up in the middle, the process that sets ends, and no more is read from it."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "a.typ").write_text("#set document(title: [a])\n#metadata((a: 1))<summary>", encoding="utf-8")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    del case
    told = typeset(tmp_path, [Sheet("a.typ", "a.json", "a.pdf")] * 50, [tmp_path / "fonts"], archive=False)
    first = next(told)
    told.close()

    assert first == {"a": 1}
    assert list(told) == []


def test_a_process_that_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process that sets ends before its work is done, that is told as want of memory."""
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    told = typeset(tmp_path, [Sheet("a.typ", "a.json", "a.pdf")] * 5000, [tmp_path], archive=False)

    with pytest.raises(UserError, match=r"排版没有做完，排版程序中途停了（退出码 1），多半是内存不够。"):
        list(told)


def test_a_file_is_put_in_one_step(tmp_path: Path) -> None:
    """An existing file is replaced whole; when that fails nothing of the new one is left."""
    (tmp_path / "new.pdf").write_bytes(b"new")
    (tmp_path / "old.pdf").write_bytes(b"old")
    put(tmp_path / "new.pdf", tmp_path / "old.pdf")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(OSError, match="folder") as error:
        put(tmp_path / "new.pdf", tmp_path / "folder.pdf")

    assert (tmp_path / "old.pdf").read_bytes() == b"new"
    assert error.value.errno in (errno.EISDIR, errno.EACCES, errno.ENOTEMPTY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf", "new.pdf", "old.pdf"]


def test_templates_are_the_packages_own(case: Callable[..., Case], tmp_path: Path) -> None:
    """A workspace holds every template of the theme, and data and fonts beside them."""
    del case
    space = Workspace(tmp_path, find_faces({}, tmp_path))
    theme = Path(__file__).parents[2] / "theme/book"

    assert {path.name for path in space.path.glob("*.typ")} == {path.name for path in theme.glob("*.typ")}
    assert {path.suffix for path in (space.path / "fonts").iterdir()} == {".otf", ".ttf"}
