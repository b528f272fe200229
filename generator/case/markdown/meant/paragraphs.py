"""Paragraphs that only one line break divides."""

from generator.case.markdown.meant.flow import Step
from generator.case.markdown.meant.line import BLANK, Line, Question
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import shorten

_SHOWN = 20
_LONGEST_TITLE = 20
_FEWEST = 3
"""So many short lines are asked about together."""


def part_paragraphs(lines: list[Line], steps: list[Step | None]) -> None:
    """Put blank lines between paragraphs; where it cannot be told whether there are two, ask."""
    level = 1
    for index, line in enumerate(lines):
        if line.kind == "heading":
            level = line.level + 1
        if line.kind != "plain" or line.breaks or not steps[index]:
            continue
        before = lines[index - 1]
        if steps[index] == "starts" and before.kind in ("plain", "item"):
            line.breaks = True
            line.taken_for.append(f"按另起一段排：{shorten(line.text.strip(BLANK), _SHOWN)}")
        elif steps[index] == "unclear" and line.question is None:
            line.question = _question(lines, steps, index, level)
    _ask_once(lines)


def _ask_once(lines: list[Line]) -> None:
    """Ask about short lines in a row together: names, items, verses."""
    run: list[Line] = []
    for line, before in zip((*lines, None), (None, *lines), strict=True):
        question = line.question if line else None
        if line and question and question.kind == "paragraph" and _is_short(line):
            if not run and before and not before.question and _is_short(before):
                run.append(before)
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            offer = tuple((one, one.text, one.breaks or one.question is not None) for one in run)
            for one in run:
                one.question = None
            run[0].question = Question("lines", offer)
        run = []


def _is_short(line: Line) -> bool:
    # Measuring a long line costs much.
    return len(line.text) <= _LONGEST_TITLE * 3 and line.width <= _LONGEST_TITLE


def _question(lines: list[Line], steps: list[Step | None], index: int, level: int) -> Question:
    """Offer a heading where a short line is above the end of a paragraph, else a paragraph."""
    before, line = lines[index - 1], lines[index]
    is_title = (
        before.kind == "plain"
        and steps[index - 1] in (None, "starts")
        and before.width <= _LONGEST_TITLE
        and not ends_sentence(before.text)
        and ends_sentence(line.text)
        and line.width > before.width
    )
    if is_title:
        text = f"{'#' * min(level, 6)} {before.text.strip(BLANK)}"
        return Question("heading", ((before, text, before.breaks),))
    return Question("paragraph", ((line, line.text, True),))
