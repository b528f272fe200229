"""Builds the same invented records with our program and with Hugo, in turn, and puts the results side by side."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.hugo import hugo_binary, write_hugo_site
from tests.bench.measure import Run, run_measured
from tests.bench.records import write_project
from tests.bench.table import Table

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Output:
    """What a program wrote."""

    pages: int
    mib: float


@dataclass(frozen=True, slots=True)
class Result:
    """Both programs on so many records."""

    count: int
    ours: Run
    hugo: Run
    our_output: Output
    hugo_output: Output
    stages: dict[str, float]
    """Our stages with their seconds, of the quickest round."""

    @property
    def time_ratio(self) -> float:
        """Our seconds for each of Hugo's."""
        return self.ours.seconds / self.hugo.seconds


def compare(count: int, rounds: int, folder: Path) -> Result:
    """Build so many records with both programs, in turn, some rounds; our project stays in `folder/anliji`."""
    project, peer = folder / "anliji", folder / "hugo"
    project.mkdir()
    peer.mkdir()
    write_project(project, count)
    write_hugo_site(peer, count)
    ours: list[tuple[Run, dict[str, float]]] = []
    hugo: list[Run] = []
    build = [sys.executable, "-m", "generator.cli", "-C", str(project), "build", "--timings"]
    for number in range(rounds):
        timings = project / f"timings-{number}.json"
        # Cold: no program may gain from, or pay for, what it wrote before.
        shutil.rmtree(project / "site", ignore_errors=True)
        shutil.rmtree(peer / "public", ignore_errors=True)
        run = run_measured([*build, str(timings)], project)
        ours.append((run, dict(json.loads(timings.read_text(encoding="utf-8"))["stages"])))
        hugo.append(run_measured([str(hugo_binary()), "--quiet"], peer))
    best, stages = min(ours, key=lambda one: one[0].seconds)
    quickest = min(hugo, key=lambda run: run.seconds)
    return Result(count, best, quickest, weigh(project / "site"), weigh(peer / "public"), stages)


def weigh(folder: Path) -> Output:
    """Count the pages and bytes below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Output(sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files) / MIB)


def tables(results: list[Result], asked: list[int]) -> list[Table]:
    """Put the results side by side: totals, stages, and what twice the records cost."""
    totals = Table(
        "案例", "程序", "秒", "倍 (Hugo=1)", "CPU 秒", "内存 MiB", "最大进程 MiB", "页面", "文件 MiB", title="生成网站"
    )
    for result in results:
        for program, run, output, ratio in (
            ("anliji", result.ours, result.our_output, f"{result.time_ratio:.2f}"),
            ("hugo", result.hugo, result.hugo_output, "1"),
        ):
            took = (f"{run.seconds:.2f}", ratio, f"{run.cpu_seconds:.2f}")
            memory = (f"{run.all_mib:.0f}", f"{run.largest_mib:.0f}")
            totals.add_row(str(result.count), program, *took, *memory, str(output.pages), f"{output.mib:.0f}")
    names = list(dict.fromkeys(name for result in results for name in result.stages))
    stages = Table("阶段", *(str(result.count) for result in results), title="anliji 各阶段（秒）")
    for name in names:
        stages.add_row(name, *(f"{result.stages.get(name, 0):.2f}" for result in results))
    by_count = {result.count: result for result in results}
    doubled = Table("案例", "程序", "秒", "CPU 秒", title="案例加倍，用时是几倍")
    for count in asked:
        half, whole = by_count[count // 2], by_count[count]
        for program, before, after in (("anliji", half.ours, whole.ours), ("hugo", half.hugo, whole.hugo)):
            ratios = (after.seconds / before.seconds, after.cpu_seconds / before.cpu_seconds)
            doubled.add_row(f"{half.count} → {count}", program, *(f"{ratio:.2f}" for ratio in ratios))
    return [totals, stages, doubled]
