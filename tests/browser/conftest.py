"""What the browser tests stand on: sites built once, their addresses, and readers."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import PATIENCE_MS, Visitor, Windows, new_context, running_chromium
from tests.browser.results import Results
from tests.browser.sites import PREFIX, PROJECTS, TYPESET, build
from tests.browser.views import View, leave
from tests.running import WAY
from tests.sharing import made_once

POLL_S = 0.02
"""How long a server may go on when it is told to end."""
PROJECT = "项目 一"
"""The name of a project's folder: nothing may depend on a plain address."""

NOTHING_OPEN = "!document.querySelector('.show, dialog[open], details.popup[open]') && !history.state"
"""When all is put away that covers a page."""

# Playwright's own five seconds are not enough where other programs run.
expect.set_options(timeout=PATIENCE_MS)


class _Server(ThreadingHTTPServer):
    """Lets a browser queue as many requests as a page has files."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Leave unsaid that the reader went away before everything had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the sub-path and nothing elsewhere; unknown addresses get the site's 404 page."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "outside")
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory) / "404.html"
        if code != 404 or not self.path.startswith(PREFIX) or not own.exists():
            super().send_error(code, message, explain)
            return
        page = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@pytest.fixture(name="site_of", scope="session")
def fixture_site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a site, built when it is first asked for: `site_of("showcase")`; see `sites.PROJECTS`."""

    def make(name: str, folder: Path) -> None:
        PROJECTS[name](folder / PROJECT)
        build(folder / PROJECT, *(() if name in TYPESET else ("--no-books",)))

    def site_of(name: str) -> Path:
        return made_once(tmp_path_factory, f"site-{name}", partial(make, name)) / PROJECT / "site"

    return site_of


@pytest.fixture(name="showcase_site", scope="session")
def fixture_showcase_site(site_of: Callable[[str], Path]) -> Path:
    """The site of the showcase."""
    return site_of("showcase")


@pytest.fixture(name="real_site", scope="session")
def fixture_real_site(site_of: Callable[[str], Path]) -> Path:
    """The site of the repository's own project."""
    return site_of("real")


@pytest.fixture(name="serve", scope="session")
def fixture_serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder over HTTP: `serve(site)` gives its address, which ends in `/`."""
    servers: dict[Path, tuple[_Server, threading.Thread]] = {}

    def serve(site: Path) -> str:
        if site not in servers:
            servers[site] = served(site)
        return f"http://127.0.0.1:{servers[site][0].server_port}{PREFIX}"

    def served(site: Path) -> tuple[_Server, threading.Thread]:
        server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
        thread = threading.Thread(target=server.serve_forever, args=(POLL_S,))
        thread.start()
        return server, thread

    yield serve
    for server, thread in servers.values():
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(name=WAY, scope="session")
def fixture_address_of(request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> Callable[[Path], str]:
    """The address of a site, on a server under a sub-path or on a USB stick."""
    addresses: dict[Path, str] = {}

    def address_of(site: Path) -> str:
        if site not in addresses:
            addresses[site] = f"{site.as_uri()}/" if request.param == "file" else serve(site)
        return addresses[site]

    return address_of


@pytest.fixture(name="chromium", scope="session")
def fixture_chromium() -> Iterator[Browser]:
    """A running browser."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture(name="windows", scope="session")
def fixture_windows(chromium: Browser) -> Iterator[Windows]:
    """The windows of that browser."""
    windows = Windows(chromium)
    yield windows
    windows.close()


@pytest.fixture(name="visit")
def fixture_visit(chromium: Browser, windows: Windows) -> Iterator[Callable[..., Visitor]]:
    """Send a reader to a site: `visit(home, width_px=390, script=False, contrast="high", color_scheme="dark")`.

    The window is one that other readers had, unless `alone` is true: then nothing of the site has been brought before.
    """
    alone_there: list[Visitor] = []

    def visit(home: str, *, width_px: int = 1280, script: bool = True, alone: bool = False, **options: Any) -> Visitor:
        if not alone:
            return windows.take(home, width_px, java_script_enabled=script, **options)
        reader = Visitor(new_context(chromium, width_px, java_script_enabled=script, **options), home)
        alone_there.append(reader)
        return reader

    yield visit
    windows.put_back()
    for reader in alone_there:
        reader.close()


@pytest.fixture(name="results", scope="session")
def fixture_results(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Give a reader who has come to a state of a site's results: `results(home, width_px=390, q="茶")`."""
    results = Results(chromium)
    yield results.at
    results.close()


class Judge:
    """Readers with one choice of colours and one width, one for each site, who keep their window open."""

    def __init__(
        self, browser: Browser, site_of: Callable[[str], Path], width_px: int, *, script: str = "", **options: Any
    ) -> None:
        """`script` is on every page before its own: what is sent with each question takes long if it is long."""
        self._browser, self._site_of = browser, site_of
        self._width_px, self._options, self._script = width_px, options, script
        self._readers: dict[str, Visitor] = {}

    def see(self, view: View) -> Page:
        """Open a view; where its page is open already, what is open on it is put away instead."""
        if view.site not in self._readers:
            context = new_context(self._browser, self._width_px, **self._options)
            if self._script:
                context.add_init_script(self._script)
            self._readers[view.site] = Visitor(context, f"{self._site_of(view.site).as_uri()}/")
        reader = self._readers[view.site]
        page = reader.page
        if view.prepare is not leave and page.url.partition("#")[0] == reader.home + view.uri:
            page.keyboard.press("Escape")
            page.wait_for_function(NOTHING_OPEN)
        else:
            reader.open(view.uri)
        view.prepare(page)
        return page

    def complaints(self) -> list[str]:
        """Give what has gone wrong since the last time."""
        told = [complaint for reader in self._readers.values() for complaint in reader.complaints]
        for reader in self._readers.values():
            reader.complaints.clear()
        return told

    def close(self) -> None:
        """Close all windows."""
        for reader in self._readers.values():
            reader.close()


@pytest.fixture(name="judge")
def fixture_judge(chromium: Browser, site_of: Callable[[str], Path]) -> Iterator[Callable[..., Judge]]:
    """Make a judge: `judge(390, color_scheme="dark", contrast="high", size="largest", has_touch=True)`."""
    judges: list[Judge] = []

    def make(width_px: int, **options: Any) -> Judge:
        judges.append(Judge(chromium, site_of, width_px, **options))
        return judges[-1]

    yield make
    for one in judges:
        one.close()
