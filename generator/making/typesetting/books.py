"""Prints books: those that lie on the site, and the one that somebody asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from errno import EISDIR, ENOTDIR
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from PIL import Image

from generator.case.model import Case
from generator.case.text import shorten
from generator.library.arrangement import Arrangement
from generator.library.library import Library
from generator.making.cache import keep_only, put
from generator.making.fonts import Faces, find_faces
from generator.making.images.photos import names_of, read_sizes, write_photos
from generator.making.project.folder import CASES
from generator.making.terminal.progress import Stages
from generator.making.typesetting.workspace import TypesetVolume, Workspace, edition_of, notices_of
from generator.outputs.book.book import volumes_of
from generator.outputs.book.volume import Volume
from generator.outputs.site.edition import Edition
from generator.outputs.site.settings import Site
from generator.outputs.views.book_format import Format

MM_PER_INCH = 25.4
PHOTO_DPI = 200
"""What `theme/book/system.typ` asks of photos."""
SMALL_MM = 80
"""A photo that is narrower in print is told."""
CACHE = ".cache/books"
"""Where finished books of the site wait for the next build, below the project."""


def write_books(
    library: Library, root: Path, into: Path, site: Site, stages: Stages
) -> tuple[dict[str, Edition], tuple[str, ...]]:
    """Set the book of each collection for the screen and put it on the site; one that has not changed is kept."""
    faces = find_faces(site.fonts, root)
    cache = root / CACHE
    editions: dict[str, Edition] = {}
    notices: dict[str, None] = {}
    kept: list[str] = []
    for arrangement in library.arrangements:
        collection = arrangement.collection
        volumes = volumes_of(library, arrangement, site, Format(collection.book.size, "screen"))
        if not volumes:
            notices[f"案例集《{collection.title}》（{collection.id}）没有已发布的案例，没有生成汇编。"] = None
            stages.advance(1)
            continue
        notices |= dict.fromkeys(notices_of(volumes, faces, root))
        with workspace(faces) as shop:
            shop.bring_photos(volumes, into)
            made = list(shop.set_volumes(volumes, cache))
        editions[collection.id] = edition_of(collection.id, made)
        for one, printed in zip(made, editions[collection.id].volumes, strict=True):
            put(one.pdf, into / printed.uri)
        kept += [one.pdf.stem for one in made]
        stages.advance(1)
    keep_only(cache, kept)
    return editions, tuple(notices)


@contextmanager
def workspace(faces: Faces, *, archive: bool = False) -> Iterator[Workspace]:
    """Give a place to set books in, for as long as it is needed."""
    with TemporaryDirectory(prefix="anliji-book-") as path:
        yield Workspace(Path(path), faces, archive=archive)


@dataclass(frozen=True)
class BookJob:
    """A book that somebody asked for."""

    arrangement: Arrangement
    form: Format
    output: Path | None
    """Where the book goes; a book of several volumes goes beside it, each with its ordinal in its name."""
    per_case: Path | None
    """The folder where each case goes as a PDF of its own."""


@dataclass(frozen=True)
class FinishedBook:
    """What was made of an order."""

    files: tuple[Path, ...]
    """The book's volumes."""
    volumes: tuple[TypesetVolume, ...]
    notices: tuple[str, ...]
    """What the person at the terminal should know."""
    per_case: Path | None

    def summary(self, seconds: float) -> str:
        """Tell what there is now."""
        pages = sum(volume.pages for volume in self.volumes)
        cases = sum(len(volume.locations) for volume in self.volumes)
        told = [f"{cases} 个案例，{pages} 页，用时 {seconds:.1f} 秒。", *map(str, self.files)]
        if self.per_case:
            told.append(f"{self.per_case}：每个案例一个 PDF")
        return "\n".join(told)


def make_book(library: Library, root: Path, site: Site, order: BookJob, stages: Stages) -> FinishedBook:
    """Set one book.

    Raises:
        OSError: nothing can be written where the book should go; told before the book is set.
    """
    site = replace(site, photo_sizes=read_sizes(order.arrangement.cases, root))
    volumes = volumes_of(library, order.arrangement, site, order.form)
    targets = volume_files(order.output, volumes) if order.output else []
    for target in targets:
        ensure_writable(target)
    if order.per_case:
        if order.per_case.exists() and not order.per_case.is_dir():
            raise NotADirectoryError(ENOTDIR, "not a directory", str(order.per_case))
        ensure_writable(order.per_case / "案例.pdf")
    faces = find_faces(site.fonts, root)
    with workspace(faces, archive=order.form.archive) as shop, TemporaryDirectory(prefix="anliji-photos-") as photos:
        cases = chosen_cases(library, volumes)
        with stages.stage("处理照片", total=len(names_of(cases))):
            write_photos(cases, root, Path(photos), stages.advance)
            shop.bring_photos(volumes, Path(photos))
            small = small_photos(volumes, Path(photos)) if order.form.variant == "print" else []
        made: list[TypesetVolume] = []
        with stages.stage("排版汇编", total=len(volumes)):
            for one in shop.set_volumes(volumes):
                made.append(one)
                stages.advance(1)
        if order.output:
            for one, target in zip(made, targets, strict=True):
                put(one.pdf, target)
        if order.per_case:
            with stages.stage("逐案排版", total=sum(len(one.locations) for one in made)):
                for one in made:
                    shop.set_singles(one, order.arrangement, order.per_case, stages.advance)
    notices = (*notices_of(volumes, faces, root), *small)
    return FinishedBook(tuple(targets), tuple(made), notices, order.per_case)


def small_photos(volumes: Sequence[Volume], photos: Path) -> list[str]:
    """Tell which photos come out small in print, because they have too few pixels."""
    told = []
    for entry in (entry for volume in volumes for entry in volume.entries):
        for picture in entry.all_pictures:
            with Image.open(photos / unquote(picture.file)) as image:
                width_mm = image.width / PHOTO_DPI * MM_PER_INCH
                if width_mm < SMALL_MM:
                    told.append(
                        f"{CASES}/{entry.id} 的照片“{shorten(picture.caption)}”只有 {image.width}×{image.height} 像素，"
                        f"印出来至多 {max(width_mm, 1):.0f} 毫米宽。建议：换成宽 1,200 像素以上的原图。"
                    )
    return told


def ensure_writable(target: Path) -> None:
    """Find out before the long work whether a file can be written.

    Raises:
        OSError: it cannot.
    """
    if target.is_dir():
        raise IsADirectoryError(EISDIR, "is a directory", str(target))
    probe = target.with_name(f".{target.name}.probe")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
        # On Windows a file that is open in a viewer cannot be replaced.
        if target.exists():
            target.open("r+b").close()
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(target)) from error


def chosen_cases(library: Library, volumes: Sequence[Volume]) -> list[Case]:
    """Give the cases that a book holds."""
    return [library.by_id[entry.id] for volume in volumes for entry in volume.entries]


def volume_files(output: Path, volumes: Sequence[Volume]) -> list[Path]:
    """Name the files of a book's volumes: 汇编.pdf, or 汇编-第一册.pdf and 汇编-第二册.pdf."""
    return [output.with_stem(f"{output.stem}-{volume.ordinal}") if volume.ordinal else output for volume in volumes]
