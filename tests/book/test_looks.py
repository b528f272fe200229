"""How pages look: compared with pages that were looked at and found right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from generator.outputs.book.volume import to_json
from tests.book.printed import Printed

TESTS = Path(__file__).parents[1]

REVIEWED = {
    "cover": 1,
    "title": 3,
    "record": 4,
    "contents": 9,
    "part": 11,
    "every-field-1": 12,
    "every-field-2": 13,
    "every-field-3": 14,
    "every-field-4": 15,
}
"""Pages of the printed showcase that were looked at and found right."""


TOLERANCE = 3.0
"""Mean difference of grey values, 0 to 255: other versions of the renderer draw edges a little differently."""


@pytest.mark.parametrize("name", REVIEWED)
def test_pages_look_as_reviewed(name: str, printed: Printed, request: pytest.FixtureRequest) -> None:
    """A page looks as it did when it was reviewed; `--update-golden` draws it anew, to be looked at again."""
    path = TESTS / "golden/book" / f"{name}.png"
    drawn = printed.picture(REVIEWED[name], 40).convert("L")
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn.save(path, optimize=True)
    with Image.open(path) as reviewed:
        assert drawn.size == reviewed.size
        difference = ImageStat.Stat(ImageChops.difference(drawn, reviewed.convert("L"))).mean[0]

    assert difference < TOLERANCE


def test_book_data_are_as_reviewed(printed: Printed, golden: Callable[[str, str], str]) -> None:
    """What the templates see of the showcase's book is as reviewed."""
    actual = json.dumps(json.loads(to_json(printed.volume)), ensure_ascii=False, indent=1) + "\n"

    assert golden("golden/book/volume.json", actual) == actual
