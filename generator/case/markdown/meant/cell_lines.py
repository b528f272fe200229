"""Tables whose cells stand one on a line, as word processors and readers of PDF files give them out.

Which lines make a row cannot be seen, but mostly be told: the first row is words, and below it years, figures and words
come again in the same order. Since a reader may still see it otherwise, that is offered and not taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.case.markdown.meant.bullets import bullet_of
from generator.case.markdown.meant.line import BLANK, Line, Question
from generator.case.markdown.meant.numbers import number_of
from generator.case.markdown.meant.period import FEWEST_CELLS, is_figure, period_of
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import shorten
from generator.case.titles import em_width

_WIDEST = 20
"""The widest cell, in widths of a Han character; more is running text."""
_CAPTION = re.compile(r"(?:附?表\s*[0-9一二三四五六七八九十]+|[（(]?单位[：:]|注[：:]|说明[：:]|(?:数据)?来源[：:])")
_ANNOUNCED = re.compile(r"(?:如下表?|下表|见表[0-9一二三四五六七八九十]*|表格|(?:附?表\s*[0-9一二三四五六七八九十]+).*)[。：:]?$")
_NO_CELL = re.compile(r"(?:  |\\|<br ?/?>|[，、,])$|[\t|｜]|\]\(|^[#＃>!]|^图\s*[0-9]")
_SHOWN = 20
_FEW_GAPS = 4
"""Blank lines are empty cells where there is at most one to so many lines."""
_MANY_FIGURES = 3
"""One figure among so many cells is enough to see a table in them."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Short lines without final punctuation that follow each other."""

    lines: list[Line]
    """With the blank ones between them."""
    is_announced: bool
    """Whether the text above says that a table comes."""

    @property
    def cells(self) -> list[str]:
        """What each line holds."""
        return [_cell(line.text) for line in self.lines if line.kind != "blank"]

    def readings(self) -> Iterator[list[str]]:
        """Give the cells in every way in which they may be meant."""
        gaps = sum(line.kind == "blank" for line in self.lines)
        yield self.cells
        if not gaps:
            return
        if gaps * _FEW_GAPS <= len(self.lines):
            yield [_cell(line.text) for line in self.lines]
        else:
            yield self._paragraphs()

    def _paragraphs(self) -> list[str]:
        """Join the lines of cells that have several."""
        cells: list[str] = []
        goes_on = False
        for line in self.lines:
            if line.kind == "blank":
                goes_on = False
                continue
            if goes_on:
                cells[-1] += _cell(line.text)
            else:
                cells.append(_cell(line.text))
            goes_on = True
        return cells


def ask_about_cells(lines: list[Line]) -> None:
    """Ask once about every run of lines that looks like a table's cells, and let the text below it be text."""
    for first, last in _runs(lines):
        above = next((line.bare for line in reversed(lines[:first]) if line.kind != "blank"), "")
        run = _Run(lines[first : last + 1], _ANNOUNCED.search(above) is not None)
        if _ask(run):
            _part(lines, first, last)


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Give the first and the last line of each run that has cells enough for a table."""
    first, last, count = -1, -1, 0
    for index, line in enumerate(lines):
        if line.kind == "blank":
            continue
        if _is_cell(line):
            first, count = (first, count + 1) if count else (index, 1)
            last = index
            continue
        if count >= FEWEST_CELLS:
            yield first, last
        count = 0
    if count >= FEWEST_CELLS:
        yield first, last


def _is_cell(line: Line) -> bool:
    if line.kind != "plain" or line.question or len(line.text) > _WIDEST * 3:
        return False
    text = line.text.strip(BLANK)
    bullet = bullet_of(text)
    return not (
        _NO_CELL.search(line.text)
        or _CAPTION.match(text)
        or ends_sentence(text)
        or em_width(text) > _WIDEST
        or number_of(text)
        or (bullet and bullet.is_clear)
    )


def _ask(run: _Run) -> bool:
    last = run.lines[-1]
    first = run.lines[0]
    tables: list[tuple[list[str], list[list[str]]]] = []
    for cells in run.readings():
        for loose in (0, 1):
            # The heading of a table may stand above it like a cell.
            rows = period_of(cells[loose:])
            if rows:
                tables.append((cells[:loose], rows))
                break
    if len({str(table) for table in tables}) == 1:
        loose, rows = tables[0]
        text = "\n".join(["\n\n".join((*loose, _row(rows[0]))), _rule(rows[0]), *map(_row, rows[1:])])
        first.question = Question("cells", ((first, text, False),), last)
        return True
    figures = sum(map(is_figure, run.cells))
    if figures * _MANY_FIGURES < len(run.cells) and not run.is_announced:
        return False
    first.question = Question("loose-cells", ((first, first.text, False),), last)
    return True


def _part(lines: list[Line], first: int, last: int) -> None:
    """Keep the cells as they are, and apart from what is right above and below."""
    for line in lines[first : last + 1]:
        line.kind = "blank" if line.kind == "blank" else "kept"
    below = lines[last + 1] if last + 1 < len(lines) else None
    if below and below.kind == "plain":
        below.breaks = True
        below.taken_for.append(f"按另起一段排：{shorten(below.text.strip(BLANK), _SHOWN)}")


def _cell(text: str) -> str:
    return " ".join(text.split())


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(cells: list[str]) -> str:
    return "|" + "---|" * len(cells)
