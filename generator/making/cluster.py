"""Hands shares of work to several machines, through a scheduler of Dask that knows them.

The machines read the project and write the site on a file system that all of them see, so what is shared out travels as
a file of the project, and what comes back is small. A share whose machine is gone is handed to another one.
"""

import logging
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from socket import gethostname
from threading import Lock
from typing import Any, TypeVar
from uuid import uuid4

from generator.making.errors import UserError
from generator.making.site_place import INSIDE
from generator.making.workers import handed_to

R = TypeVar("R")
_VERSION = version("anliji")
_PATIENCE_S = 30
"""So long a scheduler may take to answer, and its first machine to come."""
_turn = Lock()
"""A machine may be given several shares at once, but what they are made with knows no threads."""


class Cluster:
    """Machines that are connected."""

    def __init__(self, client: Any, root: Path) -> None:
        self.client, self.root = client, root

    @property
    def size(self) -> int:
        """How many there are now; at least two, so that work is shared out."""
        return max(2, len(self.client.nthreads()))

    def work(self, function: Callable[..., R], shares: Sequence[Any], *given: Any) -> Iterator[R]:
        """Run `function(share, *given)` for each share, in order of the shares.

        Raises:
            UserError: a machine does not see the files, has another version, or all that took a share ended.
        """
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 (of the extra; only a cluster needs it)

        name = f"{INSIDE}cluster-{uuid4().hex}"
        with ExitStack() as left:
            for folder in {self.root, *_folders(given)}:
                left.callback((folder / name).unlink, missing_ok=True)
                (folder / name).write_bytes(pickle.dumps(given) if folder == self.root else b"")
            executor = left.enter_context(self.client.get_executor(pure=False))
            try:
                yield from executor.map(partial(_run, function, self.root / name, _VERSION), shares)
            except (CancelledError, KilledWorker) as error:
                raise UserError(f"几台机器接连在同一份工作上停下，没有生成网站。建议：看它们的日志。{error}") from error


@contextmanager
def connected(address: str, root: Path) -> Iterator[None]:
    """Share all work out to the machines of a scheduler, such as `tcp://10.0.0.5:8786`.

    Raises:
        UserError: the extra is not installed, the scheduler does not answer, or it has no machines.
    """
    try:
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise UserError("没有安装几台机器一起生成要用的程序。建议：pip install anliji[cluster]") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UserError(
            f"连不上 {address} 这个调度程序：{error}\n建议：核对地址，例如 tcp://10.0.0.5:8786。"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE_S)
        except TimeoutError as error:
            raise UserError(
                f"{address} 那里没有工作的机器。\n建议：在每台机器上运行 dask worker {address}。"
            ) from error
        with handed_to(Cluster(client, root)):
            yield


def _run(function: Callable[..., R], file: Path, asked: str, share: Any) -> R:
    with _turn:
        return function(share, *_given(file, asked))


@lru_cache(maxsize=1)
def _given(file: Path, asked: str) -> tuple[Any, ...]:
    """Read what all shares are made from; this runs on one of the machines."""
    if asked != _VERSION:
        raise UserError(f"{gethostname()} 上的 anliji 是 {_VERSION}，这里是 {asked}。建议：装成同一个版本。")
    try:
        given: tuple[Any, ...] = pickle.loads(file.read_bytes())  # noqa: S301 (written by the one who gave the work)
    except FileNotFoundError as error:
        raise UserError(_unseen(file.parent)) from error
    unseen = [folder for folder in _folders(given) if not (folder / file.name).exists()]
    if unseen:
        raise UserError(_unseen(unseen[0]))
    return given


def _folders(given: tuple[Any, ...]) -> Iterator[Path]:
    """Give the folders that shares read or write."""
    for one in given:
        values = (getattr(one, field.name) for field in fields(one)) if is_dataclass(one) else (one,)
        yield from (value for value in values if isinstance(value, Path))


def _unseen(folder: Path) -> str:
    return f"{gethostname()} 这台机器看不到 {folder}。\n建议：把项目放在每台机器都用同一个路径看得到的共享文件夹里。"
