"""Picture files are known by their bytes, never by their names; whatever they hold, looking at them is safe."""

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from generator.making.project.image_files import MOST_PIXELS, look_at
from generator.reading.file_names import is_picture
from generator.reading.record import Picture
from tests.each import each


def drawn(format: str, mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    """Draw a picture whose pixels differ, so that none of it is packed away."""
    file = BytesIO()
    noise = Image.frombytes("L", size, bytes((x * 37 + y * 91) % 256 for y in range(size[1]) for x in range(size[0])))
    noise.convert(mode).save(file, format)
    return file.getvalue()


def png_header(width: int, height: int) -> bytes:
    """Make a PNG of a size that nobody should decode, without its pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )


def boxes(brand: bytes, like: bytes = b"heic") -> bytes:
    """Make the start of a file in boxes, as phones write HEIC: its brand, and what it is like besides."""
    return pack(">I", 24) + b"ftyp" + brand + b"\0\0\0\0mif1" + like + b"\0" * 100


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_sound_picture(tmp_path: Path, format: str, name: str) -> None:
    """A picture is what its bytes are, whatever its name, and tells its size."""
    path = tmp_path / name
    path.write_bytes(drawn(format))

    assert look_at(path) == Picture(format, 40, 30)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_modes_of_png(tmp_path: Path, mode: str) -> None:
    """Every sort of PNG is a sound picture."""
    path = tmp_path / "a.png"
    Image.new(mode, (4, 3)).save(path)

    assert look_at(path) == Picture("PNG", 4, 3)


def test_print_colours(tmp_path: Path) -> None:
    """A JPEG in print colours is a sound picture."""
    path = tmp_path / "a.jpg"
    Image.new("CMYK", (4, 3)).save(path)

    assert look_at(path) == Picture("JPEG", 4, 3)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(boxes(b"avif"), "AVIF", id="avif"),
        pytest.param(boxes(b"avis"), "AVIF", id="avis"),
        pytest.param(boxes(b"mif1", b"avif"), "AVIF", id="avif-in-general"),
        pytest.param(drawn("GIF"), "GIF", id="gif"),
        pytest.param(drawn("BMP"), "BMP", id="bmp"),
        pytest.param(drawn("TIFF"), "TIFF", id="tiff"),
        pytest.param(b"%PDF-1.4\n", "PDF", id="pdf"),
        pytest.param(b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "SVG", id="svg"),
        pytest.param(b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<SVG>', "SVG", id="svg-with-declaration"),
    ],
)
def test_other_formats_by_their_bytes(tmp_path: Path, data: bytes, expected: str) -> None:
    """A format that we do not take is named, though the file is called photo.jpg."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)

    assert look_at(path) == Picture(expected, fault="format")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_cut_off_picture(tmp_path: Path, format: str, part: float) -> None:
    """A file that a copy broke off is unreadable, wherever it ends."""
    data = drawn(format, size=(200, 150))
    path = tmp_path / "a.jpg"
    path.write_bytes(data[: int(len(data) * part)])

    assert look_at(path) == Picture("", fault="unreadable")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xd8\xff", id="three-bytes"),
        pytest.param("不是图片".encode(), id="text"),
        pytest.param(b"\0" * 1000, id="zeros"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, id="zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="png-without-chunks"),
        pytest.param(png_header(0, 10), id="png-without-width"),
        pytest.param(b"RIFF\x04\0\0\0WEBP", id="webp-without-chunks"),
        pytest.param(b"<html>", id="html"),
        pytest.param(boxes(b"heic"), id="heic-without-pictures"),
        pytest.param(boxes(b"mif1"), id="mif1-without-pictures"),
        pytest.param(boxes(b"isom"), id="video"),
    ],
)
def test_no_picture(tmp_path: Path, data: bytes) -> None:
    """What is no picture is unreadable."""
    path = tmp_path / "a.jpg"
    path.write_bytes(data)

    assert look_at(path) == Picture("", fault="unreadable")


@pytest.mark.parametrize("kind", ["folder", "missing"])
def test_no_file(tmp_path: Path, kind: str) -> None:
    """What cannot be opened is unreadable, not an error of the program."""
    path = tmp_path / "a.jpg"
    if kind == "folder":
        path.mkdir()

    assert look_at(path) == Picture("", fault="unreadable")


@pytest.mark.parametrize("size", [(9_000, 9_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (1, MOST_PIXELS + 1)])
def test_bomb(tmp_path: Path, size: tuple[int, int]) -> None:
    """A few bytes that claim too many pixels are known by the header and never decoded."""
    path = tmp_path / "a.png"
    path.write_bytes(png_header(*size))

    assert look_at(path).fault == "bomb"
    assert path.stat().st_size < 200


@pytest.mark.parametrize("name", ["a.heic", "a.jpg"])
def test_photo_of_a_telephone(tmp_path: Path, name: str) -> None:
    """A HEIC is a sound picture, also where somebody called it JPEG."""
    path = tmp_path / name
    path.write_bytes(drawn("HEIF", size=(640, 320)))

    assert look_at(path) == Picture("HEIC", 640, 320)


@pytest.mark.parametrize(("size", "expected"), [((12_000, 8_000), "bomb"), ((60_000, 60_000), "bomb")])
def test_bomb_of_a_telephone(tmp_path: Path, size: tuple[int, int], expected: str) -> None:
    """A HEIC that claims too many pixels is known by its header and never decoded."""
    path = tmp_path / "a.heic"
    data = drawn("HEIF", size=(64, 64))
    path.write_bytes(data.replace(b"ispe\0\0\0\0" + pack(">II", 64, 64), b"ispe\0\0\0\0" + pack(">II", *size)))

    assert look_at(path).fault == expected


@each(
    ("name", "expected"),
    [
        ("a.jpg", True),
        ("A.JPEG", True),
        ("水样.PNG", True),
        ("a.heic", True),
        ("a.svg", True),
        ("a.pdf", False),
        ("jpg", False),
        ("a.jpg.txt", False),
    ],
)
def test_is_picture(name: str, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    """A name promises a picture by its ending, in any case of letters."""
    assert is_picture(name) == expected
