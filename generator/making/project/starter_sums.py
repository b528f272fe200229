"""The file in which a project keeps what each file of the program's was when it came, so that edits are seen.

One line a file: the SHA-256 of its text, two spaces, its path. Ends of lines do not count: Git on Windows turns them.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.making.cache import put_bytes

FILE = ".anliji-files"
_HEAD = "# 程序放进这个项目的文件，anliji upgrade 由此看出哪些没有改过。请不要修改，用 Git 的一起提交。\n"


def sum_of(content: bytes) -> str:
    """Give the digest of a file's text."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def read_sums(root: Path) -> dict[str, str]:
    """Read a project's digests by path; none where there is no such file, as in projects of earlier versions."""
    try:
        lines = (root / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split("  ", 1) for line in lines if not line.startswith("#"))
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def write_sums(root: Path, sums: Mapping[str, str]) -> None:
    """Keep the digests of what the program has put into a project."""
    lines = (f"{sums[path]}  {path}\n" for path in sorted(sums))
    put_bytes(f"{_HEAD}{''.join(lines)}".encode(), root / FILE)
