"""Peers that are no part of the pinned packages: installed below .cache/ when a comparison first asks for them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".cache" / "bench"
PAGEFIND = "1.6.0"
ZENSICAL = "0.1.1"


class MissingToolError(Exception):
    """A peer cannot be had here; the text says why."""


def pagefind_binary() -> Path:
    """Find the program itself; the command of the same name starts Node first.

    Raises:
        MissingToolError: there is no npm, or it could not get the package.
    """
    folder = TOOLS / f"pagefind-{PAGEFIND}"
    names = ("pagefind_extended", "pagefind_extended.exe")
    if not (found := _named(folder, names)):
        npm = shutil.which("npm")
        if not npm:
            raise MissingToolError("没有 npm，Debian 上用 apt-get install npm 安装")
        folder.mkdir(parents=True, exist_ok=True)
        _install(
            [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), f"pagefind@{PAGEFIND}"]
        )
        found = _named(folder, names)
    return found[0]


def _named(folder: Path, names: Sequence[str]) -> list[Path]:
    return [path for path in folder.glob("node_modules/@pagefind/*/bin/*") if path.name in names]


def zensical_command() -> tuple[str, str]:
    """Give the program and its version, in an environment of its own, since it pins other packages than we do.

    Where a part of the version that is asked for cannot be had, it is the newest before that is whole.

    Raises:
        MissingToolError: it could not be installed.
    """
    folder = TOOLS / f"zensical-{ZENSICAL}"
    binary = folder / "bin" / "zensical"
    if not binary.is_file():
        _install([sys.executable, "-m", "venv", "--clear", str(folder)])
        _install([str(folder / "bin" / "pip"), "install", "--quiet", f"zensical<={ZENSICAL}"])
    listed = next(folder.glob("lib/python*/site-packages/zensical-*.dist-info"))
    return str(binary), re.sub(r"^zensical-|\.dist-info$", "", listed.name)


def _install(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise MissingToolError(f"装不上：{said[-1] if said else done.returncode}")
