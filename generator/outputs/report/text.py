"""Problems as text for a terminal."""

from collections.abc import Sequence

from generator.case.problem import ERROR, Problem
from generator.outputs.report.excerpt import excerpt_of, visible
from generator.reading.checked import Checked

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


def render_summary(problems: Sequence[Problem], *, checked: Checked, seconds: float | None) -> str:
    """Write the last line: `3 个错误，1 个警告。2 个草稿还有 5 处要改。共检查 47 个案例、1 个案例集。`."""
    found = "。".join(filter(None, (_counts(problems), count_unfinished(problems)))) or "没有发现问题"
    took = "" if seconds is None else f"，用时 {seconds:.1f} 秒"
    return f"{found}。共检查 {checked.chinese}{took}。"


def _counts(problems: Sequence[Problem]) -> str:
    errors = sum(problem.is_stopping for problem in problems)
    warnings = sum(problem.severity != ERROR for problem in problems)
    counts = ((errors, SEVERITY_NAMES["error"]), (warnings, SEVERITY_NAMES["warning"]))
    return "，".join(f"{count} 个{name}" for count, name in counts if count)


def count_unfinished(problems: Sequence[Problem]) -> str:
    """Count the errors of drafts, submitted and reviewed records, which stop no build; empty without any."""
    paths = [problem.path for problem in problems if problem.severity == ERROR and problem.is_unfinished]
    return f"{len(set(paths))} 个草稿还有 {len(paths)} 处要改" if paths else ""


def render_text(problems: Sequence[Problem], *, checked: Checked, seconds: float | None, color: bool = False) -> str:
    """Write all problems, in the order given, and the summary."""
    parts = [render_problem(problem, color=color) for problem in problems]
    parts.append(render_summary(problems, checked=checked, seconds=seconds))
    return "\n\n".join(parts) + "\n"
