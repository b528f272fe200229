"""`anliji import`: records from what universities sent, every value with its place, nothing guessed silently."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import get_args

import click

from generator import clock, own_lists
from generator.case.problem import ERROR, Problem
from generator.commands.import_history import list_imports, undo_last
from generator.commands.invocation import PROBLEMS, chosen_folder, in_folder, project_root, say, stop
from generator.intake.heading_map import parse_map, render_map
from generator.intake.incoming import Incoming
from generator.intake.joining import join
from generator.intake.known import Known
from generator.intake.merge import Mode
from generator.intake.outcome import Outcome
from generator.intake.table_cases import repeated
from generator.making.intake.case_photos import add_photos
from generator.making.intake.import_plan import plan_import
from generator.making.intake.journal import Journal
from generator.making.intake.readers import READERS, read_sources
from generator.making.intake.sources import opened_sources
from generator.making.intake.word_reader import convert_documents
from generator.making.project import folder
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs import report
from generator.outputs.report.again import render_changes, render_conflicts, render_deeds, render_unclear
from generator.outputs.report.intake import render_cases, render_count, render_marks

_MAP = "map.yml"
_FILE = click.Path(path_type=Path)


@click.command("import", cls=ChineseCommand)
@click.argument("files", nargs=-1, metavar="文件...", type=_FILE)
@click.option("--docs", type=click.Path(exists=True, path_type=Path), metavar="文件夹", help="和表格配套的文件。")
@click.option("--into", default=folder.CASES, metavar="文件夹", help="记录放在哪里，默认 cases。")
@click.option(
    "--map", "mapping", type=click.Path(path_type=Path), metavar="文件", help="列标题对照表；没有这个文件时写一份。"
)
@click.option(
    "--mode",
    type=click.Choice(get_args(Mode)),
    default="add",
    help="已有的案例怎么办：add 不动（默认），update 更新而手改过的不动，replace 以文件为准。",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会导入什么，什么也不写。")
@click.option("--list", "is_list", is_flag=True, help="列出每一次导入。")
@click.option("--undo", "is_undo", is_flag=True, help="把最近一次导入整个撤回。")
@click.option("--force", is_flag=True, help="和 --undo 一起用：导入之后改过的文件也恢复，改过的另存一份。")
@in_folder
def import_records(
    files: tuple[Path, ...],
    docs: Path | None,
    into: str,
    mapping: Path | None,
    mode: Mode,
    *,
    is_dry: bool,
    is_list: bool,
    is_undo: bool,
    force: bool,
) -> None:
    """把收上来的文件变成记录草稿：每个值注明出处，拿不准的标“待核”。文件夹和 zip 里的也读。"""
    root = project_root()
    if is_list or is_undo:
        if files or docs or is_list == is_undo:
            stop("--list 和 --undo 要单独用，不和文件一起写。")
        raise SystemExit(undo_last(root, force=force) if is_undo else list_imports(root))
    if not (files or docs):
        stop("没有写要导入哪些文件。例如：anliji import 汇总表.xlsx；看导入过什么，用 anliji import --list。")
    if (chosen_folder() / into).resolve() != root / folder.CASES and (root / into).resolve() != root / folder.CASES:
        stop(f"记录只能放在项目的 {folder.CASES} 文件夹里。去掉 --into，或写 --into {folder.CASES}。")
    raise SystemExit(_import(root, (*files, *([docs] if docs else [])), mapping, mode, is_dry=is_dry))


def _import(root: Path, paths: Sequence[Path], mapping: Path | None, mode: Mode, *, is_dry: bool) -> int:
    """Import files; gives the exit code."""
    stages = Stages()
    surroundings, _ = own_lists.read_surroundings(root, clock.today())
    given, problems = _read_map(mapping)
    known = Known(surroundings.programme, surroundings.names, given)
    is_dry = is_dry or bool(problems)
    with opened_sources(paths, frozenset(READERS)) as sources:
        convert_documents(sources)
        incoming = Incoming(problems=[*problems, *sources.problems])
        with stages.stage("读取", total=len(sources.files)):
            for one in read_sources(sources.files, known):
                incoming.add(one)
                stages.advance(1)
        add_photos(incoming, sources.files, sources.pictures)
        joined = join(incoming.cases, known.names)
        incoming.cases, incoming.notes = joined.cases, [*incoming.notes, *joined.notes]
        incoming.problems += repeated(incoming.cases)
        with stages.stage("对照已有的记录"):
            plan = plan_import(root, incoming.cases, mode, surroundings)
        _show(plan.outcomes, incoming)
        if plan.files and not is_dry:
            with stages.stage("写入"):
                names = [PurePosixPath(one.name).name for one in sources.files]
                Journal(root).write(plan.files, names, mode)
    if not is_dry:
        _propose_map(mapping, incoming.unknown)
    say(_last_line(plan.outcomes, incoming, is_dry=is_dry, is_held=bool(problems)))
    is_open = any(one.conflicts or one.deed == "unclear" for one in plan.outcomes)
    return PROBLEMS if is_open or any(one.severity == ERROR for one in incoming.problems) else 0


def _read_map(mapping: Path | None) -> tuple[dict[str, str], list[Problem]]:
    if mapping is None or not mapping.exists():
        return {}, []
    return parse_map(mapping.read_bytes(), mapping.as_posix())


def _show(outcomes: Sequence[Outcome], incoming: Incoming) -> None:
    colour = has_colour(sys.stderr)
    for one in sorted(incoming.problems):
        say(f"{report.render_problem(one, color=colour)}\n")
    for note in dict.fromkeys(incoming.notes):
        say(f"{note}。")
    new = [(one.id, one.case) for one in outcomes if one.deed == "new"]
    # Doubts about values that come again are told with the changes.
    again = [(one.id, replace(one.case, values=())) for one in outcomes if one.deed in ("changed", "same")]
    tables = (
        render_cases(new) if new else "",
        render_marks([*new, *again]),
        *(render(outcomes) for render in (render_changes, render_conflicts, render_unclear)),
    )
    if shown := [table for table in tables if table]:
        click.echo("\n\n".join(shown))


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
    say(f"建议：在里面填好是哪个字段，用 anliji import --undo 撤回这一次，再用 --map {path} 导入。")


def _last_line(outcomes: Sequence[Outcome], incoming: Incoming, *, is_dry: bool, is_held: bool) -> str:
    new = [(one.id, one.case) for one in outcomes if one.deed == "new"]
    count = render_count(new, len(incoming.problems))
    if len(new) < len(outcomes):
        count = f"{render_deeds(outcomes)}。新建的：{count}" if new else render_deeds(outcomes)
    if is_held:
        return f"{count}。对照表有问题，没有写入。"
    if is_dry:
        return f"{count}。没有写入；要写入，去掉 --dry-run。"
    if not any(one.deed in ("new", "changed") for one in outcomes):
        return f"{count}。记录没有改动。"
    done = "已写成草稿" if len(new) == len(outcomes) else "已经写入"
    return f"{count}。{done}；还缺什么，用 anliji check 查看；要撤回，用 anliji import --undo。"
