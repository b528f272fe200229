"""A terminal for tests: what is written to it, and what a person sees on it then."""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from generator.case.text import display_width
from generator.cli import main

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PATIENCE_S = 20


class Terminal:
    """A pseudo-terminal of so many columns."""

    def __init__(self, columns: int = 60) -> None:
        self._ours, theirs = pty.openpty()
        self.stream = os.fdopen(theirs, "w", encoding="utf-8")
        """What a program writes to."""
        self._bytes = b""
        self.resize(columns)

    def resize(self, columns: int) -> None:
        """Give it so many columns."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    @property
    def shown(self) -> str:
        """Everything that was written so far."""
        # Linux announces the end of a terminal by an error.
        with suppress(OSError):
            while select.select([self._ours], [], [], 0)[0]:
                self._bytes += os.read(self._ours, 65536)
        return self._bytes.decode(errors="replace")

    def wait_for(self, text: str) -> None:
        """Wait until a text was written."""
        limit = time.monotonic() + _PATIENCE_S
        while text not in self.shown:
            if time.monotonic() > limit:
                raise TimeoutError(text)
            time.sleep(0.01)

    def lines(self) -> list[str]:
        """What is to be seen now."""
        return seen(self.shown)

    def close(self) -> None:
        """Give the terminal back."""
        self.stream.close()
        os.close(self._ours)


def run_in_terminal(
    *words: str | Path, question: str = "", answer: Callable[[], bytes] = bytes, **environment: str
) -> tuple[str, int]:
    """Run a command line in a terminal, and answer a question that it asks there; gives what was shown, and its code.

    It runs in a copy of this process, which has read all modules: a program of its own would read them for a second.
    """
    copy, ours = pty.fork()
    if not copy:
        _be_program(list(map(str, words)), environment)
    shown, limit = b"", time.monotonic() + _PATIENCE_S
    while select.select([ours], [], [], max(0, limit - time.monotonic()))[0]:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            # Linux announces the end of a terminal by an error.
            break
        shown += piece
        if question and question.encode() in shown:
            os.write(ours, answer())
            question = ""
    os.close(ours)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])


def _be_program(words: list[str], environment: dict[str, str]) -> None:
    code: object = 70
    try:
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 (as Python does)
        for name in ("NO_COLOR", "FORCE_COLOR"):
            os.environ.pop(name, None)
        os.environ |= {"TERM": "xterm-256color", **environment}
        main(words)
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 70)


def seen(shown: str) -> list[str]:
    """Draw what was written as a terminal does, cell by cell; gives the lines without blanks at their ends."""
    text = _ESCAPE.sub("", shown)
    lines = ["".join(_cells(line)).rstrip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _cells(line: str) -> Iterable[str]:
    cells: list[str] = []
    at = 0
    for character in line:
        if character == "\r":
            at = 0
            continue
        width = display_width(character)
        cells += [" "] * (at + width - len(cells))
        # The second cell of a wide character is empty; half a character is none.
        if at and not cells[at]:
            cells[at - 1] = " "
        if at + width < len(cells) and not cells[at + width]:
            cells[at + width] = " "
        cells[at : at + width] = [character, *[""] * (width - 1)]
        at += width
    return cells
