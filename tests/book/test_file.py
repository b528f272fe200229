"""What a printer or an archive finds in a finished book: boxes, fonts, tags, the same bytes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import ImageStat
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from generator.cli import main
from generator.library.library import Library
from generator.outputs.views.book_format import SIZES, Format
from tests.book.printed import PAPER_MM, PT_PER_MM, PrintedVolume, print_book


def fonts_of(reader: PdfReader) -> dict[str, DictionaryObject]:
    """Give the descriptors of all fonts of a PDF by name."""
    found: dict[str, DictionaryObject] = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            base = font.get_object()["/DescendantFonts"][0].get_object()
            found[str(base["/BaseFont"])] = base["/FontDescriptor"].get_object()
    return found


def test_fonts_are_embedded(printed: PrintedVolume) -> None:
    """Every font is in the file; none is left to the printer's machine."""
    fonts = fonts_of(printed.reader)

    assert {name.partition("+")[2] for name in fonts} >= {"NotoSerifSC-Regular", "NotoSansSC-Regular"}
    assert [name for name, one in fonts.items() if not {"/FontFile2", "/FontFile3"} & one.keys()] == []


@pytest.mark.sampled("size", SIZES)
def test_page_sizes(size: str, library: Library, project: Path, tmp_path: Path) -> None:
    """A book has the size that was asked for, on every page."""
    one = print_book(library, "xuanbian", Format(size, "print"), project, tmp_path)
    expected = tuple(round(mm * PT_PER_MM, 1) for mm in PAPER_MM[size])

    assert {(round(float(p.mediabox.width), 1), round(float(p.mediabox.height), 1)) for p in one.reader.pages} == {
        expected
    }


def test_bleed_boxes(printed: PrintedVolume) -> None:
    """With bleed, the trim box is the paper, the bleed box 3 mm more on each side, and the marks stand outside it."""
    width, height = PAPER_MM["16k"]
    boxes = set()
    for page in printed.reader.pages:
        trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
        boxes.add(tuple(round(float(box.width) / PT_PER_MM, 1) for box in (trim, bleed, media)))
        boxes.add(tuple(round(float(box.height) / PT_PER_MM, 1) for box in (trim, bleed, media)))

    assert boxes == {(width, width + 6, width + 20), (height, height + 6, height + 20)}


def test_colour_runs_into_the_bleed_and_marks_do_not(printed: PrintedVolume) -> None:
    """The cover's colour fills the bleed and stops there; crop marks point at the trim from outside the bleed."""
    dpi = 100
    cover = printed.picture(1, dpi)

    def at(x_mm: float, y_mm: float) -> tuple[int, ...]:
        pixel = cover.getpixel((round(x_mm / 25.4 * dpi), round(y_mm / 25.4 * dpi)))
        return tuple(pixel) if isinstance(pixel, tuple) else (0,)

    assert at(7.6, 100)[1] < 200
    assert at(6, 100) == (255, 255, 255)
    corner = cover.crop((0, 0, round(7 / 25.4 * dpi), round(12 / 25.4 * dpi))).convert("L")
    assert ImageStat.Stat(corner).extrema[0][0] < 128


def test_tagged_with_title_and_language(printed: PrintedVolume, tmp_path: Path) -> None:
    """The file says that it is PDF/UA-1, carries tags, its title and its language, and shows the title."""
    del tmp_path
    root = printed.reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).lower() == "zh-cn"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert printed.reader.metadata is not None
    assert printed.reader.metadata.title == printed.volume.title
    assert printed.reader.metadata.author == printed.volume.editor
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_archive(library: Library, project: Path, tmp_path: Path) -> None:
    """For archives the file is PDF/A-2a besides."""
    one = print_book(library, "xuanbian", Format("16k", "screen", archive=True), project, tmp_path)
    metadata = one.reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def figures(node: Any) -> Iterator[str]:
    """Give the alternative texts of all figures of a tagged PDF."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from figures(child)
    elif isinstance(node, dict):
        if node.get("/S") == "/Figure":
            yield str(node.get("/Alt", ""))
        if "/K" in node:
            yield from figures(node["/K"])


def test_alternative_texts_come_from_the_records(printed: PrintedVolume, library: Library) -> None:
    """Every photo carries the record's alternative text, every QR code says where it leads."""
    alts = list(figures(printed.reader.trailer["/Root"]["/StructTreeRoot"]))
    photos = [photo.alt for entry in printed.volume.entries for photo in library.by_id[entry.id].photos]

    assert [alt for alt in photos if alt not in alts] == []
    assert all(alts)
    assert sum(alt.startswith("二维码") for alt in alts) == len(printed.volume.entries)


def test_the_same_input_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Two runs, with other hash seeds, give the same file: one of this process, and one of another."""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    words = ["-C", str(project), "book", "--case", "quan-zi-duan", "--case", "lian-jian-jie-dui", "-o"]
    command = [sys.executable, "-m", "generator.cli", *words, str(tmp_path / "other.pdf")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    result = CliRunner().invoke(main, [*words, str(tmp_path / "own.pdf")])

    assert result.exit_code == 0
    assert (tmp_path / "own.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_photos_are_no_larger_than_their_resolution_allows(library: Library, printed: PrintedVolume) -> None:
    """A photo is drawn at 200 dots an inch or more, whatever room there is."""
    del library
    widths = []
    document = pypdfium2.PdfDocument(printed.path)
    for page in document:
        for thing in page.get_objects(filter=[3]):
            left, _, right, _ = thing.get_bounds()
            pixels = thing.get_px_size()[0]
            widths.append(pixels / ((right - left) / 72))
    document.close()

    assert widths
    assert [dpi for dpi in widths if dpi < 199] == []
