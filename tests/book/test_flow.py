"""Cases follow one another where there is room, and a fine upright photo has a page."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

SENTENCE = "示例支部把每一次服务的时间、地点、人数和结果写在同一张表上。"
PHOTO_PART = 0.6
"""A photo that has a page is so high at least, in parts of the paper's height."""


@pytest.fixture(name="book_of", scope="module")
def fixture_book_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Case], Path | None], PrintedVolume]:
    """Set a book of cases in their order."""

    def book_of(cases: list[Case], folder: Path | None) -> PrintedVolume:
        where = folder or tmp_path_factory.mktemp("flow")
        book = {
            "id": "jie-pai",
            "title": "示例接排",
            "editor": "示例",
            "date": "2026",
            "sections": [{"title": "接排", "cases": [case.id for case in cases]}],
        }
        library = gather(cases, [Collection.model_validate(book)])
        return print_book(library, "jie-pai", Format("16k", "screen"), where, where)

    return book_of


def long_case(case: Callable[..., Case], id: str, sentences: int) -> Case:
    """Give a long case of about a page and a half."""
    sections = dict.fromkeys(("background", "approach", "results", "lessons"), SENTENCE * sentences)
    return case(id, significance="先把一件小事做成，再谈一个大项目。", **sections)


def test_cases_follow_one_another(case: Callable[..., Case], book_of: Callable[..., PrintedVolume]) -> None:
    """A case begins below the end of another one where there is room, in their order, and none overlaps another."""
    made = book_of([long_case(case, f"dj-{at}", 4 + at % 3) for at in range(1, 7)], None).made
    stands = [made.locations[f"dj-{at}"] for at in range(1, 7)]

    assert any(after.page == before.last_page for before, after in pairwise(stands))
    assert all(after.page >= before.last_page for before, after in pairwise(stands))
    assert stands[-1].last_page < 2 * len(stands)


def test_an_upright_photo_has_a_page(
    case: Callable[..., Case], book_of: Callable[..., PrintedVolume], tmp_path: Path
) -> None:
    """A photo by itself that is upright and fine enough fills the height of a page; a coarse one does not."""
    (tmp_path / "cases/dj-1").mkdir(parents=True)
    (tmp_path / "cases/dj-2").mkdir(parents=True)
    for id, size in (("dj-1", (1300, 1950)), ("dj-2", (400, 600))):
        Image.new("RGB", size, (90, 120, 60)).save(tmp_path / "cases" / id / "upright.png")
    photos = [{"file": "upright.png", "caption": "示例图，一块颜色", "alt": "一块颜色"}]
    prose = {"background": SENTENCE * 20, "approach": SENTENCE * 20}
    book = book_of([case("dj-1", photos=photos, **prose), case("dj-2", photos=photos, **prose)], tmp_path)

    heights = [height for page in pypdfium2.PdfDocument(book.path) for height in picture_heights(page)]

    assert [True, False] == [height > PHOTO_PART for height in heights]


def picture_heights(page: pypdfium2.PdfPage) -> list[float]:
    """Give how high the pictures on a page are, in parts of its height."""
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    bounds = [picture.get_bounds() for picture in pictures]
    return [(top - bottom) / page.get_height() for _, bottom, _, top in bounds]
