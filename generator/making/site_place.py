"""Where the site goes, links followed, and where it may not: nothing but a site of ours is ever replaced."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.making.errors import UserError

MARK = ".anliji"
"""A file that only our builds write; a folder without it is not ours to replace."""
MARK_TEXT = "由 anliji 生成；每次生成都会整个替换这个文件夹。\n"
INSIDE = ".anliji-"
"""How the names of our own folders inside a mounted site begin."""
_FOUND_ON_DISKS = ("lost+found",)
SOURCES = {
    "cases": "案例记录在里面",
    "content": "固定页面在里面",
    "theme": "模板在里面",
    ".git": "版本库在里面",
    ".cache": "它随时会被清空",
}
"""Folders of a project in which no site may be, each with the reason."""
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_HINT = "建议：在 mkdocs.yml 的 site_dir 里写项目下的另一个文件夹，例如 site_dir: site。"


class ForeignFolderError(UserError):
    """What lies where the site goes is not a site, so no build may take its place."""


def refuse_place(site: Path, root: Path) -> None:
    """Make sure that the site is not put among what it is made from, whatever links lead there.

    Raises:
        ForeignFolderError: it would be.
    """
    real = Path(os.path.realpath(site))
    above = [real, *real.parents]
    for name, why in SOURCES.items():
        if any(_is_same(folder, root / name) for folder in above):
            raise ForeignFolderError(f"网站不能生成在 {site}：它在项目的 {name} 文件夹里，{why}。\n{_HINT}")
    if any(_is_same(folder, real) for folder in (root, *Path(os.path.realpath(root)).parents)):
        raise ForeignFolderError(f"网站不能生成在 {site}：整个项目都在里面，会被网站替换掉。\n{_HINT}")


def _is_same(one: Path, other: Path) -> bool:
    """Check whether two paths lead to one folder, also where case or a mount gives it two names."""
    try:
        return one.samefile(other)
    except OSError:
        # What is not there yet has one name only.
        return os.path.realpath(one) == os.path.realpath(other)


def claim(site: Path) -> Path:
    """Give the real place of the site, links followed, and make sure that nothing else would be lost there.

    Raises:
        ForeignFolderError: a file is there, a folder that no build has made, or a link to itself.
    """
    real = Path(os.path.realpath(site))
    if real.is_symlink():
        raise ForeignFolderError(
            f"{site} 是一个指向自己的链接，走不到任何文件夹。\n"
            "建议：删去这个链接，或者在 mkdocs.yml 的 site_dir 里写另一个文件夹，例如 site_dir: site。"
        )
    if real.is_dir():
        is_site = (real / MARK).is_file() and not (real / ".git").exists()
        is_free = is_site or not any(contents(real))
    else:
        is_free = not real.exists()
    if not is_free:
        raise ForeignFolderError(
            f"{site} 已有别的东西，不是生成的网站，所以没有替换。\n"
            "建议：移走或清空它，或者在 mkdocs.yml 的 site_dir 里写另一个文件夹，例如 site_dir: site。"
        )
    return real


def contents(folder: Path) -> Iterator[Path]:
    """Give what a folder holds, but for what file systems put there and for our own folders in the making."""
    for path in folder.iterdir():
        if path.name not in _FOUND_ON_DISKS and not path.name.startswith(INSIDE):
            yield path


def is_fixed(site: Path) -> bool:
    """Check whether a folder can only be filled, not renamed: a mount point, or one in a folder that is not ours."""
    if not site.is_dir():
        return False
    return os.path.ismount(site) or str(site) in _mount_points() or not os.access(site.parent, os.W_OK)


def _mount_points() -> set[str]:
    """List the mount points that Linux knows, those too that show another folder of the same disk."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return set()
    return {_ESCAPED.sub(lambda found: chr(int(found[1], 8)), line.split()[4]) for line in lines}
