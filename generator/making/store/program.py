"""What the program is: its own files and what it runs on. Where these change, nothing that was made before counts."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

_SIZE = 16


def program_digest() -> str:
    """Name the program by its files as they look from outside, its Python, and the packages that are installed."""
    package = Path(__file__).parents[2]
    parts = [sys.version, sys.platform, *sorted(_installed())]
    for folder in (package, package.with_name("theme")):
        parts += sorted(_files(os.fspath(folder)))
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                seen = entry.stat()
                yield f"{entry.path} {seen.st_size} {seen.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Give the installed packages with their versions, as the names of their folders have them."""
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as found:
                notes = [entry for entry in found if entry.name.endswith((".dist-info", ".egg-info"))]
                yield from (f"{folder} {entry.name} {entry.stat().st_mtime_ns}" for entry in notes)
        except OSError:
            # An archive, or nothing.
            continue
