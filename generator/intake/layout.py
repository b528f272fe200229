"""How a sheet is laid out: where its headings are, what each column means, and what stands above them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.intake.cells import clean
from generator.intake.headings import UNKNOWN, Headings, Meaning, plain_heading
from generator.intake.sheet import Row, Sheet, column_letter

_LOOKED_AT = 40
"""Rows among which headings are looked for."""
_MOST_LINES = 3
"""Rows that headings may take."""
_LEAST = 2
"""So many columns must be known before a row is taken for headings."""
_LONGEST = 40
"""Characters of a heading; what is longer is a value, or a note above the table."""
_LONGEST_NAME = 8
"""Characters of who it is whose number stands beside."""
_REPORTED_BY = re.compile(
    r"(?:填报|报送|推荐|申报|上报|牵头)?(?:单位|学校|高校)(?:名称)?\s*(?:[（(][^（()）]*[)）])?\s*[:：]\s*"
    r"([^:：\s（()）]{2,30}?(?:大学|学院|学校|党校|专科学校)(?:（[^（）]{1,12}）)?)"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column under a heading."""

    index: int
    """0-based."""
    heading: str
    """As the table has it, on one line."""
    meaning: Meaning

    @property
    def letter(self) -> str:
        """Its name in the program for tables."""
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet's headings, and what is below them."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """Those below the headings."""
    university: str = ""
    """The one that stands above the headings as whose table it is."""
    heading_row: int = 0
    """The last of the rows of headings, 1-based."""

    def column(self, *path: str) -> Column | None:
        """Give the first column of a key."""
        return next((one for one in self.columns if one.meaning.kind == "value" and one.meaning.path == path), None)


def find_layout(sheet: Sheet, headings: Headings) -> Layout | None:
    """Find a sheet's headings; None where no row looks like them."""
    first = [row for row in sheet.rows[:_LOOKED_AT] if row.cells]
    # Of blocks in which as much is known the one with fewer rows: what stands above it is a title.
    best, found = (_LEAST - 1, 0), None
    for at in range(len(first)):
        for lines in range(1, _MOST_LINES + 1):
            block = first[at : at + lines]
            if len(block) < lines or not _may_be_headings(sheet, block):
                break
            columns = _columns(sheet, block, headings)
            score = (_score(columns), -lines)
            if score > best:
                best, found = score, (at, lines, columns)
    if not found:
        return None
    at, lines, columns = found
    above = "\n".join(text for row in first[:at] for text in sheet.texts(row) if text)
    below = first[at + lines - 1].number
    reported = _REPORTED_BY.search(above)
    rows = tuple(row for row in sheet.rows if row.number > below)
    columns = tuple(_known_by_cells(one, rows) for one in columns)
    return Layout(columns, rows, reported[1] if reported else "", below)


def _known_by_cells(column: Column, rows: Sequence[Row]) -> Column:
    """Take an unknown column for one of persons where its cells hold their numbers, and little beside these."""
    if column.meaning.kind != "unknown":
        return column
    cells = [clean(text) for row in rows if (text := row.text(column.index))]
    personal = sum(1 for one in cells if one.removed and len(one.text) <= _LONGEST_NAME)
    is_personal = len(cells) > 1 and personal * 2 > len(cells)
    return replace(column, meaning=Meaning("personal")) if is_personal else column


def _score(columns: Sequence[Column]) -> int:
    """Count the keys that are known, each once; other known headings help, but are not enough."""
    keys = {(one.meaning.path, one.meaning.item) for one in columns if one.meaning.kind in ("value", "id")}
    return len(keys)


def _may_be_headings(sheet: Sheet, block: Sequence[Row]) -> bool:
    """Whether rows can be headings together: no long texts, and below the first only what has a group above it."""
    if any(len(text) > _LONGEST for row in block[-1:] for text in row.cells):
        return False
    if len(block) == 1:
        return True
    upper, lower = block[-2], block[-1]
    if lower.number != upper.number + 1:
        return False
    own = [column for column, text in enumerate(lower.cells) if text]
    return any(_is_grouped(sheet, upper, column) for column in own) and all(
        _is_grouped(sheet, upper, column) or not upper.text(column) or sheet.is_continued(lower, column)
        for column in own
    )


def _is_grouped(sheet: Sheet, upper: Row, column: int) -> bool:
    """Whether a cell stands over several columns: made one with its neighbour, or with nothing to the right of it."""
    here = sheet.merged.get((upper.number, column))
    if here is not None:
        beside = (sheet.merged.get((upper.number, column + step)) for step in (-1, 1))
        return any(one == here for one in beside)
    return not sheet.merged and (not upper.text(column) or not upper.text(column + 1))


def _columns(sheet: Sheet, block: Sequence[Row], headings: Headings) -> tuple[Column, ...]:
    lines = [_filled(sheet, row, block[at + 1 :]) for at, row in enumerate(block)]
    columns = []
    for index in range(sheet.width):
        parts = [line[index] for line in lines if line[index]]
        if parts:
            text = clean(" ".join(dict.fromkeys(" ".join(part.split()) for part in parts))).text
            columns.append(Column(index, text, headings.meaning(parts)))
    return _settled(columns)


def _filled(sheet: Sheet, row: Row, below: Sequence[Row]) -> list[str]:
    """Give the headings of a row by column; where nothing was made one, a group goes on over what is empty."""
    texts = sheet.texts(row)
    if not below or sheet.merged:
        return texts
    for column in range(1, len(texts)):
        if not texts[column] and below[0].text(column):
            texts[column] = texts[column - 1]
    return texts


def _settled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Let of several columns that would be the same single key the first be it; the others of a list are its items."""
    seen: dict[tuple[tuple[str, ...], int], int] = {}
    settled = []
    for one in columns:
        key = (one.meaning.path, one.meaning.item)
        is_again = one.meaning.kind in ("value", "id") and key in seen and not _is_collected(one.meaning)
        seen[key] = seen.get(key, 0) + 1
        settled.append(Column(one.index, one.heading, UNKNOWN) if is_again else one)
    return tuple(settled)


def _is_collected(meaning: Meaning) -> bool:
    """Whether several columns may be the same key, because what they say is collected in a list."""
    return len(meaning.path) == 1 and meaning.path[0] in (
        "outcomes",
        "partners",
        "products",
        "honours",
        "awards",
        "sources",
        "coverage",
        "places",
        "forms",
        "keywords",
        "universities",
        "branches",
        "secretaries",
        "credits",
        "funding",
        "videos",
    )


def seen_in(sheet: Sheet) -> str:
    """Show what the first row with several cells says, for a sheet without headings."""
    rows = [row for row in sheet.rows[:_LOOKED_AT] if sum(map(bool, row.cells)) > 1] or list(sheet.rows[:1])
    # What stands there may be a person's number as well as a heading.
    texts = [plain for plain in (" ".join(clean(text).text.split()) for text in rows[0].cells) if plain] if rows else []
    return "、".join(f"“{text[:12]}{'…' if len(text) > 12 else ''}”" for text in texts[:8])


def is_heading_again(row: Row, layout: Layout, sheet: Sheet) -> bool:
    """Whether a row repeats the headings, as tables do on every page."""
    same = sum(
        1
        for one in layout.columns
        if (text := plain_heading(sheet.text(row, one.index))) and plain_heading(one.heading).endswith(text)
    )
    filled = sum(map(bool, row.cells))
    return filled >= _LEAST and same >= filled - same and same >= _LEAST
