"""Charts as SVG for use inside a page, drawn from numbers alone.

They are drawn for the width of a phone, in pixels of their own; charts.css says how far they may grow, and gives every
colour, so that they follow the reader's scheme. Texts are 14 px, and up to 20 px where the reader wants large letters
on a phone; there is room for these.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.outputs.views.number import grouped

WIDTH = 360
_DIGIT, _LARGEST_DIGIT = 8.0, 11.1
"""The width of a digit of 14 px and of 20 px, as of a comma at most."""

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
"""Room beside the outer columns at least."""
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
        gist: a sentence for them on what it shows.
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
        gist: a sentence for them on what it shows.
        columns: in their order, of which one at least is more than nothing.
    """
    side = _side(columns)
    step = (WIDTH - 2 * side) / len(columns)
    middles = [side + step * (index + 0.5) for index in range(len(columns))]
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
    counts, roomy = _counted(columns, middles, _DIGIT), _counted(columns, middles, _LARGEST_DIGIT)
    for at in counts:
        y = _COLUMN_BASE - columns[at].count * scale - 7
        kind = "number" if columns[at].count else "zero"
        shapes.append(_label(middles[at], y, grouped(columns[at].count), kind, crowds=at not in roomy))
    every = _every(columns, step, _DIGIT, 1)
    rarely = _every(columns, step, _LARGEST_DIGIT, every)
    for at in range((len(columns) - 1) % every, len(columns), every):
        crowds = (len(columns) - 1 - at) % rarely > 0
        shapes.append(_label(middles[at], _COLUMN_BASE + 20, columns[at].label, "text", crowds=crowds))
    return _drawing(id, title, gist, _COLUMN_HEIGHT, shapes)


def _side(columns: Sequence[Column]) -> float:
    """Give the room beside the columns in which half of the largest label fits under the outermost."""
    half, count = _widest(columns) / 2, len(columns)
    return max(_COLUMN_SIDE, (half - WIDTH / 2 / count) / (1 - 1 / count)) if count > 1 else _COLUMN_SIDE


def _widest(columns: Sequence[Column], digit: float = _LARGEST_DIGIT) -> float:
    return max(_width(column.label, digit) for column in columns)


def _counted(columns: Sequence[Column], middles: Sequence[float], digit: float) -> list[int]:
    """Choose the columns whose count is written: all, or the highest and the last, or the highest alone."""
    widths = [_width(grouped(column.count), digit) for column in columns]
    if len(columns) == 1 or max(widths) <= middles[1] - middles[0]:
        return list(range(len(columns)))
    highest, last = max(range(len(columns)), key=lambda at: columns[at].count), len(columns) - 1
    left, right = (_inside(middles[at], widths[at]) for at in (highest, last))
    return [highest, last] if right - left >= (widths[highest] + widths[last]) / 2 + digit else [highest]


def _every(columns: Sequence[Column], step: float, digit: float, once: int) -> int:
    """Count how many columns lie from label to label, counted from the last, in whole steps of `once`."""
    widest = _widest(columns, digit)
    return next((once * size for size in _STEPS if once * size * step >= widest), once * _STEPS[-1])


def _width(text: str, digit: float) -> float:
    return digit * (len(text) + 0.5)


def _inside(middle: float, width: float) -> float:
    return min(max(middle, width / 2), WIDTH - width / 2)


def _label(middle: float, y: float, text: str, kind: str, *, crowds: bool) -> Markup:
    """Write a text over or under a column, whole within the drawing; the largest letters may have no room for it."""
    x = _inside(middle, _width(text, _LARGEST_DIGIT))
    style = f"chart__{kind} chart__middle{' chart__crowding' if crowds else ''}"
    return Markup(f'<text class="{style}" x="{_px(x)}" y="{_px(y)}">{escape(text)}</text>')  # noqa: S704 (escaped)


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
    """Make columns of counts by year, with the empty years in between.

    Args:
        counts: years, in any order, with their counts.
    """
    known = dict(counts)
    return tuple(Column(str(year), known.get(year, 0)) for year in range(min(known), max(known) + 1))
