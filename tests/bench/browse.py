"""Measures our browse page in a browser, opened from its folder: until the first list is there, and after a click."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.spread import Spread, spread
from tests.bench.table import Table

OPENED = 9
"""Times that the page is opened, each time in a fresh window."""

# Notes the moment at which a list is, in milliseconds since the page was asked for.
_WATCH = """
  window.drawn = [];
  new MutationObserver(() => window.drawn.push(performance.now())).observe(
    document, { subtree: true, attributes: true, attributeFilter: ["data-drawn"] },
  );
"""
_UNTIL_DRAWN = "() => window.drawn.length > 0"
_CLICK = """
async () => {
  const page = document.querySelector("[data-browse]");
  const facets = [...page.querySelectorAll("details.facet")];
  const boxes = facets.map((facet) => facet.querySelector("input[type=checkbox]:not(:disabled)")).filter(Boolean);
  const took = [];
  // Ticked, and left off again.
  for (const box of boxes.flatMap((box) => [box, box])) {
    const before = page.dataset.drawn;
    const begun = performance.now();
    box.click();
    while (page.dataset.drawn === before) await new Promise((resolve) => setTimeout(resolve));
    took.push(window.drawn[window.drawn.length - 1] - begun);
  }
  return took;
}
"""


@dataclass(frozen=True, slots=True)
class Browsing:
    """How long a reader waits, in milliseconds."""

    count: int
    first: Spread
    click: Spread


def browse(browser: Browser, site: Path, count: int) -> Browsing:
    """Open the browse page of a site with so many cases, and tick one box of each facet."""
    first: list[float] = []
    clicks: list[float] = []
    for _ in range(OPENED):
        context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
        context.add_init_script(_WATCH)
        page = context.new_page()
        page.goto(f"{site.as_uri()}/browse.html")
        page.wait_for_function(_UNTIL_DRAWN)
        first.append(page.evaluate("window.drawn[0]"))
        clicks += page.evaluate(_CLICK)
        context.close()
    return Browsing(count, spread(first), spread(clicks))


def table(browsing: Browsing) -> Table:
    """Show it."""
    shown = Table("案例", "等什么", "中位", "95%", "最大", title="浏览页（file://，毫秒）")
    for name, times in (("打开页面，到第一份列表", browsing.first), ("点一个筛选，到列表重画", browsing.click)):
        shown.add_row(str(browsing.count), name, *times.texts())
    return shown
