"""Memory that is not searched for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still_memory() -> Iterator[None]:
    """Stop collecting garbage for a while: a library of frozen values holds no cycles worth the walks through it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def lasting_memory() -> Iterator[None]:
    """Make for good: modules, which no collection of garbage need ever walk through, neither here nor in a worker."""
    with still_memory():
        yield
        gc.freeze()
