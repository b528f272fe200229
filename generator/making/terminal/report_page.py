"""Problems as one HTML page, grouped by university, so that each university can be sent its own list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from generator.case.problem import ERROR, Problem
from generator.making.terminal.excerpt import excerpt_of, visible

NO_UNIVERSITY = "未注明学校"

_STYLE = """
:root { color-scheme: light; --red: #a61b1b; --amber: #8a5a00; --grey: #595959; --line: #d9d9d9; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1rem; color: #1a1a1a; background: #fff;
  line-height: 1.7; font-family: "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem;
  border-bottom: 2px solid var(--red); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; font-weight: 600; overflow-wrap: anywhere; }
.count { color: var(--grey); font-weight: normal; font-size: .9em; }
a { color: inherit; }
ol { padding-left: 2rem; }
li { margin: 0 0 1.25rem; break-inside: avoid; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.error b { color: var(--red); }
.warning b { color: var(--amber); }
code { color: var(--grey); font-size: .85em; }
pre { margin: .25rem 0; padding: .5rem .75rem; background: #f6f6f6; border: 1px solid var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere;
  font: .9rem/1.6 Consolas, "Noto Sans Mono CJK SC", monospace; }
mark { background: #ffe08a; color: inherit; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  section { break-before: page; }
  h3 { break-after: avoid; }
  mark { background: none; text-decoration: underline; text-decoration-thickness: 2px; }
}
"""


def render_html(problems: Sequence[Problem], *, checked: int, made_on: str = "") -> str:
    """Write a whole page that needs nothing else: universities in the order of their first problem.

    Records that name no university come last, under 未注明学校.

    Args:
        problems: sorted as in the other formats.
        checked: how many records were looked at.
        made_on: the day of the run, as readers see it (`2026年11月22日`); left out where empty.
    """
    groups = _groups(problems)
    day = f"{escape(made_on)}检查，" if made_on else ""
    found = f"发现 {_counts(problems)}" if problems else "没有发现问题"
    return "".join(
        (
            '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>案例记录检查结果</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header>\n",
            f"<h1>案例记录检查结果</h1>\n<p>{day}共检查 {checked} 个案例，{found}。</p>\n</header>\n",
            _contents(groups),
            *(_section(index, name, found) for index, (name, found) in enumerate(groups, 1)),
            "</body>\n</html>\n",
        )
    )


def _groups(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    by_name: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_name[problem.group or NO_UNIVERSITY].append(problem)
    return sorted(by_name.items(), key=lambda group: group[0] == NO_UNIVERSITY)


def _counts(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity == ERROR for problem in problems)
    return f"{errors} 个错误，{len(problems) - errors} 个警告"


def _count(problems: Sequence[Problem]) -> str:
    return f'<span class="count">{_counts(problems)}</span>'


def _contents(groups: Sequence[tuple[str, Sequence[Problem]]]) -> str:
    if len(groups) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#u{index}">{escape(visible(name))}</a> {_count(problems)}</li>\n'
        for index, (name, problems) in enumerate(groups, 1)
    )
    return f'<nav aria-label="学校目录">\n<ul>\n{rows}</ul>\n</nav>\n'


def _section(index: int, name: str, problems: Sequence[Problem]) -> str:
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    records = "".join(
        f"<h3>{escape(visible(path))}</h3>\n<ol>\n{''.join(_item(problem) for problem in found)}</ol>\n"
        for path, found in by_path.items()
    )
    return f'<section id="u{index}">\n<h2>{escape(visible(name))} {_count(problems)}</h2>\n{records}</section>\n'


def _item(problem: Problem) -> str:
    place = problem.place
    severity = "错误" if problem.severity == ERROR else "警告"
    excerpt = ""
    if place.excerpt:
        cut = excerpt_of(place)
        excerpt = f"<pre>{escape(cut.before)}<mark>{escape(cut.marked) or ' '}</mark>{escape(cut.after)}</pre>\n"
    return (
        f'<li class="{problem.severity}">\n<p><b>{severity}</b>：{escape(visible(problem.message))}'
        f"（第 {place.line} 行第 {place.column} 列）<code>{escape(problem.rule)}</code></p>\n{excerpt}"
        f"<p>原因：{escape(visible(problem.reason))}</p>\n<p>建议：{escape(visible(problem.hint))}</p>\n</li>\n"
    )
