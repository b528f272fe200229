"""`anliji explain`: one rule in full."""

import click

from generator import examine
from generator.case.text import nearest
from generator.commands.invocation import chosen_folder, in_folder, stop
from generator.making.terminal.help import ChineseCommand
from generator.reading import manual
from generator.reading.checks import CHECKS


@click.command(cls=ChineseCommand)
@click.argument("rule", required=False, metavar="[规则]")
@in_folder
def explain(rule: str | None) -> None:
    """详细说明一条规则；不写规则时列出全部规则。"""
    if rule is None:
        programme = examine.read_programme(chosen_folder())
        titles = {name: programme.explain((module.__doc__ or "").splitlines()[0]) for name, module in CHECKS.items()}
        click.echo("\n".join(f"{name}  {title}" for name, title in titles.items()))
        return
    text = manual.explain(rule, examine.read_programme(chosen_folder()))
    if text is None:
        close = nearest(rule, CHECKS)
        guess = f"是不是 {close}？" if close else ""
        stop(f"没有“{rule}”这条规则。{guess}不带参数运行 anliji explain 可以看到全部规则。")
    click.echo(text)
