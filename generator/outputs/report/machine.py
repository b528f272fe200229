"""Problems for programs: as GitHub's workflow commands and as JSON."""

import json
import re
from collections.abc import Iterable

from generator.case.problem import Problem
from generator.case.repair import Repair

_OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls of terminals, of the direction of writing, and other characters that nobody sees."""


def render_github(problems: Iterable[Problem]) -> str:
    """Write workflow commands, one a line, which GitHub shows beside the lines of a pull request.

    See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
    """
    return "".join(f"{_spelled(_command(problem))}\n" for problem in problems)


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


def render_json(problems: Iterable[Problem], repairs: Iterable[Repair] = ()) -> str:
    """Write a list of `{path, line, column, severity, rule, message, reason, hint}`, columns from 1.

    What was read as meant has the severity `repair`, and no rule, reason or hint.
    """
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
    rows += [
        {
            "path": repair.path,
            "line": repair.place.line,
            "column": repair.place.column,
            "severity": "repair",
            "rule": "",
            "message": repair.message,
            "reason": "",
            "hint": "",
        }
        for repair in repairs
    ]
    return _spelled(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"


def _spelled(text: str) -> str:
    r"""Write as `\u202e` what a terminal or a web page obeys instead of showing it; in JSON that is the same text."""
    return _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], text)
