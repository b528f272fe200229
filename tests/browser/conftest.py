"""What the browser tests stand on: sites built once, their addresses, and a reader who notes every fault."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.browser.browser import find_browser

ROOT = Path(__file__).parents[2]
SHOWCASE = ROOT / "tests" / "fixtures" / "showcase"
PREFIX = "/lib/anli/"
"""The sub-path that the server publishes a site under."""
SITE_URL = f"https://anliji.example{PREFIX}"
"""Where the showcase says that it will be published."""

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


def build_project(project: Path) -> Path:
    """Build a project's site, as an editor would, and give its folder."""
    command = [sys.executable, "-m", "generator.cli", "-C", str(project), "build"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    if done.returncode != 0:
        pytest.fail(f"the build ended with {done.returncode}:\n{done.stderr}")
    return project / "site"


@pytest.fixture(name="showcase_site", scope="session")
def fixture_showcase_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the showcase, with the real project's settings and handbook."""
    project = tmp_path_factory.mktemp("showcase") / "项目 一"
    shutil.copytree(SHOWCASE, project)
    shutil.copytree(ROOT / "content" / "handbook", project / "content" / "handbook", dirs_exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [f"site_url: {SITE_URL}" if line.startswith("site_url:") else line for line in settings.splitlines()]
    (project / "mkdocs.yml").write_text("\n".join(lines), encoding="utf-8")
    return build_project(project)


@pytest.fixture(name="real_site", scope="session")
def fixture_real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own project."""
    project = tmp_path_factory.mktemp("real") / "project"
    for folder in ("content", "cases"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return build_project(project)


@pytest.fixture(name="serve", scope="session")
def fixture_serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder over HTTP: `serve(site)` gives its address, which ends in `/`."""
    servers: list[tuple[_Server, threading.Thread]] = []

    def serve(site: Path) -> str:
        server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}{PREFIX}"

    yield serve
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(name="address_of", scope="session", params=["server", "file"])
def fixture_address_of(request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> Callable[[Path], str]:
    """The address of a site, once on a server under a sub-path and once on a USB stick."""
    addresses: dict[Path, str] = {}

    def address_of(site: Path) -> str:
        if site not in addresses:
            addresses[site] = f"{site.as_uri()}/" if request.param == "file" else serve(site)
        return addresses[site]

    return address_of


@pytest.fixture(name="chromium", scope="session")
def fixture_chromium() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(name="visit")
def fixture_visit(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Send a reader to a site: `visit(home, width_px=390, script=False)`."""
    contexts: list[BrowserContext] = []

    def visit(home: str, *, width_px: int = 1280, script: bool = True) -> Visitor:
        context = chromium.new_context(
            viewport={"width": width_px, "height": 800}, java_script_enabled=script, locale="zh-CN"
        )
        contexts.append(context)
        return Visitor(context, home)

    yield visit
    for context in contexts:
        context.close()
