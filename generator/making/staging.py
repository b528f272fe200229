"""Replaces the site in one step: everything is written beside it first, then swapped in whole or not at all."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from generator.making.errors import UserError
from generator.outputs.site.file import File

MARK = ".anliji"
"""A file that only our builds write; a folder without it is not ours to replace."""
_TRIES, _PAUSE_SECONDS = 20, 0.1
STALE_SECONDS = 24 * 60 * 60


class SiteBusyError(UserError):
    """The site's folder could not be replaced, because another program holds it or rights are missing."""


class ForeignFolderError(UserError):
    """What lies where the site goes is not a site, so no build may take its place."""


def claim(site: Path) -> Path:
    """Give the real place of the site, links followed, and make sure that nothing else would be lost there.

    Raises:
        ForeignFolderError: a file is there, or a folder that no build has made.
    """
    real = site.resolve()
    if real.is_dir():
        is_site = (real / MARK).is_file() and not (real / ".git").exists()
        is_free = is_site or not any(real.iterdir())
    else:
        is_free = not real.exists()
    if not is_free:
        raise ForeignFolderError(
            f"{site} 已有别的东西，不是生成的网站，所以没有替换。\n"
            "建议：移走或清空它，或者在 mkdocs.yml 的 site_dir 里写另一个文件夹，例如 site_dir: site。"
        )
    return real


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """Give an empty folder; on leaving without an error it becomes the site, else it vanishes and the site stays.

    Raises:
        ForeignFolderError: what is there now is not a site.
        SiteBusyError: the swap was refused by the system; the old site is as it was.
    """
    site = claim(site)
    remove_stale(site)
    staging = site.with_name(f".{site.name}.new-{os.getpid()}")
    remove(staging)
    staging.mkdir(parents=True)
    try:
        yield staging
        mark(staging)
        swap(staging, site)
    finally:
        remove(staging)


def mark(folder: Path) -> None:
    """Say that a folder is a site of ours."""
    (folder / MARK).write_text("由 anliji 生成；每次生成都会整个替换这个文件夹。\n", encoding="utf-8")


def swap(staging: Path, site: Path) -> None:
    """Put a finished folder in the site's place."""
    old = site.with_name(f".{site.name}.old-{os.getpid()}")
    remove(old)
    try:
        if site.exists():
            _rename(site, old)
        try:
            _rename(staging, site)
        except BaseException:
            # Interrupted between the two, there would be no site at all.
            if old.exists():
                old.rename(site)
            raise
    except OSError as error:
        raise SiteBusyError(
            f"不能替换 {site}，原来的网站没有改动。\n"
            f"建议：关闭正在使用它的程序（例如打开着的文件夹窗口），再运行一次。系统的说明：{error}"
        ) from error
    remove(old)


def _rename(folder: Path, name: Path) -> None:
    """Rename a folder; a virus scanner may hold new files for a moment, so a refusal is tried again for two seconds."""
    for _ in range(_TRIES):
        try:
            folder.rename(name)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    folder.rename(name)


def remove(folder: Path) -> None:
    """Remove a folder with all it holds, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_stale(site: Path) -> None:
    """Remove what builds that were cut off, by a power failure for instance, left beside the site a day ago or more."""
    for pattern in (f".{escape(site.name)}.new-*", f".{escape(site.name)}.old-*"):
        for folder in site.parent.glob(pattern):
            # Another build may remove it at this moment.
            with suppress(FileNotFoundError):
                if time.time() - folder.stat().st_mtime > STALE_SECONDS:
                    remove(folder)


class Writer:
    """Writes files below a folder; makes each folder once."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._made: set[str] = set()

    def write_file(self, file: File) -> None:
        """Write one file, drawing it now."""
        path = os.path.join(self.folder, *file.uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._made.add(parent)
        with open(path, "wb") as target:  # noqa: PTH123
            target.write(file.content)
