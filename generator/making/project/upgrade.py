"""Brings what the program once put into a project up to date, and leaves alone what an editor has changed."""

from dataclasses import dataclass
from pathlib import Path

from generator.case.programme import Programme
from generator.making.cache import put_bytes
from generator.making.project.starter import REPOSITORY, SAMPLE_FILE, starter_files
from generator.making.project.starter_sums import read_sums, sum_of, write_sums


@dataclass(frozen=True)
class Upgrade:
    """What became of the files that the program puts into projects; paths in order."""

    renewed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """What the program no longer has and nobody had changed."""
    kept: tuple[str, ...] = ()
    """What somebody has changed, and the program too, as far as can be known."""


def upgrade_project(root: Path, programme: Programme) -> Upgrade:
    """Replace each file that is as it came, add what is new, and leave alone what was changed.

    The repository itself is left as it is: its files are the new ones.
    """
    if root.resolve() == REPOSITORY:
        return Upgrade()
    fresh = {path: content for path, content in starter_files(programme).items() if path != SAMPLE_FILE}
    came = read_sums(root)
    now = {path: sum_of(file.read_bytes()) for path in {*fresh, *came} if (file := root / path).is_file()}
    wanted = {path: sum_of(content) for path, content in fresh.items()}
    added = [path for path in fresh if path not in now]
    stale = [path for path in fresh if path in now and now[path] != wanted[path]]
    # Where the program's file is the same as the one that came, only the editor has changed something.
    kept = [path for path in stale if now[path] != came.get(path) and came.get(path) != wanted[path]]
    renewed = [path for path in stale if now[path] == came.get(path)]
    removed = [path for path in came if path not in fresh and path != SAMPLE_FILE and now.get(path) == came[path]]
    for path in (*renewed, *added):
        put_bytes(fresh[path], root / path)
    for path in removed:
        (root / path).unlink()
    left = {path: came[path] for path in came if path not in removed and path in now}
    taken = {path: wanted[path] for path in fresh if path in {*renewed, *added} or now.get(path) == wanted[path]}
    write_sums(root, {**left, **taken})
    return Upgrade(*(tuple(sorted(paths)) for paths in (renewed, added, removed, kept)))


def unlisted(root: Path, added: tuple[str, ...]) -> dict[str, str]:
    """Give the titles of handbook pages that were added and that mkdocs.yml does not name, by path from `content`."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    pages = (path.removeprefix("content/") for path in added if path.endswith(".md") and path.startswith("content/"))
    return {page: _title(root / "content" / page) for page in pages if page not in settings}


def _title(page: Path) -> str:
    lines = page.read_text(encoding="utf-8").splitlines()
    return next((line.removeprefix("# ") for line in lines if line.startswith("# ")), page.stem)
