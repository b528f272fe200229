"""Charts are drawn from numbers alone: nothing leaves the drawing, no two texts touch, and words tell the gist."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.graphics.chart import WIDTH, Column, Share, bar, column_chart, share_chart, with_gaps
from tests.each import each

SHARES = [Share("甲", 3, "shade-1"), Share("乙", 1, "shade-2"), Share("丙", 0, "shade-3")]

SHARE_CHART = """\
<svg class="chart" viewBox="0 0 360 92" role="img" aria-labelledby="x-chart-title x-chart-gist">
<title id="x-chart-title">题</title>
<desc id="x-chart-gist">要点。</desc>
<rect class="chart__part shade-1" x="0" y="0" width="268.5" height="26"/>
<rect class="chart__part shade-2" x="270.5" y="0" width="89.5" height="26"/>
<rect class="chart__part shade-1" x="0" y="44" width="12" height="12"/>
<text class="chart__text" x="20" y="56">甲<tspan class="chart__number" dx="6">3</tspan></text>
<rect class="chart__part shade-2" x="180" y="44" width="12" height="12"/>
<text class="chart__text" x="200" y="56">乙<tspan class="chart__number" dx="6">1</tspan></text>
<rect class="chart__part shade-3" x="0" y="72" width="12" height="12"/>
<text class="chart__text" x="20" y="84">丙<tspan class="chart__number" dx="6">0</tspan></text>
</svg>"""

COLUMN_CHART = """\
<svg class="chart" viewBox="0 0 360 200" role="img" aria-labelledby="x-chart-title x-chart-gist">
<title id="x-chart-title">题</title>
<desc id="x-chart-gist">要点。</desc>
<rect class="chart__column" x="74" y="24" width="40" height="150"/>
<rect class="chart__column" x="246" y="99" width="40" height="75"/>
<path class="chart__base" d="M0 174.5H360"/>
<text class="chart__number chart__middle" x="94" y="17">2</text>
<text class="chart__number chart__middle" x="266" y="92">1</text>
<text class="chart__text chart__middle" x="94" y="194">2024</text>
<text class="chart__text chart__middle" x="266" y="194">2025</text>
</svg>"""


def parsed(drawing: str) -> ET.Element:
    """Read a drawing as XML."""
    return ET.fromstring(drawing)  # noqa: S314 (our own drawing)


def texts(drawing: str, *, is_largest: bool = False) -> list[tuple[float, float, str]]:
    """Give the column chart's texts, perhaps those with the largest letters: place across, place down, text."""
    found = [text for text in parsed(drawing).iter("text") if not (is_largest and "crowding" in text.attrib["class"])]
    return [(float(text.attrib["x"]), float(text.attrib["y"]), text.text or "") for text in found]


def labels(drawing: str) -> list[str]:
    """Give what stands under the columns."""
    return [text for _, y, text in texts(drawing) if y > 180]


def columns_of(counts: list[int], first: int = 2000) -> list[Column]:
    """Make columns of years."""
    return [Column(str(first + index), count) for index, count in enumerate(counts)]


def test_share_chart() -> None:
    """Parts of a whole are one bar; the key names every part, also one that is nothing."""
    assert share_chart("x", "题", "要点。", SHARES) == SHARE_CHART


def test_column_chart() -> None:
    """Counts are columns of their height, each with its count and its label."""
    assert column_chart("x", "题", "要点。", columns_of([2, 1], 2024)) == COLUMN_CHART


def test_one_column() -> None:
    """A single column stands in the middle and is no wall."""
    rect = parsed(column_chart("x", "题", "要点。", columns_of([17_832]))).find("rect")

    assert rect is not None
    assert {"class": "chart__column", "x": "160", "y": "24", "width": "40", "height": "150"} == rect.attrib


def test_year_without_cases_is_a_gap_with_nothing() -> None:
    """A year that nothing stands in has a 0 in a softer ink and no column."""
    drawing = column_chart("x", "题", "要点。", columns_of([2, 0, 1]))

    assert 2 == drawing.count('class="chart__column"')
    assert '<text class="chart__zero chart__middle" x="180" y="167">0</text>' in drawing


def test_text_is_escaped() -> None:
    """Names cannot become tags."""
    drawing = share_chart("x", "<b>", '"&', [Share("<script>", 1, '"><script>')])

    assert "<script>" not in drawing
    assert ["<script>"] == [text.text for text in parsed(drawing).iter("text")]


def test_thirty_years_name_every_fifth() -> None:
    """Where labels would touch, every so many are written, and always the last."""
    drawing = column_chart("x", "题", "要点。", columns_of([1] * 30, 1997))

    assert ["2001", "2006", "2011", "2016", "2021", "2026"] == labels(drawing)


def test_largest_letters_have_room() -> None:
    """Of what the largest letters have no room for, counts go, and every second label."""
    drawing = column_chart("x", "题", "要点。", columns_of([10] * 14, 2013))

    assert ["2014", "2016", "2018", "2020", "2022", "2024", "2026"] == labels(drawing)
    assert [10] * 14 == [int(text) for _, y, text in texts(drawing) if y < 180]
    assert ["10", "10", "2014", "2018", "2022", "2026"] == [text for _, _, text in texts(drawing, is_largest=True)]


def test_large_counts_of_many_years() -> None:
    """Where not every count can be written, the highest and the last are."""
    counts = [100 * year + 5 for year in range(1, 21)]
    counts[4] = 17_832
    drawing = column_chart("x", "题", "要点。", columns_of(counts))

    assert ["17,832", "2005"] == [text for _, y, text in texts(drawing) if y < 180]


def test_last_count_is_left_out_beside_the_highest() -> None:
    """The highest count wins where the last one would touch it."""
    drawing = column_chart("x", "题", "要点。", columns_of([1] * 28 + [17_832, 17_000]))

    assert ["17,832"] == [text for _, y, text in texts(drawing) if y < 180]


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=130).filter(any))
def test_columns_stay_inside_and_apart(counts: list[int]) -> None:
    """Whatever the counts, every shape and text is inside the drawing, and no two texts of a line touch.

    That holds for the largest letters, too, with which fewer texts are shown.
    """
    drawing = column_chart("x", "题", "要点。", columns_of(counts, 1900))
    rects = list(parsed(drawing).iter("rect"))
    edges = [
        [(x - half * len(text), x + half * len(text), y, text) for x, y, text in texts(drawing, is_largest=half > 4)]
        for half in (4, 5.55)
    ]
    lines = [[one for one in some if (one[2] > 180) == below] for some in edges for below in (True, False)]

    assert len(rects) == sum(count > 0 for count in counts)
    assert all(float(one.attrib["x"]) >= 0 and float(one.attrib["height"]) >= 1 for one in rects)
    assert all(float(one.attrib["x"]) + float(one.attrib["width"]) <= WIDTH for one in rects)
    assert all(left >= 0 and right <= WIDTH and 14 <= y <= 200 for some in edges for left, right, y, _ in some)
    for line in lines:
        ordered = sorted(line)
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    assert all(lines)
    assert labels(drawing)[-1] == str(1899 + len(counts))


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=6).filter(any))
def test_shares_fill_the_bar(counts: list[int]) -> None:
    """The parts fill the bar's whole width, and the smallest can be seen."""
    shares = [Share(f"甲{index}", count, "s") for index, count in enumerate(counts)]
    bars = [one for one in parsed(share_chart("x", "题", "要点。", shares)).iter("rect") if one.attrib["y"] == "0"]
    widths = [float(one.attrib["width"]) for one in bars]

    assert len(widths) == sum(count > 0 for count in counts)
    assert min(widths) >= 1.5
    assert sum(widths) + 2 * (len(widths) - 1) == pytest.approx(WIDTH, abs=0.05)


@each(("share", "width"), [(0, "0"), (1, "100"), (0.5, "50"), (1 / 3, "33.33"), (1 / 17_832, "0.5")])
def test_bar_of_a_row(share: float, width: str) -> None:
    """A row's bar is as long as its share, hidden from those who listen, and seen unless it is nothing."""
    drawing = bar(share)

    assert 'aria-hidden="true"' in drawing
    assert [width] == re.findall(r'<rect width="([^"]+)"', drawing)


def test_gaps_between_years() -> None:
    """Years that nothing stands in are there with nothing, between the first and the last."""
    expected = (Column("2019", 2), Column("2020", 0), Column("2021", 0), Column("2022", 5))

    assert expected == with_gaps([(2022, 5), (2019, 2)])
