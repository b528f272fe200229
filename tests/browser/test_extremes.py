"""Nothing overflows and nothing overlaps, whatever a record says, however narrow the screen and large the letters."""

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Judge
from tests.browser.fonts import MONO, SANS, SERIF
from tests.browser.looks import OUT_OF_PLACE
from tests.browser.views import EXTREMES, PAGES, PHONE_PX, View

Tenth = Callable[[Sequence[View]], list[View]]

NARROWEST_PX = 320
ZOOMED_PX = 720
"""What a window of 1440 px is wide at 200 %."""
WIDTHS_PX = (NARROWEST_PX, PHONE_PX, ZOOMED_PX, 1024, 1440)
MOST_TELLING_PX = (NARROWEST_PX, 1024)
"""The narrowest of each arrangement, where a fault shows first."""
HEIGHT_PX = 800
SIZES = ("", "largest")
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


@pytest.fixture(name="views", params=["pages", "extremes"])
def fixture_views(request: pytest.FixtureRequest) -> tuple[View, ...]:
    """The page kinds, and the pages at the limits of what a record may say."""
    return PAGES if request.param == "pages" else EXTREMES


def test_nothing_is_cut_off_and_nothing_overlaps(
    views: tuple[View, ...], judge: Callable[..., Judge], tenth: Tenth
) -> None:
    """At every width, at 200 % and with larger letters, no page scrolls sideways and no text leaves its place."""
    one = judge(PHONE_PX, reduced_motion="reduce")
    everywhere = tenth(views)
    # Where letters are largest a fault shows first, and on a wider page where a record says much.
    most_telling = (MOST_TELLING_PX if views is EXTREMES else (NARROWEST_PX,), SIZES[-1:])
    found = {
        view.name: faults_of(one.see(view), *((WIDTHS_PX, SIZES) if view in everywhere else most_telling))
        for view in views
    }

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_wider_spacing_cuts_nothing(views: tuple[View, ...], judge: Callable[..., Judge], tenth: Tenth) -> None:
    """With the spacing that WCAG 1.4.12 lets readers ask for, no text is cut and none covers another."""
    one = judge(PHONE_PX, reduced_motion="reduce")
    found = {}
    for view in tenth(views):
        page = one.see(view)
        page.add_style_tag(content=TEXT_SPACING)
        found[view.name] = faults_of(page, (PHONE_PX, 1440), ("",))

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_wider_letters_cut_nothing(views: tuple[View, ...], judge: Callable[..., Judge], tenth: Tenth) -> None:
    """With letters a tenth wider than the tests' own, as other fonts have, nothing is cut and nothing overlaps."""
    one = judge(NARROWEST_PX, reduced_motion="reduce")
    found, widths = {}, {}
    # The name of the site, on every page, is what had no room.
    for view in {views[0], *tenth(views)}:
        page = one.see(view)
        page.add_style_tag(content=WIDER_LETTERS)
        widths[view.name] = page.evaluate(EM_WIDTHS)
        found[view.name] = faults_of(page, (NARROWEST_PX, PHONE_PX, 1024), ("",))

    assert set(map(tuple, widths.values())) == {(110, 110, 66)}
    assert {name: faults for name, faults in found.items() if faults} == {}
