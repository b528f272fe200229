"""Records that a command has changed: asked about, and written."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.commands.invocation import PROBLEMS, say
from generator.making.project.record_files import write_mended
from generator.making.terminal.console import is_terminal
from generator.reading.mending import Mended

_YES = ("y", "yes", "是", "写入", "好")


def is_wanted(count: str) -> bool:
    """Ask whether so much is to be written."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        say("不在终端里，没有询问。要写入，加上 --yes；只看改动，用 --dry-run。")
        return False
    answer: str = click.prompt(f"{count}。写入？输入 y 写入，直接回车不写", default="", show_default=False, err=True)
    return answer.strip().lower() in _YES


def write_changed(root: Path, changed: Iterable[Mended], next_step: str) -> int:
    """Write what may be written, and say what to do next where all was; gives the exit code."""
    written = kept = 0
    for one in changed:
        if reason := write_mended(root, one):
            kept += 1
            say(f"{one.path}：{reason}，没有写入。")
        else:
            written += 1
    rest = f"{kept} 个没有写入。" if kept else next_step
    say(f"已写入 {written} 个文件。{rest}")
    return PROBLEMS if kept else 0
