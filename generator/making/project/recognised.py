"""Whether a folder is a project, asked before anything else is read."""

from pathlib import Path


def has_project(root: Path) -> bool:
    """Check whether a folder is a project."""
    return (root / "mkdocs.yml").is_file() or (root / "cases").is_dir()
