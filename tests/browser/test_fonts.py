"""Pages are drawn with the tests' own letters, whatever fonts a machine has."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.making.fonts import BOLD_SERIF
from tests.book.letters import write_font
from tests.browser.conftest import Judge
from tests.browser.fonts import MONO, SANS, SERIF
from tests.browser.reader import launch, new_context
from tests.browser.views import PHONE_PX, VIEWS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere browsers do not ask fontconfig for fonts")

MakeJudge = Callable[..., Judge]

SHOWN = ("home", "case", "data", "handbook-fields", "extreme-sheng-pi-zi")
MOST = 50
"""Elements of a page, from its beginning to its end, that the browser is asked about."""
CODE = ("case", "handbook-fields")
"""Those of them that have words in a fixed width."""
TEXTS = "h1, h2, p, code, th"
SAMPLE = "“强国行”Abc 0123"
FIRST_NAMES = ("PingFang SC", "Songti SC", "SFMono-Regular")
"""What the style sheets name first."""
LISTS = {
    "sans": ('"PingFang SC", "Noto Sans CJK SC", sans-serif', {SANS}),
    "serif": ('"Songti SC", "Noto Serif CJK SC", serif', {SERIF}),
    "mono": ('"SFMono-Regular", "DejaVu Sans Mono", monospace', {MONO, SANS}),
    "unknown": ('"No Such Font"', {SANS}),
}
"""Lists of families as style sheets have them, and the fonts that letters of such a list are drawn with."""


def fonts_in(page: Page, selector: str) -> set[str]:
    """Ask the browser which fonts it has drawn the letters of some elements with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    # What a browser says of one takes it long.
    nodes = nodes[:: len(nodes) // MOST + 1]
    used = [session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    session.detach()
    return {font["familyName"] for fonts in used for font in fonts}


@pytest.fixture(name="rich_machine", scope="module")
def fixture_rich_machine(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser on a machine that has fonts of the names that style sheets prefer."""
    home = tmp_path_factory.mktemp("home")
    for name in FIRST_NAMES:
        write_font(home / "fonts" / f"{name}.ttf", SAMPLE, name)
    browser = launch(chromium.browser_type, tmp_path_factory.mktemp("fonts"), XDG_DATA_HOME=str(home))
    yield browser
    browser.close()


def test_installed_fonts_change_nothing(rich_machine: Browser) -> None:
    """Even a family that is named first and installed is not used: ours is."""
    page = new_context(rich_machine, PHONE_PX).new_page()
    page.set_content(
        "".join(
            f"<p class='{name}' style='font-family: {families}'>{SAMPLE}</p>" for name, (families, _) in LISTS.items()
        )
    )
    used = {name: fonts_in(page, f".{name}") for name in LISTS}

    assert used == {name: expected for name, (_, expected) in LISTS.items()}


def test_pages_use_our_fonts(judge: MakeJudge) -> None:
    """Every letter of a page is in one of the three fonts or in the site's face of titles, rare characters too."""
    one = judge(PHONE_PX)
    used = {view.name: fonts_in(one.see(view), TEXTS) for view in VIEWS if view.name in SHOWN}

    assert {name: fonts - {SERIF} for name, fonts in used.items()} == {
        name: {SANS, BOLD_SERIF, MONO} if name in CODE else {SANS, BOLD_SERIF} for name in SHOWN
    }


@pytest.mark.both_ways
def test_titles_have_the_sites_own_face(
    site_of: Callable[[str], Path], address_of: Callable[[Path], str], chromium: Browser
) -> None:
    """On a server below a path and on a USB stick, a title is drawn with the face that is a file of the site."""
    context = new_context(chromium, PHONE_PX)
    page = context.new_page()
    page.goto(f"{address_of(site_of('real'))}cases/dj-01.html")
    page.wait_for_function("document.fonts.status === 'loaded' && document.fonts.size > 0")
    used = fonts_in(page, "h1, h2, .site-header__name")
    context.close()

    assert used == {BOLD_SERIF}
