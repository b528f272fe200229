"""Work shared between processes: the same results in the same order, however the processes are started."""

import gc
import operator
import os
import sys
import time
from fractions import Fraction
from itertools import chain

import pytest

from generator.making import workers
from generator.making.errors import UserError
from generator.making.still_memory import still_memory
from tests.each import each


@pytest.fixture(params=["linux", "darwin"], ids=["fork", "spawn"])
def started(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start processes in both ways; gives the platform that starts them so."""
    monkeypatch.setattr(sys, "platform", request.param)
    return str(request.param)


@pytest.mark.parametrize(
    ("pieces", "processors", "expected"),
    [(0, 4, 1), (299, 4, 1), (300, 4, 4), (300, 1, 1), (10_000, 64, 8), (10_000, None, 1)],
)
def test_hands(monkeypatch: pytest.MonkeyPatch, pieces: int, processors: int | None, expected: int) -> None:
    """Little work is done alone; much is shared between the processors, eight at most."""
    monkeypatch.delenv(workers.PROCESSES, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    assert workers.process_count(pieces) == expected


@pytest.mark.parametrize(("pieces", "expected"), [(7, 1), (8, 2), (300, 2)])
def test_hands_for_heavy_work(monkeypatch: pytest.MonkeyPatch, pieces: int, expected: int) -> None:
    """Heavy pieces are shared where there are few of them."""
    monkeypatch.delenv(workers.PROCESSES, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    assert workers.process_count(pieces, worthwhile=8) == expected


@pytest.mark.parametrize(("pieces", "expected"), [(0, 1), (1, 1), (3, 3), (10_000, 5)])
def test_hands_that_are_asked_for(monkeypatch: pytest.MonkeyPatch, pieces: int, expected: int) -> None:
    """Who says how many processes there are to be gets them, for as many pieces as there are."""
    monkeypatch.setenv(workers.PROCESSES, "5")

    assert workers.process_count(pieces) == expected


@pytest.mark.parametrize("asked", ["0", "65", "-1", "2.5", "两", "²", "9" * 5_000, " "])
def test_hands_that_are_none(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    """What is no number of processes is said in words."""
    monkeypatch.setenv(workers.PROCESSES, asked)

    with pytest.raises(UserError, match="ANLIJI_PROCESSES 应当是 1 到 64 的整数"):
        workers.process_count(300)


@each(
    ("pieces", "count", "expected"),
    [
        ([], 3, []),
        ([1], 3, [[1]]),
        ([1, 2, 3, 4, 5], 2, [[1, 2, 3], [4, 5]]),
        ([1, 2, 3], 9, [[1], [2], [3]]),
        ([1, 2, 3], 1, [[1, 2, 3]]),
    ],
    ids=["nothing", "one", "uneven", "few", "alone"],
)
def test_shares(pieces: list[int], count: int, expected: list[list[int]]) -> None:
    """Shares are runs of nearly equal length, in order, with every piece once."""
    assert workers.shares(pieces, count) == expected


@each("count", [1, 2, 3, 7])
@each("run", [1, 3, workers.BUNDLE])
@each("size", [0, 1, 2, 3, 4, 21, *(workers.BUNDLE * 7 + more for more in (-1, 0, 1)), 1_000])
def test_every(size: int, run: int, count: int) -> None:
    """The shares of all processes together are all items, each once and in order, and no share has many more."""
    shares = [list(workers.every(range(size), share, count, run)) for share in range(count)]

    assert list(range(size)) == sorted(chain.from_iterable(shares))
    assert shares == [sorted(share) for share in shares]
    assert max(map(len, shares)) - min(map(len, shares)) <= run


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_keeps_neighbours_together(count: int) -> None:
    """Bundles of neighbours go round from share to share; the last may be smaller."""
    bundles = [[f"{bundle}-{number}" for number in range(workers.BUNDLE)] for bundle in range(7)]
    bundles[-1] = bundles[-1][:3]
    items = list(chain.from_iterable(bundles))

    expected = [list(chain.from_iterable(bundles[share::count])) for share in range(count)]
    assert expected == [list(workers.every(items, share, count)) for share in range(count)]


def test_work_alone() -> None:
    """One process works in this one, share by share as they are asked for."""
    results = workers.work(operator.mul, [1, 2, 3], 10, processes=1)

    assert next(results) == 10
    assert list(results) == [20, 30]


def test_work_together(started: str) -> None:
    """Several processes give the results in the order of the shares, whichever way they are started."""
    assert list(workers.work(operator.mul, list(range(20)), 10, processes=2)) == list(range(0, 200, 10)), started


def _process_of(share: int) -> int:
    """Name the process that works on a share; long enough for each to get one."""
    time.sleep(0.05 if share < 9 else 0)
    return os.getpid()


@pytest.mark.parametrize("processes", [2, 3])
def test_this_process_is_one_of_them(started: str, processes: int) -> None:
    """Of several processes one is this one, which would only wait otherwise."""
    found = list(workers.work(_process_of, list(range(30)), processes=processes))

    assert (len(found), os.getpid() in found, len(set(found)) <= processes) == (30, True, True), started
    assert len(set(found)) > 1


def test_shares_are_done_in_their_order(started: str) -> None:
    """No share waits while later ones are worked on here: what is asked for first would come last."""
    done: list[int] = []

    assert list(workers.work(_slowly, list(range(12)), done, processes=2)) == list(range(12)), started
    assert done == sorted(done)


def _slowly(share: int, done: list[int]) -> int:
    time.sleep(0.01)
    done.append(share)
    return share


def test_nothing_to_do(started: str) -> None:
    """No shares give no results."""
    assert list(workers.work(operator.mul, [], 10, processes=2)) == [], started


@pytest.mark.parametrize("processes", [1, 2])
def test_error_in_a_worker(started: str, processes: int) -> None:
    """What goes wrong in another process is raised here as it was there."""
    with pytest.raises(ZeroDivisionError, match=r"Fraction\(1, 0\)"):
        list(workers.work(Fraction, [1], 0, processes=processes))

    assert started


@pytest.mark.parametrize("was_on", [True, False], ids=["on", "off"])
def test_still_memory(was_on: bool) -> None:  # noqa: FBT001 (a case of the table)
    """Collecting garbage stops for a while and goes on only if it went on before, even after an error."""
    inside: list[bool] = []

    def fail() -> None:
        inside.append(gc.isenabled())
        raise ValueError("示例")

    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="示例"), still_memory():
            fail()
        after = gc.isenabled()
    finally:
        gc.enable()

    assert (inside, after) == ([False], was_on)
