"""What an import does to cases that are there, as tables for a terminal."""

from typing import Any

from generator.intake.merge import BOTH_CHANGED, Change, Conflict
from generator.intake.outcome import Outcome
from generator.intake.proposal import Origin, ProposedCase, ProposedValue
from generator.outputs.report.again import render_changes, render_conflicts, render_deeds, render_unclear

ORIGIN = Origin("汇总表.xlsx", row=3, column="C")
CASE = ProposedCase((ProposedValue(("title",), "示例题目", ORIGIN),), (), ORIGIN)


def said(doubt: str = "", *columns: str) -> tuple[ProposedValue, ...]:
    """Give what a file says, from some columns."""
    places = (Origin("汇总表.xlsx", row=3, column=column) for column in columns or ("C",))
    return tuple(ProposedValue(("summary",), "x", place, doubt) for place in places)


def changed(ours: Any, theirs: Any, doubt: str = "", *columns: str) -> Outcome:
    """Give a case of which one value becomes another."""
    change = Change(("summary",), theirs, said(doubt, *columns), ours)
    return Outcome("dj-01", CASE, "changed", (change,))


def test_a_change_is_a_line() -> None:
    """With both values, the place, and what is to be checked."""
    assert render_changes([changed("旧", "新", "由文字拆出"), changed(None, {"a": "b"}, "", "C", "D", "E")]) == (
        "改动：\n"
        "编号   字段      记录里    改成    来自\n"
        "dj-01  内容提要  旧        新      汇总表.xlsx 第3行 C列  待核：由文字拆出\n"
        "dj-01  内容提要  （没有）  {a: b}  汇总表.xlsx 第3行 C列等 3 处"
    )


def test_long_values_are_shown_where_they_differ() -> None:
    """A sentence that changed far inside a text is seen, not its common beginning."""
    text = "一二三四五六七八九十" * 5

    shown = render_conflicts(
        [Outcome("dj-01", CASE, "same", (), (Conflict(("summary",), f"{text}甲{text}", f"{text}乙", BOTH_CHANGED),))]
    )

    row = shown.splitlines()[2]
    assert "…五六七八九十甲一二三四五六七八九十一二三四五六七…" in row
    assert "…五六七八九十乙 " in row
    assert render_changes([changed(text, text[:30])]).splitlines()[2].count("…") == 3


def test_many_changes_are_counted() -> None:
    """Nobody reads a thousand lines."""
    shown = render_changes([changed("旧", "新")] * 201).splitlines()

    assert (len(shown), shown[-1]) == (203, "……共 201 处")


def test_what_was_left_is_told() -> None:
    """With its place, its title and why."""
    unclear = Outcome("", CASE, "unclear", why="可能是 a-1、a-2，请在表里写明编号")

    assert render_unclear([unclear]) == (
        "没有导入：\n"
        "来自                   标题      为什么\n"
        "汇总表.xlsx 第3行 C列  示例题目  可能是 a-1、a-2，请在表里写明编号"
    )
    assert (render_unclear([]), render_changes([]), render_conflicts([])) == ("", "", "")
    outcomes = [unclear, changed("旧", "新"), Outcome("b", CASE, "same"), Outcome("c", CASE, "left")]
    assert render_deeds(outcomes) == "更新 1 个，1 个没有不同，1 个已经有记录，没有动，1 个没有导入"
