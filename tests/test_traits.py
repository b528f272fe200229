"""What a case is to the library stays the same when only its words change, and follows all that divides the cases."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case
from generator.library.facet_kinds import FACET_KINDS
from generator.library.traits import counted_of, traits_of
from tests.each import each

MakeCase = Callable[..., Case]
WORDS: tuple[dict[str, Any], ...] = (
    {"title": "示例的另一个标题"},
    {"subtitle": "示例的副标题"},
    {"summary": "示例的另一个提要。"},
    {"significance": "示例的另一个理由"},
    {"approach": "示例的另一个做法。"},
    {"branch": "示例第二支部"},
    {"training": {"questions": ["示例的问题"]}},
)
TRAITS: tuple[dict[str, Any], ...] = (
    {"status": "draft"},
    {"featured": True},
    {"keywords": ["示例新词"]},
    {"province": "云南"},
    {"university": "示例另一大学"},
    {"period": {"start": "2021-03"}},
    {"places": [{"province": "云南", "city": "示例市"}]},
    {"photos": [{"file": "a.png", "caption": "示例照片", "alt": "一块颜色"}]},
)
COUNTED: tuple[dict[str, Any], ...] = (
    {"outcomes": [{"what": "示例受益", "value": 31, "unit": "人次"}]},
    {"outcomes": [{"what": "示例受益", "value": 31, "unit": "人次", "headline": True}]},
    {"background": "示例的背景。"},
    {"permission": {"granted_by": "示例大学", "granted_on": "2026-03-01", "scope": "汇编"}},
)


@each("values", WORDS, ids=lambda one: next(iter(one)))
def test_words_are_no_traits(case: MakeCase, values: dict[str, Any]) -> None:
    """Another text is shown on other pages, and counts for none."""
    assert traits_of(case(**values), FACET_KINDS) == traits_of(case(), FACET_KINDS)
    assert counted_of(case(**values)) == counted_of(case())


@each("values", COUNTED, ids=lambda one: next(iter(one)))
def test_what_is_counted_is_no_trait(case: MakeCase, values: dict[str, Any]) -> None:
    """Figures and what is lacking change the library's numbers, and leave its order and its terms alone."""
    assert traits_of(case(**values), FACET_KINDS) == traits_of(case(), FACET_KINDS)
    assert counted_of(case(**values)) != counted_of(case())


def test_partners_and_months_are_counted(case: MakeCase) -> None:
    """Another partner of a kind, and another beginning in front of the same end, divide nothing anew."""
    periods = [case(period={"start": start, "end": "2025-06"}) for start in ("2024-03", "2023-01")]
    partners = [case(partners=[{"name": name, "kind": "村"}]) for name in ("示例村", "示例二村")]
    for one, other in (periods, partners):
        assert traits_of(one, FACET_KINDS) == traits_of(other, FACET_KINDS)
        assert counted_of(one) != counted_of(other)


@each("values", TRAITS, ids=lambda one: next(iter(one)))
def test_what_divides_the_cases_is_a_trait(case: MakeCase, values: dict[str, Any]) -> None:
    """Terms, dates and what lies beside the record change what follows from all cases."""
    assert traits_of(case(**values), FACET_KINDS) != traits_of(case(), FACET_KINDS)
