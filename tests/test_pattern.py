"""Drawings say what they should: a code can be read, and a book's cover stays as it is."""

import re
from base64 import b64decode
from functools import cache
from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw

from generator.outputs.graphics.pattern import pattern, qr_picture, qr_rows
from generator.outputs.graphics.qr import QUIET_MODULES
from tests.each import each

ADDRESSES = {
    "a case": "https://anliji.example/cases/x-01.html",
    "short": "http://a.example/",
    "below a path, percent-encoded": "https://www.example.edu.cn/%E6%A1%88%E4%BE%8B/cases/jy-2025-001.html",
    "the longest id": f"https://www.example.edu.cn/anli/cases/{'a' * 60}.html",
    "very long": f"https://www.example.edu.cn/{'a' * 500}.html",
}
SCALE = 4


@cache
def drawn(name: str) -> tuple[Image.Image, list[tuple[int, int, int]]]:
    """Draw the code of an address, once for all that is asked of it."""
    return draw(qr_rows(ADDRESSES[name]))


def draw(rows: tuple[str, ...]) -> tuple[Image.Image, list[tuple[int, int, int]]]:
    """Draw a code; gives the image and the runs of its dark modules as x, y and width."""
    side = len(rows)
    assert {side} == {len(row) for row in rows}
    assert {"0", "1"} == set("".join(rows))
    runs = [(run.start(), y, len(run[0])) for y, row in enumerate(rows) for run in re.finditer("1+", row)]
    image = Image.new("L", (side * SCALE, side * SCALE), "white")
    pen = ImageDraw.Draw(image)
    for x, y, width in runs:
        pen.rectangle((x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + 1) * SCALE - 1), fill="black")
    return image, runs


@each("name", ADDRESSES)
def test_qr_code_is_read(name: str) -> None:
    """A reader gets the address back from the code that books draw."""
    image, _ = drawn(name)

    found = [
        (str(one.format).removeprefix("BarcodeFormat.").replace(" ", ""), one.text)
        for one in zxingcpp.read_barcodes(image)
    ]
    assert [("QRCode", ADDRESSES[name])] == found


@each("name", ADDRESSES)
def test_qr_code_has_its_quiet_zone(name: str) -> None:
    """On all four sides the code has exactly the blank margin that the standard asks for."""
    image, runs = drawn(name)
    side = image.width // SCALE

    assert QUIET_MODULES == min(x for x, _, _ in runs)
    assert QUIET_MODULES == min(y for _, y, _ in runs)
    assert side - QUIET_MODULES == max(x + width for x, _, width in runs)
    assert side - QUIET_MODULES == max(y + 1 for _, y, _ in runs)


@each("name", ADDRESSES)
def test_qr_picture_is_the_same_code(name: str) -> None:
    """The picture in a page has the modules of the code that books have, a pixel each, without the margin."""
    image, _ = drawn(name)
    code = qr_picture(ADDRESSES[name])
    picture = Image.open(BytesIO(b64decode(code.picture.removeprefix("data:image/png;base64,")))).convert("L")
    inside = (QUIET_MODULES, QUIET_MODULES, QUIET_MODULES + code.side, QUIET_MODULES + code.side)
    whole = image.resize((image.width // SCALE, image.height // SCALE), Image.Resampling.NEAREST)

    assert whole.crop(inside).tobytes() == picture.tobytes()
    assert f"-4 -4 {whole.width} {whole.width}" == code.box


def test_qr_code_without_an_address() -> None:
    """Where the site's address is not known there is nothing to draw."""
    assert qr_rows("") == ()


@each("tiles", [0, 1, 31, 32, 33, 96, 1000])
def test_pattern(tiles: int) -> None:
    """A pattern has a quarter turn for each tile, and a smaller one is the beginning of a larger one."""
    turns = pattern("shili", tiles)

    assert tiles == len(turns)
    assert set(turns) <= {0, 1, 2, 3}
    assert pattern("shili", 1000)[:tiles] == turns


def test_pattern_of_a_seed() -> None:
    """A collection's cover is the same on every machine and in every year, and another collection's differs."""
    assert (0, 2, 2, 1, 0, 3, 0, 1, 3, 2, 1, 1) == pattern("shili", 12)
    assert pattern("shili", 96) != pattern("shili-2", 96)


def test_pattern_has_all_turns() -> None:
    """No turn is missing from a whole cover, and none is most of it."""
    turns = pattern("shili", 96)

    assert {0, 1, 2, 3} == set(turns)
    assert max(turns.count(turn) for turn in range(4)) < 48
