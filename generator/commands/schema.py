"""`anliji schema`: the JSON Schema of a record or of a collection's file."""

from pathlib import Path

import click

from generator import own_lists
from generator.case.model import Case, Collection
from generator.commands.invocation import chosen_folder, in_folder, print_for_machines
from generator.making.project import starter
from generator.making.terminal.help import ChineseCommand


@click.command(cls=ChineseCommand)
@click.option("--collection", is_flag=True, help="输出案例集文件的，而不是案例记录的。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="把结果写进文件。")
@in_folder
def schema(output: Path | None, *, collection: bool) -> None:
    """输出记录的 JSON Schema，供编辑器提示和补全。"""
    text = starter.schema_text(Collection if collection else Case, own_lists.sound_programme(chosen_folder()))
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        print_for_machines(text)
