"""The line that says what is being done: drawn over while it lasts, erased at the end, never too wide."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.text import display_width
from generator.making.terminal.status_line import StatusLine, draw_status
from tests.each import each
from tests.terminal import Terminal, seen

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

LINES = {
    "uncounted": ({}, "| 读取与检查"),
    "turning": ({"tick": 2}, "- 读取与检查"),
    "turning-round": ({"tick": 7}, "\\ 读取与检查"),
    "none-done": ({"total": 4, "cells": 40}, "| 读取与检查 [.....................] 0/4"),
    "some-done": ({"total": 4, "done": 3, "cells": 40}, "| 读取与检查 [###############......] 3/4"),
    "all-done": ({"total": 4, "done": 4, "cells": 40}, "| 读取与检查 [#####################] 4/4"),
    "more-than-all": ({"total": 4, "done": 5, "cells": 40}, "| 读取与检查 [#####################] 5/4"),
    "wide": ({"total": 2, "done": 1, "cells": 200}, f"| 读取与检查 [{'#' * 20}{'.' * 20}] 1/2"),
    "no-room-for-a-bar": ({"total": 40, "done": 4, "cells": 24}, "| 读取与检查 4/40"),
    "no-room-for-the-name": ({"total": 40, "done": 4, "cells": 12}, "| 读取 4/40"),
    "hardly-any-room": ({"total": 40, "done": 4, "cells": 3}, " 4/"),
    "no-room": ({"cells": 0}, ""),
}


@each("name", LINES)
def test_line(name: str) -> None:
    """A mark that turns, the name, a bar and the count; where room is short the bar goes first, then the name."""
    given_, expected = LINES[name]

    assert draw_status("读取与检查", **given_) == expected


@given(st.text("处理照片 AB—é", max_size=20), st.integers(0, 30), st.none() | st.integers(1, 30), st.integers(0, 90))
def test_line_keeps_to_its_room(name: str, done: int, total: int | None, cells: int) -> None:
    """Chinese characters take two cells; whatever the name, no line is wider than its room."""
    assert display_width(draw_status(name, done=done, total=total, cells=cells)) <= cells


def test_colour_changes_nothing_else() -> None:
    """The part that is done is coloured; without the escape sequences the line is the same."""
    plain, coloured = (draw_status("处理照片", done=2, total=4, colour=colour) for colour in (False, True))

    assert (plain != coloured, ESCAPE.sub("", coloured)) == (True, plain)


def test_it_is_drawn_over_and_erased(terminal: Terminal) -> None:
    """While it lasts the line moves in its place; afterwards what was written before is all there is."""
    terminal.stream.write("先前的话\n")
    with StatusLine(terminal.stream, "处理照片", 4) as line:
        terminal.wait_for("0/4")
        line.advance(3)
        terminal.wait_for("3/4")
        during = terminal.lines()

    assert (during[0], during[1][2:12], len(during)) == ("先前的话", "处理照片 [####", 2)
    assert terminal.lines() == ["先前的话"]


def test_what_is_written_next_begins_its_own_line(terminal: Terminal) -> None:
    """The cursor is back at the line's beginning."""
    with StatusLine(terminal.stream, "处理照片"):
        terminal.wait_for("处理照片")
    terminal.stream.write("已完成\n")
    terminal.stream.flush()

    assert terminal.lines() == ["已完成"]


@pytest.mark.parametrize(("setting", "coloured"), [("", True), ("1", False)])
def test_no_color_takes_its_colour(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, setting: str, *, coloured: bool
) -> None:
    """NO_COLOR takes the colour away and leaves the line."""
    monkeypatch.setenv("NO_COLOR", setting)
    with StatusLine(terminal.stream, "处理照片", 4) as line:
        line.advance(2)
        terminal.wait_for("2/4")

    assert bool(ESCAPE.search(terminal.shown)) == coloured


def test_dumb_terminal_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that cannot draw over a line is spared a long row of them."""
    monkeypatch.setenv("TERM", "dumb")
    with StatusLine(terminal.stream, "处理照片"):
        pass

    assert terminal.shown == ""


def test_narrow_terminal_gets_one_line(terminal: Terminal) -> None:
    """In twelve columns the line neither wraps nor fills the last column."""
    terminal.resize(12)
    with StatusLine(terminal.stream, "渲染固定页面", 40):
        terminal.wait_for("0/40")
        (line,) = terminal.lines()

    assert line == "| 渲染 0/40"


def test_closed_terminal_stops_nothing(terminal: Terminal) -> None:
    """A terminal that is closed while something is done ends the line, not the work."""
    with StatusLine(terminal.stream, "处理照片") as line:
        terminal.wait_for("处理照片")
        terminal.stream.close()
        line.advance(1)

    assert "处理照片" in terminal.shown


def test_closed_stream_is_no_terminal(terminal: Terminal) -> None:
    """A stream that is closed already shows nothing."""
    terminal.stream.close()
    with StatusLine(terminal.stream, "处理照片"):
        pass

    assert terminal.shown == ""


@each(
    ("shown", "expected"),
    [
        ("甲乙\r丙", ["丙乙"]),
        ("甲乙\ra", ["a 乙"]),
        ("甲乙\r    \r", []),
        ("ab\r\ncd\r\n", ["ab", "cd"]),
        ("\x1b[36mab\x1b[0m", ["ab"]),
    ],
)
def test_the_drawn_terminal_is_a_terminal(shown: str, expected: list[str]) -> None:
    """What these tests see is what a terminal shows: half of a wide character drawn over is gone."""
    assert seen(shown) == expected
