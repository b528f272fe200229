"""What all commands share: the project's folder, what they say, and how they end."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from generator.making.terminal.console import has_colour

F = TypeVar("F", bound=Callable[..., Any])

PROBLEMS, WRONG_USE = 1, 2
"""Exit codes: something is wrong in the records; wrong use or a missing part."""


def in_folder(command: F) -> F:
    """Give a command the option -C, before or after its name."""
    return click.option(
        "-C",
        "project",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_enter,
        metavar="文件夹",
        help="项目所在的文件夹，默认是当前文件夹。",
    )(command)


def _enter(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


def chosen_folder() -> Path:
    """The folder that -C names, or the current one."""
    return click.get_current_context().find_root().obj or Path()


def project_root() -> Path:
    """The project's folder, put right if a build or an import was cut off; ends the program where it is none."""
    from generator.making.project.recognised import has_project  # noqa: PLC0415 (version and help need no project)

    root = chosen_folder().resolve()
    if not has_project(root):
        stop(
            f"{root} 不是案例集项目：没有 mkdocs.yml，也没有 cases 文件夹。请用 -C 指明文件夹，或用 anliji init 新建。"
        )
    _put_right(root)
    return root


def _put_right(root: Path) -> None:
    """Bring to an end what a build or an import left half done in a project."""
    from generator.making.intake.journal import Journal  # noqa: PLC0415 (as above)
    from generator.making.staging import RESTORED, recover_in  # noqa: PLC0415

    if recover_in(root):
        say(RESTORED)
    if said := Journal(root).recover():
        say(said)


def say(text: str) -> None:
    """Print a line for the person who waits, on stderr: stdout is for results."""
    click.echo(text, err=True)


def say_coloured(plain: str, coloured: str) -> None:
    """Print the one of two forms of a text that the terminal can show; nothing where it is empty."""
    if plain:
        say(coloured if has_colour(sys.stderr) else plain)


def stop(text: str) -> NoReturn:
    """Say why the command line cannot be carried out, and end the program."""
    say(text)
    raise SystemExit(WRONG_USE)


def print_for_machines(text: str) -> None:
    """Print UTF-8, whatever the console's code page: these results go into files."""
    click.echo(text.encode(errors="replace"), nl=False)
