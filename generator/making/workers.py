"""Shares work between processes where there is enough of it to pay for them."""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator.making.errors import UserError
from generator.making.still_memory import still_memory

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

R = TypeVar("R")

BUNDLE = 16
"""Items that stay together, because what one needs may be at hand from the one before."""
WORTHWHILE = 300
"""Below this many pieces one process is done before a second has started."""
_AHEAD = 2
"""Shares for each other process: one that it works on, and one that it need not wait for."""

PROCESSES = "ANLIJI_PROCESSES"
"""The environment variable by which somebody says how many processes there are to be."""
MOST_PROCESSES = 64
"""More than this many were never tried."""


class Crew(Protocol):
    """Others who take work, such as the machines of a cluster."""

    @property
    def size(self) -> int:
        """How many there are."""

    def work(self, function: Callable[..., R], shares: Sequence[Any], *given: Any) -> Iterator[R]:
        """Do what `work` does."""


_crew: ContextVar[Crew | None] = ContextVar("crew", default=None)


@contextmanager
def handed_to(crew: Crew) -> Iterator[None]:
    """Hand work that is worth several processes to others for a while."""
    token = _crew.set(crew)
    try:
        yield
    finally:
        _crew.reset(token)


def process_count(pieces: int, worthwhile: int = 0) -> int:
    """Give how many processes a number of pieces is worth; heavy pieces pay for them at fewer than light ones.

    Raises:
        UserError: the environment asks for a number that is none.
    """
    if asked := os.environ.get(PROCESSES):
        return max(1, min(_number(asked), pieces))
    if pieces < (worthwhile or WORTHWHILE):
        return 1
    crew = _crew.get()
    return crew.size if crew else min(os.cpu_count() or 1, 8)


def _number(asked: str) -> int:
    if asked in map(str, range(1, MOST_PROCESSES + 1)):
        return int(asked)
    raise UserError(f"环境变量 {PROCESSES} 应当是 1 到 {MOST_PROCESSES} 的整数，例如 2；现在是“{asked}”。")


def work(function: Callable[..., R], shares: Sequence[Any], *given: Any, processes: int) -> Iterator[R]:
    """Run `function(share, *given)` for each share; gives the results in order of the shares.

    This process is one of them: one more beside it would need as much memory as those that work. Where processes are
    forked, what is given is inherited and costs nothing; elsewhere it is sent to each once.
    """
    if processes <= 1:
        for share in shares:
            yield function(share, *given)
        return
    if crew := _crew.get():
        yield from crew.work(function, shares, *given)
        return
    # A project with few records has no second process, and need not wait for what starts one.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    with (
        still_memory(),
        ProcessPoolExecutor(processes - 1, context, initializer=_prepare, initargs=(function, given)) as pool,
    ):
        yield from _together(pool, (processes - 1) * _AHEAD, function, shares, given)


def _together(
    pool: "Executor", most: int, function: Callable[..., R], shares: Sequence[Any], given: tuple[Any, ...]
) -> Iterator[R]:
    """Let others work on at most so many shares at a time, and meanwhile on the next one here."""
    waiting = deque(enumerate(shares))
    taken: dict[int, Future[R]] = {}
    for at in range(len(shares)):
        while waiting and not (at in taken and taken[at].done()):
            number, share = waiting.popleft()
            is_for_others = sum(not one.done() for one in taken.values()) < most
            taken[number] = pool.submit(_run, share) if is_for_others else _done(function, share, given)
        yield taken.pop(at).result()


def _done(function: Callable[..., R], share: Any, given: tuple[Any, ...]) -> "Future[R]":
    """Work on a share here; what goes wrong is said when it is its turn, as if it were another process's."""
    from concurrent.futures import Future  # noqa: PLC0415 (see `work`)

    done: Future[R] = Future()
    try:
        done.set_result(function(share, *given))
    except Exception as error:  # noqa: BLE001 (nothing is lost)
        done.set_exception(error)
    return done


_prepared: tuple[Callable[..., Any], tuple[Any, ...]] | None = None


def _prepare(function: Callable[..., Any], given: tuple[Any, ...]) -> None:
    global _prepared  # noqa: PLW0603 (the one thing a worker process keeps)
    _prepared = (function, given)
    gc.disable()


def _run(share: Any) -> Any:
    if _prepared is None:
        raise RuntimeError("a worker was not prepared")
    function, given = _prepared
    return function(share, *given)


def shares(pieces: Sequence[R], count: int) -> list[Sequence[R]]:
    """Cut a sequence into at most `count` runs of nearly equal length."""
    size = max(1, -(-len(pieces) // count))
    return [pieces[at : at + size] for at in range(0, len(pieces), size)]


def every(items: Sequence[R], share: int, count: int, run: int = BUNDLE) -> Iterator[R]:
    """Give every `count`-th run of neighbours, from the `share`-th run on.

    Args:
        items: what is shared.
        share: from 0.
        count: how many shares there are.
        run: how many neighbours stay together.
    """
    for start in range(share * run, len(items), count * run):
        yield from items[start : start + run]
