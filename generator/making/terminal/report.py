"""Problems as text for people and machines: terminal, GitHub, JSON. Pure: the caller decides where it goes.

The form to send to universities, one HTML page, is report_page's.
"""

import json
from collections.abc import Iterable, Sequence

from generator.case.problem import ERROR, Problem
from generator.making.terminal.excerpt import excerpt_of, visible
from generator.making.terminal.report_page import render_html

__all__ = ["render_github", "render_html", "render_json", "render_problem", "render_summary", "render_text"]

SEVERITY_NAMES = {"error": "错误", "warning": "警告"}
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_PLAIN = "\x1b[0m"


def render_problem(problem: Problem, *, color: bool = False) -> str:
    """Write one problem as an editor sees it, several lines without a final line break."""
    place = problem.place
    severity = SEVERITY_NAMES[problem.severity]
    if color:
        severity = f"{_COLOURS[problem.severity]}{severity}{_PLAIN}"
    where = f"{problem.path}:{place.line}:{place.column}"
    lines = [f"{where}: {severity}：{visible(problem.message)} [{problem.rule}]"]
    if place.excerpt:
        excerpt = excerpt_of(place)
        lines.append(f"{place.line:>5} │ {excerpt.line}".rstrip())
        lines.append(f"      │ {excerpt.underline}")
    lines.append(f"  原因：{visible(problem.reason)}")
    lines.append(f"  建议：{visible(problem.hint)}")
    return "\n".join(lines)


def render_summary(problems: Sequence[Problem], *, checked: int, seconds: float | None) -> str:
    """Write the last line: `3 个错误，1 个警告。共检查 128 个案例，用时 0.4 秒。`."""
    errors = sum(problem.severity == ERROR for problem in problems)
    counts = ((errors, "错误"), (len(problems) - errors, "警告"))
    told = "，".join(f"{count} 个{name}" for count, name in counts if count) or "没有发现问题"
    took = "" if seconds is None else f"，用时 {seconds:.1f} 秒"
    return f"{told}。共检查 {checked} 个案例{took}。"


def render_text(problems: Sequence[Problem], *, checked: int, seconds: float | None, color: bool = False) -> str:
    """Write all problems, in the order given, and the summary."""
    parts = [render_problem(problem, color=color) for problem in problems]
    parts.append(render_summary(problems, checked=checked, seconds=seconds))
    return "\n\n".join(parts) + "\n"


def render_github(problems: Iterable[Problem]) -> str:
    """Write workflow commands, one a line, which GitHub shows beside the lines of a pull request.

    See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
    """
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.place
    title = _property(f"{problem.message} [{problem.rule}]")
    told = _data(f"原因：{problem.reason}\n建议：{problem.hint}")
    where = f"file={_property(problem.path)},line={place.line},col={place.column}"
    return f"::{problem.severity} {where},title={title}::{told}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_json(problems: Iterable[Problem]) -> str:
    """Write a list of `{path, line, column, severity, rule, message, reason, hint}`, columns from 1."""
    rows = [
        {
            "path": problem.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "rule": problem.rule,
            "message": problem.message,
            "reason": problem.reason,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
