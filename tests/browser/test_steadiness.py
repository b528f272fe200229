"""Pages stand still while they load, are light, show their text before any script, and ask nobody else for anything."""

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.reader import Visitor
from tests.browser.views import DESK_PX, PAGES, PHONE_PX, View, wait_for_results

SiteOf = Callable[[str], Path]
Serve = Callable[[Path], str]
Visit = Callable[..., Visitor]

MOST_SHIFT = 0.05
MOST_BYTES = 120 * 1024
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
PICTURES = re.compile(r"\.(jpe?g|png|webp|avif|woff2)(\?|$)")
"""What comes late: photos, and the face of titles."""
SCRIPTS = re.compile(r"\.js(\?|$)")

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      const names = entry.sources.map(({ node }) => node?.className || node?.nodeName || "?");
      window.shifts.push({ value: entry.value, names });
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""
READ_DOWN = """
async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    scrollTo({ top, behavior: "instant" });
    await frame();
    const images = Array.from(document.images).filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return image.src && bottom > 0 && top < innerHeight;
    });
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    await frame();
  }
}
"""
"""Reads a page to its end and waits for every photo on the way."""

LETTERS = """
async () => {
  await document.fonts.ready;
  const files = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".woff2"));
  return files.map(({ encodedBodySize }) => encodedBodySize);
}
"""
"""How many bytes each file of a face has that a page has brought."""

STEADY = (
    *(view for view in PAGES if view.name in ("home", "browse", "browse-found", "task", "case", "data", "collection")),
    View("ten-photos", "extremes", "cases/shi-zhang-zhao-pian.html"),
    View("extreme-browse", "extremes", "browse.html", wait_for_results),
    View("real-home", "real", "index.html"),
    View("real-browse", "real", "browse.html", wait_for_results),
)
HEADS = tuple(
    tuple(view for view in PAGES if view.site == "showcase" and view.uri.split("/")[0].split("?")[0] in places)
    for places in (
        ("404.html",),
        ("about.html", "handbook"),
        ("index.html", "browse.html", "data.html"),
        ("cases", "collections"),
        ("also", "keyword", "place", "province", "task", "university", "year"),
    )
)
"""The pages of the showcase; heads of a kind are made alike."""


def name_of(value: View | int) -> str:
    """Name a view or a width in test ids."""
    return value.name if isinstance(value, View) else str(value)


def open_with_late_photos(reader: Visitor, uri: str) -> Page:
    """Open a page whose photos come only when it has been drawn."""
    waiting: list[Route] = []
    is_drawn = False

    def take(route: Route) -> None:
        if is_drawn:
            route.continue_()
        else:
            waiting.append(route)

    reader.page.route(PICTURES, take)
    reader.page.goto(f"{reader.home}{uri}", wait_until="commit")
    reader.page.wait_for_function(PAINTED)
    is_drawn = True
    for route in waiting:
        route.continue_()
    reader.page.wait_for_load_state()
    return reader.page


@pytest.mark.sampled(("view", "width_px"), *(((view, PHONE_PX), (view, DESK_PX)) for view in STEADY), ids=name_of)
def test_nothing_jumps(view: View, width_px: int, site_of: SiteOf, serve: Serve, visit: Visit) -> None:
    """While a page loads, with late photos, and is read to its end, its parts stay where they are."""
    reader = visit(serve(site_of(view.site)), width_px=width_px)
    reader.page.add_init_script(WATCH_SHIFTS)
    page = open_with_late_photos(reader, view.uri)
    view.prepare(page)
    page.evaluate(READ_DOWN)
    shifts = page.evaluate("window.shifts")
    total = sum(shift["value"] for shift in shifts)

    assert (total <= MOST_SHIFT or shifts, reader.complaints) == (True, [])


@pytest.mark.sampled("view", *HEADS, ids=name_of)
def test_text_does_not_wait_for_scripts(view: View, serve: Serve, showcase_site: Path, visit: Visit) -> None:
    """While no script has come, the heading is painted."""
    reader = visit(serve(showcase_site))
    waiting: list[Route] = []
    reader.page.route(SCRIPTS, lambda route: waiting.append(route))  # noqa: PLW0108 (it asks for a signature)
    try:
        reader.page.goto(f"{reader.home}{view.uri}", wait_until="commit")
        expect(reader.page.locator("main h1")).to_be_visible()
        reader.page.wait_for_function(PAINTED)
        has_waited = [route.request.resource_type for route in waiting]
    finally:
        for route in waiting:
            route.abort()

    # The page for unknown addresses needs no other file.
    assert set(has_waited) == (set() if view.name == "not-found" else {"script"})


@cache
def packed(path: Path) -> int:
    """Give the bytes of a file as it travels."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def weight_of(site: Path, uri: str) -> int:
    """Add up the gzipped bytes of a page and of the style sheets and scripts that it names."""
    html = (site / uri).read_text(encoding="utf-8")
    named = re.findall(r'<script[^>]* src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"', html)
    files = [site / uri, *(((site / uri).parent / (script or style)).resolve() for script, style in named)]
    return sum(map(packed, files))


@pytest.mark.parametrize("name", ["showcase", "extremes", "real"])
def test_cases_are_light(name: str, site_of: SiteOf) -> None:
    """A case's page with its styles and scripts is at most 120 KB as it travels."""
    site = site_of(name)
    weights = {path.name: weight_of(site, f"cases/{path.name}") for path in (site / "cases").glob("*.html")}

    assert {uri: weight for uri, weight in weights.items() if weight > MOST_BYTES} == {}
    assert min(weights.values()) > 10_000


def test_cases_are_light_with_their_letters(
    real_site: Path, serve: Serve, visit: Visit, tenth: Callable[[list[Path]], list[Path]]
) -> None:
    """That holds with the files of the titles' face that a first visit brings, of which it needs some and not all."""
    home = serve(real_site)
    weights, counts = {}, []
    for path in tenth(sorted((real_site / "cases").glob("*.html"))):
        # Each by a reader of its own: a browser takes from its memory also what a page does not need.
        reader = visit(home, alone=True)
        reader.page.goto(f"{reader.home}cases/{path.name}")
        brought = reader.page.evaluate(LETTERS)
        weights[path.name] = weight_of(real_site, f"cases/{path.name}") + sum(brought)
        counts.append(len(brought))

    assert {name: weight for name, weight in weights.items() if weight > MOST_BYTES} == {}
    assert 1 < min(counts) <= max(counts) < len(list((real_site / "assets").glob("titles*.woff2"))) / 3
