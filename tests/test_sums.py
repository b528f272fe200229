"""Outcomes are added only where their units agree, exactly, and never to more than is known."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.model import Case, Outcome
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.library.sums import Outcomes, Sum, add_outcomes, amount_of
from tests.each import each

PROGRAMME = packaged_programme()
MakeCase = Callable[..., Case]
Figures = list[tuple[str, str, str]]
"""Outcomes as value, unit and qualifier, which may be empty."""


def outcome(value: str, unit: str, qualifier: str = "", what: str = "示例", **more: str) -> dict[str, str]:
    """Write an outcome as a record does."""
    return {"what": what, "value": value, "unit": unit, **({"qualifier": qualifier} if qualifier else {}), **more}


@pytest.fixture(name="added")
def _added(case: MakeCase) -> Callable[..., Outcomes]:
    """Add the outcomes of cases, each given by its figures: `added([("5", "人次", "")], [])`."""

    def added(*cases: Figures) -> Outcomes:
        return add_outcomes(
            [
                case(f"c-{number:03}", outcomes=[outcome(*figure) for figure in figures])
                for number, figures in enumerate(cases)
            ],
            PROGRAMME,
        )

    return added


def told(outcomes: Outcomes) -> list[tuple[str, Decimal, bool, int]]:
    """Tell of each sum its unit, amount, exactness and cases."""
    return [(one.unit, one.amount, one.is_exact, one.cases) for one in outcomes.sums]


@each(
    ("unit", "value", "expected"),
    [
        ("人次", "30", ("人次", "30")),
        ("万人次", "1.2", ("人次", "12000")),
        ("万 人次", "1.2", ("人次", "12000")),
        ("百人次", "3", ("人次", "300")),
        ("亿元", "1.05", ("元", "105000000")),
        ("百万元", "2", ("元", "2000000")),
        ("元", "0.5", ("元", "0.5")),
        ("千克", "3", ("公斤", "3")),
        ("千公斤", "3", ("公斤", "3000")),
        ("万亩", "1", ("亩", "10000")),
        ("学时", "500", ("学时", "500")),
    ],
)
def test_amount(unit: str, value: str, expected: tuple[str, str]) -> None:
    """A figure is told in its unit itself, whatever multiple of it the record gives."""
    actual_unit, amount = amount_of(Outcome.model_validate(outcome(value, unit)), PROGRAMME.unit_sizes)

    assert (expected[0], Decimal(expected[1])) == (actual_unit, amount)


@each(
    "values",
    [
        pytest.param(outcome("5", "个"), id="a classifier"),
        pytest.param(outcome("5", "名"), id="people or a rank"),
        pytest.param(outcome("5", "次"), id="times of anything"),
        pytest.param(outcome("5", "万"), id="a multiple alone"),
        pytest.param(outcome("5", "千"), id="another multiple alone"),
        pytest.param(outcome("5", "余人次"), id="a qualifier in the unit"),
        pytest.param(outcome("5", "%"), id="a rate"),
        pytest.param(outcome("5", "倍"), id="a ratio"),
        pytest.param(outcome("5", "元/亩"), id="a price"),
        pytest.param(outcome("5", "人次/年"), id="a yearly rate"),
        pytest.param(outcome("5", "万万元"), id="an unknown multiple"),
        pytest.param(outcome("5", "美元"), id="other money"),
        pytest.param(outcome("5", "军人"), id="a unit that ends like another"),
        pytest.param(outcome("0", "人次"), id="nothing"),
        pytest.param(outcome("-3", "万元"), id="less than nothing"),
        pytest.param(outcome("5000", "元", what="人均纯收入增至"), id="a level"),
        pytest.param(outcome("300", "元", what="户均增收"), id="an average"),
        pytest.param(outcome("500", "人次", what="每年培训"), id="a figure for each year"),
        pytest.param(outcome("500", "人次", what="培训", note="平均每期"), id="an average by its note"),
        pytest.param(outcome("500", "人次", what="预计受益"), id="a hope"),
        pytest.param(outcome("22000", "元", before="4000"), id="what has a value before"),
    ],
)
def test_what_cannot_be_added(values: dict[str, str]) -> None:
    """Classifiers, rates, averages, levels, hopes, and what is not above zero, take part in no sum."""
    unit, _ = amount_of(Outcome.model_validate(values), PROGRAMME.unit_sizes)

    assert not unit


def test_nothing_to_add(added: Callable[..., Outcomes]) -> None:
    """Without cases, and without outcomes, there are no sums."""
    assert Outcomes(cases=0, figures=0, sums=()) == added() == added([], [])


def test_whole_sum(case: MakeCase) -> None:
    """A sum tells its unit, what it mixes, how many cases it has, and its three largest figures, the largest first."""
    cases = [case(f"c-{value}", outcomes=[outcome(value, "人次")]) for value in ("10", "40", "20", "30")]

    (actual,) = add_outcomes(cases, PROGRAMME).sums

    holds = next(unit.holds for unit in PROGRAMME.units if unit.name == "人次")
    expected = Sum("人次", holds, Decimal(100), is_exact=True, cases=4, largest=actual.largest, is_dominated=False)
    assert expected == actual
    assert ["c-40", "c-30", "c-20"] == [part.case.id for part in actual.largest]
    assert ["40人次", "30人次", "20人次"] == [part.outcome.chinese for part in actual.largest]


SUMS: dict[str, tuple[list[Figures], list[tuple[str, Decimal, bool, int]]]] = {
    "one case is no total": ([[("5", "人次", ""), ("6", "人次", "")]], []),
    "two cases": ([[("5", "人次", "")], [("6", "人次", "")]], [("人次", Decimal(11), True, 2)]),
    "人 and 人次 never mix": ([[("5", "人次", "")], [("6", "人", "")]], []),
    "学时 and 课时 never mix": ([[("5", "学时", "")], [("6", "课时", "")]], []),
    "multiples are the same unit": (
        [[("1.2", "万人次", "")], [("30", "人次", "")]],
        [("人次", Decimal(12030), True, 2)],
    ),
    "spellings are the same unit": ([[("5", "公斤", "")], [("2", "千克", "")]], [("公斤", Decimal(7), True, 2)]),
    "of one case the largest figure alone": (
        [[("300", "人次", ""), ("0.1", "万人次", ""), ("200", "人次", "")], [("5", "人次", "")]],
        [("人次", Decimal(1005), True, 2)],
    ),
    "the order is the vocabulary's": (
        [[("5", "元", ""), ("6", "人次", "")], [("5", "元", ""), ("6", "人次", "")]],
        [("人次", Decimal(12), True, 2), ("元", Decimal(10), True, 2)],
    ),
    "tenths are exact": ([[("0.1", "元", "")], [("0.2", "元", "")]], [("元", Decimal("0.3"), True, 2)]),
    "no digit is lost": (
        [[("1234567890123456.789", "亿元", "")], [("0.0000000000000001", "元", "")]],
        [("元", Decimal("123456789012345678900000.0000000000000001"), True, 2)],
    ),
    "a round figure makes a round sum": (
        [[("12600", "人", "余")], [("1300", "人", "近")], [("363", "人", "")]],
        [("人", Decimal(14300), False, 3)],
    ),
    "the vaguest figure decides": (
        [[("2345678", "元", "")], [("3", "万元", "约")]],
        [("元", Decimal(2380000), False, 2)],
    ),
    "three digits are enough": ([[("123456", "元", "")], [("21", "元", "约")]], [("元", Decimal(123000), False, 2)]),
    "two digits are kept": (
        [[("1", "亿元", "超")], [("2000", "万元", "多")]],
        [("元", Decimal(120000000), False, 2)],
    ),
    "halves are rounded up": ([[("125", "元", "")], [("20", "元", "余")]], [("元", Decimal(150), False, 2)]),
    "a carry keeps two digits": ([[("99", "元", "")], [("1", "元", "余")]], [("元", Decimal(100), False, 2)]),
    "a round figure that is not the largest of its case does not count": (
        [[("20", "人次", "余"), ("50", "人次", "")], [("5", "人次", "")]],
        [("人次", Decimal(55), True, 2)],
    ),
    "decimals may be round": ([[("1.5", "小时", "约")], [("2.25", "小时", "")]], [("小时", Decimal("3.8"), False, 2)]),
}
"""The figures of cases, and the sums: unit, amount, whether exact, cases."""


@pytest.mark.parametrize("name", SUMS)
def test_sums(name: str, added: Callable[..., Outcomes]) -> None:
    """Sums are exact, or as round as their figures."""
    cases, expected = SUMS[name]

    assert expected == told(added(*cases))


@pytest.mark.parametrize("qualifier", PROGRAMME.qualifier_words.names)
def test_every_qualifier_makes_a_sum_round(qualifier: str, added: Callable[..., Outcomes]) -> None:
    """Whatever the word for a round figure is, the sum is no longer exact."""
    assert [("人次", Decimal(30), False, 2)] == told(added([("20", "人次", qualifier)], [("10", "人次", "")]))


def test_all_figures_are_counted(added: Callable[..., Outcomes]) -> None:
    """Cases and figures are counted whether or not they can be added."""
    outcomes = added([("5", "个", ""), ("3", "人次", "")], [("5", "%", "")], [])

    assert Outcomes(cases=2, figures=3, sums=()) == outcomes


def test_first_of_equal_figures_stands_for_its_case(case: MakeCase) -> None:
    """Where a case gives the same amount twice, the first one is shown; the same between cases."""
    twice = [outcome("1", "万人次", what="甲"), outcome("10000", "人次", what="乙")]

    (actual,) = add_outcomes([case("c-1", outcomes=twice), case("c-2", outcomes=twice)], PROGRAMME).sums

    assert [("c-1", "甲"), ("c-2", "甲")] == [(part.case.id, part.outcome.what) for part in actual.largest]


def test_statistics_have_the_sums(case: MakeCase) -> None:
    """The library adds published cases alone."""
    values: dict[str, Any] = {"outcomes": [outcome("5", "人次")]}
    library = gather([case("a", **values), case("b", **values), case("c", status="draft", **values)])

    assert [("人次", Decimal(10), True, 2)] == told(library.statistics.outcomes)


@given(st.lists(st.decimals(min_value="0.01", max_value="1e12", places=2), min_size=2, max_size=20))
def test_sum_does_not_depend_on_order(case: MakeCase, values: list[Decimal]) -> None:
    """The sum of exact figures is their sum, in whatever order the cases come."""
    cases = [case(f"c-{number}", outcomes=[outcome(str(value), "元")]) for number, value in enumerate(values)]

    forth, back = (add_outcomes(order, PROGRAMME).sums[0].amount for order in (cases, cases[::-1]))

    assert sum(values) == forth == back
