"""Photos are developed upright, no larger than they were, in sRGB, on white, and without a byte of metadata."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from generator.making.images.copies import make_copies
from generator.making.project.image_files import look_at, read_size
from tests.each import each

RED, BLUE = (200, 30, 30), (30, 30, 200)


def two_colours(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Draw a picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture


def published(path: Path) -> Image.Image:
    """Develop a photo and open its largest JPEG."""
    return Image.open(BytesIO(list(make_copies(path.read_bytes()).values())[-1]))


def saved(picture: Image.Image, format: str, **how: object) -> bytes:
    """Give a picture as a file."""
    file = BytesIO()
    picture.save(file, format, **how)
    return file.getvalue()


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


@each(
    ("size", "expected"),
    [
        ((1, 1), {"1": (1, 1)}),
        ((300, 200), {"300": (300, 200)}),
        ((800, 600), {"480": (480, 360), "800": (800, 600)}),
        ((3200, 1800), {"480": (480, 270), "960": (960, 540), "1600": (1600, 900)}),
        ((200, 3000), {"200": (200, 3000)}),
        ((5000, 1), {"480": (480, 1), "960": (960, 1), "1600": (1600, 1), "5000": (5000, 1)}),
        ((20, 40_000), {"8": (8, 16_000)}),
    ],
)
def test_sizes(size: tuple[int, int], expected: dict[str, tuple[int, int]]) -> None:
    """A photo is made smaller, in proportion, never larger, and no larger than its formats can hold."""
    copies = make_copies(saved(Image.new("RGB", size), "PNG"))
    found = {name: Image.open(BytesIO(content)) for name, content in copies.items()}

    assert {name: (image.format, image.size) for name, image in found.items()} == {
        f"{width}.{kind}": (format, one)
        for width, one in expected.items()
        for kind, format in (("webp", "WEBP"), ("jpg", "JPEG"))
    }


@pytest.mark.parametrize("size", [(3200, 2400), (2400, 3200)])
def test_reduced_while_it_is_decoded(size: tuple[int, int]) -> None:
    """A large JPEG that lies on its side is read at half its size, and its copies have the colours in place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    copies = make_copies(saved(two_colours(size).transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif))
    image = Image.open(BytesIO(copies["1600.jpg"]))

    assert image.size == (1600, 1600 * size[1] // size[0])
    assert is_near(image.getpixel((10, 10)), RED)
    assert is_near(image.getpixel((1590, image.height - 10)), BLUE)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_no_metadata(format: str) -> None:
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
    data = saved(two_colours((1000, 500)), format, exif=exif, icc_profile=b"SECRET profile", **more)
    copies = make_copies(data)
    marks = (b"SECRET", b"Exif", b"EXIF", b"2024", b"xmp", b"XMP", b"ICC", b"Photoshop")

    assert b"SECRET" in data
    assert list(copies) == ["480.webp", "480.jpg", "960.webp", "960.jpg", "1000.webp", "1000.jpg"]
    assert [(name, mark) for name, content in copies.items() for mark in marks if mark in content] == []


def test_nothing_but_pixels_is_in_the_files() -> None:
    """A WebP has one chunk, its pixels; a JPEG has no segment of an application's but its own, and no comment."""
    copies = make_copies(saved(two_colours(), "JPEG", comment=b"SECRET"))
    jpeg, webp = copies["80.jpg"], copies["80.webp"]

    assert (webp[:4], webp[8:16], len(webp)) == (b"RIFF", b"WEBPVP8 ", 20 + int.from_bytes(webp[16:20], "little"))
    assert [byte for at, byte in enumerate(jpeg[1:], 1) if jpeg[at - 1] == 0xFF and 0xE0 <= byte <= 0xFE] == [0xE0]


def test_nothing_follows_the_picture() -> None:
    """What is hidden behind the end of a photo, as phones put videos there, is not published."""
    copies = make_copies(saved(two_colours(), "JPEG") + b"SECRET video")

    assert [name for name, content in copies.items() if b"SECRET" in content] == []
    assert copies["80.jpg"].endswith(b"\xff\xd9")


def test_same_photo_same_bytes() -> None:
    """A photo is developed to the same bytes each time."""
    data = saved(two_colours(), "PNG")

    assert make_copies(data) == make_copies(data)


@pytest.mark.parametrize("profile", ["L", "CMYK"])
def test_profiles_of_other_colours(profile: str) -> None:
    """A profile that does not belong to the picture's colours is passed over; the picture is published."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(Image.new(profile, (20, 20)), "JPEG", icc_profile=srgb)

    assert Image.open(BytesIO(make_copies(data)["20.jpg"])).mode == "RGB"


def test_palette_with_a_profile() -> None:
    """A palette's colours are converted, too."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = plain.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    data = saved(two_colours().convert("P", palette=Image.Palette.ADAPTIVE), "PNG", icc_profile=exchanged)

    assert is_near(Image.open(BytesIO(make_copies(data)["80.jpg"])).getpixel((10, 20)), BLUE)


def test_transparent_colour_of_a_png() -> None:
    """A colour that a PNG declares transparent becomes white."""
    data = saved(Image.new("RGB", (20, 20), RED), "PNG", transparency=RED)

    assert Image.open(BytesIO(make_copies(data)["20.jpg"])).getpixel((10, 10)) == (255, 255, 255)


def heic(picture: Image.Image, orientation: int = 1, **how: object) -> bytes:
    """Give a picture as a telephone writes it, turned by its container, with camera and place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SECRET camera"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (1.0, 2.0, 3.0)}
    return saved(picture, "HEIF", exif=exif.tobytes(), quality=90, **how)


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, None),
        (3, Image.Transpose.ROTATE_180),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_photo_of_a_telephone(tmp_path: Path, orientation: int, turn: Image.Transpose | None) -> None:
    """A HEIC is a sound picture, measured as it is developed: upright, once, without a word about place and camera."""
    picture = two_colours((640, 320))
    data = heic(picture.transpose(turn) if turn is not None else picture, orientation)
    (tmp_path / "a.heic").write_bytes(data)
    copies = make_copies(data)
    image = Image.open(BytesIO(copies["640.jpg"]))

    assert b"SECRET" in data
    assert look_at(tmp_path / "a.heic").format == "HEIC"
    assert (read_size(tmp_path / "a.heic"), image.size) == ((640, 320), (640, 320))
    assert is_near(image.getpixel((20, 160)), RED)
    assert is_near(image.getpixel((620, 160)), BLUE)
    marks = (b"SECRET", b"Exif", b"EXIF", b"ICC", b"nclx")
    assert [name for name, content in copies.items() for mark in marks if mark in content] == []


def test_thumbnail_in_a_heic_is_not_published() -> None:
    """The small picture inside a file, which may show what was covered in the large one, takes no part."""
    data = heic(Image.new("RGB", (1200, 600), RED), thumbnails=[480])
    copies = make_copies(data)

    assert is_near(Image.open(BytesIO(copies["480.jpg"])).getpixel((240, 120)), RED)
    assert list(copies) == ["480.webp", "480.jpg", "960.webp", "960.jpg", "1200.webp", "1200.jpg"]


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_photo_that_is_cut_off(part: float) -> None:
    """What cannot be read is an error, not half a picture."""
    data = heic(two_colours((640, 320)))

    with pytest.raises((OSError, ValueError)):
        make_copies(data[: int(len(data) * part)])
