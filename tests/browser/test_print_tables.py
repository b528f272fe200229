"""Tables on paper, printed by the browser: every column is there, and no half page is empty before a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from generator.case.markdown import parse_prose
from generator.outputs.views.prose_html import render_html
from tests.browser.reader import Visitor, new_context
from tests.browser.views import FULL_CASE

ADDRESS = "https://www.shili.example/2024/0301/page_view.htm?from=singlemessage&isappinstalled=0&token=abcdefghijklmnop"
MARGIN_PT = 19 / 25.4 * 72
INTO = "html => { document.querySelector('section.prose').innerHTML = '<h2>表</h2>' + html; }"


def table(head: list[str], row: list[str], count: int = 4) -> str:
    """Write a table in Markdown."""
    return "\n".join(f"|{'|'.join(line)}|" for line in [head, ["-"] * len(head), *[row] * count])


@dataclass(frozen=True)
class Letter:
    """A letter on the paper: the page, and its left, bottom, right and top edges in points."""

    text: str
    page: int
    box: tuple[float, float, float, float]


@pytest.fixture(name="print_prose", scope="module")
def fixture_print_prose(chromium: Browser, showcase_site: Path) -> Iterator[Callable[..., tuple[float, list[Letter]]]]:
    """Print a text as part of a case: the width of the paper, and every letter on it."""
    context = new_context(chromium, 1280)
    page: Page = Visitor(context, f"{showcase_site.as_uri()}/").open(FULL_CASE)

    def print_prose(text: str, paper: str = "A4") -> tuple[float, list[Letter]]:
        page.evaluate(INTO, render_html(parse_prose(text)))
        document = pypdfium2.PdfDocument(page.pdf(format=paper))
        letters: list[Letter] = []
        for number, sheet in enumerate(document):
            found = sheet.get_textpage()
            for at in range(found.count_chars()):
                one = found.get_text_range(at, 1)
                if one.strip():
                    letters.append(Letter(one, number, found.get_charbox(at)))
        width = document[0].get_width()
        document.close()
        return width, letters

    yield print_prose
    context.close()


WIDE = {
    "eight columns": table([f"{2018 + at}年" for at in range(8)], ["123,456.78"] * 8),
    "fourteen digits": table([f"第{at}项" for at in range(6)], ["12345678901234"] * 6),
    "a summary": table([f"列{at}" for at in range(12)], ["示例职业技术大学马克思主义学院"] * 12),
    "an address": table(["年份", "名称", "网址", "备注"], ["2022年", "示例报道一则", ADDRESS, "全文转载"]),
    "twenty columns": table([f"{at}" for at in range(20)], ["1,234,567.89"] * 20),
}


@pytest.mark.parametrize(("name", "paper"), [*((name, "A4") for name in WIDE), ("a summary", "Letter")])
def test_every_column_is_on_the_paper(
    name: str, paper: str, print_prose: Callable[..., tuple[float, list[Letter]]]
) -> None:
    """Nothing is beyond the margin, and all words of the table are there."""
    width, letters = print_prose(WIDE[name], paper)
    printed = "".join(one.text for one in letters)
    cells = {cell for line in WIDE[name].split("\n") for cell in line.strip("|").split("|")} - {"-"}

    assert max(one.box[2] for one in letters) <= width - MARGIN_PT + 1
    assert [
        cell for cell in cells if cell.replace("-", "") not in printed.replace("-", "") and name != "twenty columns"
    ] == []


def test_chinese_columns_are_not_squeezed(print_prose: Callable[..., tuple[float, list[Letter]]]) -> None:
    """Beside a long address, 示例报道一则 stays on one line, and so does a number."""
    _, letters = print_prose(WIDE["an address"])
    printed = "".join(one.text for one in letters)
    at = printed.index("示例报道一则")

    assert len({round(one.box[3] / 4) for one in letters[at : at + 6]}) <= 2


def test_a_long_table_begins_where_it_is(print_prose: Callable[..., tuple[float, list[Letter]]]) -> None:
    """A table of half a page begins below the text before it; its head is on both pages."""
    _, letters = print_prose("说明。" * 500 + "末端。\n\n" + table(["编号名", "地点名"], ["7", "示例县示例村"], 40))
    heads = [at for at in range(len(letters)) if "".join(one.text for one in letters[at : at + 3]) == "编号名"]
    last = max(at for at in range(len(letters)) if letters[at].text == "端")

    assert len(heads) == 2
    assert letters[heads[0]].page == letters[last].page
