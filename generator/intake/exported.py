"""Reads tables that `anliji export` wrote, and that people may have changed since: exactly, without guessing.

Tables from elsewhere are read by what their headings may mean; here each heading is one key, and a cell its value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.case.programme import Programme
from generator.intake.cells import clean
from generator.intake.dates import read_dates
from generator.intake.harmless import as_meant
from generator.intake.headings import is_personal_heading
from generator.intake.notation import FIRST, ID, Column, columns_in, list_label
from generator.intake.proposal import DOUBTFUL, Origin, Path, ProposedCase, ProposedValue
from generator.intake.sheet import Row, Sheet, column_letter

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def is_exported(sheets: Sequence[Sheet], programme: Programme) -> bool:
    """Whether the first of the sheets begins as ours do."""
    named = {column.path: column.heading for column in columns_in(programme)}
    expected = [ID, *(named[key,] for key in FIRST)]
    return bool(sheets) and bool(sheets[0].rows) and list(sheets[0].rows[0].cells[: len(expected)]) == expected


def read_exported(sheets: Sequence[Sheet], programme: Programme) -> tuple[ProposedCase, ...]:
    """Read all cases of sheets that `is_exported` knows, by id in the order of their first rows."""
    columns = columns_in(programme)
    cases: dict[str, _Case] = {}
    for at, sheet in enumerate(sheets):
        table = _table(sheet, at, columns, programme)
        if table:
            _read_rows(table, cases, programme)
    return tuple(case.proposal for case in cases.values())


@dataclass(frozen=True, slots=True)
class _Table:
    sheet: Sheet
    origin_sheet: str
    columns: dict[int, Column]
    unknown: dict[int, str]


def _table(sheet: Sheet, at: int, columns: Sequence[Column], programme: Programme) -> _Table | None:
    """Find out which columns a sheet has; None where it is none of ours."""
    if not sheet.rows or sheet.rows[0].text(0) != ID:
        return None
    if at == 0:
        known = {column.heading: column for column in columns}
    else:
        labels = {column.lists[0]: list_label(column.lists[0], programme) for column in columns if column.lists}
        known = {
            column.inner_heading: column for column in columns if column.lists and labels[column.lists[0]] == sheet.name
        }
    headings = dict(enumerate(sheet.rows[0].cells[1:], 1))
    if not known:
        return None
    found = {number: known[heading] for number, heading in headings.items() if heading in known}
    unknown = {number: heading for number, heading in headings.items() if heading and heading not in known}
    return _Table(sheet, sheet.name, found, unknown)


@dataclass
class _Case:
    """A case as far as it has been read."""

    id: str
    origin: Origin
    values: dict[Path, ProposedValue] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    items: dict[Path, int] = field(default_factory=dict)
    """How many items a list has so far, by the way to it."""

    @property
    def proposal(self) -> ProposedCase:
        return ProposedCase(tuple(self.values.values()), (), self.origin, tuple(self.notes), self.id)


def _read_rows(table: _Table, cases: dict[str, _Case], programme: Programme) -> None:
    last: _Case | None = None
    title = next((number for number, column in table.columns.items() if column.path == ("title",)), 0)
    for row in table.sheet.rows[1:]:
        written = as_meant(row.text(0))
        if not written and (last is None or (title and row.text(title))):
            # A case that an editor added; it has no id before its record has one.
            last = cases[f"\0{len(cases)}"] = _Case("", _origin(table, row))
        elif written:
            last = cases.setdefault(written, _Case(written, _origin(table, row)))
        if last is not None:
            _read_row(table, row, last, programme)


def _origin(table: _Table, row: Row, column: int | None = None) -> Origin:
    letter = "" if column is None else column_letter(column)
    return Origin(table.sheet.file, table.origin_sheet, row.number, letter)


def _read_row(table: _Table, row: Row, case: _Case, programme: Programme) -> None:
    filled = {number: as_meant(row.text(number)) for number in table.columns if row.text(number)}
    for number, heading in table.unknown.items():
        if row.text(number) and not is_personal_heading(heading):
            case.notes[f"{DOUBTFUL}“{heading}”一列不是导出的，没有读：{clean(row.text(number)).text}"] = None
    places = _places({table.columns[number].path: table.columns[number] for number in filled}, case)
    for number, text in filled.items():
        column, origin = table.columns[number], _origin(table, row, number)
        path = places[column.path]
        if path not in case.values:
            case.values[path] = _value(column, path, text, origin, programme)
        elif case.values[path].value != _value(column, path, text, origin, programme).value:
            case.notes[f"{DOUBTFUL}{origin.chinese} 与前面写的不同，没有用：{clean(text).text}"] = None


def _places(columns: dict[tuple[str, ...], Column], case: _Case) -> dict[tuple[str, ...], Path]:
    """Give the way to the value of each column that a row fills: a new item for each list that it has something of."""
    now: dict[tuple[str, ...], Path] = {}
    lists = {way for column in columns.values() for way in column.list_paths}
    for way in sorted(lists, key=len):
        around: Path = next((now[way[:end]] + way[end:] for end in range(len(way) - 1, 0, -1) if way[:end] in now), way)
        # What fills only a list inside an item goes on with that item.
        if not case.items.get(around) or any(_innermost(column) == way for column in columns.values()):
            case.items[around] = case.items.get(around, 0) + 1
        now[way] = (*around, case.items[around] - 1)
    return {path: _inside(path, column, now) for path, column in columns.items()}


def _innermost(column: Column) -> tuple[str, ...]:
    return max(column.list_paths, key=len, default=())


def _inside(path: tuple[str, ...], column: Column, now: dict[tuple[str, ...], Path]) -> Path:
    if not column.lists:
        return path
    way = _innermost(column)
    return (*now[way], *path[len(way) :])


def _value(column: Column, path: Path, text: str, origin: Origin, programme: Programme) -> ProposedValue:
    value: Any = text
    doubt = ""
    if column.kind == "texts":
        value = [line.strip() for line in text.split("\n") if line.strip()]
    elif column.kind == "flag":
        value = {"是": "true", "否": "false"}.get(text, text)
    elif column.kind == "status" and text in programme.statuses:
        value = programme.statuses[text].id
    elif column.kind == "date" and not _DATE.fullmatch(text):
        read = read_dates(text)
        if read and not read.end:
            value, doubt = read.start, f"表格软件里的日期“{text}”，可能多写了月或日"
    return ProposedValue(path, value, origin, doubt)


def kept_columns(columns: Sequence[Column], used: frozenset[tuple[str, ...]]) -> Iterator[Column]:
    """Give the columns that some record fills, with those that every table of ours has."""
    return (column for column in columns if column.path in used or column.path[0] in FIRST)
