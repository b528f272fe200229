"""The preview's server, on a real port: pages, refusals, and word of each change."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build import Host
from generator.making import serve
from generator.making.serve import Board, PortError, make_server, with_reload
from generator.making.terminal.progress import Stages
from generator.preview import Preview

POLL_S = 0.02
"""How long a server may go on when it is told to end."""
PATIENCE = 60
"""Seconds after which a test gives up; none is measured."""


class Shelf:
    """A site of a few pages."""

    def __init__(self, **pages: bytes) -> None:
        self.pages = {
            "index.html": b"<body>home</body>",
            "404.html": b"<body>nothing here</body>",
            "task/index.html": b"<body>tasks</body>",
            "a.css": b"a{}",
            "b.unknown": b"?",
            "cases/示.html": b"<body>one</body>",
            **pages,
        }
        self.changed: list[set[Path]] = []

    def read(self, uri: str) -> bytes | None:
        """Give a page, or None."""
        if uri == "broken.html":
            raise ValueError("示例")
        return self.pages.get(uri)

    def update(self, changed: set[Path]) -> None:
        """Note what changed."""
        self.changed.append(changed)

    def settle(self) -> bool:
        """Leave nothing for later."""
        return False


@contextmanager
def running(source: serve.Source, board: Board) -> Iterator[int]:
    """Run a server on any free port; gives the port."""
    server = make_server(source, board, 0)
    thread = threading.Thread(target=server.serve_forever, args=(POLL_S,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def board() -> Board:
    """Give the board where versions are told."""
    return Board()


@pytest.fixture
def port(board: Board) -> Iterator[int]:
    """Run a server with a few pages."""
    with running(Shelf(), board) as free:
        yield free


def ask(port: int, path: str, method: str = "GET", host: str = "127.0.0.1") -> tuple[int, str, bytes]:
    """Ask the server; gives status, type and content."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        # The library would mend some of the paths that an attacker sends.
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "kind", "part"),
    [
        ("/", "text/html; charset=utf-8", b"home"),
        ("/index.html", "text/html; charset=utf-8", b"home"),
        ("/index.html?x=1", "text/html; charset=utf-8", b"home"),
        ("/task/", "text/html; charset=utf-8", b"tasks"),
        ("/cases/%E7%A4%BA.html", "text/html; charset=utf-8", b"one"),
        ("/a.css", "text/css; charset=utf-8", b"a{}"),
        ("/b.unknown", "application/octet-stream", b"?"),
    ],
)
def test_pages(port: int, path: str, kind: str, part: bytes) -> None:
    """A page comes with its type; a folder's address gives its index."""
    status, told, content = ask(port, path)

    assert (status, told, part in content) == (200, kind, True)


def test_pages_load_themselves_again(port: int) -> None:
    """A page carries the script that waits for something newer; a style sheet does not."""
    page, style = ask(port, "/")[2], ask(port, "/a.css")[2]

    assert (b"__preview/version" in page, b"__preview/version" in style) == (True, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_own_names(port: int, host: str) -> None:
    """The names of this machine are answered."""
    assert ask(port, "/", host=host)[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "", "127.0.0.1:x"]
)
@pytest.mark.parametrize("path", ["/", "/__preview/version?after=0"])
def test_foreign_names(port: int, host: str, path: str) -> None:
    """Whoever asks for this machine by another name gets nothing of the project."""
    status, _, content = ask(port, path, host=host)

    assert (status, "预览只在本机用" in content.decode(), b"home" in content) == (421, True, False)


@pytest.mark.parametrize(
    "begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nA: "], ids=["silent", "line", "header"]
)
def test_slow_browsers(port: int, begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that does not finish its request is left, even if a byte comes now and then."""
    monkeypatch.setattr(serve, "PATIENCE_SECONDS", 0.3)
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as visitor:
        visitor.sendall(begun)
        left = threading.Event()

        def drip() -> None:
            while begun and not left.wait(0.05):
                try:
                    visitor.sendall(b"x")
                except OSError:
                    return

        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            answer = visitor.recv(100)
        except ConnectionError:
            answer = b""
        left.set()
        dripping.join()

    assert answer == b""


def test_no_more_connections_than_are_served(port: int) -> None:
    """Beyond so many connections the next is closed at once; when some are given up, the server answers again."""
    held = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in range(serve.CONNECTIONS)]
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as next_one:
        try:
            turned_away = next_one.recv(100) == b""
        except ConnectionError:
            turned_away = True
    for connection in held:
        connection.close()
    answered = False
    for _ in range(PATIENCE * 20):
        try:
            answered = ask(port, "/")[0] == 200
        except (ConnectionError, http.client.HTTPException):
            time.sleep(0.05)
        if answered:
            break

    assert (turned_away, answered) == (True, True)


def test_nothing_there(port: int) -> None:
    """An unknown address gives the page for lost readers."""
    status, kind, content = ask(port, "/none.html")

    assert (status, kind, b"nothing here" in content) == (404, "text/html; charset=utf-8", True)


def test_head(port: int) -> None:
    """HEAD tells what GET would, without the content."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/a.css")
    got = connection.getresponse()
    got.read()
    connection.request("HEAD", "/a.css")
    head = connection.getresponse()
    content = head.read()
    connection.close()

    assert (head.status, head.headers["Content-Length"], content) == (200, got.headers["Content-Length"], b"")


def test_other_methods(port: int) -> None:
    """Nothing can be sent to the preview."""
    assert ask(port, "/", "POST")[0] == 501


def test_page_that_cannot_be_drawn(port: int) -> None:
    """A page that fails says so in Chinese; the server goes on."""
    status, kind, content = ask(port, "/broken.html")

    assert (status, kind) == (500, "text/html; charset=utf-8")
    assert "程序内部错误：ValueError: 示例" in content.decode()
    assert ask(port, "/")[0] == 200


def test_browser_that_hangs_up(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    """A browser that leaves before the answer is no news for the terminal."""
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as visitor:
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n")
    ask(port, "/")

    assert capfd.readouterr() == ("", "")


WAYS_OUT = [
    "/../mkdocs.yml",
    "/../../../../../../etc/passwd",
    "/%2e%2e/mkdocs.yml",
    "/%2e%2e%2fmkdocs.yml",
    "/cases/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc%2fpasswd",
    "/etc/passwd",
    "/..%5cmkdocs.yml",
    "/a%00.html",
    "/%ff%fe",
    "/" + "x" * 3000,
    "http://other.example/etc/passwd",
    "http://[",
    "*",
]


def test_no_way_out(
    tmp_project: Path, tmp_path: Path, plain_host: Host, board: Board, capfd: pytest.CaptureFixture[str]
) -> None:
    """No path, however written, leads out of the site; each is answered with 404, in silence."""
    preview = Preview(tmp_project, plain_host, tmp_path / "made", drafts=True, stages=Stages())
    with running(preview, board) as free:
        answers = {path: ask(free, path) for path in [*WAYS_OUT, f"/{tmp_project}/mkdocs.yml"]}

    assert {status for status, _, _ in answers.values()} == {404}
    assert [path for path, (_, _, content) in answers.items() if b"site_name" in content or b"root:" in content] == []
    assert capfd.readouterr().err == ""


def test_only_this_machine(board: Board) -> None:
    """The server listens on this machine alone."""
    server = make_server(Shelf(), board, 0)
    address = server.server_address[0]
    server.server_close()

    assert address == "127.0.0.1"


def test_taken_port(port: int, board: Board) -> None:
    """A taken port is told in Chinese, with one to try."""
    with pytest.raises(
        PortError, match=rf"^端口 {port} 已经被别的程序占用。\n建议：用 --port 换一个，例如 --port \d+。$"
    ):
        make_server(Shelf(), board, port)


@pytest.mark.parametrize(
    "query", ["", "?after=", "?after=x", "?after=²", f"?after={'9' * 5000}", "?after=0&after=1", "?after=-1"]
)
def test_version_with_an_odd_question(port: int, board: Board, query: str) -> None:
    """An odd question for the version is answered at once with the current one."""
    path = f"/__preview/version{query.encode().decode('latin-1')}".replace("Â²", "%C2%B2")

    assert json.loads(ask(port, path)[2]) == {"version": board.version}


def test_version_waits_for_a_change(port: int, board: Board) -> None:
    """A page that is up to date hears of the next change."""
    heard: list[object] = []
    visitor = threading.Thread(target=lambda: heard.append(json.loads(ask(port, "/__preview/version?after=1")[2])))
    visitor.start()
    board.advance()
    visitor.join(PATIENCE)

    assert heard == [{"version": 2}]


def test_board_gives_up() -> None:
    """Without a change the wait ends with the same version."""
    assert Board().wait_after(1, 0.01) == 1


def test_board_knows_of_the_past() -> None:
    """Who comes late hears at once."""
    board = Board()
    board.advance()

    assert board.wait_after(1, PATIENCE) == 2


@pytest.mark.parametrize(
    ("html", "expected"),
    [(b"<body>x</body>", True), (b"<p>no body</p>", False), (b"", False)],
    ids=["page", "part", "nothing"],
)
def test_with_reload(html: bytes, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    """The script stands at the end of a page's body; what is no page stays as it is."""
    assert (b"<script>" in with_reload(html, 1)) == expected


@pytest.fixture
def following(board: Board) -> Iterator[Callable[[Shelf, Path], threading.Event]]:
    """Follow a folder in a thread; gives an event that is set after each change was told."""
    stop, threads = threading.Event(), []

    def follow(source: Shelf, folder: Path) -> threading.Event:
        told = threading.Event()
        thread = threading.Thread(
            target=serve.follow, args=(source, board, [folder, folder / "missing"], stop, told.set)
        )
        thread.start()
        threads.append(thread)
        return told

    yield follow
    stop.set()
    for thread in threads:
        thread.join(PATIENCE)


def touch_until(path: Path, board: Board) -> int:
    """Save a file again and again until the change is noticed: a watcher needs a moment before it sees anything."""
    for number in range(PATIENCE * 2):
        path.write_text(str(number))
        if (version := board.wait_after(1, 0.5)) > 1:
            return version
    return 1


def test_saved_file_is_told(tmp_path: Path, board: Board, following: Callable[[Shelf, Path], threading.Event]) -> None:
    """A saved file is taken in, and those who wait at the board hear of it; folders that are missing are no fault."""
    source = Shelf()
    told = following(source, tmp_path)
    version = touch_until(tmp_path / "case.yml", board)

    assert version > 1
    assert told.wait(PATIENCE)
    assert tmp_path / "case.yml" in set().union(*source.changed)


def test_a_file_put_in_the_place_of_another_is_told(tmp_path: Path, board: Board) -> None:
    """A watched file that is replaced, as many programs save, is taken in each time; what lies beside it is not."""
    source, stop, settings = Shelf(), threading.Event(), tmp_path / "mkdocs.yml"
    (tmp_path / "cases").mkdir()
    settings.write_text("0")
    watcher = threading.Thread(target=serve.follow, args=(source, board, [tmp_path / "cases", settings], stop))
    watcher.start()
    try:
        version = touch_until(settings, board)
        seen = []
        for number in range(3):
            while (later := board.wait_after(version, 1)) > version:
                version = later
            (tmp_path / "new").write_text(str(number))
            (tmp_path / "new").replace(settings)
            seen.append(board.wait_after(version, PATIENCE) > version)
    finally:
        stop.set()
        watcher.join(PATIENCE)

    assert seen == [True, True, True]
    assert {path.name for path in set().union(*source.changed)} == {"mkdocs.yml"}


def test_saved_record_reaches_the_browser(
    tmp_project: Path, plain_host: Host, tmp_path: Path, board: Board, record_text: str
) -> None:
    """From end to end: a record is saved, the waiting page hears of it, and the next look shows it."""
    preview = Preview(tmp_project, plain_host, tmp_path / "made", drafts=True, stages=Stages())
    stop = threading.Event()
    watcher = threading.Thread(target=serve.follow, args=(preview, board, [tmp_project / "cases"], stop))
    watcher.start()
    try:
        with running(preview, board) as free:
            path = tmp_project / "cases/x-01/case.yml"
            for number in range(PATIENCE * 2):
                path.write_text(record_text.replace("村结对", f"镇携手{number}"), encoding="utf-8")
                if board.wait_after(1, 0.5) > 1:
                    break
            version = json.loads(ask(free, "/__preview/version?after=1")[2])["version"]
            page = ask(free, "/cases/x-01.html")[2].decode()
    finally:
        stop.set()
        watcher.join(PATIENCE)

    assert version > 1
    assert "示例镇携手" in page
