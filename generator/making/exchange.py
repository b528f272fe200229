"""Two folders change places: in one step where the system can do that, else with the shortest gap there is."""

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

_TRIES, _PAUSE_SECONDS = 20, 0.1
_HERE = -100
"""`AT_FDCWD`: paths are taken from the current folder."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of renameat2(2)."""
_CANNOT = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM))
"""How a kernel, a file system or a sandbox says that it has no such exchange."""

_Renameat2 = Callable[[int, bytes, int, bytes, int], int]


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step, so that neither is missing for a moment.

    Returns:
        False where the system cannot do that; then nothing was changed.

    Raises:
        OSError: it can, but not with these two.
    """
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> _Renameat2 | None:
    """Give the call of the C library; None on other systems than Linux and in C libraries without it."""
    if sys.platform != "linux":
        return None
    found = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if found is None:
        return None
    found.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    rename: _Renameat2 = found
    return rename


def rename(folder: Path, name: Path) -> None:
    """Rename a folder; a virus scanner may hold new files for a moment, so a refusal is tried again for two seconds."""
    for _ in range(_TRIES):
        try:
            folder.rename(name)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    folder.rename(name)


def flush(folder: Path) -> None:
    """Have everything written so far put on the disk of a folder, so that a power failure later on loses none of it."""
    if sys.platform == "linux" and (syncfs := getattr(ctypes.CDLL(None), "syncfs", None)):
        opened = os.open(folder, os.O_RDONLY)
        try:
            syncfs(opened)
        finally:
            os.close(opened)
    elif hasattr(os, "sync"):
        os.sync()
