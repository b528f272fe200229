"""A document becomes a value of the model, or faults that name path and rule."""

import pytest

from generator.case.model import Case, Collection
from generator.case.programme import Context, packaged_programme
from generator.reading.checks import CHECKS
from generator.reading.documents import parse_document
from generator.reading.intended_key import intended_elsewhere, intended_key
from generator.reading.labels import Labels, keys_by_name, known_keys
from generator.reading.model_faults import RULES, UNMAPPED, rule_of
from generator.reading.validation import validate
from tests.each import each

CONTEXT: Context = {"programme": packaged_programme()}
MINIMAL = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
"""


def faults(rest: str) -> list[tuple[str, tuple[str | int, ...]]]:
    """Validate a minimal record with something added; give rule and path of each fault."""
    document = parse_document("cases/x/case.yml", (MINIMAL + rest).encode())
    _, found = validate(document, Case, CONTEXT, id="x")
    return [(fault.rule, fault.path) for fault in found]


def value(rest: str) -> Case:
    """Validate a minimal record with something added that is right."""
    case, found = validate(parse_document("cases/x/case.yml", (MINIMAL + rest).encode()), Case, CONTEXT, id="x")

    assert found == []
    assert case is not None
    return case


def test_minimal_record() -> None:
    """The five required keys make a case, a draft."""
    assert ("x", "数字党课进社区", "draft") == (value("").id, value("").title, value("").status)


@each(
    ("rest", "expected"),
    [
        ("period: {}\n", None),
        ("period: {start: }\n", None),
        ("period:\n  start:\n  end:\n", None),
        ("period:\n  start:\n  end: 2024\n", ("value-missing", ("period", "start"))),
        ("school:\n", None),
        ('school: ""\n', ("value-missing", ("school",))),
        ('outcomes:\n- {what: 甲, value: "", unit: 人}\n', ("value-missing", ("outcomes", 0, "value"))),
        ("outcomes:\n- {what: 甲, value: 1}\n", ("value-missing", ("outcomes", 0, "unit"))),
        ("keywords:\n-\n", ("value-missing", ("keywords", 0))),
        ("wrong: 甲\n", ("key-unknown", ("wrong",))),
        ("period: {start: 2024, wrong: 甲}\n", ("key-unknown", ("period", "wrong"))),
        ("school: [甲]\n", ("kind-wrong", ("school",))),
        ("school: {甲: 乙}\n", ("kind-wrong", ("school",))),
        ("keywords: 甲\n", ("kind-wrong", ("keywords",))),
        ("keywords: {甲: 乙}\n", ("kind-wrong", ("keywords",))),
        ("period: 2024\n", ("kind-wrong", ("period",))),
        ("period: [2024]\n", ("kind-wrong", ("period",))),
        ("featured: [true]\n", ("kind-wrong", ("featured",))),
        ("outcomes:\n- {what: 甲, value: [1], unit: 人}\n", ("kind-wrong", ("outcomes", 0, "value"))),
        ("training: {minutes: [1]}\n", ("kind-wrong", ("training", "minutes"))),
        ("period: {start: [2024]}\n", ("kind-wrong", ("period", "start"))),
        (f"school: {'长' * 101}\n", ("text-too-long", ("school",))),
        ("keywords: [" + "甲, " * 11 + "]\n", ("list-too-long", ("keywords",))),
        ("school: |\n  甲\n  乙\n", ("line-break", ("school",))),
        ('school: "甲\\x07乙"\n', ("character-invisible", ("school",))),
        ("also: [党建]\n", ("term-unknown", ("also", 0))),
        ("status: 发布\n", ("term-unknown", ("status",))),
        ("period: {start: 2024-13}\n", ("date-invalid", ("period", "start"))),
        ("training: {minutes: 1.5}\n", ("number-invalid", ("training", "minutes"))),
        ("training: {minutes: 0}\n", ("number-range", ("training", "minutes"))),
        ("training: {minutes: 1001}\n", ("number-range", ("training", "minutes"))),
        (f"training: {{minutes: {'9' * 5000}}}\n", ("number-range", ("training", "minutes"))),
        (f"outcomes:\n- {{what: 甲, value: {'9' * 21}, unit: 人}}\n", ("number-range", ("outcomes", 0, "value"))),
        ("featured: yes\n", ("flag-invalid", ("featured",))),
        ("sources: [{title: 甲, url: 甲}]\n", ("link-invalid", ("sources", 0, "url"))),
        ("replaced_by: 甲\n", ("id-invalid", ("replaced_by",))),
    ],
)
def test_faults(rest: str, expected: tuple[str, tuple[str | int, ...]] | None) -> None:
    """Each way to go wrong has its rule and the path of the value; keys left empty are no faults."""
    wanted = [] if expected is None else [expected]

    assert wanted == faults(rest)


def test_all_faults_come_at_once() -> None:
    """One bad value hides no other."""
    assert {"term-unknown", "kind-wrong", "key-unknown"} == {
        rule for rule, _ in faults("level: 甲\nkeywords: 乙\nwrong: 丙\n")
    }


def test_fault_knows_its_place() -> None:
    """A fault of the model is at its value, an unknown key at the key."""
    document = parse_document("x", (MINIMAL + "level: 甲\nwrong: 乙\n").encode())
    _, found = validate(document, Case, CONTEXT, id="x")

    assert [(6, 8), (7, 1)] == [(fault.place.line, fault.place.column) for fault in found]


def test_id_is_not_the_documents() -> None:
    """A bad id comes from the folder; the model's own fault for it is not repeated."""
    case, found = validate(parse_document("x", MINIMAL.encode()), Case, CONTEXT, id="不行")

    assert (None, []) == (case, found)


@each("rule", sorted({*RULES.values(), UNMAPPED}))
def test_every_rule_of_the_model_has_a_module(rule: str) -> None:
    """No error of the model is left without words."""
    assert rule in CHECKS


def test_unmapped_error() -> None:
    """An error type that the table does not know still gets a rule."""
    assert UNMAPPED == rule_of({"type": "new_in_pydantic", "loc": (), "msg": "", "input": 1})


@each(
    ("path", "expected"),
    [
        (("title",), "标题"),
        (("period", "start"), "开展时间的开始日期"),
        (("outcomes", 1, "value"), "成效数据第 2 项的数值"),
        (("training", "questions", 0), "教学使用的讨论题第 1 项"),
        (("wrong", "more"), "wrong的more"),
        ((), ""),
    ],
)
def test_labels(path: tuple[str | int, ...], expected: str) -> None:
    """A value is named from the outside in, an unknown key as written."""
    assert expected == Labels.of(Case).describe(path)


@each(
    ("path", "expected"),
    [
        (("title",), "标题"),
        (("outcomes", 0, "unit"), "单位"),
        (("keywords", 3), "关键词"),
        (("wrong",), None),
        (("wrong", "more"), None),
        ((), None),
        ((0,), None),
    ],
)
def test_field_at(path: tuple[str | int, ...], expected: str | None) -> None:
    """The field of a path is found through lists; what the model does not know has none."""
    field = Labels.of(Case).field_at(path)

    assert expected == (field.title if field else None)


@each(
    ("path", "expected"),
    [
        (("标题",), "title"),
        (("titel",), "title"),
        (("Title",), "title"),
        (("period", "开始日期"), "start"),
        (("products", 0, "url"), "link"),
        (("sources", 0, "link"), "url"),
        (("start",), None),
        (("zzz",), None),
        (("wrong", "zzz"), None),
    ],
)
def test_meant_key(path: tuple[str | int, ...], expected: str | None) -> None:
    """An unknown key is taken for the one with its label, its twin, or the nearest spelling."""
    assert expected == intended_key(Labels.of(Case), path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("start",), ("period", "start")),
        (("period", "keywords"), ("keywords",)),
        (("zzz",), None),
    ],
)
def test_meant_elsewhere(path: tuple[str | int, ...], expected: tuple[str, ...] | None) -> None:
    """A key that exists in another mapping was written in the wrong place."""
    assert expected == intended_elsewhere(Labels.of(Case), path)


def test_keys_by_name() -> None:
    """Keys and labels lead to the outermost mapping that has them; the id is no key of a record."""
    names = keys_by_name(Collection)

    assert (("title",), ("title",), ("book", "size")) == (names["title"], names["题名"], names["开本"])
    assert "id" not in known_keys(Collection)
