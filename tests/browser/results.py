"""The page of results: what is searched and chosen stands in its address."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from tests.browser.reader import HEIGHT_PX, Visitor, new_context

DESK_PX = 1280
COME = """
async (address) => {
  const { dataset } = document.querySelector("[data-browse]");
  const before = dataset.drawn;
  localStorage.clear();
  document.activeElement.blur();
  scrollTo(0, 0);
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  while (dataset.drawn === before) await new Promise((resolve) => setTimeout(resolve));
}
"""
"""Comes to an address as by the way back, and waits until the page has drawn what stands there."""


def browse(window: Page, home: str, **state: Any) -> Page:
    """Open the page in a state and wait until it is drawn."""
    window.goto(f"{home}browse.html?{urlencode(state, doseq=True)}")
    window.wait_for_selector("[data-browse][data-drawn]")
    return window


def titles(page: Page) -> list[str]:
    """Give the titles that are shown."""
    return page.locator("[data-part=results] .row h3").all_inner_texts()


def drawn(page: Page, act: Callable[[], Any]) -> None:
    """Do something and wait until the page has drawn what follows."""
    before = page.get_attribute("[data-browse]", "data-drawn")
    act()
    page.wait_for_function("before => document.querySelector('[data-browse]').dataset.drawn !== before", arg=before)


class Results:
    """Readers who have the page of results open, one for each site, and go from state to state without loading it.

    Which facets are unfolded stays from state to state: who unfolds one, or asks what is folded, opens a page anew.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._readers: dict[str, Visitor] = {}

    def at(self, home: str, *, width_px: int = DESK_PX, **state: Any) -> Visitor:
        """Give the reader who has come to a state of a site's results."""
        if home not in self._readers:
            self._readers[home] = Visitor(new_context(self._browser, width_px), home)
        reader = self._readers[home]
        page = reader.page
        page.mouse.move(-1, -1)
        if page.viewport_size != {"width": width_px, "height": HEIGHT_PX}:
            page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        reader.complaints.clear()
        if page.url.startswith(f"{home}browse.html"):
            page.evaluate(COME, f"{home}browse.html?{urlencode(state, doseq=True)}")
        else:
            browse(page, home, **state)
        return reader

    def close(self) -> None:
        """Close all windows."""
        for reader in self._readers.values():
            reader.close()
