"""Whatever happens while a site is put in place, a reader finds a whole one, or the next run puts it back."""

import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.making import staging
from generator.making.site_place import MARK
from generator.making.staging import Staging, recover

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(sys.platform != "linux", reason="folders change places in one step on Linux"),
]

SWAPS = 200
PAGES = 50

READER = """
    import os, sys
    polls = missing = 0
    while not os.path.exists(sys.argv[2]):
        polls += 1
        try:
            open(sys.argv[1]).close()
        except FileNotFoundError:
            missing += 1
    print(polls, missing)
"""

BUILD = """
    import os, signal, sys, time
    from pathlib import Path
    from generator.making import mounted, staging

    site, how = Path(sys.argv[1]), sys.argv[2]
    if how != "exchange":
        staging.exchange = lambda *_: False
    staging.is_fixed = lambda _: how == "mounted"
    count = kill_at = 0

    def counted(call):
        def call_and_count(*given, **named):
            global count
            count += 1
            if count == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)
        return call_and_count

    for module, names in (
        (staging, ("claim", "make_readable", "mark", "flush", "exchange", "rename", "remove", "remove_stale")),
        (mounted.shutil, ("rmtree",)),
        (Path, ("mkdir", "rename", "replace", "unlink", "chmod", "write_text")),
    ):
        for name in names:
            setattr(module, name, counted(getattr(module, name)))

    def put(words):
        with staging.Staging(site) as staged:
            for number in range(int(sys.argv[3])):
                (staged.folder / f"{number}.html").write_bytes(words.encode())
            staged.commit()

    for line in sys.stdin:
        step, words, *seconds = line.split()
        kill_at = int(step)
        if not (child := os.fork()):
            put(words)
            print(count, flush=True)
            os._exit(0)
        for moment in seconds:
            time.sleep(float(moment))
            os.kill(child, signal.SIGKILL)
        if os.waitpid(child, 0)[1]:
            print("killed", flush=True)
"""
"""Starts a process for each line that it reads: the step at which it is killed, what its pages say, and perhaps after
how many seconds. Says how many steps it took.
"""


def program(text: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start a program in a process of its own."""
    command = [sys.executable, "-c", textwrap.dedent(text), *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@contextmanager
def builder(site: Path, how: str) -> Iterator[Callable[[int, str], str]]:
    """Give what puts a site in place, killed at a step of it; that gives how many steps there were, or `killed`."""
    with program(BUILD, site, how, str(PAGES)) as running:
        lines, said = running.stdin, running.stdout
        assert lines and said  # noqa: PT018

        def build(step: int, words: str) -> str:
            lines.write(f"{step} {words}\n")
            lines.flush()
            return said.readline().strip()

        yield build
        lines.close()


def put(site: Path, words: str, pages: int = 1) -> None:
    """Put a site in place, in this process and killed by nobody."""
    with Staging(site) as staged:
        for number in range(pages):
            (staged.folder / f"{number}.html").write_text(words, encoding="utf-8")
        staged.commit()


def pages_of(site: Path) -> set[str]:
    """Give what the pages of a site say; a whole site's say one thing."""
    pages = sorted(site.glob("*.html"))
    assert (len(pages), (site / MARK).is_file()) == (PAGES, True)
    return {page.read_text(encoding="utf-8") for page in pages}


def test_swaps_under_a_reader(tmp_path: Path, tenth: Callable[[Sequence[int]], list[int]]) -> None:
    """However often a site is replaced, a reader that asks all the time never finds it missing."""
    swaps = len(tenth(range(SWAPS)))
    site, stop = tmp_path / "site", tmp_path / "stop"

    put(site, "页")
    with program(READER, site / "0.html", stop) as reader:
        for _ in range(swaps):
            put(site, "页")
        stop.touch()
        polls, missing = map(int, reader.communicate()[0].split())

    assert polls > swaps
    assert missing == 0


@pytest.mark.parametrize("how", ["exchange", "rename", "mounted"])
def test_kills_at_every_step(tmp_path: Path, how: str) -> None:
    """Killed at any step of putting a site in place, the next run begins with a whole site, the old one or the new."""
    site = tmp_path / "site"
    states = []
    with builder(site, how) as build:
        assert int(build(0, "旧"))
        steps = int(build(0, "旧"))
        for step in some_of(range(1, steps + 1)):
            assert build(step, "新") == "killed"
            recover(site)
            (state,) = pages_of(site)
            states.append(state)
            put(site, "旧", PAGES)

    assert set(states) <= {"旧", "新"}
    assert states[0] == "旧"
    assert len(states) >= 10


def some_of(steps: Sequence[int]) -> list[int]:
    """Choose twelve steps, spread over all, the first and the last among them."""
    return sorted({round(at * (len(steps) - 1) / 11) + 1 for at in range(12)})


@pytest.mark.sampled("seed", range(30))
def test_kills_at_random_moments(tmp_path: Path, seed: int) -> None:
    """Killed at any moment, the next run begins with a whole site."""
    site = tmp_path / "site"
    with builder(site, "exchange") as build:
        started = time.monotonic()
        build(0, "旧")
        seconds = time.monotonic() - started
        build(-1, f"新 {random.Random(seed).uniform(0, 1) * seconds}")  # noqa: S311
    recover(site)

    assert pages_of(site) <= {"旧", "新"}


def test_an_exchange_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    """Two folders of which one is not there cannot change places, and that is no reason to rename instead."""
    with pytest.raises(FileNotFoundError):
        staging.exchange(tmp_path, tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []
