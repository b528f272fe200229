"""A browser and a reader in it, who notes every fault; tests and screenshots share them."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Request, sync_playwright

from tests.browser.browser import find_browser
from tests.browser.fonts import write_fonts
from tests.browser.views import READING_KEY

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

    def open(self, uri: str) -> Page:
        """Go to a page of the site and wait until it has loaded."""
        self.page.goto(self.home + uri)
        return self.page

    @property
    def uri(self) -> str:
        """Where the reader is, without the site's address and the fragment."""
        return self.page.url.removeprefix(self.home).split("#")[0]

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
    browser: Browser, width_px: int, *, height_px: int = 800, contrast: str = "", size: str = "", **options: Any
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
