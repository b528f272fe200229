"""The packaged programme is that of the notice (教思政厅函〔2024〕11号), complete and in order; others are read too."""

import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.case.model import Case, Selection
from generator.case.packaged import read_packaged
from generator.case.programme import Programme, packaged_programme, parse_programme
from generator.case.schema import schema_of
from tests.each import each

PROGRAMME = packaged_programme()

COMMON = ("共建协议", "实践基地", "工作法", "专利", "论文", "标准", "其他成果")
COMMON_FORMS = ("座谈研讨", "签约揭牌", "网络直播")
OURS = {
    "forms": COMMON_FORMS,
    "products": COMMON,
    "partner_kinds": ("政府部门", "村", "高校", "职业院校", "中小学和幼儿园", "部队", "社会组织", "其他"),
    "levels": ("市级团队", "校级团队"),
}
"""What the notice does not name."""

NOTICE: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "党建联建": (
        "joint-party-building",
        ("专题党课讲授", "政策理论宣讲", "党建经验交流", "党建资源共享"),
        ("精品党课", "课程思政示范课程"),
    ),
    "教育服务": (
        "education-services",
        ("专题讲座", "技能培训", "科普活动", "捐赠资助", "教育教学研讨", "课程建设交流", "学科发展咨询"),
        ("大思政课", "教育服务品牌活动"),
    ),
    "科技赋能": (
        "technology-empowerment",
        ("咨政建言", "科技开发", "创意设计", "文化传播"),
        ("产学研用合作平台", "成果转化落地", "研究院", "创新中心", "赋能站", "赋能点"),
    ),
    "实践育人": (
        "practice-based-education",
        ("调查研究", "访问访谈", "志愿服务", "专业实习", "就业见习"),
        ("调研报告", "地方发展咨询报告"),
    ),
}
"""Id, forms and products of each task, part 二 of the notice."""


def test_tasks_are_the_four_of_the_notice() -> None:
    """The tasks stand in the notice's order, each with its forms and its own products."""
    actual = {
        task.name: (task.id, task.forms.names[: -len(COMMON_FORMS)], task.products.names[: -len(COMMON)])
        for task in PROGRAMME.tasks
    }

    assert list(NOTICE) == list(actual)
    assert NOTICE == actual


@each("name", NOTICE)
def test_every_task_may_have_the_common_products(name: str) -> None:
    """The kinds of product and the forms that belong to no single task end the lists of each."""
    assert COMMON == PROGRAMME.task(name).products.names[-len(COMMON) :]
    assert COMMON_FORMS == PROGRAMME.task(name).forms.names[-len(COMMON_FORMS) :]


@each("name", NOTICE)
def test_task_is_explained(name: str) -> None:
    """A task has an aim that is a phrase, a definition that is a sentence, and someone it is done with."""
    task = PROGRAMME.task(name)

    assert not task.aim.endswith("。")
    assert task.definition.endswith("。")
    assert task.audiences


def test_all_forms_are_those_of_the_tasks() -> None:
    """The list of all forms is the tasks' forms one after the other, and no form belongs to two tasks."""
    expected = [form for _, forms, _ in NOTICE.values() for form in forms]

    assert [*expected, *COMMON_FORMS] == list(PROGRAMME.forms.names)


def test_all_products_stand_once() -> None:
    """The list of all kinds of product holds the tasks' own and the common ones, each once."""
    expected = [product for _, _, products in NOTICE.values() for product in products]

    assert sorted([*expected, *COMMON]) == sorted(PROGRAMME.product_kinds.names)


def test_partner_kinds_and_levels() -> None:
    """The kinds of partner end with 其他, the levels go from the nation to the school."""
    assert "其他" == PROGRAMME.partner_kinds.names[-1] == PROGRAMME.team_kinds.names[-1]
    assert ("全国团队", "省级团队", "市级团队", "校级团队") == PROGRAMME.levels.names


def test_what_the_notice_does_not_name_is_marked() -> None:
    """Words that were added to sort what cases report are marked as ours, and no others are."""
    lists = {
        "forms": PROGRAMME.forms,
        "products": PROGRAMME.product_kinds,
        "partner_kinds": PROGRAMME.partner_kinds,
        "levels": PROGRAMME.levels,
    }

    assert {key: tuple(word.name for word in words if word.is_ours) for key, words in lists.items()} == OURS


def test_honours_of_the_nation_have_batches() -> None:
    """The notice numbers the batches of national honours only: three, and four of the candidates."""
    expected = {
        "全国党建工作样板支部": 3,
        "全国党建工作样板支部培育创建单位": 4,
        "省级党建工作样板支部": 0,
        "校级党建工作样板支部": 0,
        "全国高校“双带头人”教师党支部书记工作室": 3,
        "省级“双带头人”教师党支部书记工作室": 0,
        "校级“双带头人”教师党支部书记工作室": 0,
    }

    assert expected == {honour.name: len(honour.batches) for honour in PROGRAMME.honours}
    assert {"全国", "省级", "校级"} == {honour.level for honour in PROGRAMME.honours}


@pytest.fixture(name="other")
def fixture_other() -> Programme:
    """A programme of one task that the packaged one does not have."""
    row = {
        "id": "reading",
        "name": "全民阅读",
        "aim": "人人读书",
        "definition": "支部带头读书。",
        "audiences": ["居民"],
        "sign": "<circle r='9'/>",
        "tint": {"light": "#eeeeee", "dark": "#222222"},
        "hue": {"light": "#111111", "dark": "#dddddd", "high_contrast": "#000000", "high_contrast_dark": "#ffffff"},
        "forms": [{"id": "circles", "name": "读书会"}],
        "products": [{"id": "lists", "name": "书单"}],
    }
    common = [{"id": "others", "name": "另外的", "rest": True}]
    kinds = [{"id": "libraries", "name": "图书馆"}]
    teams = [{"id": "circles", "name": "读书小组", "also": ["读书会"]}]
    levels = [{"id": "city", "name": "市级团队"}]
    words = {"products": common, "partner_kinds": kinds, "team_kinds": teams, "levels": levels}
    return parse_programme({"name": "读书行动", "tasks": [row], **words})


def test_a_programme_is_read_from_its_data(other: Programme) -> None:
    """Tasks, lists and colours are those of the data, and what every task may have ends each list of products."""
    (task,) = other.tasks

    assert ("全民阅读", "#dddddd", "#222222") == (task.name, task.hue.dark, task.tint.dark)
    assert ("书单", "另外的") == task.products.names == other.product_kinds.names
    assert [False, True] == [word.is_rest for word in task.products]
    assert (("读书会",), ("图书馆",), ("市级团队",)) == (
        other.forms.names,
        other.partner_kinds.names,
        other.levels.names,
    )


def test_a_record_is_validated_against_the_programme_that_is_given(other: Programme, case: Callable[..., Case]) -> None:
    """A task of one programme is no word of another."""
    assert Selection.model_validate({"task": "reading"}, context={"programme": other}).task == "全民阅读"
    with pytest.raises(ValueError, match="term-unknown"):
        Selection.model_validate({"task": case().task}, context={"programme": other})


def test_validation_without_a_programme_is_a_mistake_of_ours() -> None:
    """No programme stands in where none was given."""
    with pytest.raises(LookupError, match="task takes words of a programme"):
        Selection.model_validate({"task": "reading"})


def test_the_schema_offers_the_words_of_the_programme_that_is_given(other: Programme) -> None:
    """Lists and explanations in a JSON Schema are those of one programme, and no mark is left in it."""
    schema = schema_of(Case, other)
    task: dict[str, Any] = schema["properties"]["task"]

    assert [{"enum": ["全民阅读"]}, {"enum": ["reading"]}] == task["anyOf"]
    assert task["description"] == "主要的任务类型：全民阅读之一。"
    assert "x-words" not in str(schema)


def test_programmes_are_values(other: Programme) -> None:
    """Two programmes of the same data are equal, also after a way to another process; one changed word is seen."""
    again = parse_programme(read_packaged("programme.yml"))

    assert again == pickle.loads(pickle.dumps(PROGRAMME)) == PROGRAMME  # noqa: S301 (our own bytes)
    assert hash(again) == hash(PROGRAMME)
    assert replace(again, tasks=other.tasks) != PROGRAMME


@each("name", NOTICE)
def test_task_has_its_colours_and_its_sign(name: str) -> None:
    """Every colour is written in six digits, and the sign is SVG that a style sheet can hold."""
    task = PROGRAMME.task(name)
    colours = (
        *(task.hue.light, task.hue.dark, task.hue.high_contrast, task.hue.high_contrast_dark),
        *(task.tint.light, task.tint.dark),
    )

    assert [colour for colour in colours if not re.fullmatch("#[0-9a-f]{6}", colour)] == []
    assert len(ET.fromstring(f"<svg>{task.sign}</svg>")) > 0  # noqa: S314 (our own file)
    assert '"' not in task.sign


def test_the_words_for_everything_else_are_marked() -> None:
    """Two cases that share 其他 need not be alike."""
    words = (*PROGRAMME.product_kinds, *PROGRAMME.partner_kinds)

    assert ["其他成果", "其他"] == [word.name for word in words if word.is_rest]
