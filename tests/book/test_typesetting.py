"""Chinese typesetting, measured on the paper (CLREQ, https://www.w3.org/TR/clreq/): places in widths of a character."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book

ROOT = Path(__file__).parents[2]
EM_PT = 10.5
TEXT = f"{'国' * 50}甲”，“乙ABC丙，**“丁戊”**。己\n\n《庚辛》壬癸\n\n末段"


def places(one: PrintedVolume, case_id: str, text: str) -> list[float]:
    """Give where each character of a text begins on a case's first page, in characters from the text area's left."""
    document = pypdfium2.PdfDocument(one.path)
    page = document[one.sheet_of(case_id) - 1].get_textpage()
    # pdfium makes up a blank where there is a gap.
    kept = [at for at in range(page.count_chars()) if not page.get_text_range(at, 1).isspace()]
    start = "".join(page.get_text_range(at, 1) for at in kept).index(text)
    left = (one.reader.pages[0].mediabox.width - 38 * EM_PT) / 2
    found = [page.get_charbox(at, loose=True)[0] for at in kept[start : start + len(text)]]
    document.close()
    return [round((place - float(left)) / EM_PT, 2) for place in found]


@pytest.fixture(scope="module")
def measured(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give a book of one case whose characters can be measured."""
    folder = tmp_path_factory.mktemp("measured")
    library = gather(
        [case("x-01", background=TEXT)],
        [Collection.model_validate({"id": "liang", "title": "量", "editor": "示例", "date": "2026"})],
    )
    return print_book(library, "liang", Format("16k", "screen"), folder, folder)


def test_characters_stand_in_a_grid(measured: PrintedVolume) -> None:
    """A line of Han characters is exactly as wide as the text area: 36 behind the indent of two, then 38."""
    first = places(measured, "x-01", "国" * 36)

    assert first == [float(place) for place in range(2, 38)]


def test_punctuation_that_meets_is_compressed(measured: PrintedVolume) -> None:
    """A closing quote, a comma and an opening quote together take two characters' width, not three."""
    start, *_, end = places(measured, "x-01", "”，“乙")

    assert end - start == pytest.approx(2, abs=0.02)


def test_punctuation_is_compressed_where_the_font_changes(measured: PrintedVolume) -> None:
    """It is the same where the quotation is emphasised, before it and behind it."""
    comma, quote, *_ = places(measured, "x-01", "，“丁")
    close, stop, after = places(measured, "x-01", "”。己")

    assert quote - comma == pytest.approx(0.5, abs=0.02)
    assert (stop - close, after - close) == (pytest.approx(0.5, abs=0.02), pytest.approx(1.5, abs=0.02))


def test_han_and_latin_keep_apart(measured: PrintedVolume) -> None:
    """There is a quarter of a character between Han and Latin, on both sides."""
    han, latin = places(measured, "x-01", "乙A")

    assert latin - han == pytest.approx(1.25, abs=0.02)


def test_paragraphs_are_indented(measured: PrintedVolume) -> None:
    """Every paragraph begins two characters in; an opening mark there gives up its blank half."""
    assert places(measured, "x-01", "末段")[0] == pytest.approx(2, abs=0.02)
    assert places(measured, "x-01", "《庚")[0] == pytest.approx(1.5, abs=0.02)
