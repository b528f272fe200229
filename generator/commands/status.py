"""`anliji status`: who owes what, one line a university."""

import sys
from pathlib import Path

import click

from generator import clock, examine, own_lists
from generator.case.problem import ERROR
from generator.commands.invocation import in_folder, print_for_machines, project_root, say, stop
from generator.intake.owed import Chosen, Owed, owed
from generator.making.office.package import UnreadableError
from generator.making.project import folder
from generator.making.project.briefs import known_errors, read_briefs
from generator.making.project.last_check import keep, last_check
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand, ChineseOption
from generator.outputs.report.owed import owed_heads, render_owed, render_owed_json, table_rows
from generator.reading.surroundings import Surroundings

MOST_LOOKED_AT = 100
"""More records than these that changed since the last check would keep an editor waiting."""


@click.command(cls=ChineseCommand)
@click.option("--task", metavar="任务类型", default="", help="只算这种任务类型的案例。")
@click.option("--status", "state", metavar="状态", default="", help="只算这种状态的案例，例如 draft 或 草稿。")
@click.option("--year", cls=ChineseOption, type=click.IntRange(1900, 2100), metavar="年份", help="只算这一年的案例。")
@click.option("--xlsx", "sheet", type=click.Path(path_type=Path), metavar="文件", help="把结果写成 Excel 表格。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="结果的格式，默认 text。")
@click.option("--roster", type=click.Path(path_type=Path), metavar="表格", help="先从一张表格读入报送名单。")
@in_folder
def status(
    task: str, state: str, year: int | None, form: str | None, *, sheet: Path | None, roster: Path | None
) -> None:
    """按学校列出应报、收到、各种状态的案例各有几个，有多少错误，逾期几天。"""
    root = project_root()
    if roster:
        _read_roster(root, roster)
    surroundings, lists = own_lists.read_surroundings(root, clock.today())
    if lists.has_faulty_roster:
        say(f"{folder.ROSTER} 有错误，没有按它计算；运行 anliji check 看是哪里。")
    chosen = _chosen(surroundings, task, state, year)
    table = owed_now(root, surroundings, lists, chosen)
    if sheet:
        _write_sheet(sheet, table, surroundings)
    if form == "json":
        print_for_machines(render_owed_json(table))
    else:
        colour = has_colour(sys.stdout)
        text = render_owed(table, surroundings.programme, has_roster=lists.roster is not None, colour=colour)
        click.echo(text, nl=False)


def owed_now(root: Path, surroundings: Surroundings, lists: own_lists.Lists, chosen: Chosen) -> Owed:
    """Read all records and put them beside the roster; the few that changed since the last check are checked."""
    seen, kept = read_briefs(root, surroundings), last_check(root)

    def look(id: str) -> int:
        found = examine.examine_case(id, root, surroundings).problems
        return sum(problem.severity == ERROR for problem in found)

    errors = known_errors(seen, kept, look, MOST_LOOKED_AT)
    if len(errors) == len(seen) and any(one.brief.id not in kept for one in seen):
        keep(root, {one.brief.id: (one.state, errors[one.brief.id]) for one in seen})
    briefs = [one.brief for one in seen]
    return owed(lists.roster, briefs, errors, surroundings, chosen)


def _chosen(surroundings: Surroundings, task: str, state: str, year: int | None) -> Chosen:
    programme = surroundings.programme
    if task and task not in programme.task_names:
        stop(f"没有“{task}”这种任务类型。可以写：{'、'.join(programme.task_names.names)}。")
    if state and state not in programme.statuses:
        stop(f"没有“{state}”这种状态。可以写：{'、'.join(programme.statuses.names)}。")
    name = programme.task_names[task].name if task else ""
    return Chosen(name, programme.statuses[state].id if state else "", year or 0)


def _write_sheet(path: Path, table: Owed, surroundings: Surroundings) -> None:
    from generator.making.kit.status_sheet import status_sheet  # noqa: PLC0415 (only who wants a table waits for it)

    title = f"报送情况（{surroundings.today.chinese}）"
    data = status_sheet(title, owed_heads(surroundings.programme), table_rows(table))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    say(f"已写入 {path}。")


def _read_roster(root: Path, path: Path) -> None:
    from generator.intake.roster_table import roster_of  # noqa: PLC0415 (only who reads a table waits for it)
    from generator.making.office.tables import read_tables  # noqa: PLC0415

    target = root / folder.ROSTER
    if target.exists():
        stop(f"{folder.ROSTER} 已经有了，没有改动。要换成新的，先把它改名或删去，再运行一次。")
    try:
        book = read_tables(path.name, path.read_bytes())
    except FileNotFoundError:
        stop(f"找不到 {path}。")
    except UnreadableError:
        stop(f"{path.name} 读不出来：不是表格，或者加了密码、已经损坏。用 Excel 或 WPS 打开，另存为 xlsx 再试。")
    read = roster_of(book.sheets, own_lists.read_programme(root))
    for note in read.notes:
        say(f"{path.name}：{note}。")
    if not read.units:
        stop("没有写入名单：表头里要有“学校”，还要有“名额”“截止日期”“联系岗位”或任务类型中的一列。")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(read.text(path.name), encoding="utf-8")
    say(f"已写入 {folder.ROSTER}，{len(read.units)} 个单位。")
