"""What results are drawn from says the same as the rows of lists."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.outputs.search.rows import beside_row, excerpted, row_data, trimmed
from generator.outputs.search.texts import passages
from tests.each import each

MakeCase = Callable[..., Case]


@each(
    ("values", "expected"),
    [
        ({}, ["x-01", "", "示例案例 x-\u200b01", 1, "编出来的提要。", "示例大学", "", "", 1]),
        (
            {"period": {"start": "2023", "end": "2024-09"}, "places": [{"province": "甘肃", "city": "示例市"}]},
            ["x-01", "", "示例案例 x-\u200b01", 1, "编出来的提要。", "示例大学", "甘肃示例市", "2024-09"],
        ),
        (
            {
                "outcomes": [{"what": "缺课率", "value": "0.6", "unit": "%", "before": "34", "headline": "是"}],
                "summary": "一句。又一句。",
            },
            [
                "x-01",
                "",
                "示例案例 x-\u200b01",
                1,
                "一句。",
                "示例大学",
                "",
                "",
                1,
                ["缺课率", "", "0.6", "%", "34%", "降至"],
            ],
        ),
        (
            {
                "outcomes": [
                    {"what": "<听课>", "value": "1200", "unit": "人", "qualifier": "超", "headline": "是"},
                    {"what": "讲课", "value": "5", "unit": "次"},
                ],
                "significance": "为什么",
            },
            ["x-01", "", "示例案例 x-\u200b01", 1, "为什么", "示例大学", "", "", 1, ["<听课>", "超", "1200", "人"]],
        ),
    ],
)
def test_row_data(values: dict[str, Any], expected: list[object], case: MakeCase) -> None:
    """A row holds what a list shows of its case, in a fixed order, without what is empty at the end."""
    assert expected == row_data(case("x-01", **values), packaged_programme(), "x-01")


def test_row_names_the_file_of_its_texts(case: MakeCase) -> None:
    """A case in another's file says in whose."""
    assert ["x-02", "x-01"] == row_data(case("x-02"), packaged_programme(), "x-01")[:2]


def test_texts_stand_once(case: MakeCase) -> None:
    """A text that the record has is named by its key; where the simple rule is wrong the text itself is there."""
    one = case(
        summary="一句。又一句。",
        keywords=["甲", "乙"],
        background="**背景**。\n\n- 一\n- 二",
        approach="见[报道](https://a.example/)。",
    )
    labelled = ((passage.label, passage) for passage in beside_row(one, passages(one)))

    assert [
        ["学校", "示例大学"],
        ["单位", "示例党支部"],
        ["关键词", "甲", "乙"],
        ["内容提要", ["summary"]],
        ["背景与问题", ["background"]],
        ["主要做法", "见报道。"],
    ] == excerpted(one, labelled)


def test_what_is_beside_a_row(case: MakeCase) -> None:
    """Excerpts come from what the row does not show: neither title nor sentence, but the rest of the summary."""
    one = case(summary="一句。又一句。", background="背景。")
    reasoned = case(summary="一句。又一句。", significance="为什么", background="背景。")
    names = [("university", "示例大学"), ("branch", "示例党支部")]

    assert [*names, ("summary", "又一句。"), ("background", "背景。")] == beside(one)
    assert [*names, ("summary", "一句。又一句。"), ("background", "背景。")] == beside(reasoned)
    assert [*names] == beside(case())


def beside(case: Case) -> list[tuple[str, str]]:
    """Give the texts beside a case's row by their keys."""
    return [(one.key, one.text) for one in beside_row(case, passages(case))]


def test_trimmed() -> None:
    """What is empty is left out at the end only."""
    assert [[], ["", 1], [0, "a"]] == [trimmed(one) for one in ([], ["", 1, 0, "", []], [0, "a", ""])]
