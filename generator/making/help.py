"""The help of commands, in Chinese: click's own headings are English."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class ChineseHelp(click.HelpFormatter):
    """Writes the headings in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is typed."""
        typed = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, typed, prefix or "用法：")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading and indent what follows."""
        with super().section(_HEADINGS.get(name, name)):
            yield


class ChineseContext(click.Context):
    """A run of a command whose help is Chinese."""

    formatter_class = ChineseHelp


class ChineseCommand(click.Command):
    """A command whose help is Chinese."""

    context_class = ChineseContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Offer the help option with a Chinese explanation."""
        return in_chinese(super().get_help_option(ctx))


def in_chinese(option: click.Option | None) -> click.Option | None:
    """Explain the help option in Chinese."""
    if option:
        option.help = "显示这份说明。"
    return option
