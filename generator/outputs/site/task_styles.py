"""The programme's tasks in the site's style sheet: their colours in every scheme, their signs, and covers of books.

The tokens' own schemes are in theme/assets/css, and this repeats their conditions: light, dark, high contrast, print.
"""

from collections.abc import Callable
from urllib.parse import quote

from generator.case.programme import Programme
from generator.case.task import Task

_DARK = "@media (prefers-color-scheme: dark)"
_CONTRAST = ':root[data-contrast="high"]'
_WHITE, _BLACK = "#fff", "#000"
"""What a tint is where contrast is high, and in print: the paper."""
_KEPT = "/:;=,'() "
"""What a style sheet may hold in a quoted address besides letters, digits and hyphens."""


def task_styles(programme: Programme) -> str:
    """Write the part of the style sheet that the programme makes.

    `--task-1` and `--task-1-tint` are the first task's colours; `.task-<id>` takes them as `--hue`, `--tint`, `--sign`.
    """
    schemes = (
        _scheme(programme, ":root", lambda task: (task.hue.light, task.tint.light)),
        _within(_DARK, _scheme(programme, ":root", lambda task: (task.hue.dark, task.tint.dark))),
        _scheme(programme, _CONTRAST, lambda task: (task.hue.high_contrast, _WHITE)),
        _within(_DARK, _scheme(programme, _CONTRAST, lambda task: (task.hue.high_contrast_dark, _BLACK))),
        _within("@media print", _scheme(programme, f":root,\n{_CONTRAST}", lambda task: (task.hue.light, _WHITE))),
    )
    return "\n".join((*schemes, *(_task(number, task) for number, task in enumerate(programme.tasks, 1))))


def _scheme(programme: Programme, selector: str, colours_of: Callable[[Task], tuple[str, str]]) -> str:
    lines = []
    for number, task in enumerate(programme.tasks, 1):
        hue, tint = colours_of(task)
        lines += [f"  --task-{number}: {hue};\n", f"  --task-{number}-tint: {tint};\n"]
    return f"{selector} {{\n{''.join(lines)}}}\n"


def _within(query: str, rule: str) -> str:
    indented = "".join(f"  {line}\n" for line in rule.splitlines())
    return f"{query} {{\n{indented}}}\n"


def _task(number: int, task: Task) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>{task.sign}</svg>"
    return (
        f".task-{task.id} {{\n"
        f"  --hue: var(--task-{number});\n"
        f"  --tint: var(--task-{number}-tint);\n"
        f'  --sign: url("data:image/svg+xml,{quote(svg, safe=_KEPT)}");\n'
        "}\n\n"
        f".book-cover.task-{task.id} {{\n"
        f"  --cover: {task.hue.light};\n"
        "}\n"
    )
