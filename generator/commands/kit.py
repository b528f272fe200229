"""`anliji kit`: the files that are sent out with a call for cases."""

from pathlib import Path

import click

from generator import own_lists
from generator.case.date import PartialDate
from generator.case.text import listing
from generator.commands.invocation import in_folder, project_root, say, stop
from generator.making.terminal.help import ChineseCommand, ChineseOption

MOST_CASES = 500
"""As many as one unit may be asked for."""


@click.command(cls=ChineseCommand)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="写到哪个文件夹。"
)
@click.option("--title", default="", metavar="名称", help="征集的是什么；不写用行动的名称加“典型案例”。")
@click.option("--deadline", default="", metavar="日期", help="报送截止的日期，写到日，例如 2027-03-31。")
@click.option(
    "--quota", cls=ChineseOption, type=click.IntRange(1, MOST_CASES), metavar="个数", help="每个单位至多报送几个案例。"
)
@click.option("--force", is_flag=True, help="文件夹里已经有的，用新的代替。")
@in_folder
def kit(*, output: Path, title: str, deadline: str, quota: int | None, force: bool) -> None:
    """做一套征集材料：汇总表、各任务类型的申报表和填报说明，发给各单位填写。"""
    from generator.making.kit import call, files  # noqa: PLC0415 (loaded only when used)

    programme = own_lists.sound_programme(project_root())
    wanted = call.Call(title.strip() or call.usual_title(programme), _day(deadline), quota or 0)
    there = [] if force else files.occupied(output, files.kit_names(programme))
    if there:
        stop(f"{output} 里已经有 {listing(there)}，没有改动。请换一个文件夹，或者加上 --force 代替它们。")
    made = files.kit_files(programme, wanted)
    files.write_files(output, made)
    say(f"已在 {output} 里做好：{listing(made)}。")
    if not wanted.deadline:
        say("没有写截止日期；要写进材料的，加上 --deadline，例如 --deadline 2027-03-31。")


def _day(text: str) -> PartialDate | None:
    """Read the day until which is to be sent; ends the program where it is none."""
    if not text:
        return None
    try:
        day = PartialDate.parse(text)
    except ValueError:
        day = None
    if day is None or not day.day:
        stop(f"“{text}”不是到日的日期。请写成年-月-日，例如 --deadline 2027-03-31。")
    return day
