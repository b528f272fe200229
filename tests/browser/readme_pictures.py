"""Makes the pictures of the README: the home page, a search, a long case and pages of a book, of our own project.

`make screenshots` makes them after the others; `python -m tests.browser.readme_pictures` makes them alone.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pypdfium2
from PIL import Image
from playwright.sync_api import Page

from tests.browser.reader import new_context, running_chromium
from tests.browser.sites import PROJECTS, ROOT, build
from tests.browser.views import leave, wait_for_results

README = ROOT / "README.md"
FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 600_000
"""What all of them weigh together."""
WIDTH_PX, QUALITY = 1440, 70
PAGES = {
    "home": ("index.html", 1440, leave),
    "browse": (f"browse.html?q={quote('科技小院')}", 1000, wait_for_results),
    "case": ("cases/kj-01.html", 1300, leave),
}
"""Where each is, how much of its height is shown, and what has to be there first."""
BOOK, OPENS = "books/public-reports.pdf", "案例01"
"""A book, and what the first page of its first case says; the cover is shown, and three pages from the one before."""
PAGE_PX, GAP_PX, EDGE = 340, 16, "#d8d3cb"


def make(site: Path, folder: Path = FOLDER) -> None:
    """Make all pictures of a built site."""
    folder.mkdir(parents=True, exist_ok=True)
    with running_chromium() as browser:
        page = new_context(browser, WIDTH_PX, reduced_motion="reduce").new_page()
        for name, (uri, height_px, prepare) in PAGES.items():
            page.set_viewport_size({"width": WIDTH_PX, "height": height_px})
            page.goto(f"{site.as_uri()}/{uri}")
            prepare(page)
            _save(_seen(page, folder), folder / f"{name}.webp")
    _save(_beside(list(_leaves(site / BOOK))), folder / "book.webp")


def _seen(page: Page, folder: Path) -> Image.Image:
    page.evaluate("document.fonts.ready")
    path = folder / "seen.png"
    page.screenshot(path=path, animations="disabled")
    with Image.open(path) as picture:
        picture.load()
    path.unlink()
    return picture


def _leaves(path: Path) -> Iterator[Image.Image]:
    """Draw the cover of a book, the page before its first case, and the two after that."""
    with pypdfium2.PdfDocument(path) as book:
        texts = ("".join(page.get_textpage().get_text_range().split()) for page in book)
        first = next(number for number, text in enumerate(texts) if OPENS in text)
        for number in (0, first - 1, first, first + 1):
            page = book[number]
            yield page.render(scale=PAGE_PX / page.get_width()).to_pil()


def _beside(leaves: list[Image.Image]) -> Image.Image:
    """Lay pages side by side on a desk."""
    width_px = GAP_PX + sum(leaf.width + GAP_PX for leaf in leaves)
    desk = Image.new("RGB", (width_px, max(leaf.height for leaf in leaves) + 2 * GAP_PX), EDGE)
    left_px = GAP_PX
    for leaf in leaves:
        desk.paste(leaf, (left_px, GAP_PX))
        left_px += leaf.width + GAP_PX
    return desk


def _save(picture: Image.Image, path: Path) -> None:
    picture.convert("RGB").save(path, quality=QUALITY, method=6)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        PROJECTS["real"](Path(temporary) / "real")
        make(build(Path(temporary) / "real"))
