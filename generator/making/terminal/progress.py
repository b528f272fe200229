"""Shows a person at a terminal what is going on, and measures each stage."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from generator.making.errors import during
from generator.making.terminal.status_line import StatusLine


@dataclass(frozen=True, slots=True)
class Measured:
    """What a finished stage took, and what it wrote."""

    name: str
    seconds: float
    """By the clock on the wall."""
    cpu_seconds: float
    """Of the processors, in this process."""
    children_cpu_seconds: float
    """The same in processes that this one started and that have ended."""
    files: int
    """Of the site."""
    bytes: int


class Stages:
    """The stages of a run: shown while they last when stderr is a terminal, and measured always."""

    def __init__(self) -> None:
        self.measured: list[Measured] = []
        """Each finished stage, in order."""
        self._line: StatusLine | None = None
        self._wrote = 0, 0
        self._begun = time.perf_counter()
        self._start_cpu_seconds = time.process_time()

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Show and measure one stage; `total` steps when they can be counted."""
        begun, cpu, children = time.perf_counter(), time.process_time(), _children_cpu_seconds()
        self._wrote = 0, 0
        with StatusLine(sys.stderr, name, total) as line, during(name):
            self._line = line
            try:
                yield
            finally:
                self._line = None
        took = time.perf_counter() - begun, time.process_time() - cpu, _children_cpu_seconds() - children
        self.measured.append(Measured(name, *took, *self._wrote))

    def advance(self, steps: int) -> None:
        """Count steps of the current stage."""
        if self._line:
            self._line.advance(steps)

    def wrote(self, files: int, size: int) -> None:
        """Count files of the site, with their bytes, that the current stage has written."""
        self._wrote = self._wrote[0] + files, self._wrote[1] + size

    @property
    def total_seconds(self) -> float:
        """The time of all finished stages together."""
        return sum(one.seconds for one in self.measured)

    def report(self) -> dict[str, object]:
        """Give the stages, and the whole run until now, as values for JSON.

        The whole run has besides the stages what is between them, and the start of the program with its imports:
        `start_cpu_seconds` had passed before it could do anything.
        """
        total = Measured(
            "全部",
            time.perf_counter() - self._begun,
            time.process_time(),
            _children_cpu_seconds(),
            sum(one.files for one in self.measured),
            sum(one.bytes for one in self.measured),
        )
        whole = {**asdict(total), "start_cpu_seconds": self._start_cpu_seconds}
        return {"stages": [asdict(one) for one in self.measured], "total": whole}


def _children_cpu_seconds() -> float:
    """Ask for the processors' time of processes that have ended; 0 on Windows, which does not tell."""
    times = os.times()
    return times.children_user + times.children_system
