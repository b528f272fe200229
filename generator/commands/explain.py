"""`anliji explain`: one rule in full."""

import click

from generator import own_lists
from generator.case.text import nearest
from generator.commands.invocation import chosen_folder, in_folder, stop
from generator.intake.rules import RULES
from generator.making.terminal.help import ChineseCommand
from generator.reading.checks import CHECKS
from generator.reading.manual import Manual, manual, manual_of, render_manual


@click.command(cls=ChineseCommand)
@click.argument("rule", required=False, metavar="[规则]")
@in_folder
def explain(rule: str | None) -> None:
    """详细说明一条规则；不写规则时列出全部规则。"""
    pages = _pages()
    if rule is None:
        click.echo("\n".join(f"{name}  {page.title}" for name, page in pages.items()))
        return
    if rule not in pages:
        close = nearest(rule, pages)
        guess = f"是不是 {close}？" if close else ""
        stop(f"没有“{rule}”这条规则。{guess}不带参数运行 anliji explain 可以看到全部规则。")
    click.echo(render_manual(pages[rule]))


def _pages() -> dict[str, Manual]:
    """Give the manual pages of the checks' rules, then of what an import finds."""
    programme = own_lists.read_programme(chosen_folder())
    checked = {name: page for name in CHECKS if (page := manual(name, programme))}
    return checked | {name: manual_of(name, rule.text, rule.severity) for name, rule in RULES.items()}
