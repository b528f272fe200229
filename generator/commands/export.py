"""`anliji export`: records as a table, for work in a program for tables and back."""

from pathlib import Path

import click

from generator import clock, own_lists
from generator.case.model import Case
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say, stop
from generator.making.terminal.help import ChineseCommand, ChineseOption
from generator.making.terminal.progress import Stages
from generator.reading.labels import Labels

_SUFFIXES = {"xlsx": ".xlsx", "csv": ".csv"}


@click.command(cls=ChineseCommand)
@click.argument("kind", type=click.Choice(tuple(_SUFFIXES)), metavar="xlsx|csv")
@click.argument("ids", nargs=-1, metavar="[编号]…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件", help="表格写到哪里。")
@click.option("--task", default="", metavar="任务类型", help="只取这个任务类型的案例。")
@click.option("--province", default="", metavar="省份", help="只取学校在这个省份的案例。")
@click.option("--year", cls=ChineseOption, type=click.IntRange(1900, 2100), metavar="年份", help="只取这一年的案例。")
@click.option("--status", default="", metavar="状态", help="只取这个状态的案例。")
@click.option("--force", is_flag=True, help="文件已经有了也写，代替原来的。")
@in_folder
def export(
    *,
    kind: str,
    ids: tuple[str, ...],
    output: Path,
    task: str,
    province: str,
    year: int | None,
    status: str,
    force: bool,
) -> None:
    """把记录写成表格，可以在表格软件里统计、修改，再用 anliji import 收回来。"""
    from generator.making.kit import record_tables, selected  # noqa: PLC0415 (loaded only when used)

    root, stages = project_root(), Stages()
    target = _with_suffix(output, _SUFFIXES[kind])
    if target.exists() and not force:
        stop(f"{target} 已经有了，没有改动。请换一个文件名，或者加上 --force 代替它。")
    conditions = selected.Conditions(ids, task, province, year or 0, status)
    surroundings, _ = own_lists.read_surroundings(root, clock.today())
    found = selected.select_records(root, surroundings, conditions, stages)
    if not found.records:
        stop("没有符合条件的案例，没有写文件。")
    write = record_tables.write_xlsx if kind == "xlsx" else record_tables.write_csv
    with stages.stage("写表格"):
        written = write(found.records, found.programme)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written.data)
    say(f"已写 {target}：{len(found.records)} 个案例。")
    labels = Labels.of(Case, found.programme.labels)
    for id, path in written.left:
        say(f"没有写进去：cases/{id}/case.yml 的“{labels.describe(path)}”，它的写法不合规矩。")
    for file in found.unread:
        say(f"没有写进去：{file}，它读不出来。")
    if written.left or found.unread:
        say("请运行 anliji check，按提示改好，再导出一次。")
        raise SystemExit(PROBLEMS)


def _with_suffix(output: Path, suffix: str) -> Path:
    if output.name in ("", ".."):
        stop(f"-o 后面要写文件名，例如 -o 案例{suffix}。")
    written = output.suffix.lower()
    if written in (".xlsx", ".csv", ".xls", ".ods") and written != suffix:
        stop(f"{output.name} 的结尾与 {suffix.removeprefix('.')} 不一致。请写成 {output.with_suffix(suffix).name}。")
    return output if written == suffix else output.with_name(f"{output.name}{suffix}")
