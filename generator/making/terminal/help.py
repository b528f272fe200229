"""The help of commands, in Chinese: click's own headings are English."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from click.types import OptionHelpExtra

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class ChineseHelp(click.HelpFormatter):
    """Writes the headings in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is typed."""
        typed = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, typed, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write a heading with a Chinese colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

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


class ChineseOption(click.Option):
    """An option whose help says in Chinese what click would add in its own language: default and range."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:  # noqa: ARG002 (click's signature)
        """Add nothing."""
        return {}


def in_chinese(option: click.Option | None) -> click.Option | None:
    """Explain the help option in Chinese."""
    if option:
        option.help = "显示这份说明。"
    return option
