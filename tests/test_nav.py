"""The navigation has the programme's tasks where an editor put the page that lists them."""

from typing import Any

from generator.case.programme import packaged_programme
from generator.hosting.nav import with_tasks
from tests.each import each

PROGRAMME = packaged_programme()
PAGES = [{task.name: f"task/{task.id}.md"} for task in PROGRAMME.tasks]

NAVS: dict[str, tuple[Any, Any]] = {
    "behind their list": (
        [{"首页": "index.md"}, {"任务": [{"全部": "task/index.md"}, {"别的": "about.md"}]}],
        [{"首页": "index.md"}, {"任务": [{"全部": "task/index.md"}, *PAGES, {"别的": "about.md"}]}],
    ),
    "without a title": (["index.md", "task/index.md"], ["index.md", "task/index.md", *PAGES]),
    "whoever names one has chosen": (
        [{"先": PAGES[2]["科技赋能"]}, {"任务": ["task/index.md"]}],
        [{"先": PAGES[2]["科技赋能"]}, {"任务": ["task/index.md"]}],
    ),
    "a title is not a page": (
        ["task/index.md", {"见 task/joint-party-building.md": "about.md"}],
        ["task/index.md", *PAGES, {"见 task/joint-party-building.md": "about.md"}],
    ),
    "no list of tasks": ([{"首页": "index.md"}], [{"首页": "index.md"}]),
    "no navigation": (None, None),
}


@each("name", NAVS)
def test_tasks_in_the_navigation(name: str) -> None:
    """Each task has its page behind the list of them, once."""
    written, expected = NAVS[name]

    assert with_tasks(written, PROGRAMME) == expected
