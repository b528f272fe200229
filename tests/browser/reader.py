"""A browser and a reader in it, who notes every fault; tests and screenshots share them."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    CDPSession,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from tests.browser.browser import find_browser
from tests.browser.fonts import write_fonts
from tests.browser.views import READING_KEY

HEIGHT_PX = 800
BLANK = "about:blank"
PATIENCE_MS = 120_000
"""A busy machine may stand still for half a minute, which is no fault of a page."""

CHROMIUM_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""What keeps a browser from calling home; Playwright itself adds `--no-sandbox`, so root may run it."""


class Visitor:
    """A reader with one window, who notes everything that goes wrong."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.complaints: list[str] = []
        context.set_default_timeout(PATIENCE_MS)
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self._note("script", str(error.error)))
        context.on("request", self._request)
        context.on("requestfailed", self._failure)
        context.on("response", lambda answer: self._status(answer.url, answer.status))
        self.page: Page = context.new_page()
        self._context = context

    def open(self, uri: str) -> Page:
        """Go to a page of the site and wait until it has loaded."""
        self.page.goto(self.home + uri)
        return self.page

    @property
    def uri(self) -> str:
        """Where the reader is, without the site's address and the fragment."""
        return self.page.url.removeprefix(self.home).split("#")[0]

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._note(kind, text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self._note("foreign", request.url)

    def _failure(self, request: Request) -> None:
        # What was still on its way when the reader left is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self._note("failed", f"{request.url} {request.failure}")

    def _status(self, url: str, status: int) -> None:
        if status >= 400:
            self._note(str(status), url)

    def _note(self, kind: str, text: str) -> None:
        self.complaints.append(f"{self.page.url}: {kind}: {text}")


LASTING = ("clock", "context", "emulate_media", "expose_function", "on", "once")
"""What of a page is used for things that stay when its reader has gone."""
FORGET = """
() => {
  window.name = "";
  try {
    localStorage.clear();
  } catch {
    // Where a page has no storage nothing is stored.
  }
  return Boolean(document.fullscreenElement);
}
"""
"""Takes away what a page has stored; tells whether it fills the screen."""


class KeptPage(Page):
    """The page of a window that others get after its reader, unless something was done to it that stays."""

    is_changed = False
    is_left = False
    """Nobody has it: the next one comes to it anew."""
    is_routed = False
    scripts: tuple[Any, ...] = ()
    """What runs before the scripts of each page."""

    def __getattribute__(self, name: str) -> Any:
        """Give what everybody gets of a page, and note what is asked for."""
        if name in LASTING:
            self.is_changed = True
        return super().__getattribute__(name)

    def add_init_script(self, *script: Any, **options: Any) -> Any:
        """Add a script, until the reader goes."""
        self.scripts = (*self.scripts, super().add_init_script(*script, **options))
        return self.scripts[-1]

    def route(self, *pattern: Any, **options: Any) -> Any:
        """Answer requests, until the reader goes."""
        self.is_routed = True
        return super().route(*pattern, **options)

    def goto(self, url: str, **options: Any) -> Any:
        """Go somewhere: who has just come opens a page, and not another place of the one that was left open."""
        page, mark, _ = url.partition("#")
        if self.is_left and mark and page == self.url.partition("#")[0]:
            super().goto(BLANK)
        self.is_left = False
        return super().goto(url, **options)

    def forget(self, home: str, session: CDPSession) -> None:
        """Take away what a reader has left, but for the page that is open: the next one opens another."""
        for script in self.scripts:
            script.close()
        if self.is_routed:
            self.unroute_all()
        if self.evaluate(FORGET):
            super().goto(BLANK)
        if not self.url.startswith(home):
            for origin in ("file://", urljoin(home, "/")):
                session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.mouse.move(-1, -1)
        session.send("Page.resetNavigationHistory")
        self.scripts, self.is_routed, self.is_changed, self.is_left = (), False, False, True


class Windows:
    """Windows that one reader after another gets: a new one takes as long as opening two pages in it.

    Each comes as a new one does: with nothing stored and no way back. One that a reader changed for good is closed.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, list[tuple[Visitor, CDPSession]]] = {}
        self._taken: list[tuple[str, Visitor, CDPSession]] = []

    def take(self, home: str, width_px: int, *, height_px: int = HEIGHT_PX, **options: Any) -> Visitor:
        """Give a reader a window of a size, kept or new."""
        key = repr(sorted(options.items()))
        size: ViewportSize = {"width": width_px, "height": height_px}

        def fits(window: tuple[Visitor, CDPSession]) -> bool:
            return window[0].page.url.startswith(home) and window[0].page.viewport_size == size

        kept = self._kept.setdefault(key, [])
        kept.sort(key=fits)
        window = kept.pop() if kept else self._open(width_px, height_px, options)
        reader, session = window
        if not fits(window):
            # What is open would ask for other photos where the window is wider, or of a site that is foreign now.
            if reader.page.url != BLANK:
                reader.page.goto(BLANK)
            if reader.page.viewport_size != size:
                reader.page.set_viewport_size(size)
        reader.home, reader.complaints = home, []
        self._taken.append((key, reader, session))
        return reader

    def put_back(self) -> None:
        """Keep the windows that readers have, or close them."""
        for key, reader, session in self._taken:
            page = reader.page
            if page.is_closed() or not isinstance(page, KeptPage) or page.is_changed or len(page.context.pages) > 1:
                reader.close()
                continue
            page.forget(reader.home, session)
            self._kept[key].append((reader, session))
        self._taken.clear()

    def close(self) -> None:
        """Close all windows that are kept."""
        for reader, _ in (one for kept in self._kept.values() for one in kept):
            reader.close()

    def _open(self, width_px: int, height_px: int, options: dict[str, Any]) -> tuple[Visitor, CDPSession]:
        context = new_context(self._browser, width_px, height_px=height_px, **options)
        reader = Visitor(context, "")
        session = context.new_cdp_session(reader.page)
        reader.page.__class__ = KeptPage
        return reader, session


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Give a browser that runs until it is left."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        browser = launch(playwright.chromium, Path(folder))
        yield browser
        browser.close()


def launch(chromium: BrowserType, folder: Path, **environment: str) -> Browser:
    """Start a browser with the tests' own fonts, which an empty folder is to hold."""
    own = {"FONTCONFIG_FILE": str(write_fonts(folder))}
    return chromium.launch(
        executable_path=find_browser(), args=CHROMIUM_FLAGS, env={**os.environ, **environment, **own}
    )


def new_context(
    browser: Browser, width_px: int, *, height_px: int = HEIGHT_PX, contrast: str = "", size: str = "", **options: Any
) -> BrowserContext:
    """Make a window of a width, with the reading settings that its reader has chosen."""
    context = browser.new_context(viewport={"width": width_px, "height": height_px}, locale="zh-CN", **options)
    chosen = {key: value for key, value in (("size", size), ("contrast", contrast)) if value}
    if chosen:
        # An empty window has no storage.
        context.add_init_script(
            "if (location.protocol !== 'about:')"
            f" localStorage.setItem({json.dumps(READING_KEY)}, {json.dumps(json.dumps(chosen))})"
        )
    return context
