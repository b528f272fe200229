"""How long an editor waits: from saving a record to the page in a preview that says what was saved.

python -m tests.bench.saving 1000 10000
"""

import argparse
import http.client
import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.records import ROOT, write_project

ROUNDS = 7
_WORDS = ("结对", "联手")
_READY_SECONDS, _PATIENCE_SECONDS = 900, 60


def free_port() -> int:
    """Give a port that nobody uses at the moment."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
        return port


def ask(port: int, path: str) -> bytes:
    """Ask the preview as a browser does, that has a connection open."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    connection.request("GET", path)
    content = connection.getresponse().read()
    connection.close()
    return content


def version(port: int, after: int = 0) -> int:
    """Wait for a version after one, as open pages do."""
    told: dict[str, int] = json.loads(ask(port, f"/__preview/version?after={after}"))
    return told["version"]


def wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> float:
    """Wait until the preview answers; gives how long that took."""
    began = time.perf_counter()
    while time.perf_counter() - began < _READY_SECONDS and process.poll() is None:
        try:
            ask(port, "/index.html")
        except OSError:
            time.sleep(0.1)
        else:
            return time.perf_counter() - began
    raise SystemExit("the preview does not answer")


def save(record: Path, number: int) -> str:
    """Say something else in a record; gives what it says."""
    said = f"第{number}稿"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub("^summary: (?:第[0-9]+稿，)?", f"summary: {said}，", text, flags=re.MULTILINE), "utf-8")
    return said


def measure(project: Path, port: int) -> list[float]:
    """Save a record several times; gives the seconds until its page says so."""
    record = sorted(project.glob("cases/*/case.yml"))[len(list(project.glob("cases/*"))) // 2]
    page = f"/cases/{record.parent.name}.html"
    taken = []
    ask(port, page)
    for number in range(1, ROUNDS + 1):
        shown = version(port)
        began = time.perf_counter()
        said = save(record, number)
        while said not in (content := ask(port, page).decode()):
            shown = version(port, shown)
            if time.perf_counter() - began > _PATIENCE_SECONDS or not content:
                raise SystemExit("the page does not follow")
        taken.append(time.perf_counter() - began)
        time.sleep(0.5)
    return taken


def main() -> None:
    """Measure projects of several sizes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("counts", nargs="+", type=int)
    for count in options.parse_args().counts:
        with tempfile.TemporaryDirectory() as folder:
            project, port = Path(folder, "project"), free_port()
            write_project(project, count)
            command = [sys.executable, "-m", "generator.cli", "-C", str(project), "serve", "--port", str(port)]
            with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
                ready = wait_until_ready(port, process)
                first, *others = measure(project, port)
                process.terminate()
            print(
                f"{count} 个案例：启动 {ready:.1f} 秒；从保存到新的网页，第一次 {first:.2f} 秒，"
                f"以后 {statistics.median(others):.2f} 秒（{min(others):.2f}—{max(others):.2f}）"
            )


if __name__ == "__main__":
    main()
