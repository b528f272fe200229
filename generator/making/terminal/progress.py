"""Tells a person at a terminal what is going on, and keeps the time of each stage."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from generator.making.errors import during


class Stages:
    """The stages of a run: shown while they last when a terminal is there, and timed always."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(stderr=True)
        self.seconds: list[tuple[str, float]] = []
        """Name and duration of each finished stage, in order."""
        self._bar: Progress | None = None

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Show and time one stage; `total` steps when they can be counted."""
        begun = time.perf_counter()
        columns = [SpinnerColumn(), TextColumn("{task.description}")]
        if total:
            columns += [BarColumn(), MofNCompleteColumn()]
        with Progress(*columns, console=self.console, transient=True, disable=not self.console.is_terminal) as bar:
            bar.add_task(name, total=total)
            self._bar = bar
            try:
                with during(name):
                    yield
            finally:
                self._bar = None
        self.seconds.append((name, time.perf_counter() - begun))

    def advance(self, steps: int) -> None:
        """Count steps of the current stage."""
        if self._bar:
            self._bar.advance(self._bar.task_ids[0], steps)

    @property
    def total_seconds(self) -> float:
        """The time of all finished stages together."""
        return sum(seconds for _, seconds in self.seconds)
