"""Panoramas and pictures of long screens come in pieces, so that something is seen of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

RED, GREEN, BLUE = (200, 20, 20), (20, 160, 20), (20, 20, 200)


def three_colours(size: tuple[int, int]) -> Image.Image:
    """Draw three colours, one after the other along the picture's longer side."""
    width, height = size
    strip = Image.new("RGB", (3, 1))
    for at, colour in enumerate((RED, GREEN, BLUE)):
        strip.putpixel((at, 0), colour)
    strip = strip if width > height else strip.transpose(Image.Transpose.ROTATE_270)
    return strip.resize(size, Image.Resampling.NEAREST)


def area_of(page: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int]:
    """Measure the rows and columns of a page that have a colour."""
    found = [
        (x, y)
        for y in range(0, page.height, 2)
        for x in range(0, page.width, 2)
        if all(abs(a - b) < 30 for a, b in zip(page.getpixel((x, y)), colour, strict=True))  # type: ignore[arg-type]
    ]
    return 2 * len({x for x, _ in found}), 2 * len({y for _, y in found})


@pytest.mark.parametrize(
    ("size", "least"), [((6000, 450), (350, 60)), ((450, 6000), (60, 130))], ids=["panorama", "screen"]
)
def test_a_long_picture_is_set_in_pieces(
    size: tuple[int, int], least: tuple[int, int], case: Callable[..., Case], tmp_path: Path
) -> None:
    """Every part of it is on the page, none is a narrow strip, and it is told once to those who do not see it."""
    folder = tmp_path / "cases/x-01"
    folder.mkdir(parents=True)
    three_colours(size).save(folder / "a.png")
    photo = {"file": "a.png", "caption": "示例的长图", "alt": "红绿蓝三种颜色"}
    library = gather(
        [case("x-01", photos=[photo])],
        [Collection.model_validate({"id": "chang", "title": "长", "editor": "示例", "date": "2026"})],
    )
    book: PrintedVolume = print_book(library, "chang", Format("16k", "screen"), tmp_path, tmp_path)
    page = book.picture(book.sheet_of("x-01"))

    for colour in (RED, GREEN, BLUE):
        wide, high = area_of(page, colour)
        assert (wide >= least[0], high >= least[1]) == (True, True)
