"""The command `anliji`: its commands, and every way to end.

Exit codes: 0 clean, 1 problems in the records, 2 wrong use or a missing part.
"""

import io
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from generator.commands.invocation import WRONG_USE, in_folder, stop
from generator.making.errors import DEBUG, UserError, words_of
from generator.making.terminal.help import ChineseContext, in_chinese
from generator.making.terminal.usage import usage_of

_WORDS = ("init", "new", "check", "fix", "explain", "schema", "kit", "export", "status", "letters")
_MORE = ("build", "book", "serve", "verify", "changes", "upgrade")
COMMANDS = {**{word: word for word in (*_WORDS, *_MORE)}, "import": "import_records"}
"""The commands with their modules, each read when it is called: most of what one needs the others do without."""


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
        command: click.Command = getattr(import_module(f"generator.commands.{module}"), module)
        return command

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


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="anliji", message="案例集 anliji %(version)s", help="显示版本。")
@in_folder
def main() -> None:
    """案例集：把 YAML 案例记录编成可以阅读、按条件查找的典型案例库。"""


if __name__ == "__main__":
    sys.exit(main())
