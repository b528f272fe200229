"""One line at a terminal that says what is being done and how far it is; when that is done, it is gone."""

from contextlib import suppress
from itertools import count
from threading import Event, Thread
from types import TracebackType
from typing import Self, TextIO

from click import unstyle

from generator.case.text import display_width
from generator.making.terminal.console import columns, has_colour, is_terminal
from generator.outputs.report.excerpt import fit

# ASCII alone: a Chinese console gives blocks, rules and arrows one cell or two, as its font likes.
_SPINNER = "|/-\\"
_FULL, _EMPTY = "#", "."
_BAR_CELLS = 40
_LEAST_BAR_CELLS = 8
_SECONDS_BETWEEN = 0.1
_COLOUR, _PLAIN = "\x1b[36m", "\x1b[0m"


def draw_status(
    name: str, *, done: int = 0, total: int | None = None, tick: int = 0, cells: int = 80, colour: bool = False
) -> str:
    """Draw the line: a mark that turns, the name, and how much of the total is done where there is one.

    Args:
        name: what is being done.
        done: steps so far.
        total: all steps, where they can be counted.
        tick: how often the line has been drawn.
        cells: the room; what is too wide loses its bar first, then the end of its name.
        colour: whether escape sequences are understood.
    """
    counted = f" {done}/{total}" if total else ""
    said = fit(f"{_SPINNER[tick % len(_SPINNER)]} {name}", cells - len(counted))
    room = min(_BAR_CELLS, cells - display_width(said) - len(counted) - len(" []"))
    if not total or room < _LEAST_BAR_CELLS:
        return fit(said + counted, cells)
    full = room * min(done, total) // total
    bar = f"{_COLOUR}{_FULL * full}{_PLAIN}" if colour else _FULL * full
    return f"{said} [{bar}{_EMPTY * (room - full)}]{counted}"


class StatusLine:
    """The line while something is done, drawn by a thread of its own, so that it moves however long a step takes.

    Where the stream is not a terminal, nothing is drawn. It is erased with blanks rather than escape sequences, which
    consoles of Windows show as they are until they are asked.
    """

    def __init__(self, stream: TextIO | None, name: str, total: int | None = None) -> None:
        self._stream, self._name, self._total = stream, name, total
        self._done = 0
        self._ended = Event()
        self._thread: Thread | None = None

    def advance(self, steps: int) -> None:
        """Count steps; the line shows them when it is drawn next."""
        self._done += steps

    def __enter__(self) -> Self:
        if self._stream and is_terminal(self._stream):
            self._thread = Thread(target=self._draw, args=(self._stream,), daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._thread:
            self._ended.set()
            self._thread.join()

    def _draw(self, stream: TextIO) -> None:
        # A terminal that is closed meanwhile, or lacks a character, ends the drawing and nothing else.
        with suppress(OSError, ValueError):
            colour, drawn = has_colour(stream), 0
            for tick in count():
                # A character in the last column would make some terminals begin a new line.
                cells = columns(stream) - 1
                line = draw_status(
                    self._name, done=self._done, total=self._total, tick=tick, cells=cells, colour=colour
                )
                width = display_width(unstyle(line))
                print(f"\r{line}{' ' * (drawn - width)}", end="", file=stream, flush=True)
                drawn = width
                if self._ended.wait(_SECONDS_BETWEEN):
                    break
            print(f"\r{' ' * drawn}\r", end="", file=stream, flush=True)
