"""Measures the making of our search files in a process of its own: `python -m tests.bench.our_index PROJECT INTO`.

Reading the records comes first and is not timed; what follows is done as in a build, on the same functions. What was
measured is printed as JSON.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.examine import examine_project
from generator.library.library import Library
from generator.making import workers
from generator.making.still_memory import still_memory
from generator.making.terminal.progress import Stages
from generator.making.writer import Writer
from generator.outputs.search.files import bundle_artifact, draw_index
from generator.outputs.search.texts import searched
from generator.outputs.site.artifact import Made
from generator.outputs.site.bundles import bundles_of
from generator.outputs.site.settings import Settings
from generator.shares import SHARES

KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Making:
    """What the steps took."""

    texts_s: float
    """Text out of the cases, normalised, by the process that makes the index."""
    index_s: float
    """The index with titles, facets and order, drawn and written by one process."""
    cases_s: float
    """Each case's own file, shared among processes."""
    growth_mib: float
    """Most memory that this process had from the texts to the written index, beyond what it had before; 0 where /proc
    does not tell."""


def make_files(library: Library, into: Path) -> Making:
    """Write all files of search below a folder."""
    processes = workers.process_count(len(library.cases))
    # A build has them before search begins.
    _ = library.facets
    with still_memory():
        before_kib = _start_watermark()
        begun = time.perf_counter()
        texts = [searched(case, library.names) for case in library.cases]
        read = time.perf_counter()
        writer = Writer(into)
        for uri, data in draw_index(library, texts)[0].items():
            writer.write(Made({uri: data}))
        indexed = time.perf_counter()
        growth_kib = _memory_kib("VmHWM") - before_kib
        shares = workers.shares(tuple(bundles_of(library)), processes * SHARES)
        for _ in workers.work(write_cases, shares, library, into, processes=processes):
            pass
        written = time.perf_counter()
    return Making(read - begun, indexed - read, written - indexed, growth_kib / KIB_PER_MIB)


def write_cases(uris: Sequence[str], library: Library, into: Path) -> None:
    """Write some of the files that cases share."""
    writer = Writer(into)
    bundles = bundles_of(library)
    for uri in uris:
        writer.write(bundle_artifact(uri, bundles[uri], library, Settings("")).make())


def _start_watermark() -> int:
    """Forget the most memory so far; gives what there is now, in KiB."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return 0
    return _memory_kib("VmRSS")


def _memory_kib(key: str) -> int:
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{key}:")), 0)


if __name__ == "__main__":
    library = examine_project(Path(sys.argv[1]), Stages()).library()
    print(json.dumps(asdict(make_files(library, Path(sys.argv[2])))))
