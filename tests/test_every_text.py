"""What rules say of a text they say of every text, wherever in a record it stands."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from generator.case.problem import Problem
from tests.each import each

Problems = Callable[..., tuple[Problem, ...]]

LEAST = {
    "title": "数字党课进社区",
    "task": "党建联建",
    "summary": "示例大学支部与示例社区共上党课。",
    "university": "示例大学",
    "branch": "示例学院教师党支部",
    "sources": [{"title": "示例报道", "publisher": "示例新闻网"}],
}

TEXTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "subtitle": lambda text: {"subtitle": text},
    "significance": lambda text: {"significance": text},
    "progress, planned": lambda text: {"progress": [{"year": "2024", "planned": text}]},
    "progress, done": lambda text: {"progress": [{"year": "2024", "done": text}]},
    "progress, changed": lambda text: {"progress": [{"year": "2024", "changed": text}]},
    "progress, outcome": lambda text: {
        "progress": [{"year": "2024", "outcomes": [{"what": text, "value": "3", "unit": "次"}]}]
    },
    "video": lambda text: {"videos": [{"title": text, "link": "https://video.example.edu.cn/1"}]},
    "award": lambda text: {"awards": [{"name": "示例奖", "issuer": text}]},
    "coverage": lambda text: {"coverage": [{"medium": "样例日报", "title": text}]},
    "funding": lambda text: {"funding": [{"source": text, "amount": "3", "unit": "万元"}]},
    "credit": lambda text: {"credits": [{"role": "作者", "name": text, "agreed": "true"}]},
}
"""Records with a text in each of the places that came later."""

PROSE = [name for name in TEXTS if name in ("progress, planned", "progress, done", "progress, changed")]


def found(problems: Problems, name: str, text: str) -> set[str]:
    """Name the rules that have something to say of a record with a text in a place."""
    record = yaml.safe_dump({**LEAST, **TEXTS[name](text)}, allow_unicode=True, sort_keys=False)
    return {problem.rule for problem in problems(record)}


@each("name", TEXTS)
def test_a_sound_text_is_sound(name: str, problems: Problems) -> None:
    """A plain text brings no problem anywhere."""
    assert set() == found(problems, name, "示例的话")


@each("name", TEXTS)
def test_personal_data_are_found(name: str, problems: Problems) -> None:
    """A mobile number is found in every text."""
    assert {"personal-data"} == found(problems, name, "联系 13800138000")


@each("name", PROSE)
@each(
    ("text", "rule"),
    [
        ("<script>1</script>示例", "html-unsafe"),
        ("见[报道](www.example.edu.cn/a.htm)。", "prose-link-invalid"),
        ("![示例](a.jpg)", "image-unlisted"),
        ("| 甲 |\n|---|\n| 乙 | 丙 |\n", "prose-lost"),
    ],
    ids=["html", "link", "image", "lost"],
)
def test_prose_is_looked_at(name: str, text: str, rule: str, problems: Problems) -> None:
    """The prose of a year is checked as that of a section is."""
    assert rule in found(problems, name, text)


@pytest.mark.parametrize("name", ["video", "coverage"])
def test_links_are_whole(name: str, problems: Problems) -> None:
    """An address elsewhere is a whole one."""
    values = {"video": {"videos": [{"title": "甲", "link": "video.example.org/1"}]}}
    values["coverage"] = {"coverage": [{"medium": "甲", "title": "乙", "url": "www.example.org/1"}]}
    record = yaml.safe_dump({**LEAST, **values[name]}, allow_unicode=True)

    assert {"link-invalid"} == {problem.rule for problem in problems(record)}


@each(
    "values",
    [
        {"progress": [{"year": "2024", "done": "示例", "note": "甲"}]},
        {"funding": [{"source": "甲", "amount": "3", "unit": "元", "currency": "人民币"}]},
        {"awards": [{"name": "甲", "place": "乙"}]},
        {"videos": [{"title": "甲", "link": "https://example.org/", "size": "3"}]},
        {"coverage": [{"medium": "甲", "title": "乙", "author": "丙"}]},
        {"credits": [{"role": "作者", "name": "甲", "agreed": "true", "phone": "乙"}]},
    ],
    ids=lambda values: next(iter(values)),
)
def test_unknown_keys_are_told(values: dict[str, Any], problems: Problems) -> None:
    """A key that a part does not have is told, not dropped."""
    assert "key-unknown" in {
        problem.rule for problem in problems(yaml.safe_dump({**LEAST, **values}, allow_unicode=True))
    }


@each("key", ["funding", "awards", "coverage", "videos", "credits", "progress"])
def test_a_text_is_no_list(key: str, problems: Problems) -> None:
    """A text where a list belongs is told with its form."""
    record = yaml.safe_dump({**LEAST, key: "示例"}, allow_unicode=True)

    assert {"kind-wrong"} == {problem.rule for problem in problems(record)}
