"""`anliji import`: new records from what universities sent, every value with its place, nothing guessed silently."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator import examine
from generator.case.problem import ERROR, Problem
from generator.commands.invocation import PROBLEMS, chosen_folder, in_folder, project_root, say, stop
from generator.intake.heading_map import parse_map, render_map
from generator.intake.ids import new_ids
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.intake.proposal import ProposedCase
from generator.intake.table_cases import repeated
from generator.making.intake.journal import Journal
from generator.making.intake.new_records import files_of
from generator.making.intake.readers import READERS, read_sources
from generator.making.intake.sources import opened_sources
from generator.making.project import folder
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs import report
from generator.outputs.report.intake import render_cases, render_count, render_marks

_MAP = "map.yml"
_FILE = click.Path(path_type=Path)


@click.command("import", cls=ChineseCommand)
@click.argument("files", nargs=-1, required=True, metavar="文件...", type=_FILE)
@click.option("--docs", type=click.Path(exists=True, path_type=Path), metavar="文件夹", help="和表格配套的文件。")
@click.option("--into", default=folder.CASES, metavar="文件夹", help="记录放在哪里，默认 cases。")
@click.option(
    "--map", "mapping", type=click.Path(path_type=Path), metavar="文件", help="列标题对照表；没有这个文件时写一份。"
)
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会导入什么，什么也不写。")
@in_folder
def import_records(
    files: tuple[Path, ...], docs: Path | None, into: str, mapping: Path | None, *, is_dry: bool
) -> None:
    """把收上来的文件变成记录草稿：每个值注明出处，拿不准的标“待核”。文件夹和 zip 里的也读。"""
    root, stages = project_root(), Stages()
    if (chosen_folder() / into).resolve() != root / folder.CASES and (root / into).resolve() != root / folder.CASES:
        stop(f"记录只能放在项目的 {folder.CASES} 文件夹里。去掉 --into，或写 --into {folder.CASES}。")
    surroundings, _ = examine.read_surroundings(root, examine.today())
    given, problems = _read_map(mapping)
    known = Known(surroundings.programme, surroundings.names, given)
    with opened_sources((*files, *([docs] if docs else [])), frozenset(READERS)) as sources:
        incoming = Incoming(problems=[*problems, *sources.problems])
        with stages.stage("读取", total=len(sources.files)):
            for one in read_sources(sources.files, known):
                incoming.add(one)
                stages.advance(1)
        incoming.problems += repeated(incoming.cases)
        cases = list(zip(new_ids(incoming.cases, folder.case_ids(root)), incoming.cases, strict=True))
        _show(cases, incoming)
        if cases and not is_dry and not problems:
            with stages.stage("写入"):
                Journal(root).write(files_of(cases), [one.name for one in sources.files], "add")
    if not is_dry and not problems:
        _propose_map(mapping, incoming.unknown)
    say(_last_line(cases, incoming, is_dry=is_dry, is_held=bool(problems)))
    raise SystemExit(PROBLEMS if any(one.severity == ERROR for one in incoming.problems) else 0)


def _read_map(mapping: Path | None) -> tuple[dict[str, str], list[Problem]]:
    if mapping is None or not mapping.exists():
        return {}, []
    return parse_map(mapping.read_bytes(), mapping.as_posix())


def _show(cases: Sequence[tuple[str, ProposedCase]], incoming: Incoming) -> None:
    colour = has_colour(sys.stderr)
    for one in sorted(incoming.problems):
        say(f"{report.render_problem(one, color=colour)}\n")
    for note in dict.fromkeys(incoming.notes):
        say(f"{note}。")
    if cases:
        click.echo(render_cases(cases))
        if marks := render_marks(cases):
            click.echo(f"\n{marks}")


def _propose_map(mapping: Path | None, unknown: dict[str, str]) -> None:
    """Write what unknown headings may mean where no file is yet."""
    if not unknown:
        return
    names = (Path(_MAP), *(Path(f"map-{number}.yml") for number in range(2, 100)))
    path = next((one for one in ([mapping] if mapping else names) if not one.exists()), None)
    if path is None:
        return
    path.write_text(render_map(unknown, path.as_posix()), encoding="utf-8")
    say(f"有 {len(unknown)} 个列标题不认得，列在 {path} 里。")
    say(f"建议：在里面填好是哪个字段，删去这次新建的记录，用 --map {path} 再导入一次。")


def _last_line(cases: Sequence[tuple[str, ProposedCase]], incoming: Incoming, *, is_dry: bool, is_held: bool) -> str:
    count = render_count(cases, len(incoming.problems))
    if is_held:
        return f"{count}。对照表有问题，没有写入。"
    if is_dry:
        return f"{count}。没有写入；要写入，去掉 --dry-run。"
    if not cases:
        return f"{count}。没有写入。"
    return f"{count}。已写成草稿；还缺什么，用 anliji check 查看。"
