"""Nothing overflows and nothing overlaps, whatever a record says, however narrow the screen and large the letters."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Judge
from tests.browser.fonts import MONO, SANS, SERIF
from tests.browser.looks import OUT_OF_PLACE
from tests.browser.views import EXTREMES, PAGES, PHONE_PX
from tests.running import tenth_of

pytestmark = pytest.mark.sampled

NARROWEST_PX = 320
ZOOMED_PX = 720
"""What a window of 1440 px is wide at 200 %."""
WIDTHS_PX = (NARROWEST_PX, PHONE_PX, ZOOMED_PX, 1024, 1440)
HEIGHT_PX = 800
SIZES = ("", "largest")
MOST_TELLING = ((NARROWEST_PX, 1024), ("largest",))
"""The narrowest of each arrangement, with the largest letters: where a fault shows first."""
LOOK = f"""
(size) => {{
  if (size) document.documentElement.dataset.size = size;
  else delete document.documentElement.dataset.size;
  return ({OUT_OF_PLACE})();
}}
"""

TEXT_SPACING = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a reader may ask for by WCAG 1.4.12."""

WIDER_LETTERS = "\n".join(
    f"""@font-face {{ font-family: "wider {kind}"; src: local("{family}"); size-adjust: 110%; }}
    :root {{ --{kind}: "wider {kind}" !important; }}"""
    for kind, family in (("sans", SANS), ("serif", SERIF), ("mono", MONO))
)
"""Each font of a page a tenth larger in its place: readers' fonts differ, and the box of a line stays as it is."""
EM_WIDTHS = """
async () => {
  const widths = [];
  for (const kind of ["sans", "serif", "mono"]) {
    const word = document.createElement("span");
    word.textContent = kind === "mono" ? "0" : "国";
    word.style.cssText = `font: 100px var(--${kind}); position: absolute`;
    document.body.append(word);
    // A letter is drawn in another font until its own has come.
    word.getBoundingClientRect();
    await document.fonts.ready;
    widths.push(Math.round(word.getBoundingClientRect().width));
    word.remove();
  }
  return widths;
}
"""
"""Brings the three fonts of a page, and says how wide a letter is in each where an em is 100 px."""


def faults_of(page: Page, widths_px: tuple[int, ...], sizes: tuple[str, ...]) -> list[str]:
    """Look at a page at several widths and sizes of letters."""
    faults = []
    for width_px in widths_px:
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        for size in sizes:
            where = f"{width_px} px {size}".strip()
            faults += [f"{where}: {fault}" for fault in page.evaluate(LOOK, size)]
    return faults


@dataclass
class Faults:
    """What is wrong with a page."""

    as_it_is: list[str]
    with_spacing: list[str] = field(default_factory=list)
    with_wider_letters: list[str] = field(default_factory=list)
    em_widths: tuple[int, ...] = ()
    """How wide letters are, where they are made wider."""


@pytest.fixture(name="found", params=["extremes", "pages"], scope="module")
def fixture_found(
    request: pytest.FixtureRequest, chromium: Browser, site_of: Callable[[str], Path]
) -> Iterator[dict[str, Faults]]:
    """Look once at each page, for all that is judged of it: opening it takes as long as judging it.

    A tenth are looked at in every way, and the first of them, for it has the name of the site, as all have, large. The
    others are looked at where letters are largest: of the kinds of pages test_accessibility.py does that.
    """
    views = PAGES if request.param == "pages" else EXTREMES
    is_soak = request.config.getoption("--soak")
    tenth = list(views) if is_soak else tenth_of(views, f"extremes {request.param}")
    one = Judge(chromium, site_of, PHONE_PX, reduced_motion="reduce")
    found = {}
    for view in (views[0], *(view for view in views[1:] if view in tenth or views is EXTREMES)):
        page = one.see(view)
        found[view.name] = faults = Faults(faults_of(page, *((WIDTHS_PX, SIZES) if view in tenth else MOST_TELLING)))
        if view in tenth or view is views[0]:
            with styled(page, TEXT_SPACING):
                faults.with_spacing = faults_of(page, (PHONE_PX, 1440), ("",))
            with styled(page, WIDER_LETTERS):
                faults.em_widths = tuple(page.evaluate(EM_WIDTHS))
                faults.with_wider_letters = faults_of(page, (NARROWEST_PX, PHONE_PX, 1024), ("",))
    yield found
    one.close()


@contextmanager
def styled(page: Page, rules: str) -> Iterator[None]:
    """Add rules of style to a page, and take them away again."""
    tag = page.add_style_tag(content=rules)
    yield
    tag.evaluate("(tag) => tag.remove()")


def test_nothing_is_cut_off_and_nothing_overlaps(found: dict[str, Faults]) -> None:
    """At every width, at 200 % and with larger letters, no page scrolls sideways and no text leaves its place."""
    assert {name: faults.as_it_is for name, faults in found.items() if faults.as_it_is} == {}


def test_wider_spacing_cuts_nothing(found: dict[str, Faults]) -> None:
    """With the spacing that WCAG 1.4.12 lets readers ask for, no text is cut and none covers another."""
    assert {name: faults.with_spacing for name, faults in found.items() if faults.with_spacing} == {}


def test_wider_letters_cut_nothing(found: dict[str, Faults]) -> None:
    """With letters a tenth wider than the tests' own, as other fonts have, nothing is cut and nothing overlaps."""
    widths = {faults.em_widths for faults in found.values() if faults.em_widths}

    assert widths == {(110, 110, 66)}
    assert {name: faults.with_wider_letters for name, faults in found.items() if faults.with_wider_letters} == {}
