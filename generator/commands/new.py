"""`anliji new`: a new record with comments."""

import click

from generator import own_lists
from generator.case.kinds import is_id
from generator.case.text import listing
from generator.commands.invocation import in_folder, project_root, stop
from generator.making.project import starter
from generator.making.terminal.help import ChineseCommand


@click.command(cls=ChineseCommand)
@click.argument("task", metavar="任务类型")
@click.argument("case_id", metavar="编号")
@in_folder
def new(task: str, case_id: str) -> None:
    """新建一条带说明的空白记录。任务类型写中文名，编号用小写字母、数字和连字符。"""
    programme = own_lists.sound_programme(project_root())
    known = programme.task_names
    if task not in known:
        close = known.nearest(task)
        guess = f"是不是“{close}”？" if close else ""
        stop(f"没有“{task}”这个任务类型。{guess}可用：{listing(known.names)}。")
    if not is_id(case_id):
        stop(f"“{case_id}”不能作编号。编号用小写字母、数字和连字符，例如 2025-nau-tea。")
    try:
        path = starter.start_case(project_root(), programme.task(known[task].name), programme, case_id)
    except starter.OccupiedError:
        stop(f"编号“{case_id}”已经有了，请换一个。")
    click.echo(f"已新建：{path}")
