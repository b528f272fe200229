"""What a case is to the library stays the same when only its words change, and follows all that is counted."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.case.model import Case
from generator.library.facet_kinds import FACET_KINDS
from generator.library.traits import traits_of

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
    {"outcomes": [{"what": "示例受益", "value": 31, "unit": "人次"}]},
    {"places": [{"province": "云南", "city": "示例市"}]},
    {"background": "示例的背景。"},
    {"photos": [{"file": "a.png", "caption": "示例照片", "alt": "一块颜色"}]},
)


@pytest.mark.parametrize("values", WORDS, ids=lambda one: next(iter(one)))
def test_words_are_no_traits(case: MakeCase, values: dict[str, Any]) -> None:
    """Another text is shown on other pages, and counts for none."""
    assert traits_of(case(**values), FACET_KINDS) == traits_of(case(), FACET_KINDS)


@pytest.mark.parametrize("values", TRAITS, ids=lambda one: next(iter(one)))
def test_what_is_counted_is_a_trait(case: MakeCase, values: dict[str, Any]) -> None:
    """Terms, dates, figures, what is lacking and what lies beside the record change what follows from all cases."""
    assert traits_of(case(**values), FACET_KINDS) != traits_of(case(), FACET_KINDS)
