"""How pages look: compared with pages that were looked at and found right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.book.volume import to_json
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

TESTS = Path(__file__).parents[1]

REVIEWED = {
    "cover": 1,
    "title": 3,
    "record": 4,
    "contents": 6,
    "part": 7,
    "every-field-1": 8,
    "every-field-2": 9,
    "every-field-3": 10,
    "every-field-4": 11,
    "every-field-5": 12,
    "every-field-6": 13,
    "two-short": 14,
}
"""Pages of the printed showcase that were looked at and found right."""


HEADINGS = ("背景与问题", "主要做法", "工作成效", "经验启示", "成效数据", "照片", "教学使用", "附件")
DPI = 40
SENTENCE = "示例支部每个月到渠口会商一次，先看数据，再议责任，最后定下期限。"
TOLERANCE = 3.0
"""Mean difference of grey values, 0 to 255: other versions of the renderer draw edges a little differently."""


@pytest.fixture(scope="session")
def extremes(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give a book of three cases: a thin one, one of 20,000 characters, one with ten photos of all shapes."""
    folder = tmp_path_factory.mktemp("extremes")
    sizes = [(1600, 1000), (1000, 1600), (300, 200), (200, 3000), (3000, 200), *[(1200, 800)] * 5]
    (folder / "cases/ten").mkdir(parents=True)
    photos = []
    for number, size in enumerate(sizes):
        picture = Image.new("RGB", size, (40 + 20 * number, 90, 200 - 15 * number))
        ImageDraw.Draw(picture).rectangle((20, 20, size[0] - 20, size[1] - 20), outline="white", width=8)
        picture.save(folder / f"cases/ten/{number}.png")
        photos.append({"file": f"{number}.png", "caption": f"示例图{number}，一块有白边的颜色", "alt": "有白边的颜色"})
    cases = [
        case("thin"),
        case("long", background="\n\n".join([SENTENCE * 20] * 25), lessons=f"- {SENTENCE}\n" * 20),
        case("ten", photos=photos),
    ]
    book = {
        "id": "ji-duan",
        "title": "示例极端",
        "editor": "示例",
        "date": "2026",
        "sections": [{"title": "极端", "cases": ["thin", "long", "ten"]}],
    }
    library = gather(cases, [Collection.model_validate(book)])
    return print_book(library, "ji-duan", Format("16k", "screen"), folder, folder)


def difference(name: str, drawn: Image.Image, request: pytest.FixtureRequest) -> float:
    """Compare a drawn page with the reviewed one; `--update-golden` draws it anew, to be looked at again.

    Gives the mean difference of grey values, 0 to 255; the greatest there is where even the size differs.
    """
    path = TESTS / "golden/book" / f"{name}.png"
    drawn = drawn.convert("L")
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn.save(path, optimize=True)
    with Image.open(path) as reviewed:
        if drawn.size != reviewed.size:
            return 255.0
        return ImageStat.Stat(ImageChops.difference(drawn, reviewed.convert("L"))).mean[0]


@pytest.mark.parametrize("name", REVIEWED)
def test_pages_look_as_reviewed(name: str, printed: PrintedVolume, request: pytest.FixtureRequest) -> None:
    """A page of the showcase's book looks as it did when it was reviewed."""
    assert difference(name, printed.picture(REVIEWED[name], DPI), request) < TOLERANCE


@pytest.mark.parametrize(("case_id", "offset"), [("thin", 0), ("long", 1), ("ten", 0), ("ten", 1)])
def test_extremes_look_as_reviewed(
    case_id: str, offset: int, extremes: PrintedVolume, request: pytest.FixtureRequest
) -> None:
    """A thin case, a page of running text, and ten photos of all shapes look as they did when they were reviewed."""
    sheet = extremes.sheet_of(case_id) + offset

    assert difference(f"{case_id}-{offset + 1}", extremes.picture(sheet, DPI), request) < TOLERANCE


def test_a_thin_case_takes_a_page(extremes: PrintedVolume) -> None:
    """A record that says little makes one whole page, without headings over nothing."""
    stand = extremes.made.locations["thin"]
    text = extremes.texts[stand.sheet - 1]

    assert stand.page == stand.last_page
    assert [
        title for title in ("背景与问题", "主要做法", "成效数据", "照片", "教学使用", "附件") if title in text
    ] == []


def test_book_data_are_as_reviewed(printed: PrintedVolume, golden: Callable[[str, str], str]) -> None:
    """What the templates see of the showcase's book is as reviewed."""
    actual = json.dumps(json.loads(to_json(printed.volume)), ensure_ascii=False, indent=1) + "\n"

    assert golden("golden/book/volume.json", actual) == actual
