"""A text restates figures where no clause of it says anything else; in doubt it says something."""

from decimal import Decimal

import pytest

from generator.reading.restatement import restating, told_by
from tests.each import each

TOLD = told_by(
    [
        ("培训农户", "人次", (Decimal(1200),)),
        ("覆盖区县", "个", (Decimal(10),)),
        ("缺课率", "%", (Decimal(34), Decimal("0.6"))),
        ("种植", "万亩", (Decimal(10),)),
        ("省“五个一批”项目", "个", (Decimal(3),)),
    ]
)


@each(
    "text",
    [
        "培训农户1200余人次。",
        "培训农户１，２００人次；覆盖10个区县。",
        "共培训了农户一千二百人次，在十个区县都有。",
        "报道所列数据：\n培训农户1200人次。\n覆盖10个区县。",
        "截至目前，缺课率由34%降到0.6%。",
        "缺课率从百分之三十四降至0.6％。",
        "2024年，种植10余万亩（100000亩）。",
        "成效明显：覆盖区县10个，省“五个一批”项目3个。",
    ],
)
def test_what_only_restates(text: str) -> None:
    """Whatever the notation, order and words around them: the figures again are nothing new."""
    assert "".join(restating(text, TOLD)).strip()


@each(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("渠水变清了，村民自己会测。", id="no figure"),
        pytest.param("培训农户1200余人次。听过课的人自己办了合作社。", id="another sentence says more"),
        pytest.param("培训农户1200余人次，听过课的人自己办了合作社。", id="another clause says more"),
        pytest.param("听过课的人自己办了合作社：培训农户1200余人次。", id="what stands before says more"),
        pytest.param("培训农户1200余人次，建站12座。", id="a figure of its own"),
        pytest.param("培训农户1500人次。", id="another value"),
        pytest.param("1200人次里有八成是返乡青年。", id="a share of a figure"),
        pytest.param("项目入选全国典型案例，覆盖10个区县。", id="an honour"),
        pytest.param("10个区县的中小学把它排进了课表。", id="words of its own around a figure"),
        pytest.param("第三批学员2024年6月结业。", id="dates and ordinals only"),
    ],
)
def test_what_says_more(text: str) -> None:
    """A number that is none of the figures', or a few words of its own in any clause, and it does not only restate."""
    assert () == restating(text, TOLD)


def test_sentences_are_told() -> None:
    """The sentences with figures are named, each whole."""
    text = "报道所列数据：\n\n培训农户1200余人次。覆盖10个区县！\n\n成效明显。"

    assert ("培训农户1200余人次。", "覆盖10个区县！") == restating(text, TOLD)


def test_without_figures_nothing_is_restated() -> None:
    """Where a record has no figures every number is new."""
    assert () == restating("培训农户1200余人次。", told_by([]))
