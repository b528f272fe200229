"""Builds so many records, and measures how they are searched and browsed, beside Pagefind."""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.examine import examine_project
from generator.making.terminal.progress import Stages
from tests.bench import browse, index, search
from tests.bench.corpus import Corpus
from tests.bench.measure import run_measured
from tests.bench.reader import chromium
from tests.bench.records import write_project


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything about one size."""

    indexed: index.Indexed
    asked: tuple[search.Searched, ...]
    browsed: browse.Browsing


def measure(count: int, *, with_peer: bool) -> Measured:
    """Build so many records, and search in what was built, with Pagefind too if it is asked for."""
    with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
        project, peer = Path(name, "anliji"), Path(name, "pagefind") if with_peer else None
        project.mkdir()
        write_project(project, count)
        run_measured([sys.executable, "-m", "generator.cli", "-C", str(project), "build", "--no-books"], project)
        library = examine_project(project, Stages()).library()
        corpus = Corpus(library)
        indexed = index.index(project, peer, library, corpus)
        with chromium() as browser:
            asked = tuple(search.search(browser, project / "site", None if indexed.trouble else peer, corpus))
            browsed = browse.browse(browser, project / "site", count)
    return Measured(indexed, asked, browsed)
