"""Measures our build beside its peers: `bench.py 1000 10000`; with `--part` our search or our books beside theirs.

All run in turn on the same invented records and the same machine, so the ratios mean more than the seconds. What each
peer does and does not do, and how to read the tables, is in README.md beside this file.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import build, build_tables
from tests.bench.build import say
from tests.bench.programs import PEERS
from tests.bench.published import publish
from tests.bench.table import Table

PARTS = ("build", "search", "books")


def compare_builds(counts: Sequence[int], rounds: int, peers: Sequence[str], *, only_cold: bool) -> list[Table]:
    """Build each number of records with all programs; gives the tables."""
    results = []
    for count in sorted(counts):
        say(f"{count} 个案例……")
        with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
            results.append(build.compare(count, rounds, Path(name), peers, only_cold=only_cold))
    return build_tables.tables(results)


def compare_searches(counts: Sequence[int], *, with_peer: bool) -> list[Table]:
    """Search in so many records, with Pagefind too if it is asked for; gives the tables."""
    # Imported here, as builds are compared without a browser and without WeasyPrint.
    from tests.bench import browse, index, search  # noqa: PLC0415
    from tests.bench.searching import measure  # noqa: PLC0415
    from tests.browser.browser import missing_part  # noqa: PLC0415

    if missing := missing_part():
        sys.exit(missing)
    measured = []
    for count in counts:
        say(f"{count} 个案例的检索……")
        measured.append(measure(count, with_peer=with_peer))
    return [
        index.table([one.indexed for one in measured]),
        *search.tables([each for one in measured for each in one.asked]),
        *(browse.table(one.browsed) for one in measured),
    ]


def compare_books(rounds: int) -> list[Table]:
    """Set books of all sizes; gives the tables."""
    from tests.bench import book  # noqa: PLC0415

    results = []
    for size in book.SIZES:
        say(f"{size} 个案例的汇编……")
        with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
            results.append(book.compare(size, rounds, Path(name)))
    return book.tables(results)


def machine() -> str:
    """Say on what was measured, and when."""
    on = datetime.now(UTC).date().isoformat()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    system = f"{platform.system()} {platform.machine()}，Python {platform.python_version()}"
    return f"{on}，{os.cpu_count()} 核，{memory:.0f} GiB 内存，{system}"


def main() -> None:
    """Compare what was asked for, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, metavar="N", help="how many records; books have their own sizes")
    parser.add_argument("--part", choices=PARTS, action="append", help="what is compared; builds, if not said")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program but searches; the medians count")
    parser.add_argument("--peers", default=",".join(PEERS), help=f"of {','.join(PEERS)}; may be empty")
    parser.add_argument("--cold", action="store_true", help="of our own builds only the one from nothing")
    parser.add_argument("--readme", action="store_true", help="put the first table of the builds into README.md")
    arguments = parser.parse_args()
    peers = [name for name in arguments.peers.split(",") if name]
    parts = arguments.part or ["build"]
    if not arguments.counts and parts != ["books"]:
        parser.error("how many records?")
    if unknown := set(peers) - set(PEERS):
        parser.error(f"no such peers: {', '.join(sorted(unknown))}")
    print(machine())
    tables: list[Table] = []
    if "build" in parts:
        tables += compare_builds(arguments.counts, arguments.rounds, peers, only_cold=arguments.cold)
        if arguments.readme:
            publish(tables[0], f"{machine()}；{arguments.rounds} 轮的中位数")
    if "search" in parts:
        tables += compare_searches(arguments.counts, with_peer="pagefind" in peers)
    if "books" in parts:
        tables += compare_books(arguments.rounds)
    for table in tables:
        print(table, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
