"""The preview's server: answers the browser, watches the folder, and has open pages load again."""

import errno
import io
import json
import os
import re
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from watchfiles import watch

from generator.making.errors import UserError, words_of

VERSION_URI = "__preview/version"
WAIT_SECONDS = 25
CONNECTIONS = 64
"""How many there may be at a time; a browser opens six, and each open page waits in one."""
PATIENCE_SECONDS = 15
"""How long a browser may take over one request, and over its answer."""
_OWN_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE | re.ASCII)
"""A page elsewhere may have its own name lead to this machine; what it asks for bears that name."""
_DEBOUNCE_MS, _STEP_MS = 300, 30

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
}

# The page asks whether anything is newer than what it shows, and the answer waits until something is.
_RELOAD = """<script>(function(){var v=%d;function ask(){fetch("/%s?after="+v).then(function(r){return r.json()})
.then(function(j){if(j.version!==v){location.reload()}else{ask()}}).catch(function(){setTimeout(ask,1000)})}ask()})()
</script>"""


_FOREIGN = "<!doctype html><meta charset=utf-8><p>预览只在本机用：请打开命令窗口里写的网址。</p>".encode()


class PortError(UserError):
    """The port cannot be used."""


class Source(Protocol):
    """What the server serves."""

    def read(self, uri: str) -> bytes | None:
        """Give the content at an address, or None where there is nothing."""

    def update(self, changed: set[Path]) -> None:
        """Take in what changed on disk."""

    def settle(self) -> bool:
        """Do what can wait until readers have the change; gives whether there is more to see."""


class Board:
    """The version of what is shown; readers wait here for a newer one."""

    def __init__(self) -> None:
        self.version = 1
        self._changed = threading.Condition()

    def advance(self) -> None:
        """Wake all who wait: there is something new."""
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def wait_after(self, version: int, seconds: float) -> int:
        """Wait until there is something newer than `version`, at most so long; gives the current version."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, timeout=seconds)
            return self.version


def _uri_of(path: str) -> str:
    uri = unquote(path).lstrip("/")
    return f"{uri}index.html" if not uri or uri.endswith("/") else uri


class _Server(ThreadingHTTPServer):
    """Answers each browser in a thread of its own, and ends with the program."""

    daemon_threads = True
    # Those that come at once wait here; with fewer places the system lets a browser try again after seconds.
    request_queue_size = CONNECTIONS
    # Windows would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, source: Source, board: Board) -> None:
        self.source, self.board = source, board
        self._places = threading.BoundedSemaphore(CONNECTIONS)
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread while there is a place; whoever comes when there is none is turned away at once."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Give the place free in the end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser hangs up, which it does whenever a page is left, or is too slow."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Hurried(io.RawIOBase):
    """Reads from a socket until a moment that is set anew for each request: bytes that drip in do not put it off."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = 0.0

    def begin(self) -> None:
        """Give the next request its time."""
        self._until = time.monotonic() + PATIENCE_SECONDS

    def readable(self) -> bool:
        """Say that there is something to read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there, or wait for it as long as there is time."""
        self._connection.settimeout(max(0.001, self._until - time.monotonic()))
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(PATIENCE_SECONDS)


class _Handler(BaseHTTPRequestHandler):
    """Answers from the source and the board of its server."""

    server: "_Server"
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE_SECONDS
    # Head and body leave in two pieces; the second would wait for word that the first has come.
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Read requests in time."""
        super().setup()
        self._hurried = _Hurried(self.connection)
        self.rfile = io.BufferedReader(self._hurried)

    def handle_one_request(self) -> None:
        """Begin to count with each request."""
        self._hurried.begin()
        super().handle_one_request()

    def do_GET(self) -> None:
        if not _OWN_HOST.fullmatch(self.headers.get("Host", "")):
            self.close_connection = True
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, _FOREIGN, _TYPES["html"])
            return
        path, _, query = self.path.partition("?")
        uri = _uri_of(path)
        if uri == VERSION_URI:
            after = re.fullmatch(r"after=(\d{1,9})", query, re.ASCII)
            version = self.server.board.wait_after(int(after[1]) if after else 0, WAIT_SECONDS)
            self._answer(HTTPStatus.OK, json.dumps({"version": version}).encode(), "application/json")
            return
        version = self.server.board.version
        status = HTTPStatus.OK
        try:
            content = self.server.source.read(uri)
            if content is None:
                status, uri = HTTPStatus.NOT_FOUND, "404.html"
                content = self.server.source.read(uri) or b""
        except Exception as error:  # noqa: BLE001 (one page that cannot be drawn must not end the preview)
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _page_about(error, version), _TYPES["html"])
            return
        kind = _TYPES.get(uri.rpartition(".")[2], "application/octet-stream")
        if kind.startswith("text/html"):
            content = with_reload(content, version)
        self._answer(status, content, kind)

    do_HEAD = do_GET  # noqa: N815 (the library's name)

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: an editor's terminal is for problems."""


def make_server(source: Source, board: Board, port: int) -> ThreadingHTTPServer:
    """Make a server on this machine only; port 0 takes any free one.

    Raises:
        PortError: the port cannot be used.
    """
    try:
        return _Server(port, source, board)
    except OSError as error:
        why = "已经被别的程序占用" if error.errno == errno.EADDRINUSE else "系统不让使用"
        raise PortError(f"端口 {port} {why}。\n建议：用 --port 换一个，例如 --port {port % 60000 + 1}。") from error


def _page_about(error: Exception, version: int) -> bytes:
    page = f"<!doctype html><meta charset=utf-8><body><pre>{escape(words_of(error))}</pre></body>"
    return with_reload(page.encode(), version)


def with_reload(html: bytes, version: int) -> bytes:
    """Let a page load itself again when something newer is there."""
    script = (_RELOAD % (version, VERSION_URI)).encode()
    return html.replace(b"</body>", script + b"</body>", 1)


def follow(
    source: Source,
    board: Board,
    places: Iterable[Path],
    stop: threading.Event,
    report: Callable[[], None] = lambda: None,
) -> None:
    """Watch folders and files until asked to stop; take in each change and have the pages load again."""
    existing = [place for place in places if place.exists()]
    files = frozenset(place for place in existing if place.is_file())
    taking_in = threading.Lock()

    def take_in(*watched: Path, **how: Any) -> None:
        for changes in watch(*watched, stop_event=stop, debounce=_DEBOUNCE_MS, step=_STEP_MS, **how):
            with taking_in:
                source.update({Path(path) for _, path in changes})
                board.advance()
                report()
                if source.settle():
                    board.advance()

    if files:
        # Many programs save by putting a new file in the old one's place; who watches the old one learns nothing more.
        names = {file.name for file in files}
        how = {"recursive": False, "watch_filter": lambda _, path: Path(path).name in names}
        around = tuple({file.parent for file in files})
        threading.Thread(target=take_in, args=around, kwargs=how, daemon=True).start()
    take_in(*(place for place in existing if place not in files))
