"""One import at a time: a lock that goes with the process that holds it, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class HeldError(Exception):
    """Another process holds the lock."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file for a while; the file itself stays, since removing it would let two processes in.

    Raises:
        HeldError: another process, or another part of this one, holds it.
    """
    opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            _lock(opened)
        except OSError as error:
            raise HeldError from error
        yield
    finally:
        # Closing lets the lock go.
        os.close(opened)


if os.name == "nt":

    def _lock(opened: int) -> None:
        import msvcrt  # noqa: PLC0415 (only Windows has it)

        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]

else:

    def _lock(opened: int) -> None:
        import fcntl  # noqa: PLC0415 (Windows does not have it)

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
