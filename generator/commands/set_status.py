"""`anliji set-status`: another status for many records at once, without opening one of them."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator import clock, own_lists
from generator.case.words import Word, WordList
from generator.commands.changed_records import is_wanted, write_changed
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say, stop
from generator.intake.proposal import DOUBTFUL
from generator.making.project import folder
from generator.making.terminal.help import ChineseCommand, ChineseOption
from generator.making.terminal.progress import Stages
from generator.reading.new_status import NewStatus, with_status
from generator.reading.surroundings import Surroundings

_NAMED = 5
"""The most records that are named one by one."""
_WITHDRAWN = "withdrawn"


@click.command("set-status", cls=ChineseCommand)
@click.argument("status", metavar="状态")
@click.argument("ids", nargs=-1, metavar="[编号]…")
@click.option("--from", "before", default="", metavar="状态", help="只改现在是这个状态的案例。")
@click.option("--task", default="", metavar="任务类型", help="只改这个任务类型的案例。")
@click.option("--province", default="", metavar="省份", help="只改学校在这个省份的案例。")
@click.option("--year", cls=ChineseOption, type=click.IntRange(1900, 2100), metavar="年份", help="只改这一年的案例。")
@click.option("--yes", "-y", is_flag=True, help="不再询问就写入。")
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会改哪些，不写入。")
@in_folder
def set_status(
    *,
    status: str,
    ids: tuple[str, ...],
    before: str,
    task: str,
    province: str,
    year: int | None,
    yes: bool,
    is_dry: bool,
) -> None:
    """成批修改案例的状态。改了以后会有错误的案例不改，列出来。"""
    from generator.making.kit.selected import Conditions, select_records  # noqa: PLC0415 (loaded only when used)

    root, stages = project_root(), Stages()
    surroundings, _ = own_lists.read_surroundings(root, clock.today())
    word = _wanted_status(status, surroundings.programme.statuses)
    conditions = Conditions(ids, task, province, year or 0, before)
    chosen = [id for id, _ in select_records(root, surroundings, conditions, stages).records]
    found = [_changed(root, id, word, surroundings) for id in chosen]
    unclear = [id for id, one in zip(chosen, found, strict=True) if one is None]
    known = [one for one in found if one and (one.before != _WITHDRAWN or one.id in ids)]
    changed = [one for one in known if one.mended.is_changed and not one.errors]
    _say_refused((one for one in known if one.mended.is_changed and one.errors), unclear, word)
    refused = PROBLEMS if unclear or any(one.mended.is_changed and one.errors for one in known) else 0
    if not changed:
        say(f"没有可以改为“{word.name}”的案例。")
        raise SystemExit(refused)
    count = f"{len(changed)} 个案例的状态改为“{word.name}”：{_listed(one.id for one in changed)}"
    marks = sum(one.mended.before.decode(errors="replace").count(DOUBTFUL) for one in changed)
    if marks:
        say(f"这些案例里还有 {marks} 处“待核”，请先核对。")
    if is_dry or not (yes or is_wanted(count)):
        say(f"{count}。没有写入。")
        raise SystemExit(PROBLEMS)
    written = write_changed(root, [one.mended for one in changed], f"状态改为“{word.name}”。")
    raise SystemExit(written or refused)


def _wanted_status(written: str, statuses: WordList) -> Word:
    if written not in statuses:
        stop(f"没有“{written}”这个状态。可用：{'、'.join(statuses.names)}。")
    word = statuses[written]
    if word.id == _WITHDRAWN:
        stop(f"“{word.name}”要逐个写明原因：在记录里把 status 改成 {_WITHDRAWN}，再写一行 withdrawn_reason: 原因。")
    return word


def _changed(root: Path, id: str, word: Word, surroundings: Surroundings) -> NewStatus | None:
    return with_status(folder.read_case(root, id), word, surroundings)


def _say_refused(refused: Iterable[NewStatus], unclear: Iterable[str], word: Word) -> None:
    for one in refused:
        first = min(one.errors)
        more = f"等 {len(one.errors)} 处" if len(one.errors) > 1 else ""
        say(f"{one.mended.path} 没有改：改为“{word.name}”以后有错误，{first.message} [{first.rule}]{more}。")
    for id in unclear:
        say(f"{folder.case_file(id)} 没有改：读不出它现在的状态。先运行 anliji check，按提示改好。")


def _listed(ids: Iterable[str]) -> str:
    listed = list(ids)
    more = f" 等 {len(listed)} 个" if len(listed) > _NAMED else ""
    return "、".join(listed[:_NAMED]) + more
