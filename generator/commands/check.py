"""`anliji check`: all problems of all records."""

import sys
from pathlib import Path

import click

from generator import examine
from generator.case.problem import ERROR
from generator.commands.invocation import PROBLEMS, in_folder, print_for_machines, project_root, say
from generator.examine import Examination
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs import report


@click.command(cls=ChineseCommand)
@click.option("--format", "form", type=click.Choice(["text", "github", "json", "html"]), help="结果的格式，默认 text。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="把结果写进文件。")
@in_folder
def check(form: str | None, output: Path | None, *, strict: bool) -> None:
    """检查全部记录，列出全部问题。不生成网站。"""
    stages = Stages()
    examination = examine.examine_project(project_root(), stages)
    form = form or "text"
    colour = form == "text" and output is None and has_colour(sys.stdout)
    text = _rendered(examination, form, stages.total_seconds, colour=colour)
    if output:
        output.write_text(text, encoding="utf-8", errors="replace")
        say(report.render_summary(examination.problems, checked=examination.checked, seconds=stages.total_seconds))
    else:
        print_for_machines(text) if form != "text" else click.echo(text, nl=False)
    raise SystemExit(PROBLEMS if _fails(examination, strict=strict) else 0)


def _fails(examination: Examination, *, strict: bool) -> bool:
    """Say whether a check finds something to mend; unlike a build it does not let drafts off."""
    return any(strict or problem.severity == ERROR for problem in examination.problems)


def _rendered(examination: Examination, form: str, seconds: float, *, colour: bool) -> str:
    problems, checked = examination.problems, examination.checked
    match form:
        case "github":
            return report.render_github(problems)
        case "json":
            return report.render_json(problems)
        case "html":
            return report.render_html(problems, checked=checked, made_on=examine.today().chinese)
    return report.render_text(problems, checked=checked, seconds=seconds, color=colour)
