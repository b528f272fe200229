"""The showcase as built: selected files of the whole site are as reviewed, frame and all."""

from collections.abc import Callable
from pathlib import Path

import pytest

SHOWCASE = Path(__file__).parent / "fixtures/showcase"
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


def test_no_case_was_revised_today(built_showcase: Path) -> None:
    """The register of the showcase knows its cases as they are; else what is reviewed has another date each day."""
    written = (built_showcase / "cases/addresses.txt", SHOWCASE / "cases/addresses.txt")
    built, known = ([line for line in _lines(path) if line.startswith("cases/")] for path in written)

    assert built == known


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
