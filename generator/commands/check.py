"""`anliji check`: all problems of all records."""

import sys
from pathlib import Path

import click

from generator import clock, examine
from generator.case.problem import ERROR
from generator.commands.invocation import PROBLEMS, in_folder, print_for_machines, project_root, say, stop
from generator.examine import Examination
from generator.making.project.last_check import keep_check
from generator.making.store.last_build import find
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs import report
from generator.reading.decoding import decode


@click.command(cls=ChineseCommand)
@click.option("--format", "form", type=click.Choice(["text", "github", "json", "html"]), help="结果的格式，默认 text。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="把结果写进文件。")
@click.option("--show-repairs", is_flag=True, help="再列出哪些写法是按本意读的；要写进记录，用 anliji fix。")
@in_folder
def check(form: str | None, output: Path | None, *, strict: bool, show_repairs: bool) -> None:
    """检查全部记录，列出全部问题。不生成网站。"""
    form = form or "text"
    if show_repairs and form not in ("text", "json"):
        stop("--show-repairs 只能和 --format text 或 --format json 一起用。")
    stages = Stages()
    root = project_root()
    found = find(root)
    examination = examine.examine_project(root, stages, found=found)
    keep_check(root, examination.problems, found.sums)
    colour = form == "text" and output is None and has_colour(sys.stdout)
    text = _rendered(examination, form, stages.total_seconds, colour=colour, show_repairs=show_repairs)
    if show_repairs and form == "text":
        text += f"\n{_repairs(examination, root, colour=colour)}"
    if output:
        output.write_text(text, encoding="utf-8", errors="replace")
        say(report.render_summary(examination.problems, checked=examination.checked, seconds=stages.total_seconds))
    else:
        print_for_machines(text) if form != "text" else click.echo(text, nl=False)
    raise SystemExit(PROBLEMS if _fails(examination, strict=strict) else 0)


def _fails(examination: Examination, *, strict: bool) -> bool:
    """Say whether a check finds something to mend; unlike a build it does not let drafts off."""
    return any(strict or problem.severity == ERROR for problem in examination.problems)


def _repairs(examination: Examination, root: Path, *, colour: bool) -> str:
    repairs = examination.read_as_meant
    texts = {path: decode((root / path).read_bytes())[0] for path in {repair.path for repair in repairs}}
    return report.render_repairs(repairs, texts, colour=colour)


def _rendered(examination: Examination, form: str, seconds: float, *, colour: bool, show_repairs: bool) -> str:
    problems, checked = examination.problems, examination.checked
    match form:
        case "github":
            return report.render_github(problems)
        case "json":
            return report.render_json(problems, examination.read_as_meant if show_repairs else ())
        case "html":
            return report.render_html(problems, checked=checked, made_on=clock.today().chinese)
    return report.render_text(problems, checked=checked, seconds=seconds, color=colour)
