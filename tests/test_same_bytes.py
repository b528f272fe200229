"""The same project gives the same site, books and manifest, wherever, whenever and by however many processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from generator.making.workers import PROCESSES

pytestmark = [pytest.mark.build, pytest.mark.program]

DAY = "1795867200"
"""The day on which the showcase is built, in seconds: the 28th of November 2026."""


@dataclass(frozen=True)
class Machine:
    """What differs from the process of these tests, and must not matter."""

    folder: str
    hash_seed: str
    time_zone: str
    locale: str
    processes: int
    is_reversed: bool = False
    """Whether files were made in the other order."""
    umask: int = 0o022


OTHERS = [
    Machine("a much longer/文件夹 &", "1", "America/St_Johns", "C", 5, is_reversed=True, umask=0o077),
    Machine("b", "2", "Pacific/Kiritimati", "zh_CN.UTF-8", 2, is_reversed=True),
    Machine("b", "3", "Pacific/Pago_Pago", "tr_TR.UTF-8", 1),
    Machine("c", "0", "UTC", "C.UTF-8", 2),
    Machine("c", "0", "UTC", "C.UTF-8", 5),
    Machine("d", "4294967295", "Asia/Shanghai", "C.UTF-8", 1, is_reversed=True),
    *(Machine("e", str(seed), "Asia/Kathmandu", "de_DE.ISO-8859-1", seed % 5 + 1) for seed in (11, 12, 13, 14)),
]


def copy_files(source: Path, target: Path, *, is_reversed: bool) -> None:
    """Copy a project file by file in one order or the other, each with a time of its own."""
    paths = sorted((path for path in source.rglob("*") if path.is_file()), reverse=is_reversed)
    for number, path in enumerate(paths):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (number, number))


def built_by(machine: Machine, project: Path, folder: Path) -> dict[str, str]:
    """Build a copy of a project as a program of its own; gives what `digests` does."""
    root = folder / machine.folder
    copy_files(project, root, is_reversed=machine.is_reversed)
    told = {
        "PYTHONHASHSEED": machine.hash_seed,
        "TZ": machine.time_zone,
        "LC_ALL": machine.locale,
        "SOURCE_DATE_EPOCH": DAY,
        PROCESSES: str(machine.processes),
    }
    program = subprocess.run(
        [sys.executable, "-m", "generator.cli", "-C", str(root), "build"],
        env={**os.environ, **told},
        capture_output=True,
        check=False,
        umask=machine.umask,
    )
    assert program.returncode == 0, program.stderr.decode(errors="replace")
    return digests(root)


def digests(root: Path) -> dict[str, str]:
    """Give a digest of each file of a project's site, and of the register."""
    files = [root / "cases/addresses.txt", *(path for path in (root / "site").rglob("*") if path.is_file())]
    return {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(name="project", scope="module")
def fixture_project(tmp_path_factory: pytest.TempPathFactory, copy_showcase: Callable[[Path], Path]) -> Path:
    """Give the showcase, of which nothing has been made."""
    return copy_showcase(tmp_path_factory.mktemp("same") / "project")


@pytest.mark.sampled("machine", OTHERS)
def test_same_bytes(machine: Machine, project: Path, built_showcase: Path, tmp_path: Path) -> None:
    """A program on any machine makes what was made here: site, books, manifest and the register of addresses."""
    expected, actual = digests(built_showcase), built_by(machine, project, tmp_path)

    assert {uri for uri in expected.keys() | actual.keys() if expected.get(uri) != actual.get(uri)} == set()
    assert "site/manifest.json" in actual
    assert any(uri.startswith("site/books/") for uri in actual)
