"""Measures our build beside Hugo and our search beside Pagefind: `python tests/bench/bench.py 1000 10000`.

All run in turn on the same invented records and the same machine, so the ratios mean more than the seconds. Of several
builds the quickest counts.
"""

import argparse
import os
import platform
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from generator.build import examine_project
from generator.making.progress import Stages
from tests.bench import browse, build, index, search
from tests.bench.corpus import Corpus
from tests.bench.reader import chromium
from tests.browser.browser import missing_part


@dataclass(slots=True)
class Measured:
    """Everything so far, size by size."""

    builds: list[build.Result] = field(default_factory=list)
    indexed: list[index.Indexed] = field(default_factory=list)
    asked: list[search.Asked] = field(default_factory=list)
    browsed: list[browse.Browsing] = field(default_factory=list)


def measure(count: int, rounds: int, into: Measured, *, with_search: bool, with_browsing: bool) -> None:
    """Build so many records, and search in what was built."""
    with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
        folder = Path(name)
        into.builds.append(build.compare(count, rounds, folder))
        project, peer = folder / "anliji", folder / "pagefind"
        if with_search:
            library = examine_project(project, Stages()).library()
            corpus = Corpus(library)
            indexed = index.index(project, peer, library, corpus)
            into.indexed.append(indexed)
            with chromium() as browser:
                into.asked += search.search(browser, project / "site", None if indexed.trouble else peer, corpus)
        if with_browsing:
            with chromium() as browser:
                into.browsed.append(browse.browse(browser, project / "site", count))


def main() -> None:
    """Compare for each number, builds for its half too, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="+", type=int, metavar="N", help="how many records")
    parser.add_argument("--rounds", type=int, default=2, help="builds with both programs; the quickest counts")
    parser.add_argument(
        "--no-search", action="store_true", help="only builds; neither Pagefind nor a browser is needed"
    )
    arguments = parser.parse_args()
    missing = "" if arguments.no_search else missing_part()
    if missing:
        sys.exit(missing)
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(f"{os.cpu_count()} 核，Python {platform.python_version()}，{platform.system()} {platform.machine()}")
    asked = set() if arguments.no_search else set(arguments.counts)
    measured = Measured()
    for size in sorted({size for count in arguments.counts for size in (count // 2, count)}):
        Console(stderr=True).print(f"{size} 条记录……")
        measure(
            size, arguments.rounds, measured, with_search=size in asked, with_browsing=size == max(asked, default=0)
        )
    tables = build.tables(measured.builds, arguments.counts)
    if asked:
        tables += [index.table(measured.indexed), *search.tables(measured.asked)]
        tables += [browse.table(one) for one in measured.browsed]
    for table in tables:
        console.print(table)


if __name__ == "__main__":
    main()
