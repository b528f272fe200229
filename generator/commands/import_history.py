"""What `anliji import --list` and `--undo` do: all imports of a project, and the last one taken back."""

from pathlib import Path

import click

from generator.commands.invocation import PROBLEMS, say
from generator.making.intake.journal import ChangedSinceError, Journal
from generator.making.intake.kept_import import KeptImport

_MODES = {"add": "只加新的", "update": "更新", "replace": "替换"}
_STATES = {"doing": "没有写完", "done": "", "undoing": "没有撤完", "undone": "已撤回"}
_MOST_NAMES = 3


def list_imports(root: Path) -> int:
    """Print a line for each import, the last one first; gives the exit code."""
    entries = Journal(root).entries()
    for one in reversed(entries):
        click.echo(_line(one))
    if not entries:
        say("还没有导入过。")
    return 0


def undo_last(root: Path, *, force: bool) -> int:
    """Take the last import back; gives the exit code."""
    try:
        entry, kept = Journal(root).undo(force=force)
    except ChangedSinceError as error:
        say(str(error))
        return PROBLEMS
    say(f"已撤回第 {entry.number} 次导入（{_names(entry)}）：{len(entry.case_ids)} 个案例恢复成导入之前的样子。")
    if kept:
        say(f"导入之后改过的文件另存在 {kept.relative_to(root).as_posix()}。")
    return 0


def _line(entry: KeptImport) -> str:
    state = _STATES[entry.state]
    when = entry.at.replace("T", " ")[: len("2026-11-28 13:05")]
    cases = f"{len(entry.case_ids)} 个案例"
    return "  ".join(filter(None, (str(entry.number), when, _MODES.get(entry.mode, ""), cases, _names(entry), state)))


def _names(entry: KeptImport) -> str:
    names = "、".join(entry.sources[:_MOST_NAMES])
    return names + (f" 等 {len(entry.sources)} 个文件" if len(entry.sources) > _MOST_NAMES else "")
