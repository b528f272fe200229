"""A build by several machines: the same bytes, also when one of them ends; what goes wrong is said in Chinese."""

import operator
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import dask
import pytest
from click.testing import CliRunner, Result
from distributed import Client, LocalCluster

from generator import cli
from generator.making import cluster as clusters
from generator.making import workers
from generator.making.cluster import Cluster, connected
from generator.making.errors import UserError
from tests.bench.records import write_project

pytestmark = [pytest.mark.build, pytest.mark.program, pytest.mark.filterwarnings("ignore")]

CASES = 16
NOWHERE = "tcp://127.0.0.1:1"


@pytest.fixture(scope="module")
def machines() -> Iterator[LocalCluster]:
    """Give two workers, each a process of its own that is started anew when it ends.

    A share is given up when a second machine ends on it, and not only a fourth.
    """
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started,
    ):
        yield started


@pytest.fixture
def crew(machines: LocalCluster, tmp_path: Path) -> Iterator[Cluster]:
    """Give the same, connected."""
    with Client(machines, set_as_default=False) as client:
        yield Cluster(client, tmp_path)


def build(project: Path, *options: str) -> Result:
    """Build a project in this process."""
    words = ["-C", str(project), "build", "--no-books", "--paranoid", *options]
    return CliRunner().invoke(cli.main, words, catch_exceptions=False)


def digests(site: Path) -> dict[str, str]:
    """Give a digest of every file of a site."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what one machine makes of some invented records."""
    project = tmp_path_factory.mktemp("alone")
    write_project(project, CASES)
    assert build(project).exit_code == 0
    return digests(project / "site")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the same records, few but worth sharing."""
    monkeypatch.setenv(workers.PROCESSES, "3")
    folder = tmp_path / "project"
    folder.mkdir()
    write_project(folder, CASES)
    return folder


def test_machines_give_the_same_bytes(machines: LocalCluster, project: Path, alone: dict[str, str]) -> None:
    """Two machines make the site that one makes, and leave nothing of their own in the project."""
    before = sorted(path.name for path in project.iterdir())
    result = build(project, "--cluster", machines.scheduler_address)

    assert result.exit_code == 0, result.stderr
    assert digests(project / "site") == alone
    assert sorted(path.name for path in project.iterdir()) == sorted([*before, ".cache", "site"])


def test_machine_that_ends_in_the_middle(machines: LocalCluster, project: Path, alone: dict[str, str]) -> None:
    """What a machine had when it was killed another one makes: the site is the same."""
    pids = [worker.pid for worker in machines.workers.values()]
    killed: list[int] = []

    def kill() -> None:
        while not (new := list(project.glob(".site.new-*/cases"))):
            time.sleep(0.005)
        while not killed:
            begun = len(list(new[0].iterdir()))
            if begun > 5:
                os.kill(pids[0], signal.SIGKILL)
                killed.append(begun)
            time.sleep(0.002)

    watching = threading.Thread(target=kill, daemon=True)
    watching.start()
    result = build(project, "--cluster", machines.scheduler_address)
    watching.join(1)

    assert result.exit_code == 0, result.stderr
    assert digests(project / "site") == alone
    assert killed
    assert killed[0] < CASES


def test_order_of_shares(crew: Cluster) -> None:
    """Results come in the order of the shares, as from processes."""
    assert list(crew.work(operator.mul, list(range(20)), 10)) == list(range(0, 200, 10))
    assert list(crew.work(operator.mul, [], 10)) == []
    assert list(crew.root.iterdir()) == []


def test_error_on_a_machine(crew: Cluster) -> None:
    """What goes wrong on a machine is raised here as it was there."""
    with pytest.raises(ZeroDivisionError):
        list(crew.work(operator.truediv, [1], 0))


def refuse(_: object) -> None:
    """Stop with words for editors."""
    raise UserError("示例")


def test_words_of_a_machine(crew: Cluster) -> None:
    """What a machine says to editors reaches them."""
    with pytest.raises(UserError, match="示例"):
        list(crew.work(refuse, [1]))


def test_machine_that_does_not_see_the_project(crew: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that only one machine has is named, with the machine and a hint."""
    monkeypatch.chdir(tmp_path)
    # A path that leads each process to a folder of its own.
    crew.root = Path("/proc/self/cwd")

    with pytest.raises(UserError, match=r"这台机器看不到 /proc/self/cwd。\n建议：把项目放在"):
        list(crew.work(operator.mul, [1], 10))


@dataclass(frozen=True, slots=True)
class Places:
    """What shares are made with, as a value."""

    site: Path
    title: str = ""


def first(share: int, folder: Path | Places) -> tuple[int, Path | Places]:
    """Do nothing but give back."""
    return share, folder


def test_machine_that_does_not_see_the_site(crew: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where the site is made elsewhere; nothing is left in either folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()

    assert list(crew.work(first, [1], tmp_path / "site")) == [(1, tmp_path / "site")]
    for unseen in (Path("/proc/self/cwd/site"), Places(Path("/proc/self/cwd/site"))):
        with pytest.raises(UserError, match="这台机器看不到 /proc/self/cwd/site"):
            list(crew.work(first, [1], unseen))
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]


def test_machine_with_another_version(crew: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the program would make other bytes."""
    monkeypatch.setattr(clusters, "_VERSION", "9.9")

    with pytest.raises(UserError, match=r"上的 anliji 是 [\d.]+，这里是 9\.9"):
        list(crew.work(operator.mul, [1], 10))


@pytest.mark.parametrize("address", [NOWHERE, "127.0.0.1:1", "http://x", "随便", "tcp://"])
def test_scheduler_that_does_not_answer(project: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address at which no scheduler is stops the build before it begins, in words."""
    monkeypatch.setattr(clusters, "_PATIENCE_S", 1)
    result = build(project, "--cluster", address)

    assert result.exit_code == 2
    assert f"连不上 {address} 这个调度程序" in result.stderr
    assert not (project / "site").exists()


def test_scheduler_without_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that nobody works for is told as such."""
    monkeypatch.setattr(clusters, "_PATIENCE_S", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=None) as empty,
        pytest.raises(UserError, match="没有工作的机器"),
        connected(empty.scheduler_address, tmp_path),
    ):
        pass


def test_extra_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told how; nothing else imports it."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(UserError, match=r"pip install anliji\[cluster\]"), connected(NOWHERE, tmp_path):
        pass


class Noted:
    """A crew that notes what it is given."""

    size = 7

    def work(self, function: Any, shares: Sequence[Any], *given: Any) -> Iterator[Any]:
        """Do it here."""
        return (("noted", function(share, *given)) for share in shares)


def test_work_is_handed_to_a_crew(monkeypatch: pytest.MonkeyPatch) -> None:
    """While there is a crew it does what is worth several processes, and no longer than that."""
    monkeypatch.delenv(workers.PROCESSES, raising=False)
    with workers.handed_to(Noted()):
        counts = workers.process_count(299), workers.process_count(300)
        shared = list(workers.work(operator.mul, [1, 2], 3, processes=2))
        own = list(workers.work(operator.mul, [1, 2], 3, processes=1))

    assert (counts, shared, own) == ((1, 7), [("noted", 3), ("noted", 6)], [3, 6])
    assert workers.process_count(300) != 7
    assert list(workers.work(operator.mul, [1, 2], 3, processes=1)) == [3, 6]


def end(_: object) -> None:
    """End the process."""
    os._exit(1)


def test_share_that_ends_every_machine(crew: Cluster) -> None:
    """A share on which one machine after the other ends stops the build in words."""
    with pytest.raises(UserError, match="几台机器接连在同一份工作上停下"):
        list(crew.work(end, [1]))
