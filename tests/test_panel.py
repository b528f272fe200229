"""The facts stay beside a text only where a window has room for all of them."""

import pytest

from generator.outputs.pages.parts.panel import fits, height_px
from generator.outputs.views.facts import Fact, Value
from generator.outputs.views.time import Time
from tests.each import each

MAY = Time("2024-05", "2024年5月")


def rows(count: int, text: str = "示例大学", values: int = 1) -> list[Fact]:
    """Make as many facts."""
    return [Fact("school", "院系", (Value(text),) * values)] * count


@each(
    ("facts", "expected"),
    [
        ([], 0),
        (rows(1), 44),
        (rows(2), 88),
        (rows(1, values=3), 94),
        (rows(1, "示" * 19), 69),
        ([Fact("places", "服务地点", (Value("示" * 10, tail="例" * 4, note="乡" * 5),))], 69),
        (
            [Fact("period", "开展时间", (Value(times=(Time("2024-01", "2024年1月"), Time("2024-02", "2024年2月"))),))],
            44,
        ),
    ],
    ids=["none", "one", "two", "several values", "two lines", "with remark", "time"],
)
def test_height(facts: list[Fact], expected: int) -> None:
    """Every line counts, also those that a long value takes, and what stands around a row."""
    assert expected == height_px(facts)


@pytest.mark.parametrize(("count", "expected"), [(11, True), (12, False)])
def test_fits(count: int, *, expected: bool) -> None:
    """A dozen rows are too many for a window of usual height."""
    assert expected is fits(rows(count))
