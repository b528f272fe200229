"""Pictures in black and white are what any reader of PNG reads, and the same bytes everywhere."""

from io import BytesIO

import pytest
from PIL import Image

from generator.outputs.graphics.png import black_and_white
from tests.each import each


@each("side", [1, 7, 8, 9, 33, 177])
def test_picture_is_read(side: int) -> None:
    """A reader finds every pixel where it was asked for, black or white."""
    dark = int("".join(str((x * x + 3 * y) % 5 % 2) for y in range(side) for x in range(side)), 2)
    picture = Image.open(BytesIO(black_and_white(side, dark)))
    pixels = "".join("1" if pixel == 0 else "0" for pixel in picture.convert("L").tobytes())

    assert (side, side) == picture.size
    assert f"{dark:0{side * side}b}" == pixels


def test_bytes_are_the_same_everywhere() -> None:
    """The bytes are fixed to the last one."""
    expected = (
        "89504e470d0a1a0a0000000d49484452000000020000000201000000005acd30890000000f494441"
        "547801010400fbff0080004001c400c107db424e0000000049454e44ae426082"
    )

    assert expected == black_and_white(2, 0b0110).hex()


def test_too_large() -> None:
    """What does not fit is refused, not drawn wrong."""
    with pytest.raises(ValueError, match="900"):
        black_and_white(900, 0)
