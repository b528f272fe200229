"""Which files of the themes the host looks at: none in a hidden folder, of which Material has one with 14,000 drawings.

The host leaves them out as well, after a look at the name of each, which takes a small site a third of its time.
"""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class _VisibleFiles(FileSystemLoader):
    """Finds all files, and lists those that may be published."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for searched in self.searchpath:
            for folder, folders, names in os.walk(searched, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update((Path(folder) / name).relative_to(searched).as_posix() for name in names)
        return sorted(found)


def list_visible_files(theme: Theme) -> None:
    """Let the host list no hidden files of a theme."""
    get_env = theme.get_env

    def get_quick_env() -> Environment:
        env = get_env()
        env.loader = _VisibleFiles(theme.dirs)
        return env

    theme.get_env = get_quick_env  # type: ignore[method-assign]
