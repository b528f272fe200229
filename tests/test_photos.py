"""Photos are published upright, no larger than they were, on white, and without a byte of metadata."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from generator.case.model import Case
from generator.making.photos import LONGEST_PX, write_photo, write_photos
from generator.making.pictures import look_at

RED, BLUE = (200, 30, 30), (30, 30, 200)


def two_colours(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Draw a picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture


def published(path: Path) -> Image.Image:
    """Publish a photo and open it."""
    target = BytesIO()
    write_photo(path, target)
    return Image.open(target)


def is_near(pixel: object, colour: tuple[int, int, int], by: int = 11) -> bool:
    """Tell whether a pixel has a colour, but for what JPEG takes away."""
    return isinstance(pixel, tuple) and all(abs(a - b) <= by for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_orientation_is_applied(tmp_path: Path, orientation: int, turn: Image.Transpose | None) -> None:
    """However the camera was held, red is on the left again."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    picture = two_colours()
    lying = picture.transpose(turn) if turn is not None else picture
    lying.save(tmp_path / "a.jpg", quality=95, exif=exif)
    image = published(tmp_path / "a.jpg")

    assert image.size == (80, 40)
    assert is_near(image.getpixel((10, 20)), RED)
    assert is_near(image.getpixel((70, 20)), BLUE)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_transparent_parts_become_white(tmp_path: Path, mode: str, format: str) -> None:
    """What is transparent is paper white, not black."""
    picture = Image.new("RGBA", (20, 20), (0, 0, 0, 0)).convert(mode)
    if mode == "P":
        picture.info["transparency"] = picture.getpixel((0, 0))
    (picture.convert("RGBA") if format == "WEBP" else picture).save(tmp_path / "a", format)
    image = published(tmp_path / "a")

    assert (image.mode, image.getpixel((10, 10))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "CMYK", "I;16"])
def test_every_mode_becomes_rgb(tmp_path: Path, mode: str) -> None:
    """Grey, print colours and deep grey are published as plain RGB."""
    Image.new(mode, (20, 20)).save(tmp_path / "a", "JPEG" if mode == "CMYK" else "PNG")

    assert published(tmp_path / "a").mode == "RGB"


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (12000, 46), (32768, 128), (65535, 255)])
def test_deep_grey_keeps_its_brightness(tmp_path: Path, value: int, expected: int) -> None:
    """Sixteen bits of grey are scaled to eight, not cut off."""
    Image.new("I;16", (20, 20), value).save(tmp_path / "a.png")

    assert is_near(published(tmp_path / "a.png").getpixel((10, 10)), (expected, expected, expected), by=2)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_profile_is_applied_and_left_behind(tmp_path: Path, format: str, mode: str) -> None:
    """A picture in a space of its own, here one where red and blue are exchanged, is published in sRGB."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = plain.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    picture = two_colours().convert("RGB" if format == "JPEG" else mode)
    picture.save(tmp_path / "a", format, icc_profile=exchanged, quality=95)
    image = published(tmp_path / "a")

    assert "icc_profile" not in image.info
    assert is_near(image.getpixel((10, 20)), BLUE)
    assert is_near(image.getpixel((70, 20)), RED)


def broken_blocks() -> dict[str, bytes]:
    """Make EXIF blocks that are broken in all the ways that came up, by what is wrong."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "example"
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.XResolution] = 72.0
    whole = exif.tobytes()

    def changed(place: int, value: int) -> bytes:
        return whole[:place] + bytes([value]) + whole[place + 1 :]

    return {
        "no-header": b"broken",
        "header-only": b"II*\0",
        "no-entries": b"Exif\0\0II*\0\x08\0\0\0\x05\0",
        "garbage": b"Exif\0\0MM\0*\0\0\0\x08\0\x02" + b"\xff" * 20,
        "cut-off": whole[:-8],
        # One byte of these is wrong; Pillow fails on each in its own way when it writes the block anew.
        "tag": changed(17, 2),
        "resolution-is-text": changed(41, 13),
        "resolution-is-bytes": changed(43, 7),
        "resolution-is-string": changed(43, 2),
    }


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("block", [pytest.param(block, id=name) for name, block in broken_blocks().items()])
def test_broken_exif(tmp_path: Path, format: str, block: bytes) -> None:
    """A picture whose EXIF block is broken is told to be unreadable, or is published; nothing is raised."""
    two_colours().save(tmp_path / "a", format, exif=block)
    fault = look_at(tmp_path / "a").fault
    sizes = () if fault else published(tmp_path / "a").size

    assert (fault, sorted(sizes)) in (("unreadable", []), ("", [40, 80]))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1, 1), (1, 1)),
        ((300, 200), (300, 200)),
        ((LONGEST_PX, 900), (LONGEST_PX, 900)),
        ((3200, 1800), (1600, 900)),
        ((1000, 4000), (400, 1600)),
        ((5000, 1), (1600, 1)),
    ],
)
def test_size(tmp_path: Path, size: tuple[int, int], expected: tuple[int, int]) -> None:
    """A photo is made smaller where it is too large, in proportion, and never larger."""
    Image.new("RGB", size).save(tmp_path / "a.png")

    assert published(tmp_path / "a.png").size == expected


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_no_metadata(tmp_path: Path, format: str) -> None:
    """Place, time, camera, comments, XMP, profile and thumbnail stay behind."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SECRET camera"
    exif[ExifTags.Base.DateTime] = "2024:01:01 00:00:00"
    exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (1.0, 2.0, 3.0)}
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "SECRET comment")
    text.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>SECRET</x:xmpmeta>")
    more = {
        "JPEG": {"comment": b"SECRET comment", "xmp": b"<x:xmpmeta>SECRET</x:xmpmeta>"},
        "PNG": {"pnginfo": text},
        "WEBP": {"xmp": b"<x:xmpmeta>SECRET</x:xmpmeta>"},
    }[format]
    two_colours().save(tmp_path / "a", format, exif=exif, icc_profile=b"SECRET profile", **more)
    target = BytesIO()
    write_photo(tmp_path / "a", target)

    assert b"SECRET" in (tmp_path / "a").read_bytes()
    assert [mark for mark in (b"SECRET", b"Exif", b"2024", b"xmp", b"ICC") if mark in target.getvalue()] == []


def test_nothing_follows_the_picture(tmp_path: Path) -> None:
    """What is hidden behind the end of a photo, as phones put videos there, is not published."""
    two_colours().save(tmp_path / "a.jpg")
    with (tmp_path / "a.jpg").open("ab") as file:
        file.write(b"SECRET video")
    target = BytesIO()
    write_photo(tmp_path / "a.jpg", target)

    assert b"SECRET" not in target.getvalue()
    assert target.getvalue().endswith(b"\xff\xd9")


def test_same_photo_same_bytes(tmp_path: Path) -> None:
    """A photo is published with the same bytes each time, in a file and in memory."""
    two_colours().save(tmp_path / "a.png")
    target = BytesIO()
    write_photo(tmp_path / "a.png", target)
    write_photo(tmp_path / "a.png", tmp_path / "b.jpg")

    assert (tmp_path / "b.jpg").read_bytes() == target.getvalue()


def test_photos_and_attachments(tmp_path: Path, case: Callable[..., Case]) -> None:
    """A case's photos and attachments go to their addresses; other files of its folder do not."""
    place = tmp_path / "cases/x-01"
    place.mkdir(parents=True)
    two_colours().save(place / "水样 1.png")
    two_colours().save(place / "private.jpg")
    (place / "a.pdf").write_bytes(b"%PDF")
    one = case(photos=[{"file": "水样 1.png", "caption": "示例"}], attachments=[{"file": "a.pdf", "title": "示例"}])
    write_photos([one, case("x-02")], tmp_path, tmp_path / "site")

    assert sorted(path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.*")) == [
        "files/x-01/a.pdf",
        "photos/x-01/水样 1.png.jpg",
    ]
    assert (tmp_path / "site/files/x-01/a.pdf").read_bytes() == b"%PDF"


def test_photo_that_went_bad_is_named(tmp_path: Path, case: Callable[..., Case]) -> None:
    """A photo that cannot be read any more is named in what is raised."""
    (tmp_path / "cases/x-01").mkdir(parents=True)
    (tmp_path / "cases/x-01/a.jpg").write_bytes(b"x")
    bad = case(photos=[{"file": "a.jpg", "caption": "示例"}])

    with pytest.raises(OSError, match="cannot identify") as caught:
        write_photos([bad], tmp_path, tmp_path / "site")
    assert caught.value.__notes__ == ["cases/x-01/a.jpg"]


def test_photos_that_differ_in_their_ending(tmp_path: Path, case: Callable[..., Case]) -> None:
    """Two photos of one name and two formats are published as two."""
    place = tmp_path / "cases/x-01"
    place.mkdir(parents=True)
    for name in ("a.jpg", "a.jpeg", "a.png", "a.webp"):
        two_colours().save(place / name)
    one = case(photos=[{"file": path.name, "caption": "示例"} for path in place.iterdir()])
    write_photos([one], tmp_path, tmp_path / "site")

    assert len(list((tmp_path / "site/photos/x-01").iterdir())) == 4
