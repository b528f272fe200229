"""Tables: with full-width bars, without the line below the head, pasted from a spreadsheet; and where they end."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.case.markdown.meant.bullets import bullet_of
from generator.case.markdown.meant.line import BLANK, Line, Question, cells
from generator.case.markdown.meant.numbers import number_of
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import em_width, shorten

_BAR = re.compile(r"(?<!\\)[|｜]")
_RULE_CELL = re.compile(r"[:：]?[-－—–─]+[:：]?")
_SPACES = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u3000\u00a0]*)(?=\S)")
_FEWEST = 2
_WIDEST_CELL = 20
"""Of a grid of blanks, in widths of a Han character; more is running text."""
_SHOWN = 40


def mend_tables(lines: list[Line]) -> None:
    """Make tables of what is meant as such, ask about grids of blanks, and let text below a table be text."""
    for rows in _together(lines, lambda line: "|" in line.text or "｜" in line.text):
        _mend_bars(rows)
    for rows in _together(lines, _has_tabs):
        _mend_tabs(rows)
    for rows in _together(lines, lambda line: len(_SPACES.split(line.text.strip(BLANK))) >= _FEWEST):
        _ask_about_spaces(rows)
    _end_tables(lines)


def _together(lines: list[Line], is_row: Callable[[Line], bool]) -> Iterator[list[Line]]:
    """Give the runs of plain lines that may be rows, each of at least two."""
    rows: list[Line] = []
    for line in (*lines, None):
        if line is not None and line.kind == "plain" and is_row(line):
            rows.append(line)
            continue
        if len(rows) >= _FEWEST:
            yield rows
        rows = []


def _mend_bars(rows: list[Line]) -> None:
    cut = [cells(_narrow(row.text)) for row in rows]
    columns = len(cut[0])
    has_rule = all(_RULE_CELL.fullmatch(cell) for cell in cut[1])
    is_framed = all(_BAR.match(row.text.strip(BLANK)) and _BAR.search(row.text.strip(BLANK)[-1]) for row in rows)
    is_even = all(len(row) == columns for row in cut)
    if columns < _FEWEST or not (has_rule or (is_framed and is_even)):
        return
    body = rows[2:] if has_rule else rows[1:]
    head = cut[0]
    _fill(rows[0], f"{_row(head)}\n{_rule(head, cut[1] if has_rule else [])}" if not has_rule else _row(head), rows[0])
    if has_rule:
        _fill(rows[1], _rule(head, cut[1]), rows[0])
    for row in body:
        _fill(row, _row(cells(_narrow(row.text))), rows[0])
    rows[0].taken_for.append(f"按表格排：{shorten(_row(head), _SHOWN)}")


def _narrow(text: str) -> str:
    return text.replace("｜", "|")


def _rule(head: list[str], given: list[str]) -> str:
    """Write the line below a head, aligned as far as that was given."""
    ends = [(cell[:1] in (":", "："), cell[-1:] in (":", "：")) for cell in given]
    ends += [(False, False)] * (len(head) - len(ends))
    return f"|{'|'.join((':' if left else '') + '---' + (':' if right else '') for left, right in ends[: len(head)])}|"


def _row(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _fill(line: Line, text: str, head: Line) -> None:
    line.become(text, "row")
    line.head = head


def _has_tabs(line: Line) -> bool:
    """Check whether a line has a tab that neither indents it nor stands behind a number or a bullet."""
    if "\t" not in line.text.strip():
        return line.text.startswith("\t") and "\t" in line.text.strip(" ")
    number, bullet = number_of(line.text), bullet_of(line.text)
    end = max(number.end if number else 0, bullet.end if bullet else 0)
    return "\t" in line.text[end:].strip()


def _mend_tabs(rows: list[Line]) -> None:
    cut = [[_cell(cell) for cell in row.text.split("\t")] for row in rows]
    while all(not row[-1] for row in cut) and len(cut[0]) > 1:
        cut = [row[:-1] or [""] for row in cut]
    columns = max(map(len, cut))
    if columns < _FEWEST or sum(any(row[1:]) and any(row) for row in cut) < _FEWEST:
        return
    if columns == _FEWEST and not any(row[0] for row in cut):
        # Each line is only indented.
        return
    cut = [row + [""] * (columns - len(row)) for row in cut]
    for row, texts in zip(rows, cut, strict=True):
        _fill(row, _row(texts), rows[0])
    rows[0].text += f"\n{_rule(cut[0], [])}"
    rows[0].taken_for.append(f"按表格排：{shorten(_row(cut[0]), _SHOWN)}")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _ask_about_spaces(rows: list[Line]) -> None:
    cut = [_SPACES.split(row.text.strip(BLANK)) for row in rows]
    columns = len(cut[0])
    is_grid = all(len(row) == columns for row in cut) and (columns > _FEWEST or len(rows) > _FEWEST)
    is_short = all(em_width(cell) <= _WIDEST_CELL for row in cut for cell in row)
    if not is_grid or not is_short or any(ends_sentence(row.text) for row in rows):
        return
    texts = [_row([_cell(cell) for cell in row]) for row in cut]
    texts[0] += f"\n{_rule(cut[0], [])}"
    for row in rows:
        row.kind = "kept"
    rows[0].question = Question("grid", tuple((row, text, False) for row, text in zip(rows, texts, strict=True)))


def _end_tables(lines: list[Line]) -> None:
    """Put blank lines around tables where text is right above or below."""
    for before, line in pairwise(lines):
        if line.kind == "plain" and before.kind == "row":
            line.breaks = True
            line.taken_for.append("表格到上一行为止，这一行另起一段")
        elif line.kind == "row" and before.kind in ("plain", "item") and line.head is line:
            line.breaks = True
