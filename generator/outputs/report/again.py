"""What an import makes of cases that are there already, as tables for a terminal: what changes, and what disagrees."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.case.model import Case
from generator.case.text import display_width
from generator.intake.outcome import Outcome
from generator.intake.proposal import DOUBTFUL, ProposedValue
from generator.reading.labels import Labels
from generator.reading.written_value import flow_text

_MOST = 200
"""More lines than this nobody reads in a terminal."""
_VALUE, _CONTEXT = 24, 6
"""How much of a value is shown, and how much of it before the first difference; in characters."""
_GAP = "  "


def render_changes(outcomes: Sequence[Outcome]) -> str:
    """Write a line for each value of a record that becomes another; empty where there is none."""
    rows = [row for one in outcomes for row in _changes(one)]
    return _table("改动", ("编号", "字段", "记录里", "改成", "来自"), rows)


def render_conflicts(outcomes: Sequence[Outcome]) -> str:
    """Write what record and file say, side by side, wherever they disagree and the record stays; empty if nowhere."""
    rows = [row for one in outcomes for row in _conflicts(one)]
    return _table("不一致，记录没有动", ("编号", "字段", "记录里", "文件里", "为什么", "来自"), rows)


def render_unclear(outcomes: Sequence[Outcome]) -> str:
    """Write a line for each case that is left because nobody knows which record it is; empty where there is none."""
    found = [one for one in outcomes if one.deed == "unclear"]
    rows = [(one.case.origin.chinese, one.case.text("title"), one.why) for one in found]
    return _table("没有导入", ("来自", "标题", "为什么"), rows)


def render_deeds(outcomes: Sequence[Outcome]) -> str:
    """Write the counts: 新建 3 个案例，更新 2 个，1 个没有不同，留下 4 个已有的没有动，2 处不一致."""
    deeds = [one.deed for one in outcomes]
    conflicts = sum(len(one.conflicts) for one in outcomes)
    parts = (
        (deeds.count("new"), "新建 {} 个案例"),
        (deeds.count("changed"), "更新 {} 个"),
        (deeds.count("same"), "{} 个没有不同"),
        (deeds.count("left"), "{} 个已经有记录，没有动"),
        (deeds.count("unclear"), "{} 个没有导入"),
        (conflicts, "{} 处不一致"),
    )
    return "，".join(words.format(count) for count, words in parts if count)


def _changes(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    for one in outcome.changes:
        ours, theirs = _side_by_side(one.ours, one.value)
        doubts = "，".join(dict.fromkeys(f"{DOUBTFUL}{said.doubt}" for said in one.said if said.doubt))
        yield (
            outcome.id,
            Labels.of(Case).describe(one.path),
            ours,
            theirs,
            f"{_places(one.said)}{_GAP if doubts else ''}{doubts}",
        )


def _conflicts(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    for one in outcome.conflicts:
        ours, theirs = _side_by_side(one.ours, one.theirs)
        yield outcome.id, Labels.of(Case).describe(one.path), ours, theirs, one.why, _places(one.said)


def _places(said: Sequence[ProposedValue]) -> str:
    places = list(dict.fromkeys(one.origin.chinese for one in said))
    return places[0] + (f"等 {len(places)} 处" if len(places) > 1 else "") if places else ""


def _side_by_side(ours: Any, theirs: Any) -> tuple[str, str]:
    """Give two values as far as they can be shown: long ones from shortly before where they begin to differ."""
    one, other = (_text(value) for value in (ours, theirs))
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = same - _CONTEXT if same > _VALUE - _CONTEXT else 0
    return _cut(one, start), _cut(other, start)


def _text(value: Any) -> str:
    if value is None:
        return "（没有）"
    return " ".join((value if isinstance(value, str) else flow_text(value)).split())


def _cut(text: str, start: int) -> str:
    end = start + _VALUE
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    shown = [head, *rows[:_MOST]]
    widths = [max(map(display_width, column)) for column in zip(*shown, strict=True)]
    lines = (
        _GAP.join(cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True))
        for row in shown
    )
    more = [f"……共 {len(rows)} 处"] if len(rows) > _MOST else []
    return "\n".join([f"{title}：", *(line.rstrip() for line in lines), *more])
