"""A case is told in one sentence, whole: why it matters, or the first of its summary."""

from collections.abc import Callable

from generator.case.model import Case
from generator.outputs.views.sentence import first_sentence, sentence_of
from tests.each import each


@each(
    ("text", "expected"),
    [
        ("甲大学与乙村结对。两年开课48节。", "甲大学与乙村结对。"),
        ("两年开课48节，参加学生1200余人次", "两年开课48节，参加学生1200余人次"),
        ("发病率由34%降至0.6%。", "发病率由34%降至0.6%。"),
        ("“先议清楚。再动手。”老支书这样说。第二句。", "“先议清楚。再动手。”老支书这样说。"),
        ("办班（含线上。）12期。第二句。", "办班（含线上。）12期。"),
        ("能办成吗？能。", "能办成吗？"),
        ("少了右括号（第一句。第二句。", "少了右括号（第一句。第二句。"),
        ("多了右括号）第一句。第二句。", "多了右括号）第一句。"),
        ("", ""),
    ],
)
def test_first_sentence(text: str, expected: str) -> None:
    """A sentence ends at its full stop; one in quotation marks or brackets ends none, and no number is cut."""
    assert expected == first_sentence(text)


def test_significance_comes_first(case: Callable[..., Case]) -> None:
    """What an editor says of a case's significance stands before its summary, whole."""
    one = case(significance="第一次做成。别处可以学。", summary="做了什么。怎么做的。")

    assert ("第一次做成。别处可以学。", "做了什么。") == (
        sentence_of(one),
        sentence_of(one.model_copy(update={"significance": None})),
    )
