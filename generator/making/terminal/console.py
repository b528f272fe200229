"""What a stream of this program can show to a person: a line that changes, colours, a width in cells."""

import os
import sys
from typing import TextIO

_USUAL_COLUMNS = 80
_VIRTUAL_TERMINAL = 4


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees this stream, where a line can be drawn over; editors' and emulators' dumb ones cannot."""
    try:
        return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:
        # It is closed already.
        return False


def has_colour(stream: TextIO | None) -> bool:
    """Whether colours are seen and wanted: see https://no-color.org."""
    if stream is None or not is_terminal(stream) or os.environ.get("NO_COLOR"):
        return False
    return _takes_escapes(stream)


def columns(stream: TextIO) -> int:
    """How many cells a line has."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_COLUMNS
    except (OSError, ValueError):
        return _USUAL_COLUMNS


def _takes_escapes(stream: TextIO) -> bool:
    """Ask a Windows console to obey escape sequences; those before Windows 10 show them as they are."""
    if sys.platform != "win32":
        return True
    import ctypes  # noqa: PLC0415 (Windows only)
    import msvcrt  # noqa: PLC0415

    handle, mode = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno())), ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | _VIRTUAL_TERMINAL))
