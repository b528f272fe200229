"""Problems for programs: as GitHub's workflow commands and as JSON."""

import json
from collections.abc import Iterable

from generator.case.problem import Problem


def render_github(problems: Iterable[Problem]) -> str:
    """Write workflow commands, one a line, which GitHub shows beside the lines of a pull request.

    See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
    """
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.place
    title = _property(f"{problem.message} [{problem.rule}]")
    explained = _data(f"原因：{problem.reason}\n建议：{problem.hint}")
    where = f"file={_property(problem.path)},line={place.line},col={place.column}"
    return f"::{problem.severity} {where},title={title}::{explained}"


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
