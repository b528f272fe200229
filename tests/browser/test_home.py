"""The home page in a browser: its cells are reached, named and passed over, and large enough for a finger."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.reader import HEIGHT_PX, Visitor

pytestmark = pytest.mark.browser

Visit = Callable[..., Visitor]
CELLS = ".mosaic__task a"
SIZES = "cells => cells.map(cell => cell.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
_LEAST_PX = 24


@pytest.fixture(name="home")
def fixture_home(address_of: Callable[[Path], str], real_site: Path) -> str:
    """The address of the repository's own site, ending in `/`."""
    return address_of(real_site)


def test_the_name_of_a_cell_is_shown(home: str, visit: Visit) -> None:
    """The title of the case that is pointed at stands below the cells, and the cell leads to it."""
    page = visit(home).open("index.html")
    cell = page.locator(CELLS).nth(5)
    title = cell.locator("span")
    expect(title).to_have_css("opacity", "0")
    cell.hover()
    expect(title).to_have_css("opacity", "1")
    name = title.inner_text()
    with page.expect_navigation():
        cell.click()

    assert page.locator("h1").inner_text().replace("\n", "") == name


def test_cells_are_passed_over_by_keyboard(home: str, visit: Visit) -> None:
    """One key leads behind all cells, and one back before them; no script is needed."""
    page = visit(home, script=False).open("index.html")
    before, after = page.locator("#before-cells"), page.locator("#after-cells")
    before.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert page.locator(CELLS).last.evaluate("cell => cell === document.activeElement")
    after.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator(CELLS).first.evaluate("cell => cell === document.activeElement")


def test_cells_are_large_enough(home: str, visit: Visit) -> None:
    """Each case has a cell of at least 24 px, on the phone too, and nothing scrolls sideways."""
    page = visit(home).open("index.html")

    for width_px in (320, 390, 1440):
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        sizes = page.locator(CELLS).evaluate_all(SIZES)
        assert len(sizes) == 72, width_px
        assert min(sizes) >= _LEAST_PX, width_px
        assert page.evaluate("document.documentElement.scrollWidth") == width_px


def test_questions_lead_to_what_they_count(home: str, visit: Visit, results: Visit) -> None:
    """Each question opens the results with its filter chosen, and as many cases as it said."""
    reader = visit(home)
    page = reader.open("index.html")
    links = page.locator(".ways--question li a").evaluate_all(
        "all => all.map((one) => [one.getAttribute('href'), one.querySelector('.ways__count').innerText])"
    )
    asked = [(uri, text.split("\n")[0]) for uri, text in links]
    found = []
    for uri, _ in asked[::6]:
        filters = parse_qs(urlsplit(uri).query)
        page = results(home, **filters).page
        assert len(filters) == 1
        expect(page.locator(".chosen")).to_have_count(1)
        found.append(page.locator("[data-part=count]").inner_text())
    with reader.page.expect_navigation():
        reader.page.locator(".ways--question li a").first.click()
    expect(reader.page.locator(".chosen")).to_have_count(1)

    assert len(asked) > 12
    assert [text.split("；")[0].rstrip("。") for text in found] == [
        f"共{count.removesuffix('个案例')}个案例" for _, count in asked[::6]
    ]
    assert reader.complaints == []


def test_questions_without_scripts(home: str, visit: Visit) -> None:
    """Where no script runs a question leads to the page of its word, which lists the cases."""
    page = visit(home, script=False).open("index.html")
    with page.expect_navigation():
        page.locator(".ways--question li a").first.click()

    assert "browse" not in page.url
    assert page.locator(".row").count() > 0
