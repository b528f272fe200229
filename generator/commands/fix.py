"""`anliji fix`: what can be mended in one way only, shown first and then written into the records."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator import clock, examine, own_lists
from generator.case.problem import Problem
from generator.commands.changed_records import is_wanted, write_changed
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say, stop
from generator.making.project import folder
from generator.making.store.last_build import find
from generator.making.terminal.console import has_colour
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs import report
from generator.reading.mending import Mended


@click.command(cls=ChineseCommand)
@click.argument("chosen", nargs=-1, metavar="[编号|路径]...")
@click.option("--yes", "-y", is_flag=True, help="看过改动就写入，不再询问。")
@click.option("--dry-run", "--diff", "is_dry", is_flag=True, help="只看改动，不写入。")
@in_folder
def fix(chosen: tuple[str, ...], *, yes: bool, is_dry: bool) -> None:
    """把只有一种改法的地方改好：先列出改动，再问要不要写入。不写编号就看全部记录和案例集。"""
    root, stages = project_root(), Stages()
    paths = _paths(root, chosen) if chosen else None
    examination = examine.examine_project(root, stages, found=find(root))
    problems = [one for one in examination.problems if paths is None or one.path in paths]
    repaired = {one.path for one in examination.repairs if paths is None or one.path in paths}
    found = _mended(root, problems, repaired, stages)
    for one in found:
        click.echo(report.render_mended(one, colour=has_colour(sys.stdout)))
    _say_unread(problems)
    changed = [one for one in found if one.is_changed]
    if not changed:
        say("没有可以自动改的地方。" if not found else "没有可以写入的改动。")
        raise SystemExit(PROBLEMS if found else 0)
    count = f"{len(changed)} 个文件，{sum(len(one.mends) for one in changed)} 处改动"
    if is_dry or not (yes or is_wanted(count)):
        say(f"{count}。没有写入。" + ("要写入，去掉 --dry-run。" if is_dry else ""))
        raise SystemExit(PROBLEMS)
    raise SystemExit(write_changed(root, changed, "还有哪些问题，用 anliji check 查看。"))


def _mended(root: Path, problems: Sequence[Problem], repaired: Iterable[str], stages: Stages) -> list[Mended]:
    """Mend each file that has something certain to be mended, or was read otherwise than it is written."""
    certain: defaultdict[str, list[Problem]] = defaultdict(list)
    for path in repaired:
        certain[path] = []
    for one in problems:
        if one.is_certain and one.edits:
            certain[one.path].append(one)
    with stages.stage("准备改动", total=len(certain)):
        surroundings, _ = own_lists.read_surroundings(root, clock.today())
        found = []
        for path in sorted(certain):
            mended = examine.mend_file(root, path, surroundings, certain[path])
            found += [mended] if mended and (mended.is_changed or mended.refused) else []
            stages.advance(1)
    return found


def _paths(root: Path, chosen: Iterable[str]) -> frozenset[str]:
    """Find the files that somebody names: by a case's or a collection's id, or by a path."""
    return frozenset(_path(root, one) for one in chosen)


def _path(root: Path, named: str) -> str:
    inside = Path(named)
    if inside.is_absolute() or (Path.cwd() / inside).exists():
        full = (Path.cwd() / inside).resolve()
        inside = full.relative_to(root) if full.is_relative_to(root) else inside
    name = inside.as_posix()
    known = (name, f"{name}/{folder.CASE_FILE}", folder.case_file(name), folder.collection_file(root, name))
    path = next((one for one in known if examine.is_record(one) and (root / one).is_file()), None)
    return path or stop(f"没有“{named}”这条记录。写案例或案例集的编号，或它的路径，例如 cases/2025-nau-tea/case.yml。")


def _say_unread(problems: Iterable[Problem]) -> None:
    for one in problems:
        if one.rule == "encoding-wrong":
            say(f"{one.path}：{one.message}，没有改；先另存为 UTF-8，再运行一次。")
