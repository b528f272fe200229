"""Puts the making of our search index beside Pagefind's: time, memory, and what lies on the disk afterwards."""

import json
import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.library.library import Library
from generator.outputs.search.files import FOLDER
from tests.bench import pagefind
from tests.bench.corpus import Corpus
from tests.bench.measure import CommandFailedError, run_measured
from tests.bench.table import Table

MB, MIB = 1_000_000, 1024 * 1024
_INDEX = ("index.js", "characters.js", "letters", "grams")
_CASES = "cases"


@dataclass(frozen=True, slots=True)
class Weight:
    """Some files."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Row:
    """One step of one program; what does not apply, or is not known, is None."""

    program: str
    step: str
    seconds: float | None = None
    all_mib: float | None = None
    growth_mib: float | None = None
    weight: Weight | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """Both programs on so many records."""

    count: int
    text_bytes: int
    """Of all searched text, normalised, in UTF-8."""
    rows: tuple[Row, ...]
    trouble: str
    """Why there is no index of Pagefind's; empty when there is one."""


def index(project: Path, peer: Path | None, library: Library, corpus: Corpus) -> Indexed:
    """Index the records of a built project; Pagefind's pages and index go to the folder `peer`, if there is one."""
    ours = tuple(_our_rows(project))
    if peer is None:
        return Indexed(len(library.cases), corpus.bytes, ours, "没有要它运行")
    pagefind.write_pages(library, peer)
    trouble = ""
    theirs: tuple[Row, ...] = ()
    try:
        theirs = tuple(_their_rows(peer))
    except CommandFailedError as error:
        trouble = _in_short(str(error))
    return Indexed(len(library.cases), corpus.bytes, (*ours, *theirs), trouble)


def _our_rows(project: Path) -> Iterable[Row]:
    run = run_measured([sys.executable, "-m", "tests.bench.our_index", str(project), str(project / "again")], project)
    made = json.loads((project / "bench.log").read_text(encoding="utf-8").splitlines()[-1])
    search = project / "site" / FOLDER
    proper = [path for name in _INDEX for path in _files(search / name)]
    cases = list(_files(search / _CASES))
    others = set(_files(search)) - {*proper, *cases}
    seconds = made["texts_s"] + made["index_s"]
    yield Row("anliji", "整理文字", made["texts_s"])
    yield Row("", "索引", made["index_s"], growth_mib=made["growth_mib"], weight=_weigh(proper))
    yield Row("", "标题、分面、排序", weight=_weigh(others))
    yield Row("", "各案例的卡片和文字", made["cases_s"], weight=_weigh(cases))
    yield Row("", "合计", seconds + made["cases_s"], run.all_mib, weight=_weigh([*proper, *others, *cases]))


def _their_rows(peer: Path) -> Iterable[Row]:
    run = pagefind.index_pages(peer)
    proper, cases = (list(pagefind.data_files(peer, of_cases=of_cases)) for of_cases in (False, True))
    yield Row("pagefind", "索引", weight=_weigh(proper))
    yield Row("", "各案例的文字", weight=_weigh(cases))
    yield Row("", "合计", run.seconds, run.all_mib, run.all_mib, _weigh([*proper, *cases]))


def _in_short(said: str) -> str:
    """Give what a failed command returned and what it said last; what the system kills has mostly run out of memory."""
    first, *log = said.splitlines()
    code = first.rsplit(": ", 1)[-1]
    if code == f"-{signal.SIGKILL:d}":
        mib = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MIB
        return f"被系统终止，多半是内存不足（这台机器共 {mib:,} MiB）"
    return f"退出码 {code}，{log[-1] if log else ''}"


def _files(path: Path) -> Iterable[Path]:
    return [path] if path.is_file() else (one for one in path.rglob("*") if one.is_file())


def _weigh(paths: Iterable[Path]) -> Weight:
    sizes = [path.stat().st_size for path in paths]
    return Weight(len(sizes), sum(sizes))


def table(results: list[Indexed]) -> Table:
    """Show them."""
    names = ("案例", "程序", "做什么", "秒", "内存 MiB", "增长 MiB", "MB", "占文字 %", "文件")
    shown = Table(*names, title="检索索引（不计程序文件；我方“合计”的内存含读取记录，“增长”不含）")
    for result in results:
        shown.add_section()
        for row in result.rows:
            weight = row.weight
            sizes = ("", "", "")
            if weight:
                share = 100 * weight.bytes / result.text_bytes
                sizes = (f"{weight.bytes / MB:.2f}", f"{share:.1f}", f"{weight.files:,}")
            seconds = "" if row.seconds is None else f"{row.seconds:.2f}"
            memory = ("" if mib is None else f"{mib:,.0f}" for mib in (row.all_mib, row.growth_mib))
            shown.add_row(str(result.count), row.program, row.step, seconds, *memory, *sizes)
        if result.trouble:
            shown.add_row(str(result.count), "pagefind", f"没有完成：{result.trouble}")
    return shown
