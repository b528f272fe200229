"""What build and book do first, and what both say last."""

import sys
from collections.abc import Iterable

from generator import examine
from generator.case.problem import Problem
from generator.commands.invocation import PROBLEMS, say, say_coloured
from generator.examine import Examination
from generator.making.project.last_check import keep_check
from generator.making.store.last_build import Found, Outcome
from generator.making.terminal.console import has_colour
from generator.making.terminal.progress import Stages
from generator.outputs import report
from generator.outputs.site.settings import Settings
from generator.reading.checked import Checked


def examined(found: Found, stages: Stages, undone: str, *, strict: bool, keep_going: bool) -> Examination:
    """Check all records and show what is wrong; ends the program where that forbids to go on.

    Args:
        found: the project as it was found.
        stages: where the time of the check goes.
        undone: what was not made, for a program that ends here.
        strict: warnings forbid it too.
        keep_going: errors do not forbid it.
    """
    examination = examine.examine_project(found.root, stages, found=found)
    keep_check(found.root, examination.problems, found.sums)
    show_problems(examination.problems, examination.checked, stages)
    if examination.stops_all or not (keep_going or examination.is_clean(strict=strict)):
        is_final = strict or examination.stops_all
        say(f"{undone}改好后再运行一次" + ("。" if is_final else "，或用 --keep-going 略过有错误的记录。"))
        raise SystemExit(PROBLEMS)
    return examination


def show_problems(problems: tuple[Problem, ...], checked: Checked, stages: Stages) -> None:
    """Show what is wrong, with the time that it took until now; nothing where nothing is."""
    if problems:
        text = report.render_text(problems, checked=checked, seconds=stages.total_seconds, color=has_colour(sys.stderr))
        say(text.rstrip())


def say_built(outcome: Outcome, notices: Iterable[str], stages: Stages) -> None:
    """Say what a build came to: what is to be noticed, how many cases are published, and what was left out."""
    for notice in notices:
        say(f"注意：{notice}")
    say(f"已发布 {outcome.published} 个案例，用时 {stages.total_seconds:.1f} 秒：{outcome.index}")
    say_coloured(*outcome.left_out)


def report_of(problems: tuple[Problem, ...], checked: Checked) -> tuple[str, str]:
    """Give the problems without colours and with them, and without the time that it took to find them."""
    if not problems:
        return "", ""
    texts = (report.render_text(problems, checked=checked, seconds=None, color=color) for color in (False, True))
    plain, coloured = (text.rstrip() for text in texts)
    return plain, coloured


def example_address(settings: Settings) -> list[str]:
    """The notice that mkdocs.yml still has the template's address; nothing where it has its own."""
    is_example = ".example/" in settings.url
    return ["mkdocs.yml 里的 site_url 还是示例网址，正式发布前请改成真实网址。"] if is_example else []


def no_publisher(settings: Settings) -> list[str]:
    """The notice that no page says who publishes it; nothing where the footer does."""
    told = (
        "网站没有写由谁发布，读者无从知道该信谁、该问谁。"
        "请在 mkdocs.yml 的 extra.footer 里写 organiser（主办单位），没有主办单位的写 editor（编写者）。"
    )
    return [] if settings.organiser else [told]
