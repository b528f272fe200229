"""Runs a command and measures it: seconds, and the memory of the process with all its children."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY_S = 0.05
PATIENCE = 20
"""After a look at the memory, that many times its length passes before the next: it must not slow what it watches."""
KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took."""

    seconds: float
    cpu_seconds: float
    """Of all its processes; other work on the machine hardly changes it."""
    all_mib: float
    """Most memory of all its processes together, shared pages counted once; 0 where /proc does not tell."""
    largest_mib: float
    """Most memory of its largest process (resident set)."""


class CommandFailedError(Exception):
    """The command ended with a fault; the text is what it said."""


def run_measured(command: list[str], folder: Path) -> Run:
    """Run a command in a folder.

    Raises:
        CommandFailedError: it ended with something else than 0.
    """
    begun = time.perf_counter()
    # A file, not a pipe: nobody would empty the pipe while we wait.
    with (folder / "bench.log").open("w+b") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if process.returncode != 0:
            log.seek(0)
            raise CommandFailedError(f"{command}: {process.returncode}\n{log.read().decode(errors='replace')}")
    per_kib = KIB_PER_MIB**2 if sys.platform == "darwin" else KIB_PER_MIB
    return Run(seconds, usage.ru_utime + usage.ru_stime, watch.most_kib / KIB_PER_MIB, usage.ru_maxrss / per_kib)


class _Watch(threading.Thread):
    """Looks at the memory of a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most_kib = 0
        self._done = threading.Event()

    def run(self) -> None:
        """Look, and look again after a while."""
        pause_s = 0.0
        while not self._done.wait(pause_s):
            begun = time.perf_counter()
            self.most_kib = max(self.most_kib, sum(map(_proportional_kib, _tree(self.pid))))
            pause_s = max(LOOK_EVERY_S, PATIENCE * (time.perf_counter() - begun))

    def stop(self) -> None:
        """End, after the look under way."""
        self._done.set()
        self.join()


def _tree(pid: int) -> Iterator[int]:
    """Give a process and its descendants."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from _tree(int(child))


def _proportional_kib(pid: int) -> int:
    """Read the memory of a process, pages that it shares counted in part; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
