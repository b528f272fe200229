"""A case on paper: few pages, its address in letters and as a code, and nothing that only a screen needs."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser

from tests.browser.reader import Visitor, new_context
from tests.browser.sites import SITE_URL
from tests.browser.views import FULL_CASE, THIN_CASE

MOST_PAGES = 3
ALL_FIELDS_PAGES = 5
"""What the record takes that has every field, two tables, three photos and an account of three years."""
DOTS_PER_POINT = 2.5
"""How finely pages are drawn for the reader of codes; an office printer draws finer."""
ONLY_ON_SCREENS = (
    "跳到正文",
    "字号",
    "菜单",
    "复制链接",
    "复制引文",
    "打印",
    "数据（JSON）",
    "二维码",
    "本页内容",
    "订阅",
)
"""Words of the header, the footer and the buttons."""
SCREEN_PARTS = ".skip, .site-header, .site-footer a, .actions, .crumbs, .local"


@dataclass(frozen=True)
class Printed:
    """A page of the site on paper."""

    pages: int
    text: str
    """All letters, without spaces and line breaks."""
    codes: tuple[str, ...]
    """What its QR codes say."""


def read(data: bytes) -> Printed:
    """Read a PDF as a person with a telephone would."""
    document = pypdfium2.PdfDocument(data)
    texts, codes = [], []
    for page in document:
        texts.append(page.get_textpage().get_text_range())
        codes += [code.text for code in zxingcpp.read_barcodes(page.render(scale=DOTS_PER_POINT).to_pil())]
    pages = len(document)
    document.close()
    return Printed(pages, "".join("".join(texts).split()), tuple(codes))


@pytest.fixture(name="print_case")
def fixture_print_case(site_of: Callable[[str], Path], visit: Callable[..., Visitor]) -> Callable[[str, str], Printed]:
    """Print a page: `print_case("showcase", "cases/x.html")`."""
    readers: dict[str, Visitor] = {}

    def print_case(site: str, uri: str) -> Printed:
        reader = readers.setdefault(site, readers.get(site) or visit(f"{site_of(site).as_uri()}/"))
        return read(reader.open(uri).pdf(format="A4", print_background=False))

    return print_case


@pytest.mark.parametrize(("uri", "most"), [(FULL_CASE, ALL_FIELDS_PAGES), (THIN_CASE, 1)], ids=["full", "thin"])
def test_a_case_prints_well(uri: str, most: int, print_case: Callable[[str, str], Printed]) -> None:
    """It takes few pages, and shows its address in letters and in one code, and nothing of the screen's."""
    printed = print_case("showcase", uri)
    address = f"{SITE_URL}{uri}"

    assert printed.codes == (address,)
    assert address in printed.text
    assert [words for words in ONLY_ON_SCREENS if words in printed.text] == []
    assert 1 <= printed.pages <= most


def test_every_real_case_prints_well(
    print_case: Callable[[str, str], Printed], real_site: Path, tenth: Callable[[list[Path]], list[Path]]
) -> None:
    """Every published case takes one to three pages and shows its code."""
    paths = sorted((real_site / "cases").glob("*.html"))
    found = {}
    for path in tenth(paths):
        uri = f"cases/{path.name}"
        printed = print_case("real", uri)
        code = printed.codes[0] if len(printed.codes) == 1 else str(printed.codes)
        found[uri] = (1 <= printed.pages <= MOST_PAGES, code.endswith(f"/{uri}"))

    assert len(paths) > 40
    assert {uri: sound for uri, sound in found.items() if sound != (True, True)} == {}


@pytest.mark.parametrize("uri", ["about.html", "collections/ji-chang.html", "browse.html?q=列表"])
def test_a_page_says_on_paper_what_it_is_from(uri: str, print_case: Callable[[str, str], Printed]) -> None:
    """Any other page ends with who publishes it, its site, its own address with what was asked, and the day."""
    text = print_case("extremes", uri).text
    foot = text[text.rindex("主办单位：") :]

    assert [words for words in ONLY_ON_SCREENS if words in foot] == ["打印"]
    assert f"{SITE_URL}{uri}" in foot
    assert re.search(r"打印于\d{4}年\d{1,2}月\d{1,2}日", foot)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(scheme: str, showcase_site: Path, chromium: Browser) -> None:
    """On paper the ground is white and the text black, whatever the screen was, and the screen's parts are gone."""
    context = new_context(chromium, 1280, color_scheme=scheme, contrast="high" if scheme == "dark" else "")
    page = Visitor(context, f"{showcase_site.as_uri()}/").open(FULL_CASE)
    page.emulate_media(media="print", color_scheme=scheme)
    looks = page.evaluate("(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))")
    shown = page.locator(SCREEN_PARTS).evaluate_all("all => all.filter(one => one.checkVisibility()).length")
    context.close()

    assert (looks, shown) == (["rgb(255, 255, 255)", "rgb(0, 0, 0)"], 0)
