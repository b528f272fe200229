"""Sets books of the same invented records: ours in three sizes, the smallest with WeasyPrint too, in turn."""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

from tests.bench.measure import CommandFailedError, Run, run_measured
from tests.bench.our_book import choose
from tests.bench.records import write_project
from tests.bench.table import Table
from tests.bench.weasyprint_book import missing_part, write_document

SIZES = (60, 300, 1000)
"""Cases in a book."""
COMPARED, LARGEST = min(SIZES), max(SIZES)
"""The books that the targets are about."""
LEAST_PAGES_S, LEAST_RATIO, MOST_GB = 200, 5, 1.2
"""The targets: pages a second, times WeasyPrint's, and memory of all processes."""
GB, MIB = 1_000_000_000, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Printed:
    """A book that a program set."""

    pages: int
    """Of all volumes, blank ones counted in."""
    run: Run
    """The whole command."""
    setting_s: float
    """The setting alone, without the start of the program and what it reads: as its process timed it itself."""

    @property
    def speeds(self) -> tuple[float, float]:
        """Pages a second, of the whole command and of the setting alone."""
        return self.pages / self.run.seconds, self.pages / self.setting_s


@dataclass(frozen=True, slots=True)
class Result:
    """A book of so many cases."""

    count: int
    ours: Printed
    peer: Printed | None = None
    trouble: str = ""
    """Why WeasyPrint did not set it too."""

    @property
    def ratios(self) -> tuple[float, float] | None:
        """How many times WeasyPrint's pages a second ours are, command by command and setting by setting."""
        if self.peer is None:
            return None
        (command, setting), (its_command, its_setting) = self.ours.speeds, self.peer.speeds
        return command / its_command, setting / its_setting


def compare(count: int, rounds: int, folder: Path) -> Result:
    """Set a book of so many cases some rounds, with both programs in turn where they are compared."""
    project, peer = folder / "anliji", folder / "weasyprint"
    project.mkdir()
    write_project(project, count)
    trouble = ""
    if count == COMPARED:
        peer.mkdir()
        write_document(choose(project), peer / "book.html")
        trouble = missing_part()
    ours: list[Printed] = []
    theirs: list[Printed] = []
    for _ in range(rounds):
        ours.append(_ours(project))
        if count == COMPARED and not trouble:
            try:
                theirs.append(_theirs(peer))
            except CommandFailedError as error:
                trouble = str(error).splitlines()[-1]
    return Result(count, _quickest(ours), _quickest(theirs) if theirs else None, trouble)


def _ours(project: Path) -> Printed:
    books = project / "books"
    shutil.rmtree(books, ignore_errors=True)
    command = ["generator.cli", "-C", str(project), "book", "-o", str(books / "book.pdf")]
    run = run_measured([sys.executable, "-m", *command], project)
    alone = ["tests.bench.our_book", str(project), str(project / "again" / "book.pdf")]
    run_measured([sys.executable, "-m", *alone], project)
    return Printed(_pages(books), run, _told_seconds(project))


def _theirs(peer: Path) -> Printed:
    command = ["tests.bench.weasyprint_run", str(peer / "book.html"), str(peer / "book.pdf")]
    run = run_measured([sys.executable, "-m", *command], peer)
    return Printed(_pages(peer), run, _told_seconds(peer))


def _pages(folder: Path) -> int:
    return sum(len(PdfReader(path).pages) for path in folder.glob("*.pdf"))


def _told_seconds(folder: Path) -> float:
    """Read what the last process in a folder said of its own time."""
    told = json.loads((folder / "bench.log").read_text(encoding="utf-8").splitlines()[-1])
    return float(told["seconds"])


def _quickest(rounds: Sequence[Printed]) -> Printed:
    """Take the quickest command, with its memory, and the quickest setting, which ran apart from it."""
    best = min(rounds, key=lambda one: one.run.seconds)
    return Printed(best.pages, best.run, min(one.setting_s for one in rounds))


def tables(results: Sequence[Result]) -> list[Table]:
    """Put the books side by side, and what was aimed at beside them."""
    names = ("案例", "程序", "做什么", "页", "秒", "页/秒", "倍 (WeasyPrint=1)", "CPU 秒", "内存 MiB", "最大进程 MiB")
    shown = Table(*names, title="排版汇编（16开双面印刷；WeasyPrint 从写好的 HTML 排起，不读也不检查记录）")
    for result in results:
        shown.add_section()
        ratios = [f"{ratio:.1f}" for ratio in result.ratios or ()] or ["", ""]
        for row in _rows("anliji", result.ours, ratios):
            shown.add_row(str(result.count), *row)
        if result.peer:
            for row in _rows("weasyprint", result.peer, ["1", "1"]):
                shown.add_row(str(result.count), *row)
        if result.trouble:
            shown.add_row(str(result.count), "weasyprint", f"没有排版：{result.trouble}")
    aims = Table("目标", "至少", "至多", "量得", "达到", title="汇编的目标")
    for result in results:
        for row in _aims(result):
            aims.add_row(*row)
    return [shown, aims]


def _rows(program: str, printed: Printed, ratios: Sequence[str]) -> Iterator[tuple[str, ...]]:
    run, (command, setting) = printed.run, printed.speeds
    used = (f"{run.cpu_seconds:.2f}", f"{run.all_mib:,.0f}", f"{run.largest_mib:,.0f}")
    yield program, "整条命令", f"{printed.pages:,}", f"{run.seconds:.2f}", f"{command:.0f}", ratios[0], *used
    yield "", "其中排版", "", f"{printed.setting_s:.2f}", f"{setting:.0f}", ratios[1]


def _aims(result: Result) -> Iterator[tuple[str, ...]]:
    """Hold a book against the targets that are about it."""
    if result.ratios:
        for name, ratio in zip(("整条命令", "排版"), result.ratios, strict=True):
            met = _met(holds=ratio >= LEAST_RATIO)
            yield f"{result.count} 个案例，{name}，页/秒是 WeasyPrint 的几倍", f"{LEAST_RATIO}", "", f"{ratio:.2f}", met
    if result.count == LARGEST:
        for name, speed in zip(("整条命令", "排版"), result.ours.speeds, strict=True):
            met = _met(holds=speed >= LEAST_PAGES_S)
            yield f"{result.count} 个案例，{name}，页/秒", f"{LEAST_PAGES_S}", "", f"{speed:.0f}", met
        used = result.ours.run.all_mib * MIB / GB
        yield f"{result.count} 个案例，全部进程的内存，GB", "", f"{MOST_GB}", f"{used:.3f}", _met(holds=used <= MOST_GB)


def _met(*, holds: bool) -> str:
    return "是" if holds else "否"
