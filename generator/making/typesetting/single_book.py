"""A book that somebody asked for, written where they want it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from errno import EISDIR, ENOTDIR
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from generator.case.text import shorten
from generator.library.arrangement import Arrangement
from generator.making.cache import put
from generator.making.fonts import find_faces
from generator.making.images.photos import names_of, read_all_copies, read_sizes
from generator.making.project.folder import CASES
from generator.making.terminal.progress import Stages
from generator.making.typesetting.notices import notices_of
from generator.making.typesetting.workspace import TypesetVolume, Workspace, workspace
from generator.outputs.book.book import volumes_of
from generator.outputs.book.volume import Volume
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format

MM_PER_INCH = 25.4
PHOTO_DPI = 200
"""What `theme/book/system.typ` asks of photos."""
SMALL_MM = 80
"""A photo that is narrower in print gets a notice."""


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
    """The result of a job."""

    files: tuple[Path, ...]
    """The book's volumes."""
    volumes: tuple[TypesetVolume, ...]
    notices: tuple[str, ...]
    """What the person at the terminal should know."""
    per_case: Path | None

    def summary(self, seconds: float) -> str:
        """Say what there is now."""
        pages = sum(volume.pages for volume in self.volumes)
        cases = sum(len(volume.locations) for volume in self.volumes)
        lines = [f"{cases} 个案例，{pages} 页，用时 {seconds:.1f} 秒。", *map(str, self.files)]
        if self.per_case:
            lines.append(f"{self.per_case}：每个案例一个 PDF")
        return "\n".join(lines)


def make_book(publication: Publication, root: Path, job: BookJob, stages: Stages) -> FinishedBook:
    """Set one book.

    Args:
        publication: whose pages the book refers to; its photos are measured here.
        root: the project.
        job: what was asked for.
        stages: shows the progress.

    Raises:
        OSError: nothing can be written where the book should go; raised before the book is set.
    """
    cases = job.arrangement.cases
    publication = replace(publication, assets=Assets(read_sizes(cases, root)))
    volumes = volumes_of(publication, job.arrangement, job.form)
    targets = volume_files(job.output, volumes) if job.output else []
    _ensure_writable_all(targets, job.per_case)
    faces = find_faces(publication.settings.fonts, root)
    with workspace(faces, archive=job.form.archive) as space:
        with stages.stage("处理照片", total=len(names_of(cases))):
            copies = read_all_copies(cases, root, stages.advance, space.spare)
            space.bring_photos(volumes, copies)
        with stages.stage("排版汇编", total=len(volumes)):
            made = list(_advancing(space.set_volumes(volumes), stages))
        for one, target in zip(made, targets, strict=False):
            put(one.pdf, target)
        _set_singles(space, made, job, stages)
        small = list(small_photos(volumes, copies)) if job.form.variant == "print" else []
    notices = (*notices_of(made, faces, root), *small)
    return FinishedBook(tuple(targets), tuple(made), notices, job.per_case)


def _advancing(made: Iterable[TypesetVolume], stages: Stages) -> Iterator[TypesetVolume]:
    for one in made:
        yield one
        stages.advance(1)


def _set_singles(space: Workspace, made: Sequence[TypesetVolume], job: BookJob, stages: Stages) -> None:
    if job.per_case:
        with stages.stage("逐案排版", total=sum(len(one.locations) for one in made)):
            for one in made:
                space.set_singles(one, job.arrangement, job.per_case, stages.advance)


def small_photos(volumes: Sequence[Volume], copies: Mapping[str, Path]) -> list[str]:
    """Name the photos that come out small in print, because they have too few pixels."""
    notices = []
    for entry in (entry for volume in volumes for entry in volume.entries):
        for picture in entry.all_pictures:
            with Image.open(copies[unquote(picture.file)]) as image:
                width_mm = image.width / PHOTO_DPI * MM_PER_INCH
                if width_mm < SMALL_MM:
                    notices.append(
                        f"{CASES}/{entry.id} 的照片“{shorten(picture.caption)}”只有 {image.width}×{image.height} 像素，"
                        f"印出来至多 {max(width_mm, 1):.0f} 毫米宽。建议：换成宽 1,200 像素以上的原图。"
                    )
    return notices


def _ensure_writable_all(targets: Sequence[Path], per_case: Path | None) -> None:
    for target in targets:
        ensure_writable(target)
    if per_case:
        if per_case.exists() and not per_case.is_dir():
            raise NotADirectoryError(ENOTDIR, "not a directory", str(per_case))
        ensure_writable(per_case / "案例.pdf")


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


def volume_files(output: Path, volumes: Sequence[Volume]) -> list[Path]:
    """Name the files of a book's volumes: 汇编.pdf, or 汇编-第一册.pdf and 汇编-第二册.pdf."""
    return [output.with_stem(f"{output.stem}-{volume.ordinal}") if volume.ordinal else output for volume in volumes]
