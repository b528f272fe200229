"""Tables whose cells stand one on a line, as word processors and readers of PDF files give them out.

Which lines make a row cannot be seen, but mostly be told: the first row is words, and below it years, figures and words
come again in the same order. Since a reader may still see it otherwise, that is offered and not taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.case.markdown.meant.bullets import bullet_of
from generator.case.markdown.meant.line import BLANK, Line, Question
from generator.case.markdown.meant.numbers import number_of
from generator.case.markdown.meant.period import FEWEST_CELLS, is_figure, is_plain, period_of
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import em_width, shorten

_WIDEST = 20
"""The widest cell, in widths of a Han character; more is running text."""
_CAPTION = re.compile(r"(?:附?表\s*[0-9一二三四五六七八九十]+|[（(]?单位[：:]|注[：:]|说明[：:]|(?:数据)?来源[：:])")
_ANNOUNCED = re.compile(
    r"(?:如下表?|下表|见表[0-9一二三四五六七八九十]*|表格|(?:附?表\s*[0-9一二三四五六七八九十]+).*)[。：:]?$"
)
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
    """With the blank ones between them, and page numbers."""
    is_announced: bool
    """Whether the text above says that a table comes."""
    has_gap_below: bool

    @property
    def cells(self) -> list[str]:
        """What each line holds."""
        return [_cell(line.text) for line in self.lines if line.kind == "plain"]

    def readings(self) -> Iterator[list[str]]:
        """Give the cells in every way in which they may be meant."""
        joined = self._paragraphs()
        if self._may_have_empty:
            yield self.cells
            yield self._with_empty()
        else:
            # Where blank lines part the cells, lines without one between them are one cell.
            yield joined if period_of(joined) else self.cells

    @property
    def _may_have_empty(self) -> bool:
        gaps = sum(line.kind == "blank" for line in self.lines)
        return gaps * _FEW_GAPS <= len(self.lines)

    def _with_empty(self) -> list[str]:
        """Take blank lines for empty cells."""
        return [_cell(line.text) for line in self.lines if line.kind != "mark"]

    def readings_with_empty_end(self) -> Iterator[list[str]]:
        """Give the cells in every way where the last one is empty, so that nothing shows it."""
        if not self.has_gap_below:
            return
        for cells in (self.cells, self._with_empty() if self._may_have_empty else self.cells):
            yield [*cells, ""]

    def _paragraphs(self) -> list[str]:
        """Join the lines of cells that have several."""
        cells: list[str] = []
        goes_on = False
        for line in self.lines:
            if line.kind != "plain":
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
        has_gap_below = last + 1 < len(lines) and lines[last + 1].kind == "blank"
        run = _Run(lines[first : last + 1], _ANNOUNCED.search(above) is not None, has_gap_below)
        if _ask(run):
            _part(lines, first, last)


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Give the first and the last line of each run that has cells enough for a table."""
    first, last, count = -1, -1, 0
    for index, line in enumerate(lines):
        if line.kind in ("blank", "mark"):
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
    first, last = run.lines[0], run.lines[-1]
    table = _table(run.readings()) or _table(run.readings_with_empty_end())
    if table:
        text, is_certain = table
        first.question = Question("cells", ((first, text, False),), last, is_certain=is_certain)
        return True
    figures = sum(map(is_figure, run.cells))
    if figures * _MANY_FIGURES < len(run.cells) and not run.is_announced:
        return False
    first.question = Question("loose-cells", ((first, first.text, False),), last)
    return True


def _table(readings: Iterable[list[str]]) -> tuple[str, bool] | None:
    """Write the cells as a table, and say whether that is certain; None where two readings give different ones."""
    tables: set[tuple[str, bool]] = set()
    for cells in readings:
        # The heading of a table may stand above it like a cell.
        most = 1 if cells[-1] and not is_figure(cells[0]) else 0
        found = ((cells[:above], period_of(cells[above:])) for above in range(most + 1))
        above, rows = next((one for one in found if one[1]), ([], []))
        if rows:
            text = "\n".join(["\n\n".join((*above, _row(rows[0]))), _rule(rows[0]), *map(_row, rows[1:])])
            tables.add((text, not above and is_plain(rows)))
    return tables.pop() if len(tables) == 1 else None


def _part(lines: list[Line], first: int, last: int) -> None:
    """Keep the cells as they are, and apart from what is below; page numbers between them go with the question."""
    for line in lines[first + 1 : last + 1]:
        line.question = None
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
