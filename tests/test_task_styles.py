"""The programme's part of the style sheet: every task has its colours in every scheme, and its sign."""

from dataclasses import replace

from generator.case.programme import packaged_programme
from generator.outputs.site.task_styles import task_styles

PROGRAMME = packaged_programme()


def test_every_scheme_has_every_task() -> None:
    """A hue and a tint of each task are given for light, dark, high contrast, both, and print."""
    styles = task_styles(PROGRAMME)
    counts = {styles.count(f"--task-{number}{kind}: #") for number in (1, 2, 3, 4) for kind in ("", "-tint")}

    assert counts == {5}
    assert "--task-5" not in styles


def test_a_task_takes_its_colours_by_its_id() -> None:
    """The class of a task gives hue, tint and sign, and the cover of a book its colour."""
    task = replace(PROGRAMME.tasks[0], id="reading", sign="<circle fill='#000' r='9'/>")
    styles = task_styles(replace(PROGRAMME, tasks=(task,)))
    start = styles.index(".task-reading")

    assert styles[start:] == (
        ".task-reading {\n"
        "  --hue: var(--task-1);\n"
        "  --tint: var(--task-1-tint);\n"
        "  --sign: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E"
        "%3Ccircle fill='%23000' r='9'/%3E%3C/svg%3E\");\n"
        "}\n\n"
        ".book-cover.task-reading {\n"
        f"  --cover: {task.hue.light};\n"
        "}\n"
    )
