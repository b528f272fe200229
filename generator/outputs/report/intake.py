"""What an import brought, as a table for a terminal."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from generator.case.model import Case
from generator.case.text import display_width, shorten
from generator.intake.proposal import DOUBTFUL, ProposedCase
from generator.reading.labels import Labels

_COLUMNS = ("编号", "学校", "标题", "值", "待核", "来自")
_WIDEST = (24, 12, 20, 4, 4, 40)
"""In characters; a line fits a wide terminal."""
_GAP = "  "
MOST_MARKS = 200
_LONGEST_NOTE = 80
_LONGEST_FILE = 40
_COLUMN = re.compile(f"({DOUBTFUL}没有认出的列“.+?”)")
"""A note that as many cases have as the table has rows; one line is enough for them."""
_SEVERAL = 3


def render_cases(cases: Sequence[tuple[str, ProposedCase]]) -> str:
    """Write one line a case: id, university, title, how many values, how many marked, and where it comes from."""
    rows = [_COLUMNS, *(_row(id, case) for id, case in cases)]
    cells = [tuple(shorten(text, most) for text, most in zip(row, _WIDEST, strict=True)) for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_GAP.join(map(_padded, row, widths)).rstrip() for row in cells)


def render_marks(cases: Sequence[tuple[str, ProposedCase]]) -> str:
    """Write a line for everything that a person must look at, no more than a person can take in."""
    columns = Counter(found[1] for _, case in cases for note in case.notes if (found := _COLUMN.match(note)))
    often = {column: count for column, count in columns.items() if count > _SEVERAL}
    lines = [line for id, case in cases for line in _marks(id, case, often)]
    lines += [f"{column}：{count} 个案例里有，写在记录的注释里" for column, count in often.items()]
    more = [f"还有 {len(lines) - MOST_MARKS} 处，记录里都标着“待核”。"] if len(lines) > MOST_MARKS else []
    return "\n".join([*lines[:MOST_MARKS], *more])


def _marks(id: str, case: ProposedCase, often: Container[str]) -> Iterator[str]:
    for one in case.doubts:
        labels = Labels.of(Case).describe(one.path)
        value = "，".join(_texts(one.value))
        where = " ".join(one.origin.place) or shorten(one.origin.file.rpartition("/")[2], _LONGEST_FILE)
        yield f"{DOUBTFUL}{id} {where}：{labels}“{shorten(value)}”，{one.doubt}"
    for note in case.notes:
        column = _COLUMN.match(note)
        if note.startswith(DOUBTFUL) and not (column and column[1] in often):
            yield f"{DOUBTFUL}{id} {shorten(note.removeprefix(DOUBTFUL), _LONGEST_NOTE)}"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
    else:
        yield str(value)


def render_count(cases: Sequence[tuple[str, ProposedCase]], problems: int) -> str:
    """Write the last line: 3 个案例，47 个值，其中 12 处待核；1 个问题."""
    values = sum(len(case.values) for _, case in cases)
    marks = sum(case.marks for _, case in cases)
    found = f"；{problems} 个问题" if problems else ""
    return f"{len(cases)} 个案例，{values} 个值，{marks} 处待核{found}"


def _row(id: str, case: ProposedCase) -> tuple[str, ...]:
    university = case.text("university") or case.text("universities", 0)
    origin = case.origin
    where = " ".join((origin.file.rpartition("/")[2], *origin.place))
    return id, university, case.text("title"), str(len(case.values)), str(case.marks), where


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))
