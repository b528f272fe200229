"""The command `anliji`: its commands, and every way to end.

Exit codes: 0 clean, 1 problems in the records, 2 wrong use or a missing part.
"""

import ast
import io
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pkgutil import get_data
from typing import Any

import click

from generator.commands.invocation import WRONG_USE, in_folder, stop
from generator.making.errors import DEBUG, UserError, words_of
from generator.making.still_memory import lasting_memory
from generator.making.terminal.help import ChineseContext, in_chinese
from generator.making.terminal.usage import usage_of

_WORDS = ("init", "new", "check", "fix", "explain", "schema", "kit", "export", "status", "letters")
_MORE = ("build", "book", "serve", "verify", "changes", "upgrade")
COMMANDS = {**{word: word for word in (*_WORDS, *_MORE)}, "import": "import_records", "set-status": "set_status"}
"""The commands with their modules, each read when it is called: most of what one needs the others do without."""

_FOLDER = "generator.commands"
_AROUND = 6
"""Characters before, between and behind the columns of click's list."""


class Program(click.Group):
    """The commands, with every way to stop put into words: wrong use, what the system refused, our own faults."""

    context_class = ChineseContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Name the commands, for the help."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        """Give a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name]
        with lasting_memory():
            command: click.Command = getattr(import_module(f"{_FOLDER}.{module}"), module)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with what each is for, which is read in its module: to import all takes a second."""
        width = formatter.width - max(map(len, COMMANDS)) - _AROUND
        said = ((name, click.Command(name, help=_docstring(COMMANDS[name]))) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(width)) for name, command in said])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Offer the help option with a Chinese explanation."""
        return in_chinese(super().get_help_option(ctx))

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run a command line; ends the program with one of the three exit codes."""
        if threading.current_thread() is threading.main_thread():
            # Being ended from outside is an interruption too: what is half done is put away.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        # pydantic would look through the descriptions of all that is installed for plugins, of which none is ours.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        # An old terminal's encoding may lack a character; a question mark in its place is better than no message.
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            result = super().main(args, standalone_mode=False, **more)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            raise SystemExit(WRONG_USE) from error
        except click.UsageError as error:
            stop(usage_of(error))
        except click.Abort:
            stop("已中断；原来的文件没有改动。")
        except Exception as error:
            if os.environ.get(DEBUG) and not isinstance(error, UserError):
                raise
            stop(words_of(error))
        if standalone_mode:
            raise SystemExit(result or 0)
        return result


def _docstring(module: str) -> str:
    """Give the docstring of a command's function without importing its module."""
    source = get_data(_FOLDER, f"{module}.py") or b""
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return next((ast.get_docstring(node) or "" for node in functions if node.name == module), "")


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="anliji", message="案例集 anliji %(version)s", help="显示版本。")
@in_folder
def main() -> None:
    """案例集：把 YAML 案例记录编成可以阅读、按条件查找的典型案例库。"""


if __name__ == "__main__":
    sys.exit(main())
