"""What was wrong with a command line, in Chinese."""

import click

from generator.case.text import listing, nearest


def usage_of(error: click.UsageError) -> str:
    """Say what a command line lacks or has too much, and where its help is."""
    path = error.ctx.command_path if error.ctx else "anliji"
    return f"{_fault(error)}\n用法见 {path} --help。"


def _fault(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            meant = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{meant}"
        case click.exceptions.NoSuchCommand():
            group = error.ctx.command if error.ctx else None
            names = group.list_commands(error.ctx) if error.ctx and isinstance(group, click.Group) else []
            close = nearest(error.command_name, names)
            meant = f"是不是 {close}？" if close else f"可用：{listing(names)}。"
            return f"没有 {error.command_name} 这个命令。{meant}"
        case click.MissingParameter():
            return f"缺少{_name(error)}。"
        case click.BadParameter():
            return f"{_name(error)}的值不对。{_allowed(error)}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面要有一个值。"
    return "命令行多写了东西，或者次序不对。"


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return f"选项 {error.param.opts[0]} "
    return f"“{error.param.human_readable_name}”" if error.param else "参数"


def _allowed(error: click.BadParameter) -> str:
    type_ = error.param.type if error.param else None
    if isinstance(type_, click.Choice):
        return f"可用：{listing([str(choice) for choice in type_.choices])}。"
    if isinstance(type_, click.IntRange):
        return f"写 {type_.min} 到 {type_.max} 之间的整数。"
    return ""
