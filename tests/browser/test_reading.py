"""The reading settings: larger letters and high contrast, remembered, and there before anything is painted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Visitor
from tests.browser.views import FULL_CASE, READING_KEY

Visit = Callable[..., Visitor]

SETTINGS = "({ ...document.documentElement.dataset })"
LETTERS_PX = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
PRESSED = "all => all.filter(one => one.getAttribute('aria-pressed') === 'true').map(one => one.textContent.trim())"
WATCH_BODY = """
new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.atFirst = { ...document.documentElement.dataset };
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
CLOSED_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("closed", "SecurityError"); } });
"""


@pytest.fixture(name="home")
def fixture_home(address_of: Callable[[Path], str], showcase_site: Path) -> str:
    """The showcase's address, ending in `/`."""
    return address_of(showcase_site)


def choose(page: Page, *labels: str) -> None:
    """Open the settings and click on some of them."""
    page.locator("details.reading > summary").click()
    for label in labels:
        page.locator("details.reading").get_by_role("button", name=label, exact=True).last.click()


def pressed(page: Page) -> list[str]:
    """Give the labels of the settings that hold."""
    labels: list[str] = page.locator("[data-reading]").evaluate_all(PRESSED)
    return labels


def test_settings_by_mouse(home: str, visit: Visit) -> None:
    """A click makes letters larger and contrast high at once, and the buttons say what holds."""
    reader = visit(home)
    page = reader.open(FULL_CASE)
    letters_px = page.evaluate(LETTERS_PX)
    before = (page.evaluate(SETTINGS), pressed(page))
    choose(page, "特大", "高对比")

    assert before == ({}, ["标准", "标准"])
    assert (page.evaluate(SETTINGS), pressed(page)) == ({"size": "largest", "contrast": "high"}, ["特大", "高对比"])
    assert page.evaluate(LETTERS_PX) > 1.25 * letters_px
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert reader.complaints == []


def test_sizes_grow(home: str, visit: Visit) -> None:
    """Each size is larger than the one before, and the standard one comes back."""
    page = visit(home).open(FULL_CASE)
    page.locator("details.reading > summary").click()
    sizes_px = []
    for value in ("", "large", "largest", ""):
        page.locator(f"[data-reading=size][data-value='{value}']").click()
        sizes_px.append(page.evaluate(LETTERS_PX))

    assert sizes_px[0] < sizes_px[1] < sizes_px[2]
    assert (sizes_px[3], page.evaluate(SETTINGS)) == (sizes_px[0], {})


def test_settings_by_keyboard(home: str, visit: Visit) -> None:
    """Enter opens the settings, Tab goes through them, Space chooses, Escape closes and gives the focus back."""
    page = visit(home).open("index.html")
    page.locator("details.reading > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    chosen = (page.evaluate(SETTINGS), page.locator("details.reading").get_attribute("open"))
    page.keyboard.press("Escape")

    assert chosen == ({"size": "large"}, "")
    expect(page.locator("details.reading")).not_to_have_attribute("open", "")
    expect(page.locator("details.reading > summary")).to_be_focused()


@pytest.mark.both_ways
def test_settings_are_remembered(home: str, visit: Visit) -> None:
    """The next page, and the same page loaded again, are as the reader wanted the first; the standard too."""
    page = visit(home).open("index.html")
    choose(page, "大", "高对比")
    page.goto(f"{home}{FULL_CASE}")
    next_page = (page.evaluate(SETTINGS), pressed(page))
    page.reload()
    again = (page.evaluate(SETTINGS), pressed(page))
    page.locator("details.reading > summary").click()
    page.locator("[data-reading=size][data-value='']").click()
    page.locator("[data-reading=contrast][data-value='']").click()
    page.goto(f"{home}data.html")

    wanted = ({"size": "large", "contrast": "high"}, ["大", "高对比"])
    assert (next_page, again) == (wanted, wanted)
    assert (page.evaluate(SETTINGS), pressed(page)) == ({}, ["标准", "标准"])


def test_settings_hold_before_anything_is_painted(home: str, visit: Visit) -> None:
    """They are there before the page has a body, so nothing jumps and nothing flashes."""
    reader = visit(home, size="largest", contrast="high")
    reader.page.add_init_script(WATCH_BODY)
    uris = ("index.html", "browse.html", FULL_CASE, "handbook/fields.html", "about.html")
    at_first = {uri: reader.open(uri).evaluate("({ ...window.atFirst })") for uri in uris}

    assert at_first == {uri: {"size": "largest", "contrast": "high"} for uri in uris}


def test_closed_storage_does_no_harm(home: str, visit: Visit) -> None:
    """Where a browser keeps nothing, a setting holds for its page, and nothing breaks."""
    reader = visit(home)
    reader.page.add_init_script(CLOSED_STORAGE)
    page = reader.open(FULL_CASE)
    choose(page, "特大")
    chosen = page.evaluate(SETTINGS)
    page.goto(f"{home}index.html")

    assert (chosen, page.evaluate(SETTINGS), reader.complaints) == ({"size": "largest"}, {}, [])


NO_SETTINGS = ("", "null", "[]", "7", "large", '{"size": "huge"}', '{"size": 1, "contrast": "low"}', '{"size": "large')


def test_whatever_else_is_stored_does_no_harm(home: str, visit: Visit) -> None:
    """What another program, or another version, left under the name is no setting and no fault."""
    reader = visit(home)
    page = reader.open("about.html")

    for kept in NO_SETTINGS:
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [READING_KEY, kept])
        page.reload()
        assert (page.evaluate(SETTINGS), pressed(page), reader.complaints) == ({}, ["标准", "标准"], []), kept


def test_settings_need_scripts(home: str, visit: Visit) -> None:
    """Without scripts the settings, which then could do nothing, are not shown."""
    page = visit(home, script=False).open("index.html")

    expect(page.locator("details.reading > summary")).not_to_be_visible()
