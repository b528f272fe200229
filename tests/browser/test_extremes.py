"""Nothing overflows and nothing overlaps, whatever a record says, however narrow the screen and large the letters."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Judge
from tests.browser.looks import CUT_OFF, OVERLAPS
from tests.browser.views import EXTREMES, PAGES, PHONE_PX, View

pytestmark = pytest.mark.browser

NARROWEST_PX = 320
ZOOMED_PX = 720
"""What a window of 1440 px is wide at 200 %."""
WIDTHS_PX = (NARROWEST_PX, PHONE_PX, ZOOMED_PX, 1024, 1440)
HEIGHT_PX = 800
SIZES = ("", "largest")
RESIZE = "(size) => size ? document.documentElement.dataset.size = size : delete document.documentElement.dataset.size"

TEXT_SPACING = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a reader may ask for by WCAG 1.4.12."""


def faults_of(page: Page, widths_px: tuple[int, ...], sizes: tuple[str, ...]) -> list[str]:
    """Look at a page at several widths and sizes of letters."""
    faults = []
    for width_px in widths_px:
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        for size in sizes:
            page.evaluate(RESIZE, size)
            where = f"{width_px} px {size}".strip()
            faults += [f"{where}: {fault}" for script in (CUT_OFF, OVERLAPS) for fault in page.evaluate(script)]
    return faults


@pytest.fixture(name="views", params=["pages", "extremes"])
def fixture_views(request: pytest.FixtureRequest) -> tuple[View, ...]:
    """The page kinds, and the pages at the limits of what a record may say."""
    return PAGES if request.param == "pages" else EXTREMES


def test_nothing_is_cut_off_and_nothing_overlaps(views: tuple[View, ...], judge: Callable[..., Judge]) -> None:
    """At every width, at 200 % and with larger letters, no page scrolls sideways and no text leaves its place."""
    one = judge(PHONE_PX, reduced_motion="reduce")
    found = {view.name: faults_of(one.see(view), WIDTHS_PX, SIZES) for view in views}

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_wider_spacing_cuts_nothing(views: tuple[View, ...], judge: Callable[..., Judge]) -> None:
    """With the spacing that WCAG 1.4.12 lets readers ask for, no text is cut and none covers another."""
    one = judge(PHONE_PX, reduced_motion="reduce")
    found = {}
    for view in views:
        page = one.see(view)
        page.add_style_tag(content=TEXT_SPACING)
        found[view.name] = faults_of(page, (PHONE_PX, 1440), ("",))

    assert {name: faults for name, faults in found.items() if faults} == {}
