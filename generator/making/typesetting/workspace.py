"""Where a book is set: data, templates, fonts and photos together; a book that did not change is not set again."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from importlib import metadata, resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

from generator.library.arrangement import Arrangement
from generator.making.cache import Cache, key_of, put
from generator.making.errors import during, writing_in
from generator.making.fonts import Faces
from generator.making.typesetting.cover_picture import COVER_PPI, compact, size_of
from generator.making.typesetting.process import Sheet, typeset
from generator.outputs.book.single import singles_of
from generator.outputs.book.volume import Volume, to_json
from generator.outputs.site import addresses
from generator.outputs.site.edition import CoverPicture, Edition, PageLocation, PrintedVolume
from generator.outputs.views.glyphs import without_missing


@dataclass(frozen=True, slots=True)
class DividedTable:
    """A table that was too wide for any page, and was set in parts."""

    id: str
    """The case's; empty for the book's own texts."""
    title: str
    """Of the text that it is in."""
    table: str
    """The beginning of its head."""
    columns: int
    parts: int


@dataclass(frozen=True, slots=True)
class TypesetVolume:
    """A volume as set."""

    volume: Volume
    """With page numbers and fonts filled in."""
    key: str
    """A digest of everything that it was made from."""
    pdf: Path
    pages: int
    last_page: int
    locations: Mapping[str, PageLocation]
    divided: tuple[DividedTable, ...] = ()
    cover: Path | None = None
    """Its first page as a picture, where it is for the site."""


class Workspace:
    """A folder where books are set: templates, fonts and photos lie in it, and nothing else can be seen from it."""

    def __init__(self, path: Path, faces: Faces, *, archive: bool = False) -> None:
        self.path, self.faces, self.archive = path, faces, archive
        templates = resources.files("theme") / "book"
        self._templates: list[bytes] = []
        for template in sorted(templates.iterdir(), key=lambda one: one.name):
            content = template.read_bytes()
            self._templates.append(content)
            (path / template.name).write_bytes(content)
        fonts = path / "fonts"
        fonts.mkdir()
        self._fonts = [fonts]
        for file in faces.files:
            shutil.copyfile(file, fonts / file.name)

    @property
    def spare(self) -> Path:
        """Where copies of photos go that the cache refuses."""
        return self.path / "spare"

    def bring_photos(self, volumes: Iterable[Volume], copies: Mapping[str, Path]) -> None:
        """Copy the published photos of a book's cases to where templates find them.

        Args:
            volumes: the book.
            copies: the files of the photos by their addresses.
        """
        for file in _photo_files(volumes):
            target = self.path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(copies[unquote(file)], target)

    def set_volumes(self, volumes: Sequence[Volume], cache: Cache | None = None) -> Iterator[TypesetVolume]:
        """Set a book's volumes in order, each going on with the numbers of the one before.

        Args:
            volumes: the book.
            cache: where finished volumes are kept; one whose ingredients are the same is not set again.
        """
        first_page, places = 1, dict[str, int]()
        for position, plain in enumerate(volumes):
            fonts = {role: list(families) for role, families in self.faces.families.items()}
            volume = replace(plain, first_page=first_page, places=dict(places), fonts=fonts)
            data = without_missing(to_json(volume), self.faces.coverage)
            with during(f"《{volume.title}》{volume.ordinal}"):
                key = self._key(volume, data)
                made = cache and self._kept(volume, key, cache)
                if not made:
                    made = self._set(volume, key, data, str(position), with_cover=cache is not None)
                    made = _keep(made, cache) if cache else made
            yield made
            # The next volume opens on a right page.
            first_page = made.last_page + 1 + made.last_page % 2
            places |= {id: location.page for id, location in made.locations.items()}

    @staticmethod
    def _kept(volume: Volume, key: str, cache: Cache) -> TypesetVolume | None:
        """Give a volume that was kept; None where there is none, or it is damaged."""
        kept = cache.find(key)
        try:
            made = kept and _made(volume, key, kept[PDF], json.loads(kept[_SUMMARY].read_bytes()))
            return replace(made, cover=kept[COVER]) if kept and made else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _key(self, volume: Volume, data: str) -> str:
        """Give a name to everything that a volume is made from."""
        fonts = (path.read_bytes() for path in self.faces.files)
        photos = ((self.path / file).read_bytes() for file in _photo_files([volume]))
        recipe = f"book 2, Typst {metadata.version('typst')}, {self.archive}"
        return key_of(recipe, *self._templates, *fonts, data.encode(), *photos)

    def _set(self, volume: Volume, key: str, data: str, name: str, *, with_cover: bool) -> TypesetVolume:
        (self.path / "volume.json").write_text(data, encoding="utf-8")
        pdf, cover = f"{name}.pdf", f"{name}.png"
        is_print = volume.variant == "print"
        sheets = [Sheet("main.typ", "volume.json", pdf, has_bleed=volume.bleed, is_print=is_print)]
        if with_cover:
            sheets.append(Sheet("front.typ", "volume.json", cover, ppi=COVER_PPI))
        summary, *_ = typeset(self.path, sheets, self._fonts, archive=self.archive)
        made = _made(volume, key, self.path / pdf, summary)
        return replace(made, cover=self.path / cover) if with_cover else made

    def set_singles(
        self, made: TypesetVolume, arrangement: Arrangement, into: Path, advance: Callable[[int], None]
    ) -> None:
        """Set each case of a volume as a PDF of its own, `<id>.pdf` in a folder."""
        singles = singles_of(made.volume, arrangement, made.locations)
        sheets = []
        for id, single in singles.items():
            data = without_missing(to_json(single), self.faces.coverage)
            (self.path / f"{id}.json").write_text(data, encoding="utf-8")
            sheets.append(Sheet("single.typ", f"{id}.json", f"{id}.pdf"))
        for sheet, _ in zip(sheets, typeset(self.path, sheets, self._fonts, archive=self.archive), strict=True):
            put(self.path / sheet.output, into / sheet.output)
            (self.path / sheet.output).unlink()
            advance(1)


@contextmanager
def workspace(faces: Faces, *, archive: bool = False) -> Iterator[Workspace]:
    """Give a place to set books in, for as long as it is needed."""
    with TemporaryDirectory(prefix="anliji-book-") as path, writing_in(Path(path)):
        yield Workspace(Path(path), faces, archive=archive)


def _photo_files(volumes: Iterable[Volume]) -> list[str]:
    return sorted({picture.file for volume in volumes for entry in volume.entries for picture in entry.all_pictures})


PDF, COVER, _SUMMARY = "pdf", "cover", "summary"
"""The files of a volume that is kept: the book, its cover as a picture, and what its templates say of it."""


def _keep(made: TypesetVolume, cache: Cache) -> TypesetVolume:
    locations = {
        id: {"page": one.page, "last_page": one.last_page, "sheet": one.sheet} for id, one in made.locations.items()
    }
    divided = [asdict(one) for one in made.divided]
    sheets = {"sheets": made.pages, "last_page": made.last_page}
    summary = json.dumps({"locations": locations, **sheets, "divided": divided})
    files = {PDF: made.pdf.read_bytes(), _SUMMARY: summary.encode()}
    if made.cover:
        files[COVER] = compact(made.cover.read_bytes())
    kept = cache.keep(made.key, files)
    return replace(made, pdf=kept[PDF], cover=kept.get(COVER))


def _made(volume: Volume, key: str, pdf: Path, summary: Mapping[str, Any]) -> TypesetVolume:
    locations = {id: PageLocation(**location) for id, location in summary["locations"].items()}
    divided = tuple(DividedTable(**one) for one in summary["divided"])
    return TypesetVolume(volume, key, pdf, summary["sheets"], summary["last_page"], locations, divided)


def edition_of(id: str, made: Sequence[TypesetVolume]) -> Edition:
    """Give what pages show of a book that is on the site."""
    return Edition(
        tuple(
            PrintedVolume(
                addresses.book_uri(id, position if len(made) > 1 else 0),
                one.volume.ordinal,
                one.pages,
                one.pdf.stat().st_size,
                one.key,
            )
            for position, one in enumerate(made, 1)
        ),
        {
            id: replace(location, volume=position)
            for position, one in enumerate(made)
            for id, location in one.locations.items()
        },
        _cover_of(id, made),
    )


def _cover_of(id: str, made: Sequence[TypesetVolume]) -> CoverPicture | None:
    """Give the cover of a book's first volume."""
    cover = made[0].cover
    return CoverPicture(addresses.book_cover_uri(id), *size_of(cover), made[0].key) if cover else None
