"""Notes keep their numbers with their texts, and long addresses do not tear the lines before them."""

from collections.abc import Callable
from itertools import pairwise

import pypdfium2
import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

ADDRESS = "https://dangjian.shili.example/2024/index.php?m=content&c=index&a=show&catid=12&id=345"
NOTES = """列一项[^甲]，二项[^乙]，三项[^丙]，四项[^丁]。

[^甲]: 第一段文字。

    第二段文字。

[^乙]:
    - 列表一
    - 列表二

[^丙]: 有表格的注。

    |表头|
    |-|
    |单元格|

[^丁]: > 引文的注。
"""


@pytest.fixture(scope="module")
def book(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give a book of two cases: one with notes, one with addresses in running text."""
    folder = tmp_path_factory.mktemp("notes")
    addresses = "\n\n".join(f"{'鑫' * count}见{ADDRESS}。" for count in range(20, 40))
    library = gather(
        [case("x-01", background=NOTES), case("x-02", background=addresses)],
        [Collection.model_validate({"id": "zhu", "title": "注", "editor": "示例", "date": "2026"})],
    )
    return print_book(library, "zhu", Format("16k", "screen"), folder, folder)


def test_numbers_stand_before_their_notes(book: PrintedVolume) -> None:
    """Whatever a note begins with is on the line of its number; what follows is below."""
    lines = book.lines[book.sheet_of("x-01") - 1]
    kept = [line for line in lines if line[0] in "①②③④"]

    assert [line.replace("•", "")[:6] for line in kept] == ["①第一段文字", "②列表一", "③有表格的注", "④引文的注。"]
    assert lines[lines.index(kept[0]) + 1] == "第二段文字。"


def test_addresses_do_not_tear_lines(book: PrintedVolume) -> None:
    """However long the text before an address, Han characters in one line stay together."""
    document = pypdfium2.PdfDocument(book.path)
    widest = 0.0
    for sheet in range(book.sheet_of("x-02") - 1, len(document)):
        page = document[sheet].get_textpage()
        text = page.get_text_range()
        if "鑫鑫" not in text:
            continue
        boxes = [
            page.get_charbox(at, loose=True) for at in range(page.count_chars()) if page.get_text_range(at, 1) == "鑫"
        ]
        gaps = [after[0] - before[2] for before, after in pairwise(boxes) if abs(after[1] - before[1]) < 1]
        widest = max(widest, *gaps)
    document.close()

    assert widest < 4.5
