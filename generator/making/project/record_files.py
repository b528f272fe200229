"""Puts a changed record in the place of the one that was read, if that is still there."""

import os
from pathlib import Path

from generator.making.cache import put_bytes
from generator.reading.mending import Mended


def _why_kept(root: Path, mended: Mended) -> str:
    """Say in Chinese why a file is left as it is; empty where it may be written."""
    path = root / mended.path
    if path.is_symlink() or not path.is_file():
        return "文件不在了"
    if path.read_bytes() != mended.before:
        return "文件在这期间改过，请再运行一次"
    return "" if os.access(path, os.W_OK) and path.stat().st_mode & 0o200 else "文件是只读的"


def write_mended(root: Path, mended: Mended) -> str:
    """Write a mended record in one step, with the rights that it had.

    Returns:
        Why it was left as it was, in Chinese; empty where it was written.
    """
    reason = _why_kept(root, mended)
    if reason:
        return reason
    path = root / mended.path
    rights = path.stat().st_mode
    put_bytes(mended.after, path)
    path.chmod(rights & 0o7777)
    return ""
