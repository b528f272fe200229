"""The programs that build the same records, each with what it starts from: ours in three ways, peers, and a copy."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.hugo import hugo_binary, write_hugo_site
from tests.bench.mkdocs_site import write_mkdocs_site
from tests.bench.records import write_project
from tests.bench.tools import PAGEFIND, pagefind_binary, zensical_command

WORDS = ("结对，建起", "结对，办起")
"""What an editor corrects, and what it becomes: words that each summary has once."""
TIMINGS = "timings.json"
"""Where our build says what each stage took, in the folder that it is run in."""
FEW = 1_000
"""The most records that are given to programs whose time grows faster than the records."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, or a way to run it."""

    name: str
    does: str
    """What it does in a run, as tables say it."""
    folder: Path
    """Where it is run, and leaves its log."""
    commands: Sequence[Sequence[str]]
    """Run one after the other; measured together."""
    output: Path
    """What it writes."""
    prepare: Callable[[], None]
    """Puts things as a run is to find them; not measured."""


def removing(aside: Path, *folders: Path) -> Callable[[], None]:
    """Give what makes the next run a cold one: no program may gain from, or pay for, what it wrote before.

    It is put aside, not deleted: for minutes after thousands of files are gone, ext4 without a journal, as virtual
    machines have it, looks past each of their places when it makes a new file, which took as long as all other work.
    """

    def remove() -> None:
        for folder in folders:
            if folder.exists():
                folder.rename(tempfile.mkdtemp(prefix="old-", dir=aside))

    return remove


def nothing() -> None:
    """Leave all as the run before left it."""


def our_programs(folder: Path, count: int) -> list[Program]:
    """Write a project of so many records; gives our build from nothing, again, and after a correction."""
    project = folder / "anliji"
    project.mkdir()
    write_project(project, count)
    site = project / "site"
    build = [sys.executable, "-m", "generator.cli", "-C", str(project), "build", "--no-books"]
    # Not into the project, which would have changed then.
    build += ["--timings", str(folder / TIMINGS)]
    records = sorted((project / "cases").glob("*/case.yml"))

    def correct() -> None:
        path = records[len(records) // 2]
        text = path.read_text(encoding="utf-8")
        before, after = WORDS if WORDS[1] not in text else WORDS[::-1]
        path.write_text(text.replace(before, after), encoding="utf-8", newline="\n")

    return [
        Program("anliji", "从头生成", folder, [build], site, removing(folder, site, project / ".cache")),
        Program("anliji", "什么也没改", folder, [build], site, nothing),
        Program("anliji", "改了一个案例", folder, [build], site, correct),
    ]


def hugo(folder: Path, count: int) -> list[Program]:
    """Write the same records for Hugo, which builds everything again whatever has changed."""
    peer = _made(folder / "hugo")
    write_hugo_site(peer, count)
    output = peer / "public"
    remove = removing(folder, output, peer / "resources")
    return [Program("Hugo", "从头生成，没有检索", peer, [_hugo_command()], output, remove)]


def hugo_and_pagefind(folder: Path, count: int) -> list[Program]:
    """Write the same records for Hugo, whose pages Pagefind then indexes."""
    peer = _made(folder / "pagefind")
    write_hugo_site(peer, count)
    output = peer / "public"
    index = [str(pagefind_binary()), "--site", str(output)]
    does = f"从头生成，Pagefind {PAGEFIND} 检索"
    remove = removing(folder, output, peer / "resources")
    return [Program("Hugo + Pagefind", does, peer, [_hugo_command(), index], output, remove)]


def mkdocs(folder: Path, count: int) -> list[Program]:
    """Write the same records for MkDocs with Material."""
    if count > FEW:
        return []
    peer = _made(folder / "mkdocs")
    write_mkdocs_site(peer, count)
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    remove = removing(folder, peer / "site")
    return [Program("MkDocs + Material", "从头生成，有检索", peer, [build], peer / "site", remove)]


def zensical(folder: Path, count: int) -> list[Program]:
    """Write the same records for Zensical."""
    if count > FEW:
        return []
    binary, version = zensical_command()
    peer = _made(folder / "zensical")
    write_mkdocs_site(peer, count)
    prepare = removing(folder, peer / "site", peer / ".cache")
    return [Program(f"Zensical {version}", "从头生成，有检索", peer, [[binary, "build"]], peer / "site", prepare)]


def copying(folder: Path, count: int) -> list[Program]:
    """Copy our finished site: nothing that writes these files can be faster."""
    del count
    output = folder / "copy"
    command = ["cp", "-r", str(folder / "anliji" / "site"), str(output)]
    return [Program("cp -r", "复制做好的网站", folder, [command], output, removing(folder, output))]


PEERS: dict[str, Callable[[Path, int], list[Program]]] = {
    "hugo": hugo,
    "pagefind": hugo_and_pagefind,
    "mkdocs": mkdocs,
    "zensical": zensical,
    "cp": copying,
}
"""By the names that the command line takes."""


def _hugo_command() -> list[str]:
    return [str(hugo_binary()), "--quiet"]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
