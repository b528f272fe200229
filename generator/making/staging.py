"""Replaces the site in one step: everything is written beside it first, then swapped in whole or not at all.

Whenever a build is cut off, by a power failure for instance, what was the site is either in its place or, with its
mark, beside it; the next run puts it back before it does anything else.
"""

import errno
import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Self

from generator.making import mounted
from generator.making.errors import UserError
from generator.making.exchange import exchange, flush, rename
from generator.making.patch import finish_patches
from generator.making.site_place import INSIDE, MARK, MARK_TEXT, claim, is_fixed

RESTORED = "上一次生成中途停了；上一个完整的网站已经放回原处。"
"""What the person at the terminal is told."""
STALE_SECONDS = 24 * 60 * 60
_LEFT = re.compile(r"\.(?:new|hosted|spare|old|patch)-\d+$")
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
"""What a web server, which is another user, needs at least."""


class SiteBusyError(UserError):
    """The site's folder could not be replaced, because another program holds it or rights are missing."""


class Staging:
    """A site in the making: an empty folder beside the old site, which takes its place whole or not at all.

    Used in a `with` statement, it vanishes on leaving unless it was committed.
    """

    def __init__(self, site: Path) -> None:
        """Put right what a build that was cut off left, and make the empty folders.

        Raises:
            ForeignFolderError: what is there now is not a site.
        """
        recover(site)
        self.site = claim(site)
        self.is_fixed = is_fixed(self.site)
        """Whether the site's folder stays and only its contents are exchanged, as at a mount point."""
        remove_stale(self.site)
        self.folder = self._beside("new")
        """What becomes the site."""
        self.hosted = self._beside("hosted")
        """Where the host renders its pages; files are linked from here into the site."""
        self.spare = self._beside("spare")
        """Where finished files wait that the project's cache cannot take."""
        self.discard()
        try:
            _make_folders(self.folder)
            self.hosted.mkdir()
            self.spare.mkdir()
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
        make_readable(self.folder)
        mark(self.folder)
        flush(self.folder)
        try:
            self._put_in_place()
        except OSError as error:
            state = "只换了一部分，再运行一次就会换完" if mounted.is_under_way(self.site) else "原来的网站没有改动"
            raise SiteBusyError(f"不能替换 {self.site}，{state}。\n{_advice(error)}") from error

    def _put_in_place(self) -> None:
        if self.is_fixed:
            mounted.replace_contents(self.site, self.folder, self._beside("old"))
        elif not self.site.exists():
            rename(self.folder, self.site)
        elif exchange(self.folder, self.site):
            remove(self.folder)
        else:
            self._swap_by_renaming()

    def _swap_by_renaming(self) -> None:
        """Put the old site aside and the new one in its place: for a moment between the two there is none."""
        old = self._beside("old")
        remove(old)
        rename(self.site, old)
        try:
            rename(self.folder, self.site)
        except BaseException:
            # Interrupted between the two, there would be no site at all.
            old.rename(self.site)
            raise
        remove(old)

    def discard(self) -> None:
        """Remove whatever was made and is not the site."""
        for folder in (self.folder, self.hosted, self.spare):
            # Of an exchange that was cut off the rest of the new contents is what the next run goes on with.
            if folder != self.folder or not mounted.is_under_way(self.site):
                remove(folder)

    def _beside(self, name: str) -> Path:
        if self.is_fixed:
            return self.site / f"{INSIDE}{name}-{os.getpid()}"
        return self.site.with_name(f".{self.site.name}.{name}-{os.getpid()}")


def _advice(error: OSError) -> str:
    if error.errno in (errno.EBUSY, errno.EXDEV):
        return (
            f"建议：它可能是挂载进来的文件夹，不能改名。在 mkdocs.yml 的 site_dir 里写它里面的一个文件夹，"
            f"例如 site_dir: site/www，再让网站服务器指向那里。系统的说明：{error}"
        )
    return f"建议：关闭正在使用它的程序（例如打开着的文件夹窗口），再运行一次。系统的说明：{error}"


def mark(folder: Path) -> None:
    """Say that a folder is a whole site of ours."""
    (folder / MARK).write_bytes(MARK_TEXT.encode())
    (folder / MARK).chmod(_FILE_MODE)


def make_readable(folder: Path) -> None:
    """Let a web server read all of a folder, whatever rights the one who builds gives to new files."""
    if os.name == "posix":
        folder.chmod(stat.S_IMODE(folder.stat().st_mode) | _FOLDER_MODE)
        for entry in _entries(os.fspath(folder)):
            mode = stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode)
            needed = mode | (_FOLDER_MODE if entry.is_dir(follow_symlinks=False) else _FILE_MODE)
            if mode != needed and not entry.is_symlink():
                # Some file systems have no such rights to give.
                with suppress(PermissionError):
                    os.chmod(entry.path, needed)  # noqa: PTH101 (there may be ten thousands)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                # Without rights of its own a folder cannot be listed.
                yield entry
                yield from _entries(entry.path)
            else:
                yield entry


def _make_folders(folder: Path) -> None:
    """Make a folder with those that lead to it, which a web server must be able to pass."""
    missing = [one for one in folder.parents if not one.exists()]
    folder.mkdir(parents=True)
    for one in missing:
        one.chmod(stat.S_IMODE(one.stat().st_mode) | _FOLDER_MODE)


def remove(folder: Path) -> None:
    """Remove a folder with all it holds, if it is there; what is removed by half is never taken for a site."""
    with suppress(OSError):
        (folder / MARK).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def recover(site: Path) -> bool:
    """Put the last whole site in its place, where a build was cut off before it could.

    Returns:
        Whether there was something to put right.
    """
    real = Path(os.path.realpath(site))
    if real.is_dir():
        finish_patches(real)
        return mounted.finish(real)
    if os.path.lexists(real):
        return False
    # Of a swap that was cut off the old site is left, of a first build the new one.
    for name in ("old", "new"):
        whole = [folder for folder in _left_beside(real, name) if (folder / MARK).is_file()]
        if whole:
            rename(max(whole, key=lambda folder: (folder / MARK).stat().st_mtime), real)
            return True
    return False


def recover_in(project: Path) -> bool:
    """Put right what lies beside sites in a project's folder, without a look at its settings; see `recover`."""
    left = [one for name in ("old", "patch") for one in project.glob(f".*.{name}-*") if _LEFT.search(one.name)]
    names = {_LEFT.sub("", folder.name[1:]) for folder in left}
    return sum(recover(project / name) for name in sorted(names)) > 0


def remove_stale(site: Path) -> None:
    """Remove what builds that were cut off left beside the site a day ago or more, unless there is no other copy."""
    for folder in [*_left_beside(site, "*"), *site.glob(f"{INSIDE}*-*")]:
        # Another build may remove it at this moment.
        with suppress(FileNotFoundError):
            is_only_copy = (folder / MARK).is_file() and not site.exists()
            if time.time() - folder.stat().st_mtime > STALE_SECONDS and not is_only_copy:
                remove(folder)


def _left_beside(site: Path, name: str) -> list[Path]:
    found = site.parent.glob(f".{escape(site.name)}.{name}-*")
    return [folder for folder in found if _LEFT.fullmatch(folder.name, len(site.name) + 1)]
