"""The pictures of the README."""

import re

from PIL import Image

from tests.browser.readme_pictures import FOLDER, MOST_BYTES, PAGES, README
from tests.browser.sites import ROOT

PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")


def test_pictures_are_there() -> None:
    """The README shows each picture that is made for it, with words for those who do not see it, and no other."""
    shown = PICTURE.findall(README.read_text(encoding="utf-8"))
    sizes = []
    for _, path in shown:
        with Image.open(ROOT / path) as picture:
            sizes.append(picture.width >= 1000)

    assert sorted((FOLDER / f"{name}.webp").relative_to(ROOT).as_posix() for name in (*PAGES, "book")) == sorted(
        path for _, path in shown
    )
    assert ([words for words, _ in shown if len(words) < 4], all(sizes)) == ([], True)


def test_pictures_are_light() -> None:
    """All pictures of the README together are light enough for a repository, and none is made in vain."""
    files = sorted(FOLDER.iterdir())

    assert [path.stem for path in files] == sorted((*PAGES, "book"))
    assert sum(path.stat().st_size for path in files) <= MOST_BYTES
