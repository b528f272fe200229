"""Shows a person at a terminal what is going on, and keeps the time of each stage."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from generator.making.errors import during
from generator.making.terminal.status_line import StatusLine


class Stages:
    """The stages of a run: shown while they last when stderr is a terminal, and timed always."""

    def __init__(self) -> None:
        self.seconds: list[tuple[str, float]] = []
        """Name and duration of each finished stage, in order."""
        self._line: StatusLine | None = None

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Show and time one stage; `total` steps when they can be counted."""
        begun = time.perf_counter()
        with StatusLine(sys.stderr, name, total) as line, during(name):
            self._line = line
            try:
                yield
            finally:
                self._line = None
        self.seconds.append((name, time.perf_counter() - begun))

    def advance(self, steps: int) -> None:
        """Count steps of the current stage."""
        if self._line:
            self._line.advance(steps)

    @property
    def total_seconds(self) -> float:
        """The time of all finished stages together."""
        return sum(seconds for _, seconds in self.seconds)
