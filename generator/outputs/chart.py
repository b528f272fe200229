"""Charts as SVG to stand in a page, drawn from numbers alone.

They are drawn for the width of a phone, in pixels of their own; charts.css says how far they may grow, and gives every
colour, so that they follow the reader's scheme. Texts are about 13 px on a phone; the table
beside a chart grows with the reader's letters, a chart does not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.outputs.number import grouped

WIDTH = 360
_DIGIT = 8.0
"""The width of a digit, as of a comma at most."""

_SHARE_HEIGHT = 26
_SHARE_GAP = 2
_LEAST = 1.5
"""The width of what is hardly more than nothing."""
_KEY_TOP = 56
_KEY_LINE = 28
_KEY_COLUMNS = 2

_COLUMN_TOP = 24
_COLUMN_BASE = 174
_COLUMN_HEIGHT = 200
_COLUMN_SIDE = 8
"""Room beside the outer columns, for labels wider than they are."""
_WIDEST_COLUMN = 40
_STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Between two labels under the columns."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    name: str
    count: int
    style: str
    """The classes that give its colour."""


@dataclass(frozen=True, slots=True)
class Column:
    """A count over its label."""

    label: str
    count: int


def share_chart(id: str, title: str, gist: str, shares: Sequence[Share]) -> Markup:
    """Draw what a whole consists of, as one bar with a key that names every part and its count.

    Args:
        id: begins the ids of the drawing's texts.
        title: names the chart for those who listen.
        gist: tells them what it shows.
        shares: the parts in their order, of which one at least is more than nothing.
    """
    rows = -(-len(shares) // _KEY_COLUMNS)
    height = _KEY_TOP + _KEY_LINE * rows - 20
    return _drawing(id, title, gist, height, [*_bar(shares), *_key(shares)])


def _bar(shares: Sequence[Share]) -> Iterator[Markup]:
    shown = [share for share in shares if share.count]
    x = 0.0
    for share, width in zip(shown, _widths([share.count for share in shown]), strict=True):
        yield _rect(x, 0, width, _SHARE_HEIGHT, f"chart__part {share.style}")
        x += width + _SHARE_GAP


def _widths(counts: Sequence[int]) -> list[float]:
    """Divide the bar, so that the smallest part is still seen; the greatest gives what that takes."""
    room = WIDTH - _SHARE_GAP * (len(counts) - 1)
    widths = [max(_LEAST, count / sum(counts) * room) for count in counts]
    widths[widths.index(max(widths))] -= sum(widths) - room
    return widths


def _key(shares: Sequence[Share]) -> Iterator[Markup]:
    for index, share in enumerate(shares):
        row, column = divmod(index, _KEY_COLUMNS)
        x, y = column * WIDTH / _KEY_COLUMNS, _KEY_TOP + row * _KEY_LINE
        yield _rect(x, y - 12, 12, 12, f"chart__part {share.style}")
        yield Markup(  # noqa: S704 (every value is escaped)
            f'<text class="chart__text" x="{_px(x + 20)}" y="{_px(y)}">{escape(share.name)}'
            f'<tspan class="chart__number" dx="6">{grouped(share.count)}</tspan></text>'
        )


def column_chart(id: str, title: str, gist: str, columns: Sequence[Column]) -> Markup:
    """Draw counts side by side, as many as there are; where labels would touch, only some are written.

    Args:
        id: begins the ids of the drawing's texts.
        title: names the chart for those who listen.
        gist: tells them what it shows.
        columns: in their order, of which one at least is more than nothing.
    """
    step = (WIDTH - 2 * _COLUMN_SIDE) / len(columns)
    middles = [_COLUMN_SIDE + step * (index + 0.5) for index in range(len(columns))]
    most = max(column.count for column in columns)
    width = min(step * 0.7, _WIDEST_COLUMN)
    scale = (_COLUMN_BASE - _COLUMN_TOP) / most
    shapes = []
    for middle, column in zip(middles, columns, strict=True):
        if column.count:
            height = max(1, column.count * scale)
            shapes.append(_rect(middle - width / 2, _COLUMN_BASE - height, width, height, "chart__column"))
    shapes.append(
        Markup(f'<path class="chart__base" d="M0 {_COLUMN_BASE + 0.5}H{WIDTH}"/>')  # noqa: S704 (only numbers)
    )
    counts = (
        _label(
            middles[at],
            _COLUMN_BASE - columns[at].count * scale - 7,
            grouped(columns[at].count),
            "number" if columns[at].count else "zero",
        )
        for at in _counted(columns, step)
    )
    names = (_label(middles[at], _COLUMN_BASE + 20, columns[at].label, "text") for at in _named(columns, step))
    return _drawing(id, title, gist, _COLUMN_HEIGHT, [*shapes, *counts, *names])


def _counted(columns: Sequence[Column], step: float) -> list[int]:
    """Choose the columns whose count is written: all, or the highest and the last."""
    if max(_width(grouped(column.count)) for column in columns) <= step:
        return list(range(len(columns)))
    highest = max(range(len(columns)), key=lambda at: columns[at].count)
    return _apart([highest, len(columns) - 1], columns, step)


def _apart(chosen: Iterable[int], columns: Sequence[Column], step: float) -> list[int]:
    """Leave out the last where the two would touch."""
    highest, last = chosen
    room = (_width(grouped(columns[highest].count)) + _width(grouped(columns[last].count))) / 2
    return [highest] if (last - highest) * step < room + _DIGIT else [highest, last]


def _named(columns: Sequence[Column], step: float) -> list[int]:
    """Choose the columns whose label is written: every so many, counted from the last."""
    widest = max(_width(column.label) for column in columns)
    every = next((size for size in _STEPS if size * step >= widest), _STEPS[-1])
    return list(range(len(columns) - 1, -1, -every))[::-1]


def _width(text: str) -> float:
    return _DIGIT * (len(text) + 0.5)


def _label(middle: float, y: float, text: str, kind: str) -> Markup:
    """Write a text over or under a column, whole within the drawing."""
    half = _width(text) / 2
    x = min(max(middle, half), WIDTH - half)
    return Markup(  # noqa: S704 (every value is escaped)
        f'<text class="chart__{kind} chart__middle" x="{_px(x)}" y="{_px(y)}">{escape(text)}</text>'
    )


def bar(share: float) -> Markup:
    """Draw the bar of a table's row, from 0 to 1 of the longest; it only repeats the number beside it."""
    width = max(share * 100, 0.5) if share else 0
    return Markup(  # noqa: S704 (only numbers)
        '<svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect width="{_px(width)}" height="10"/></svg>'
    )


def _drawing(id: str, title: str, gist: str, height: float, shapes: Iterable[Markup]) -> Markup:
    body = Markup("\n").join(shapes)
    return Markup(  # noqa: S704 (every value is escaped)
        f'<svg class="chart" viewBox="0 0 {WIDTH} {_px(height)}" role="img"'
        f' aria-labelledby="{escape(id)}-chart-title {escape(id)}-chart-gist">\n'
        f'<title id="{escape(id)}-chart-title">{escape(title)}</title>\n'
        f'<desc id="{escape(id)}-chart-gist">{escape(gist)}</desc>\n'
        f"{body}\n</svg>"
    )


def _rect(x: float, y: float, width: float, height: float, style: str) -> Markup:
    return Markup(  # noqa: S704 (every value is escaped)
        f'<rect class="{escape(style)}" x="{_px(x)}" y="{_px(y)}" width="{_px(width)}" height="{_px(height)}"/>'
    )


def _px(number: float) -> str:
    """Write a length with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def with_gaps(counts: Sequence[tuple[int, int]]) -> tuple[Column, ...]:
    """Make columns of counts by year, with the years that nothing stands in between.

    Args:
        counts: years, in any order, with their counts.
    """
    known = dict(counts)
    return tuple(Column(str(year), known.get(year, 0)) for year in range(min(known), max(known) + 1))
