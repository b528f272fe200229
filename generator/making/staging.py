"""Replaces the site in one step: everything is written beside it first, then swapped in whole or not at all."""

import os
import re
import shutil
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Self

from generator.making.errors import UserError

MARK = ".anliji"
"""A file that only our builds write; a folder without it is not ours to replace."""
_TRIES, _PAUSE_SECONDS = 20, 0.1
STALE_SECONDS = 24 * 60 * 60
_LEFT = re.compile(r"\.(?:new|hosted|old)-\d+")


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


class Staging:
    """A site in the making: an empty folder beside the old site, which takes its place whole or not at all.

    Used in a `with` statement, it vanishes on leaving unless it was committed.
    """

    def __init__(self, site: Path) -> None:
        """Make the empty folders.

        Raises:
            ForeignFolderError: what is there now is not a site.
        """
        self.site = claim(site)
        remove_stale(self.site)
        self.folder = self._beside("new")
        """What becomes the site."""
        self.hosted = self._beside("hosted")
        """Where the host renders its pages; files are linked from here into the site."""
        self.discard()
        try:
            self.folder.mkdir(parents=True)
            self.hosted.mkdir()
        except BaseException:
            self.discard()
            raise

    def __enter__(self) -> Self:
        """Give this staging."""
        return self

    def __exit__(self, *_: object) -> None:
        """Put away what is not the site."""
        self.discard()

    def commit(self) -> None:
        """Put the finished folder in the site's place.

        Raises:
            SiteBusyError: the system refused it; the old site is as it was.
        """
        mark(self.folder)
        old = self._beside("old")
        remove(old)
        try:
            if self.site.exists():
                _rename(self.site, old)
            try:
                _rename(self.folder, self.site)
            except BaseException:
                # Interrupted between the two, there would be no site at all.
                if old.exists():
                    old.rename(self.site)
                raise
        except OSError as error:
            raise SiteBusyError(
                f"不能替换 {self.site}，原来的网站没有改动。\n"
                f"建议：关闭正在使用它的程序（例如打开着的文件夹窗口），再运行一次。系统的说明：{error}"
            ) from error
        remove(old)

    def discard(self) -> None:
        """Remove whatever was made and is not the site."""
        remove(self.folder)
        remove(self.hosted)

    def _beside(self, name: str) -> Path:
        return self.site.with_name(f".{self.site.name}.{name}-{os.getpid()}")


def mark(folder: Path) -> None:
    """Say that a folder is a site of ours."""
    (folder / MARK).write_text("由 anliji 生成；每次生成都会整个替换这个文件夹。\n", encoding="utf-8")


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
    for folder in site.parent.glob(f".{escape(site.name)}.*-*"):
        # Another build may remove it at this moment.
        with suppress(FileNotFoundError):
            if (
                _LEFT.fullmatch(folder.name, len(site.name) + 1)
                and time.time() - folder.stat().st_mtime > STALE_SECONDS
            ):
                remove(folder)
