"""Which addresses of the site that is in place are not in the one that takes its place."""

import os
from pathlib import Path

_FILES = "files/"
"""Where attachments are; of the other files only pages and books are ever linked from elsewhere."""


def vanished(old: Path, new: Path, *, with_books: bool) -> tuple[str, ...]:
    """Name the pages, attachments and, where they were to be set, books that the new site has no more, sorted."""
    kinds = (".html", ".pdf") if with_books else (".html",)
    return tuple(sorted(uri for uri in _uris(old) - _uris(new) if uri.endswith(kinds) or uri.startswith(_FILES)))


def _uris(folder: Path) -> set[str]:
    return {
        Path(parent, name).relative_to(folder).as_posix()
        for parent, _, names in os.walk(folder)
        for name in names
        if not name.startswith(".")
    }
