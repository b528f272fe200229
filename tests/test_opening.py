"""A case's page opens with one thing to remember, and says nothing twice."""

from collections.abc import Callable
from typing import Any

from generator.case.model import Case
from generator.outputs.pages.parts.opening import opening_of
from generator.outputs.pages.parts.photo import Photograph
from tests.each import each

PHOTO = Photograph("a.jpg", "示意画", "示意画", "", (), 1600, 1000)
FIGURE = {"what": "听课", "value": "50", "unit": "人"}
CHOSEN = FIGURE | {"headline": "是"}


@each(
    ("values", "expected"),
    [
        ({}, ""),
        ({"value": "0.6", "before": "34", "unit": "%"}, ""),
        ({"value": "123456", "unit": "余人次"}, ""),
        ({"value": "12345678", "unit": "人次"}, "long"),
        ({"value": "12000", "before": "4000", "before_qualifier": "不足", "unit": "元"}, ""),
        ({"value": "123456789012.34", "unit": "立方米/（平方公里·年）"}, "longest"),
    ],
    ids=["small", "pair", "six digits", "eight digits", "long pair", "everything"],
)
def test_size_of_the_figure(case: Callable[..., Case], values: dict[str, str], expected: str) -> None:
    """A figure is as large as its digits and its unit let it be, and none is broken."""
    opening = opening_of(case(outcomes=[CHOSEN | values]), is_short=False, photograph=None)

    assert expected == opening.size


@each(
    ("values", "is_short", "photograph", "expected"),
    [
        ({}, False, None, (None, "", "", "提要。")),
        ({"significance": "值得看"}, False, None, (None, "值得看", "", "提要。")),
        ({"outcomes": [FIGURE]}, False, None, (None, "", "", "提要。")),
        ({"outcomes": [CHOSEN]}, False, None, ("50", "提要。", "", "")),
        ({"outcomes": [CHOSEN], "significance": "值得看"}, False, None, ("50", "值得看", "", "提要。")),
        ({"outcomes": [CHOSEN], "significance": "值得看"}, False, PHOTO, (None, "", "值得看", "提要。")),
        ({"outcomes": [CHOSEN], "significance": "值得看"}, True, None, (None, "", "值得看", "提要。")),
        ({"outcomes": [CHOSEN]}, True, None, (None, "", "", "提要。")),
        ({"summary": "值得看。做了。", "significance": "值得看。"}, False, None, (None, "", "", "值得看。做了。")),
    ],
    ids=[
        "summary alone",
        "sentence",
        "figure that nobody chose",
        "figure and summary",
        "figure and sentence",
        "photo",
        "short, with a sentence",
        "short",
        "sentence that the summary says",
    ],
)
def test_what_opens(
    case: Callable[..., Case],
    values: dict[str, Any],
    *,
    is_short: bool,
    photograph: Photograph | None,
    expected: tuple[str | None, str, str, str],
) -> None:
    """A photo, else the editor's figure with its sentence, else the sentence; a short case has its title."""
    opening = opening_of(case(**{"summary": "提要。"} | values), is_short=is_short, photograph=photograph)

    assert photograph is opening.photograph
    assert expected == (
        opening.figure and opening.figure.number,
        opening.sentence,
        opening.reason,
        opening.summary,
    )
