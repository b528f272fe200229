"""Measures our build beside Hugo, our search beside Pagefind, our books beside WeasyPrint: `bench.py 1000 10000`.

All run in turn on the same invented records and the same machine, so the ratios mean more than the seconds. Of several
builds the quickest counts.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.examine import examine_project
from generator.making.terminal.progress import Stages
from tests.bench import book, browse, build, index, search
from tests.bench.corpus import Corpus
from tests.bench.reader import chromium
from tests.bench.table import Table
from tests.browser.browser import missing_part


@dataclass(slots=True)
class Measured:
    """Everything so far, size by size."""

    builds: list[build.Result] = field(default_factory=list)
    indexed: list[index.Indexed] = field(default_factory=list)
    asked: list[search.Searched] = field(default_factory=list)
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


def compare(counts: Sequence[int], rounds: int, *, with_search: bool) -> list[Table]:
    """Compare for each number of records, builds for its half too; gives the tables."""
    asked = set(counts) if with_search else set()
    measured = Measured()
    for size in sorted({size for count in counts for size in (count // 2, count)}):
        say(f"{size} 条记录……")
        measure(size, rounds, measured, with_search=size in asked, with_browsing=size == max(asked, default=0))
    tables = build.tables(measured.builds, list(counts))
    if asked:
        tables += [index.table(measured.indexed), *search.tables(measured.asked)]
        tables += [browse.table(one) for one in measured.browsed]
    return tables


def compare_books(rounds: int) -> list[Table]:
    """Set books of all sizes; gives the tables."""
    results = []
    for size in book.SIZES:
        say(f"{size} 个案例的汇编……")
        with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
            results.append(book.compare(size, rounds, Path(name)))
    return book.tables(results)


def say(text: str) -> None:
    """Tell a person who waits what is going on."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Compare what was asked for, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, metavar="N", help="how many records; books have their own sizes")
    parser.add_argument("--rounds", type=int, default=2, help="runs of all programs but searches; the quickest counts")
    parser.add_argument("--no-search", action="store_true", help="no search; neither Pagefind nor a browser is needed")
    books = parser.add_mutually_exclusive_group()
    books.add_argument("--no-books", action="store_true", help="no books; WeasyPrint is not needed")
    books.add_argument("--books-only", action="store_true", help="only books")
    arguments = parser.parse_args()
    if not (arguments.counts or arguments.books_only):
        parser.error("how many records?")
    missing = "" if arguments.no_search or arguments.books_only else missing_part()
    if missing:
        sys.exit(missing)
    print(f"{os.cpu_count()} 核，Python {platform.python_version()}，{platform.system()} {platform.machine()}")
    tables: list[Table] = []
    if not arguments.books_only:
        tables += compare(arguments.counts, arguments.rounds, with_search=not arguments.no_search)
    if not arguments.no_books:
        tables += compare_books(arguments.rounds)
    for table in tables:
        print(table, end="\n\n")


if __name__ == "__main__":
    main()
