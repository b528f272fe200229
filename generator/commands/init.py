"""`anliji init`: a new project."""

from pathlib import Path

import click

from generator.case.programme import packaged_programme
from generator.commands.invocation import chosen_folder, in_folder, stop
from generator.making.project import starter
from generator.making.terminal.help import ChineseCommand


@click.command(cls=ChineseCommand)
@click.argument("directory", type=click.Path(path_type=Path), metavar="文件夹")
@in_folder
def init(directory: Path) -> None:
    """在一个新文件夹里建立项目，附一条编造的示例记录（草稿，不会发布）。"""
    target = chosen_folder() / directory
    try:
        starter.start_project(target, packaged_programme())
    except starter.OccupiedError:
        stop(f"{target} 里已经有东西了，没有改动。请换一个空文件夹。")
    typed = f'"{target}"' if " " in str(target) else target
    click.echo(f"已建立项目：{target}\n下一步：anliji -C {typed} serve 看一看示例，再照 {target / 'README.md'} 做。")
