"""`anliji build`: check, then the whole site with its books; nothing at all where nothing has changed."""

import json
import time
from contextlib import nullcontext
from pathlib import Path

import click

from generator.commands.invocation import in_folder, project_root, say, say_coloured
from generator.making.still_memory import lasting_memory, still_memory
from generator.making.store.last_build import Outcome, asked_today, changed, find, last_outcome
from generator.making.terminal.help import ChineseCommand


@click.command(cls=ChineseCommand)
@click.option("--strict", is_flag=True, help="有警告也不生成。")
@click.option("--keep-going", is_flag=True, help="略过有错误的案例和案例集，生成其余的。")
@click.option("--no-books", is_flag=True, help="不排版汇编，快一些。")
@click.option("--paranoid", is_flag=True, help="不凭大小和时间认定哪些文件没有改动，全部重新读。")
@click.option(
    "--timings", type=click.Path(path_type=Path), metavar="文件", help="把各阶段用时、写的文件和字节写成 JSON。"
)
@click.option(
    "--cluster", default="", metavar="地址", help="几台机器一起生成：Dask 调度程序的地址，例如 tcp://10.0.0.5:8786。"
)
@in_folder
def build(
    timings: Path | None, *, strict: bool, keep_going: bool, no_books: bool, paranoid: bool, cluster: str
) -> None:
    """检查全部记录，生成完整的网站 site/，连同各案例集的汇编；没有改动的不重新生成。"""
    begun = time.perf_counter()
    asked = asked_today(strict=strict, keep_going=keep_going, with_books=not no_books)
    # What is read and imported here stays; to look for garbage among it takes a third of the time.
    with still_memory():
        found = find(project_root(), trusting=not paranoid)
        names = changed(found, asked)
        outcome = last_outcome(found) if names is not None and not names else None
        if outcome:
            _say_again(outcome, time.perf_counter() - begun, timings)
            raise SystemExit(outcome.code)
        if names and not cluster:
            from generator.commands import changed_build  # noqa: PLC0415 (all else takes a second to import)

            code = changed_build.build(found, asked, names, timings)
            if code is not None:
                raise SystemExit(code)
    with lasting_memory():
        from generator.commands import whole_build  # noqa: PLC0415 (as above)
        from generator.making.cluster import connected  # noqa: PLC0415

    with connected(cluster, found.root) if cluster else nullcontext():
        raise SystemExit(whole_build.build(found, asked, timings))


def _say_again(outcome: Outcome, seconds: float, timings: Path | None) -> None:
    """Say what the last build said, which is as true now."""
    say_coloured(*outcome.report)
    for notice in outcome.notices:
        say(f"注意：{notice}")
    say(f"没有改动，网站仍是上次生成的：共 {outcome.published} 个案例，用时 {seconds:.1f} 秒：{outcome.index}")
    say_coloured(*outcome.left_out)
    if timings:
        _write_timings(timings, seconds)


def _write_timings(timings: Path, seconds: float) -> None:
    from generator.making.terminal.progress import Measured, Stages  # noqa: PLC0415 (as above)

    stages = Stages()
    stages.measured.append(Measured("比较改动", seconds, time.process_time(), 0, 0, 0))
    timings.write_text(json.dumps(stages.report(), ensure_ascii=False, indent=1), encoding="utf-8")
