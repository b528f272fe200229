"""What the workers of a run make only once."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE_S = 900
"""How long one worker waits for what another makes; only a worker that died takes as long."""
POLL_S = 0.1


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Give a folder that the first worker to ask for it fills: `make(folder)` finds an empty one.

    Raises:
        TimeoutError: the worker that was at it did not come to an end.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done, lock = (shared / f"shared-{name}{suffix}" for suffix in ("", ".done", ".lock"))
    begun = time.monotonic()
    while not done.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            if time.monotonic() - begun > PATIENCE_S:
                raise TimeoutError(f"another worker has not made {name}") from None
            time.sleep(POLL_S)
            continue
        try:
            _make(folder, done, make)
        finally:
            lock.rmdir()
    return folder


def _make(folder: Path, done: Path, make: Callable[[Path], object]) -> None:
    if done.exists():
        return
    folder.mkdir(parents=True)
    try:
        make(folder)
    except BaseException:
        shutil.rmtree(folder)
        raise
    done.touch()
