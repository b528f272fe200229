"""A finished volume, and ways to read it as a printer or a reader would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
from PIL import Image
from pypdf import PdfReader

from generator.library.arrangement import Arrangement
from generator.library.library import Library
from generator.making.terminal.progress import Stages
from generator.making.typesetting.single_book import BookJob, make_book
from generator.making.typesetting.workspace import TypesetVolume
from generator.outputs.book.volume import Volume
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import Format

SETTINGS = Settings("示例案例库", "https://anliji.example/")
PT_PER_MM = 72 / 25.4
PAPER_MM = {"16k": (185, 260), "a4": (210, 297), "b5": (176, 250)}


def packed(text: str) -> str:
    """Leave out every blank and line break: where lines end is the typesetter's business. A minus is a hyphen."""
    return re.sub(r"\s+", "", text.replace("\ufffe", "").replace("\u00a0", "").replace("\N{MINUS SIGN}", "-"))


@dataclass(frozen=True)
class PrintedVolume:
    """A finished volume with ways to read it."""

    volume: Volume
    made: TypesetVolume
    path: Path

    @cached_property
    def reader(self) -> PdfReader:
        """The PDF as objects."""
        return PdfReader(self.path)

    @cached_property
    def labels(self) -> list[str]:
        """The page numbers that viewers show."""
        return list(self.reader.page_labels)

    @cached_property
    def texts(self) -> list[str]:
        """The pages' texts, packed."""
        return [packed(text) for text in self._read(None)]

    @cached_property
    def lines(self) -> list[list[str]]:
        """The pages' lines, packed, as they stand on the paper."""
        return [[packed(line) for line in text.splitlines() if packed(line)] for text in self._read(None)]

    @cached_property
    def contents(self) -> str:
        """The text of the contents."""
        return "".join(
            text
            for text, label in zip(self.texts, self.labels, strict=True)
            if "目录" in text and not label.isdecimal()
        )

    def strip(self, top_mm: float, bottom_mm: float, left: float = 0, right: float = 1) -> list[str]:
        """Read a strip of every page, packed: so far from the top, parts of the width from the left."""
        return [packed(text) for text in self._read((top_mm, bottom_mm, left, right))]

    def _read(self, strip: tuple[float, float, float, float] | None) -> Iterator[str]:
        document = pypdfium2.PdfDocument(self.path)
        for page in document:
            text = page.get_textpage()
            width, height = page.get_size()
            if strip is None:
                yield text.get_text_range()
            else:
                top, bottom, left, right = strip
                yield text.get_text_bounded(
                    left * width, height - bottom * PT_PER_MM, right * width, height - top * PT_PER_MM
                )
        document.close()

    def picture(self, sheet: int, dpi: int = 72) -> Image.Image:
        """Draw a page, counted from 1."""
        document = pypdfium2.PdfDocument(self.path)
        drawn = document[sheet - 1].render(scale=dpi / 72).to_pil().convert("RGB")
        document.close()
        return drawn

    def sheet_of(self, case_id: str) -> int:
        """Give the first page of a case, counted from 1."""
        return self.made.locations[case_id].sheet


def quiet() -> Stages:
    """Give stages that show nothing."""
    return Stages()


def arrangement_in(library: Library, collection_id: str) -> Arrangement:
    """Find a collection with its cases."""
    return next(one for one in library.arrangements if one.collection.id == collection_id)


def print_book(library: Library, collection_id: str, form: Format, root: Path, folder: Path) -> PrintedVolume:
    """Set a collection's book of one volume."""
    job = BookJob(arrangement_in(library, collection_id), form, folder / "book.pdf", None)
    delivery = make_book(Publication(library, SETTINGS), root, job, quiet())
    (made,) = delivery.volumes
    return PrintedVolume(made.volume, made, delivery.files[0])
