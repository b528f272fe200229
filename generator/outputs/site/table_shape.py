"""What style sheets cannot know of a table: which columns are short, and how small its letters must be on paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.case.text import count_east_asian, em_width, shorten

SHORT_EM = 6
"""A column none of whose cells is wider, in widths of a Han character, is not broken."""
_COLUMN_EM = 5
"""What a column of longer texts must have on paper."""
_LONG_WORD = 20
"""A word of more letters, mostly an address, may break anywhere."""
_LATIN_EM = 0.58
"""The mean width of a digit or a letter, a little too large rather than too small."""
_PADDING_EM = 1.3
_FITS_EM = (("", 56), ("close", 68), ("closer", 80))
"""How many characters fit on a line of A4 in the three sizes that `theme/assets/css/parts/table.css` has for print."""
_LOW_LINES = 8
_LINE_EM = 18
"""What a cell shows on a line, by a rough estimate."""
_NAME = 30
_WORD = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")


@dataclass(frozen=True, slots=True)
class TableShape:
    """What the page says of a table besides its text."""

    name: str
    """The beginning of its head, for those who do not see it."""
    columns: tuple[str, ...]
    """For each column `short`, `long` where a word in it may break anywhere, or empty."""
    size: str
    """Empty, `close`, `closer`, or `closest` where a line has room for so much only if words break."""
    is_low: bool
    """Whether it is so low that it need not be divided between two pages."""

    @property
    def classes(self) -> str:
        """The classes of the box round it."""
        more = [self.size, "low" if self.is_low else ""]
        return " ".join(["prose-table", *(f"prose-table--{one}" for one in more if one)])

    @property
    def label(self) -> str:
        """What the box round it is called."""
        return f"表格：{self.name}" if self.name else "表格"


def shape_of(rows: Sequence[Sequence[str]]) -> TableShape:
    """Look at the texts of a table, the head first."""
    count = max(map(len, rows), default=0)
    columns = [[row[at] for row in rows if at < len(row)] for at in range(count)]
    words = [max((word for text in column for word in _WORD.findall(text)), key=len, default="") for column in columns]
    kinds = [_kind(column, word) for column, word in zip(columns, words, strict=True)]
    need = sum(_need(*each) for each in zip(columns, words, kinds, strict=True))
    lines = sum(max((1 + em_width(text) // _LINE_EM for text in row), default=1) for row in rows)
    return TableShape(
        name=shorten("、".join(filter(None, map(str.strip, rows[0]))), _NAME) if rows else "",
        columns=tuple(kinds),
        size=next((size for size, room in _FITS_EM if need <= room), "closest"),
        is_low=lines <= _LOW_LINES,
    )


def _kind(column: Sequence[str], word: str) -> str:
    if len(word) > _LONG_WORD:
        return "long"
    return "short" if all(em_width(text) <= SHORT_EM for text in column) else ""


def _need(column: Sequence[str], word: str, kind: str) -> float:
    if kind == "short":
        return max((_width(text) for text in column), default=0) + _PADDING_EM
    widest = max((_width(text) for text in column), default=0)
    return max(_COLUMN_EM if kind == "long" else _width(word), min(widest, _COLUMN_EM)) + _PADDING_EM


def _width(text: str) -> float:
    wide = count_east_asian(text)
    return wide + _LATIN_EM * (len(text) - wide)
