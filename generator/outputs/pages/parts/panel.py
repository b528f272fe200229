"""How high the facts beside a case are: they stay in view while the text is read only where all of them fit."""

from collections.abc import Iterable
from math import ceil

from generator.case.text import em_width
from generator.outputs.views.facts import Fact, Value

_LINE_EM = 18
"""What a line of a value holds, in widths of a Han character, as facts.css has it on wide screens."""
_LINE_PX, _ROW_PX = 25, 19
"""The height of a line, and what a row has around its lines."""
_ROOM_PX = 520
"""What a window of 900 pixels leaves below the title of the panel and what a reader can do with the case."""


def fits(facts: Iterable[Fact]) -> bool:
    """Whether facts fit into a window of usual height."""
    return height_px(facts) <= _ROOM_PX


def height_px(facts: Iterable[Fact]) -> int:
    """Estimate the height of facts beside a text."""
    return sum(_ROW_PX + sum(map(_height, fact.values)) for fact in facts)


def _height(value: Value) -> int:
    times = "—".join(time.text for time in value.times)
    remark = f"（{value.note}）" if value.note else ""
    return ceil(em_width(f"{value.text}{value.tail}{times}{remark}") / _LINE_EM) * _LINE_PX
