"""Tables of any width in the book: on the paper no two cells touch, and all are in the text area."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from pathlib import Path

import pypdfium2
import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.making.typesetting.single_book import BookJob, FinishedBook, make_book
from generator.outputs.book.table_data import LONGEST_WHOLE
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from tests.book.printed import PT_PER_MM, SETTINGS, packed, quiet

Box = tuple[float, float, float, float]
Glyphs = tuple[tuple[float, float, int], list[tuple[str, Box]]]
"""The size of a page and its turn, and its characters with their boxes."""
ADDRESS = "https://www.shili.example/xinwen/dangjian/page_view.htm?from=singlemessage&isappinstalled=no&token=abcdefghijklmnop"
HEADS = ["序号", "高校", "院系", "党支部", "书记", "单位", "形式", "时间", "人数", "成效", "部门", "备注"]
SUMMARY = ["甲", "示例职业技术大学", "马克思主义学院", "示例教师第一党支部", "示例", "示例县农业农村局、示例镇党委"]
SUMMARY += ["宣讲、培训", "二〇二四年三月", "一百人次", "建成示范基地三个，带动农户增收", "组织部", "无"]
TYPE_AREA = {"16k": (399, 595), "a4": (456, 680), "b5": (378, 561)}
"""Width and height in points, as `theme/book/system.typ` has them."""
SLACK_PT = 0.6
BAND_PT = 20
LEAST_GAP_PT = 1.9
"""What is between Han characters and digits in running text; cells are further apart."""


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a table in Markdown."""
    lines = [head, ["-"] * len(head), *rows]
    return "\n".join(f"|{'|'.join(line)}|" for line in lines)


def wild_table(seed: int) -> str:
    """Make a table by chance: numbers in every other column, words, Chinese or addresses in those between."""
    chance = random.Random(seed)  # noqa: S311 (nothing here is secret)

    def number() -> str:
        return chance.choice(["7", "123,456.78", "12345678901234", "9,876,543,210.12", "20240301"])

    def words() -> str:
        long = "示例村镇的示例农户参加了示例培训，" * chance.randint(1, 6)
        return chance.choice(
            [
                "无",
                "示例支部",
                long,
                "electroencephalographically",
                "WWWWWWWWWWWWWWWWWWWWWWWW",
                ADDRESS,
                "**粗** `code`",
            ]
        )

    columns = chance.randint(1, 24)
    row = [number if at % 2 == 0 else words for at in range(columns)]
    return table([cell() for cell in row], [[cell() for cell in row] for _ in range(chance.randint(1, 12))])


KINDS = {
    "八列": table([f"{2018 + at}" for at in range(8)], [["123,456.78"] * 8] * 5),
    "六列": table([f"{at}" for at in range(6)], [["12345678901234"] * 6] * 5),
    "汇总": table(HEADS, [SUMMARY] * 12),
    "网址": table(["年份", "网址", "件数", "备注"], [["2022", ADDRESS, "12", "全文转载"]] * 3),
    "长词": table(["甲", "乙"], [["electroencephalographically", "internationalisation-Otorhinolaryngological"]] * 3),
    "一列": table(["内容"], [["示例文字很长，" * 60]]),
    "两百行": table(["1", "地点", "2"], [[f"{at}", "示例县示例村", f"{at},000.50"] for at in range(200)]),
    "二十列": table([f"{at}" for at in range(20)], [["1,234,567.89"] * 20] * 5),
    "列表": "- 一项\n\n" + "\n".join(f"  {line}" for line in table(["1"] * 8, [["123,456.78"] * 8] * 3).split("\n")),
    "脚注": "甲[^1]\n\n[^1]: 注\n\n"
    + "\n".join(f"    {line}" for line in table(["1"] * 12, [["12345678"] * 12] * 3).split("\n")),
}


@dataclass(frozen=True)
class Book:
    """A finished book and the text of its tables."""

    made: FinishedBook
    texts: dict[str, str]
    size: str


FOR_THE_PRESS, NARROWEST, WIDEST = ("16k", "print"), ("b5", "screen"), ("a4", "screen")
pytestmark = pytest.mark.sampled


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Set the book on all papers under `--soak`; else for the press, and on the narrowest, where tables break first."""
    if "book" in metafunc.fixturenames:
        widest = [WIDEST] if metafunc.config.getoption("--soak") else []
        papers = [FOR_THE_PRESS, NARROWEST, *widest]
        metafunc.parametrize("book", papers, indirect=True, ids=[size for size, _ in papers], scope="module")


@pytest.fixture(scope="module")
def book(request: pytest.FixtureRequest, case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Give a book with a table of every kind, one case each."""
    size, variant = request.param
    folder = tmp_path_factory.mktemp("tables")
    texts = KINDS | {f"随机{chr(0x4E00 + seed)}": wild_table(seed) for seed in range(10)}
    cases = [
        case(f"t-{at}", title=f"示例案例{name}", background=f"先说背景。\n\n{text}\n\n再说结果。")
        for at, (name, text) in enumerate(texts.items())
    ]
    collection = Collection.model_validate({"id": "biao", "title": "表", "editor": "示例", "date": "2026"})
    library = gather(cases, [collection])
    form = Format(size, variant, archive=size == "a4")
    job = BookJob(library.arrangements[0], form, folder / "book.pdf", folder / "singles" if size == "b5" else None)
    return Book(make_book(Publication(library, SETTINGS), folder, job, quiet()), texts, size)


@cache
def glyphs(path: Path) -> tuple[Glyphs, ...]:
    """Give for each page its size as it stands in the file and its turn, and its characters with their boxes."""
    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        turn = page.get_rotation()
        width, height = page.get_size()
        text = page.get_textpage()
        count = text.count_chars()
        found = [(text.get_text_range(at, 1), text.get_charbox(at)) for at in range(count)]
        size = (height, width) if turn in (90, 270) else (width, height)
        pages.append(((*size, turn), [(one, box) for one, box in found if one.strip() and one != "\ufffe"]))
    document.close()
    return tuple(pages)


def bands_of(found: list[tuple[str, Box]]) -> Iterable[list[tuple[str, Box]]]:
    """Give the characters that may be on a line, from the left to the right; some are in two bands."""
    bands: dict[int, list[tuple[str, Box]]] = {}
    for one, box in sorted(found, key=lambda each: each[1][0]):
        for band in range(int(box[1] // BAND_PT), int(box[3] // BAND_PT) + 1):
            bands.setdefault(band, []).append((one, box))
    return bands.values()


def before(right: float, band: list[tuple[str, Box]], at: int) -> Iterator[tuple[str, Box]]:
    """Give the characters behind one of a band that begin before a place."""
    return takewhile(lambda each: each[1][0] < right, islice(band, at + 1, None))


def are_on_a_line(a: Box, b: Box) -> bool:
    """Check whether two characters have more of their height in common than a hair."""
    return min(a[3], b[3]) - max(a[1], b[1]) > SLACK_PT


def overlapping(found: list[tuple[str, Box]]) -> list[str]:
    """Name the characters that lie on one another."""
    return [
        f"{one}{other}"
        for band in bands_of([(one, box) for one, box in found if one.isalnum()])
        for at, (one, a) in enumerate(band)
        for other, b in before(a[2] - SLACK_PT, band, at)
        if b[2] - b[0] > SLACK_PT and are_on_a_line(a, b)
    ]


def touching(found: list[tuple[str, Box]]) -> list[str]:
    """Name digits that stand on a line with other letters, and too close to them."""
    return [
        f"{one}{other}"
        for band in bands_of([(one, box) for one, box in found if one.isalpha() or (one.isascii() and one.isdigit())])
        for at, (one, a) in enumerate(band)
        for other, b in before(a[2] + LEAST_GAP_PT, band, at)
        if one.isdigit() != other.isdigit() and b[0] - min(a[2], b[2]) < LEAST_GAP_PT and are_on_a_line(a, b)
    ]


def test_no_cells_touch(book: Book) -> None:
    """No character lies on another, and numbers keep away from the words of the columns beside them."""
    faults = {}
    for number, (_, found) in enumerate(glyphs(book.made.files[0]), 1):
        # The first pages have no tables.
        wrong = overlapping(found) + (touching(found) if number > 10 else [])
        if wrong:
            faults[number] = wrong[:5]

    assert faults == {}


def test_nothing_leaves_the_text_area(book: Book) -> None:
    """Every character is between the left and the right edge of the text area, on pages that lie, too."""
    faults = {}
    breadth, length = TYPE_AREA[book.size]
    for number, ((width, height, _), found) in enumerate(glyphs(book.made.files[0]), 1):
        lies = width > height
        room = length if lies else breadth
        # In print, the edge at the binding is a little wider than the other.
        slack = (width - room) / 2 - (0 if lies or book.size != "16k" else 6)
        xs = [(box[0], box[2]) for _, box in found if not lies or 60 < box[0] < width - 60]
        if xs and number > 8 and (min(x for x, _ in xs) < slack - 3 or max(x for _, x in xs) > width - slack + 3):
            faults[number] = (min(xs), max(xs), slack)

    assert faults == {}


def test_nothing_of_a_table_is_lost(book: Book) -> None:
    """Every cell is in the book as often as in the record, or more often where a first column is repeated."""
    text = "".join(packed("".join(one for one, _ in found)) for _, found in glyphs(book.made.files[0]))
    cells: dict[str, int] = {}
    for written in book.texts.values():
        for line in written.split("\n"):
            for cell in line.strip(" |").split("|"):
                if len(cell) > 9 and not set(cell) & set("-*`[]"):
                    cells[cell] = cells.get(cell, 0) + 1

    assert [
        cell for cell, count in cells.items() if text.count(packed(cell)) < count and not is_divided(cell, text)
    ] == []


def is_divided(cell: str, text: str) -> bool:
    """Check whether a cell that is too long to be kept whole is there in two pieces, with a page's end between them."""
    written = packed(cell)
    return len(written) > LONGEST_WHOLE and any(
        written[:at] in text and written[at:] in text for at in range(10, len(written) - 10)
    )


def test_wide_tables_are_told(book: Book) -> None:
    """A table that no page is wide enough for is named with its record; the others are not told."""
    told = [notice for notice in book.made.notices if "段印" in notice]
    named = [
        at for at, name in enumerate(book.texts) if name in ("八列", "六列", "网址", "长词", "一列", "两百行", "列表")
    ]

    assert [notice for notice in told if any(f"cases/t-{at}/" in notice for at in named)] == []
    assert (
        "cases/t-7/case.yml 的“背景与问题”里，首行是“0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 …”的表有 20 列，横排也放不下，"
        "汇编里分成 2 段印，每段重复第一列。建议：少列几列，或者分成几个表写。"
    ) in told


def test_the_bound_book_stands(book: Book) -> None:
    """In print, a page that lies is turned to the left, so that all pages are equal; on a screen it lies."""
    sizes = {
        (round(width / PT_PER_MM), round(height / PT_PER_MM), turn)
        for (width, height, turn), _ in glyphs(book.made.files[0])
    }

    assert (
        sizes
        == {
            "16k": {(185, 260, 0), (260, 185, 270)},
            "a4": {(210, 297, 0), (297, 210, 0)},
            "b5": {(176, 250, 0), (250, 176, 0)},
        }[book.size]
    )
