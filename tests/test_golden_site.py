"""The showcase as built: selected files of the whole site are as reviewed, frame and all."""

from collections.abc import Callable
from pathlib import Path

import pytest

REVIEWED = (
    "index.html",
    "task/technology-empowerment.html",
    "province/index.html",
    "university/index.html",
    "year/2024.html",
    "cases/quan-zi-duan.html",
    "cases/bi-tian-zi-duan.html",
    "cases/che-xia-an-li.html",
    "collections/an-tiao-jian.html",
    "data.html",
    "about.html",
    "404.html",
    "feed.xml",
    "feed.json",
    "sitemap.xml",
)


@pytest.fixture(scope="session")
def showcase_site(built_showcase: Path) -> Path:
    """Give the showcase's site."""
    return built_showcase / "site"


@pytest.mark.parametrize("uri", REVIEWED)
def test_built_file_is_as_reviewed(uri: str, showcase_site: Path, golden: Callable[[str, str], str]) -> None:
    """A file of the built showcase is as reviewed."""
    actual = (showcase_site / uri).read_text(encoding="utf-8")

    assert golden(f"golden/site/{uri}", actual) == actual


def test_the_theme_itself_stays_out(showcase_site: Path) -> None:
    """What the site is made from, the book's templates and parts of pages, is no part of it."""
    folders = {path.name for path in showcase_site.iterdir() if path.is_dir()}

    assert folders & {"book", "pages", "partials"} == set()
    assert list(showcase_site.rglob("*.typ")) == []
