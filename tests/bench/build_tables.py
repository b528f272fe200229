"""The tables of `make bench` about builds: all programs, growth, our stages, and what was aimed at."""

from collections.abc import Iterator, Sequence

from tests.bench.build import CHANGED, COLD, WARM, Result, Row
from tests.bench.table import Table

KB, MB, GB, MIB = 1_000, 1_000_000, 1_000_000_000, 1024 * 1024
OURS = "anliji"
PEER, SEARCHING_PEER, COPY = "Hugo", "Hugo + Pagefind", "cp -r"
AIMED_AT = 10_000
"""The size that most aims are about."""
MOST_GB = {10_000: 0.8, 17_832: 1.3}
"""Memory of all processes by the number of cases."""


def tables(results: Sequence[Result]) -> list[Table]:
    """Put the results side by side."""
    return [programs(results), growth(results), stages(results), aims(results)]


def programs(results: Sequence[Result]) -> Table:
    """Show every program at every size."""
    names = ("案例", "程序", "做什么", "秒", "倍", "CPU 秒", "倍", "内存 MiB", "文件", "MB")
    shown = Table(*names, title="生成网站（倍：Hugo 是 1；内存：全部进程加起来，同一时刻最多）")
    for result in results:
        shown.add_section()
        peer = result.row(PEER)
        for row in result.rows:
            ratios = ("", "")
            if peer and row.name != COPY:
                ratios = (
                    f"{row.run.seconds / peer.run.seconds:.2f}",
                    f"{row.run.cpu_seconds / peer.run.cpu_seconds:.2f}",
                )
            took = (f"{row.run.seconds:.2f}", ratios[0], f"{row.run.cpu_seconds:.2f}", ratios[1])
            wrote = (f"{row.run.all_mib:,.0f}", f"{row.output.files:,}", f"{row.output.bytes / MB:,.0f}")
            shown.add_row(f"{result.count:,}", row.name, row.does, *took, *wrote)
        for name, why in result.troubles.items():
            shown.add_row(f"{result.count:,}", name, f"没有完成：{why}")
    return shown


def growth(results: Sequence[Result]) -> Table:
    """Show what each case costs at each size."""
    shown = Table("案例", "程序", "毫秒", "CPU 毫秒", "内存 KiB", "KB", "文件数", title="每个案例（从头生成）")
    for result in results:
        shown.add_section()
        for row in map(result.row, (OURS, PEER, SEARCHING_PEER)):
            if row:
                shown.add_row(f"{result.count:,}", row.name, *_each(row, result.count))
    return shown


def _each(row: Row, count: int) -> Iterator[str]:
    yield f"{1000 * row.run.seconds / count:.2f}"
    yield f"{1000 * row.run.cpu_seconds / count:.2f}"
    yield f"{1024 * row.run.all_mib / count:.0f}"
    yield f"{row.output.bytes / KB / count:.1f}"
    yield f"{row.output.files / count:.2f}"


def stages(results: Sequence[Result]) -> Table:
    """Show where our time goes."""
    names = ("案例", "阶段", "秒", "CPU 秒", "CPU 毫秒/案例", "文件", "MB")
    shown = Table(*names, title="anliji 从头生成的各阶段")
    for result in results:
        shown.add_section()
        for stage in result.stages:
            cpu = stage["cpu_seconds"] + stage["children_cpu_seconds"]
            took = (f"{stage['seconds']:.2f}", f"{cpu:.2f}", f"{1000 * cpu / result.count:.2f}")
            shown.add_row(
                f"{result.count:,}", stage["name"], *took, f"{stage['files']:,.0f}", f"{stage['bytes'] / MB:,.0f}"
            )
    return shown


def aims(results: Sequence[Result]) -> Table:
    """Hold the results against what was aimed at, as far as the sizes and peers were run."""
    shown = Table("目标", "至多", "量得", "达到", title="目标")
    for name, most, found in (*_aims(results), *_growth_aims(results)):
        shown.add_row(name, f"{most}", f"{found:.2f}", "是" if found <= most else "否")
    return shown


def _aims(results: Sequence[Result]) -> Iterator[tuple[str, float, float]]:
    for result in results:
        cold, warm, changed = (result.row(OURS, place) for place in (COLD, WARM, CHANGED))
        size = f"{result.count:,} 个案例"
        if cold is None:
            continue
        if result.count == AIMED_AT:
            if peer := result.row(PEER):
                yield f"{size}，从头生成，CPU 秒是 Hugo 的几倍", 2.0, cold.run.cpu_seconds / peer.run.cpu_seconds
                yield f"{size}，从头生成，秒数是 Hugo 的几倍", 2.0, cold.run.seconds / peer.run.seconds
            if peer := result.row(SEARCHING_PEER):
                yield f"{size}，从头生成，秒数是 Hugo + Pagefind 的几倍", 0.25, cold.run.seconds / peer.run.seconds
            if warm and changed:
                yield f"{size}，什么也没改，秒", 0.8, warm.run.seconds
                yield f"{size}，改了一个案例，秒", 2.0, changed.run.seconds
        if most := MOST_GB.get(result.count):
            yield f"{size}，内存，GB", most, cold.run.all_mib * MIB / GB
        yield f"{size}，每个案例 KB", 55, cold.output.bytes / KB / result.count
        yield f"{size}，每个案例文件数", 2.8, cold.output.files / result.count


def _growth_aims(results: Sequence[Result]) -> Iterator[tuple[str, float, float]]:
    first, last = (results[at].row(OURS) for at in (0, -1))
    if first and last and len(results) > 1:
        each = [row.run.seconds / result.count for row, result in ((first, results[0]), (last, results[-1]))]
        names = f"{results[0].count:,} → {results[-1].count:,} 个案例"
        yield f"{names}，每个案例的秒数是几倍", 1.15, each[1] / each[0]
