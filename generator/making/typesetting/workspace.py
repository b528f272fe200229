"""Where a book is set: data, templates, fonts and photos together; a book that did not change is not set again."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.library.arrangement import Arrangement
from generator.making.cache import put
from generator.making.errors import during
from generator.making.fonts import Faces
from generator.making.missing_glyphs import missing_notice
from generator.making.project import folder
from generator.making.typesetting.process import Sheet, typeset
from generator.outputs.book.glyphs import GETA, without_missing
from generator.outputs.book.single import singles_of
from generator.outputs.book.volume import Volume, to_json
from generator.outputs.site import addresses
from generator.outputs.site.edition import Edition, PageLocation, PrintedVolume


@dataclass(frozen=True, slots=True)
class TypesetVolume:
    """A volume as set."""

    volume: Volume
    """With page numbers and fonts filled in."""
    pdf: Path
    pages: int
    last_page: int
    locations: Mapping[str, PageLocation]


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

    def bring_photos(self, volumes: Iterable[Volume], photos: Path) -> None:
        """Copy the published photos of a book's cases to where templates find them."""
        for file in _photo_files(volumes):
            target = self.path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(photos / unquote(file), target)

    def set_volumes(self, volumes: Sequence[Volume], cache: Path | None = None) -> Iterator[TypesetVolume]:
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
                made = self._kept(volume, data, cache) if cache else self._set(volume, data, f"{position}.pdf")
            yield made
            # The next volume opens on a right page.
            first_page = made.last_page + 1 + made.last_page % 2
            places |= {id: stand.page for id, stand in made.locations.items()}

    def _kept(self, volume: Volume, data: str, cache: Path) -> TypesetVolume:
        key = self._key(volume, data)
        pdf, told = cache / f"{key}.pdf", cache / f"{key}.json"
        made = _read_kept(volume, pdf, told)
        if made is None:
            fresh = self._set(volume, data, "kept.pdf")
            # The note about the PDF comes last, and names it by its bytes: half of either is never taken for a book.
            put(fresh.pdf, pdf)
            (self.path / "kept.json").write_text(_told(fresh), encoding="utf-8")
            put(self.path / "kept.json", told)
            made = replace(fresh, pdf=pdf)
        return made

    def _key(self, volume: Volume, data: str) -> str:
        """Give a name to everything that a volume is made from."""
        sum_ = sha256(f"{metadata.version('typst')} {self.archive}".encode())
        for part in (*self._templates, *(path.read_bytes() for path in self.faces.files), data.encode()):
            sum_.update(len(part).to_bytes(8, "big"))
            sum_.update(part)
        for file in _photo_files([volume]):
            sum_.update((self.path / file).read_bytes())
        return f"{volume.id}-{sum_.hexdigest()[:24]}"

    def _set(self, volume: Volume, data: str, output: str) -> TypesetVolume:
        (self.path / "volume.json").write_text(data, encoding="utf-8")
        sheet = Sheet("main.typ", "volume.json", output, has_bleed=volume.bleed)
        (told,) = typeset(self.path, [sheet], self._fonts, archive=self.archive)
        return _made(volume, self.path / output, told)

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


def _photo_files(volumes: Iterable[Volume]) -> list[str]:
    return sorted({picture.file for volume in volumes for entry in volume.entries for picture in entry.all_pictures})


def _told(made: TypesetVolume) -> str:
    locations = {
        id: {"page": stand.page, "last_page": stand.last_page, "sheet": stand.sheet}
        for id, stand in made.locations.items()
    }
    told = {"stands": locations, "sheets": made.pages, "last_page": made.last_page}
    return json.dumps({**told, "sha256": sha256(made.pdf.read_bytes()).hexdigest()})


def _read_kept(volume: Volume, pdf: Path, told: Path) -> TypesetVolume | None:
    """Read a volume that was kept; None where there is none, or it is damaged."""
    try:
        noted = json.loads(told.read_text(encoding="utf-8"))
        if noted["sha256"] != sha256(pdf.read_bytes()).hexdigest():
            return None
        return _made(volume, pdf, noted)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _made(volume: Volume, pdf: Path, told: Mapping[str, Any]) -> TypesetVolume:
    locations = {id: PageLocation(**stand) for id, stand in told["stands"].items()}
    return TypesetVolume(volume, pdf, told["sheets"], told["last_page"], locations)


def edition_of(id: str, made: Sequence[TypesetVolume]) -> Edition:
    """Tell the pages about a book that lies on the site."""
    return Edition(
        tuple(
            PrintedVolume(
                addresses.book_uri(id, position if len(made) > 1 else 0),
                one.volume.ordinal,
                one.pages,
                one.pdf.stat().st_size,
            )
            for position, one in enumerate(made, 1)
        ),
        {
            id: replace(stand, volume=position)
            for position, one in enumerate(made)
            for id, stand in one.locations.items()
        },
    )


def notices_of(volumes: Sequence[Volume], faces: Faces, root: Path) -> Iterator[str]:
    """Tell which characters no font has, and in which record each is."""
    for volume in volumes[:1]:
        parts = tuple(replace(part, entries=()) for part in volume.parts)
        own = to_json(replace(volume, parts=parts, indexes=(), origins=()))
        # A book's title may come from the command line.
        yield from _notice(own, folder.collection_file(root, volume.id), faces, root, else_in="汇编的题名或说明")
    for entry in (entry for volume in volumes for entry in volume.entries):
        yield from _notice(to_json(entry), folder.case_file(entry.id), faces, root)


def _notice(text: str, path: str, faces: Faces, root: Path, *, else_in: str = "") -> Iterator[str]:
    absent = missing_notice(text, faces.coverage, path, root, else_in=else_in)
    if absent:
        yield (
            f"{absent}，所用的字体都没有，汇编里印成“{GETA}”。"
            "建议：换一个字，或者在 mkdocs.yml 的 extra.book.fonts 里写一个有它的字体。"
        )
