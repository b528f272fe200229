"""Problems as one HTML page, grouped by university, so that each university can be sent its own list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.case.problem import ERROR, Problem
from generator.outputs.report.excerpt import excerpt_of, visible
from generator.outputs.report.text import SEVERITY_NAMES, count_unfinished
from generator.outputs.site.escaped import escaped
from generator.reading.checked import Checked

NO_UNIVERSITY = "未注明学校"


@dataclass(frozen=True, slots=True)
class _Excerpt:
    before: Markup
    marked: Markup
    """A space where the place is empty, so that it can be seen."""
    after: Markup


@dataclass(frozen=True, slots=True)
class _Item:
    severity: str
    severity_name: str
    message: Markup
    line: int
    column: int
    rule: str
    excerpt: _Excerpt | None
    reason: Markup
    hint: Markup


@dataclass(frozen=True, slots=True)
class _Record:
    path: Markup
    items: tuple[_Item, ...]


@dataclass(frozen=True, slots=True)
class _University:
    name: Markup
    counts: str
    records: tuple[_Record, ...]


@dataclass(frozen=True, slots=True)
class _View:
    made_on: str
    checked: str
    """How many records were looked at: `47 个案例、1 个案例集`."""
    counts: str
    """How many problems there are: `3 个错误，1 个警告`; empty without any."""
    universities: tuple[_University, ...]


def render_html(problems: Sequence[Problem], *, checked: Checked, made_on: str = "") -> str:
    """Write a whole page that needs nothing else: universities in the order of their first problem.

    Records that name no university come last, under 未注明学校.

    Args:
        problems: sorted as in the other formats.
        checked: how many records were looked at.
        made_on: the day of the run, as readers see it (`2026年11月22日`); left out where empty.
    """
    groups = _grouped(problems, lambda problem: problem.group or NO_UNIVERSITY)
    groups.sort(key=lambda group: group[0] == NO_UNIVERSITY)
    view = _View(
        made_on=made_on,
        checked=checked.chinese,
        counts=_counts(problems) if problems else "",
        universities=tuple(_university(name, found) for name, found in groups),
    )
    from generator.outputs.site.templates import render  # noqa: PLC0415 (Jinja; checks that print text do without)

    return render("report", view=view)


def _grouped(problems: Iterable[Problem], key: Callable[[Problem], str]) -> list[tuple[str, list[Problem]]]:
    """Put problems together, groups in the order of their first problem."""
    groups: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[key(problem)].append(problem)
    return list(groups.items())


def _counts(problems: Sequence[Problem]) -> str:
    errors = sum(problem.is_stopping for problem in problems)
    warnings = sum(problem.severity != ERROR for problem in problems)
    return "，".join(filter(None, (f"{errors} 个错误", f"{warnings} 个警告", count_unfinished(problems))))


def _university(name: str, problems: Sequence[Problem]) -> _University:
    records = _grouped(problems, lambda problem: problem.path)
    return _University(
        name=_shown(name),
        counts=_counts(problems),
        records=tuple(_Record(_shown(path), tuple(_item(problem) for problem in found)) for path, found in records),
    )


def _item(problem: Problem) -> _Item:
    place = problem.place
    cut = excerpt_of(place) if place.excerpt else None
    return _Item(
        severity=problem.severity,
        severity_name=SEVERITY_NAMES[problem.severity],
        message=_shown(problem.message),
        line=place.line,
        column=place.column,
        rule=problem.rule,
        excerpt=_Excerpt(escaped(cut.before), escaped(cut.marked or " "), escaped(cut.after)) if cut else None,
        reason=_shown(problem.reason),
        hint=_shown(problem.hint),
    )


def _shown(text: str) -> Markup:
    """Make a text from a record safe for the page."""
    return escaped(visible(text))
