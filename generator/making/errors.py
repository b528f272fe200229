"""What stops the program, in words for editors: what the system refused, and our own faults."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBUG = "ANLIJI_DEBUG"
"""The environment variable that lets our own faults through with their traceback."""


FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
"""How the system says that a disk is full, or what one may use of it."""


class UserError(Exception):
    """Something that stops the program; its text is Chinese, whole, and for editors."""


@contextmanager
def during(doing: str) -> Iterator[None]:
    """Note on whatever is raised inside what was being done, a stage's name or a file."""
    try:
        yield
    except Exception as error:
        error.add_note(doing)
        raise


@contextmanager
def writing_in(folder: Path) -> Iterator[None]:
    """Name the folder that is written to where the system says that a disk is full, and not which."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL and error.filename is None:
            error.filename = str(folder / "…")
        raise


_REFUSALS = {
    errno.EACCES: ("没有读写它的权限，或者别的程序正在使用它", "关闭正在使用它的程序，或者改一改它的权限"),
    errno.EPERM: ("没有读写它的权限", "改一改它的权限"),
    errno.EROFS: ("磁盘是只读的", "换一个可以写的地方"),
    errno.EISDIR: ("这里是一个文件夹，不是文件", "移走或改名这个文件夹，或者换一个文件名"),
    errno.ENOTDIR: ("路径里有一处是文件，不是文件夹", "移走或改名那个文件，或者换一个地方"),
    errno.EEXIST: ("这里已经有东西了", "换一个名字"),
    errno.ENOENT: ("没有这个文件或文件夹", "核对路径，或者先建立文件夹"),
    errno.ENAMETOOLONG: ("名字太长了", "换一个短些的名字"),
}


def words_of(error: Exception) -> str:
    """Say what stopped the program and what to do about it."""
    if isinstance(error, UserError):
        return str(error)
    doing = "，".join(reversed(getattr(error, "__notes__", [])))
    if isinstance(error, OSError) and error.errno in FULL:
        # Of two names the second is what was written to.
        name = error.filename2 or error.filename
        folder = os.path.dirname(os.fsdecode(name)) if isinstance(name, str | bytes) else ""  # noqa: PTH120
        where = f"{folder} 所在的磁盘" if folder else "磁盘"
        while_doing = f"（正在{doing}）" if doing else ""
        return f"{where}满了，没有写完{while_doing}。\n建议：清出一些空间，再运行一次。"
    if isinstance(error, OSError) and error.errno:
        name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else doing or "文件"
        why, hint = _REFUSALS.get(error.errno, (f"系统的说明是 {error.strerror}", "核对这个文件和磁盘"))
        return f"不能读写 {name}：{why}。\n建议：{hint}，再运行一次。"
    # The last line of a long message is enough to find the fault by; the rest is in the traceback.
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    return (
        f"程序内部错误{f'（正在{doing}）' if doing else ''}：{summary}\n"
        "这是程序的毛病，不是记录的问题；原来的网站没有改动。\n"
        f"建议：把以上文字和 anliji --version 的结果发给维护程序的人；"
        f"设置环境变量 {DEBUG}=1 再运行一次，会显示出错的位置，请一并附上。"
    )
