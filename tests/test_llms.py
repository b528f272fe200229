"""The library's map for programs that read texts: what it says, where its links lead, and that it stays short."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.catalogue.package import USE
from generator.outputs.llms import library_map, render_map
from generator.outputs.site.edition import Edition, PrintedVolume
from generator.outputs.site.frame import Frame
from generator.outputs.site.publication import Assets, Publication
from generator.outputs.site.settings import Settings
from tests.drawing import content

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", "虚构的案例，只供测试。", "示例单位")
NOWHERE = Settings("示例[案例]集")
LINK = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)+\]\(([^)]+)\)")
MOST_BYTES = 6_000
ABOUT = "每个案例一个页面，写明谁在哪里、和谁一起、做了什么、结果怎样，以及出处；没有写明的不作推测。"


def collection(id: str, **values: object) -> Collection:
    """Make an invented collection of everything."""
    least = {"title": f"示例选编{id}", "editor": "示例编写组", "date": "2026-11"}
    return Collection.model_validate({"id": id, **least, **values})


def test_map_says_what_there_is(case: MakeCase) -> None:
    """The map names the library, its publisher, and every way into it, in the form of llmstxt.org."""
    library = gather([case("x-01", province="江苏", period={"start": "2024"}, keywords=["甲"])], [collection("one")])
    edition = Edition((PrintedVolume("books/one.pdf", "", 8, 9, "k"),), {})
    frames = {"about.html": Frame("about.html", "关于", "", "")}

    actual = render_map(Publication(library, SETTINGS, Assets(editions={"one": edition}), frames))

    head, *sections = actual.split("\n## ")
    assert head.splitlines() == [
        "# 示例案例集",
        "",
        "> 虚构的案例，只供测试。",
        "",
        f"由示例单位发布。收入1个案例、1所学校，2024年。{ABOUT}{USE}",
    ]
    assert [section.splitlines()[0] for section in sections] == [
        "任务类型",
        "案例集",
        "分类浏览",
        "数据",
        "检索",
        "Optional",
    ]
    site = "https://anliji.example/sub/"
    assert sections[1].splitlines()[2:] == [
        f"- [示例选编one]({site}collections/one.html): 1个案例，[汇编（PDF）]({site}books/one.pdf)"
    ]
    assert f"- [教育服务]({site}task/education-services.html): 1个案例" in sections[0]
    assert f"- [按学校所在地区]({site}province/): 1个省级行政区" in sections[2]
    assert f"- [案例目录（JSON）]({site}data/catalogue.json): 全部案例，一行一个，不含正文" in sections[3]
    assert f"`{site}browse.html?q=检索词`" in sections[4]
    assert f"- [关于]({site}about.html): " in sections[5]


def test_map_of_an_empty_library() -> None:
    """A library without cases, collections and address has a map all the same, whose signs are no marks."""
    actual = render_map(Publication(gather([]), NOWHERE))

    assert actual.startswith(r"# 示例\[案例\]集")
    assert "## 案例集" not in actual
    assert "](data/catalogue.json)" in actual


def test_map_does_not_grow_with_the_cases(case: MakeCase) -> None:
    """Hundreds of cases and collections make it no longer than a few thousand bytes; the rest is where it says."""
    cases = [case(f"x-{number}", keywords=[f"词{number}"], university=f"示例{number}大学") for number in range(300)]
    library = gather(cases, [collection(f"c-{number}") for number in range(100)])

    actual = render_map(Publication(library, SETTINGS))

    assert len(actual.encode()) < MOST_BYTES
    assert "- [全部案例集](https://anliji.example/sub/collections/): 100种" in actual
    assert "cases/x-" not in actual


def test_a_line_break_ends_no_line() -> None:
    """A name is one line, whatever is in it."""
    actual = render_map(Publication(gather([]), Settings("示例\n# 案例集", description="甲\n\n- 乙")))

    assert actual.splitlines()[:3] == ["# 示例 # 案例集", "", "> 甲 - 乙"]


@pytest.mark.build
def test_links_of_the_map_lead_somewhere(built_showcase: Path) -> None:
    """Every link of a built site's map leads to a file of it."""
    site = built_showcase / "site"
    text = (site / "llms.txt").read_text(encoding="utf-8")
    url = re.search(r"\((https?://[^/]+/)data\.html\)", text)
    links = [link.removeprefix(url[1] if url else "") or "index.html" for link in LINK.findall(text)]

    assert len(links) > 15
    files = [f"{link}index.html" if link.endswith("/") else link for link in links]
    assert [file for file in files if not (site / file).is_file()] == []


def test_map_is_an_artifact_that_changes_with_what_it_says(case: MakeCase) -> None:
    """Its key stays where nothing that it says changes, and changes with the number of cases."""
    one, other = Publication(gather([case("x-01")]), SETTINGS), Publication(gather([case("x-02")]), SETTINGS)
    two = Publication(gather([case("x-01"), case("x-02")]), SETTINGS)

    assert library_map(one).uri == "llms.txt"
    assert library_map(one).key() == library_map(other).key() != library_map(two).key()
    assert content(library_map(one)).decode() == render_map(one)
