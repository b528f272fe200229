"""The sizes of a photo's copies follow from the photo alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.site.assets import Assets
from generator.outputs.views.image_sizes import LONGEST_PX, WIDTHS_PX, copy_sizes, copy_uris, copy_widths, largest_uri
from tests.each import each


@each(
    ("size", "expected"),
    [
        ((200, 100), (200,)),
        ((480, 100), (480,)),
        ((481, 100), (480, 481)),
        ((800, 600), (480, 800)),
        ((960, 100), (480, 960)),
        ((1600, 100), (480, 960, 1600)),
        ((4000, 3000), (480, 960, 1600)),
        ((20_000, 1500), (480, 960, 1600, 6400)),
        ((9000, 100), (480, 960, 1600, 9000)),
        ((99_000, 100), (480, 960, 1600, 16_383)),
        ((1080, 2400), (480, 960, 1080)),
        ((1500, 20_000), (480, 774)),
        ((400, 10_000), (400,)),
        ((10, 80_000), (2,)),
        (None, (480, 960, 1600)),
    ],
)
def test_widths(size: tuple[int, int] | None, expected: tuple[int, ...]) -> None:
    """A photo has the usual widths below its own, and its own up to the largest; one not measured has all."""
    assert copy_widths(size) == expected


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_any_size(width: int, height: int) -> None:
    """Copies grow, are no larger than the photo or than a format can hold, and keep its shape to a pixel."""
    sizes = copy_sizes((width, height))

    assert sorted({one for one, _ in sizes}) == [one for one, _ in sizes]
    assert all(1 <= wide <= min(width, LONGEST_PX) and 1 <= high <= LONGEST_PX for wide, high in sizes)
    assert [one for one, _ in sizes if one > WIDTHS_PX[-1]] == [] or sizes[-1][1] <= 480 or width < 480
    assert all(abs(high - wide * height / width) <= 1 for wide, high in sizes if wide > 1)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({}, "photos/x-01/水 样.png.1600.jpg"),
        ({"x-01/水 样.png": (640, 480)}, "photos/x-01/水 样.png.640.jpg"),
        ({"x-02/水 样.png": (640, 480)}, "photos/x-01/水 样.png.1600.jpg"),
    ],
)
def test_largest(sizes: dict[str, tuple[int, int]], expected: str) -> None:
    """The largest JPEG is found by the photo's case and file."""
    assert largest_uri(Assets(sizes), "x-01", "水 样.png") == expected


def test_addresses() -> None:
    """Every copy has its address, in two kinds; photos that differ in their ending never meet."""
    assets = Assets({"x-01/a.jpg": (500, 400), "x-01/a.png": (300, 400)})

    assert list(copy_uris(assets, "x-01", "a.jpg")) == [
        "photos/x-01/a.jpg.480.webp",
        "photos/x-01/a.jpg.480.jpg",
        "photos/x-01/a.jpg.500.webp",
        "photos/x-01/a.jpg.500.jpg",
    ]
    assert list(copy_uris(assets, "x-01", "a.png")) == ["photos/x-01/a.png.300.webp", "photos/x-01/a.png.300.jpg"]
