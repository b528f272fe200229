"""What goes with a case beside its text is told in short lists, and nobody is named who did not agree."""

from collections.abc import Callable

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.outputs.views.materials import Group, Item, Role, materials_of, roles_of

MakeCase = Callable[..., Case]

PROGRAMME = packaged_programme()


def test_every_kind(case: MakeCase) -> None:
    """Films, prizes, reports and money stand in this order, under their fields' names, with all that is known."""
    one = case(
        funding=[{"source": "示例资金", "amount": "36.5", "unit": "万元", "qualifier": "余", "year": 2023}],
        coverage=[{"medium": "示例日报", "title": "报道", "date": "2024-05", "url": "https://example.org/r"}],
        awards=[{"name": "示例奖", "level": "一等奖", "issuer": "示例厅", "year": 2024}],
        videos=[{"title": "视频", "link": "https://www.example.org:8080/v?t=1", "length": "90"}],
    )

    assert (
        Group("videos", "视频", (Item("视频", "https://www.example.org:8080/v?t=1", ("1小时30分", "example.org")),)),
        Group("awards", "获奖", (Item("示例奖", "", ("一等奖", "示例厅", "2024年")),)),
        Group("coverage", "媒体报道", (Item("报道", "https://example.org/r", ("示例日报", "2024年5月")),)),
        Group("funding", "资金来源", (Item("示例资金", "", ("36.5万余元", "2023年")),)),
    ) == materials_of(one, PROGRAMME)


def test_what_is_not_known_leaves_nothing(case: MakeCase) -> None:
    """What a record leaves out is not mentioned, and a kind without items has no list."""
    one = case(awards=[{"name": "示例奖"}], videos=[{"title": "视频", "link": "mailto:dangban@example.edu.cn"}])

    assert ((), ()) == (materials_of(case(), PROGRAMME), roles_of(case()))
    assert [("视频", ()), ("示例奖", ())] == [
        (item.text, item.remarks) for group in materials_of(one, PROGRAMME) for item in group.items
    ]


def test_roles(case: MakeCase) -> None:
    """Those who agreed stand by role, roles in the order of their first mention; whoever did not agree is left out."""
    credits = [
        {"role": "审稿", "name": "甲示例", "agreed": True},
        {"role": "执笔", "name": "乙示例", "agreed": True},
        {"role": "审稿", "name": "丙示例", "agreed": True},
        {"role": "摄影", "name": "丁示例"},
    ]

    assert (Role("审稿", "甲示例、丙示例"), Role("作者", "乙示例")) == roles_of(case(credits=credits))
