"""Reads tables, whatever program wrote them: xlsx, xls, xlsb, ods, csv. Nothing in them is run or followed."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from types import ModuleType
from typing import Any

from generator.case.personal import mask_personal_data
from generator.intake.sheet import Cell, Row, Sheet
from generator.making.attachments.office_reading import sheets_of
from generator.making.office.binary_workbook import check_binary_workbook
from generator.making.office.compound_file import SIGNATURE
from generator.making.office.delimited import read_delimited
from generator.making.office.old_workbook import check_old_workbook
from generator.making.office.open_workbook import check_open_workbook
from generator.making.office.package import UnreadableError, read_parts
from generator.making.office.sheet_bounds import MOST_CELLS, MOST_ROWS, SheetBounds
from generator.making.office.sheet_markup import Markup, read_markup, shared_lengths

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt")
"""Names that tables have."""
_PACKAGE = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = (b"<html", b"<!doctype", b"<table", b"<?xml")
_MACROS, _LINKS = "/vbaProject.bin", "/externalLinks/"
MOST_BYTES = 64 * 1024 * 1024
"""Of one file; a table without pictures never comes near."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of tables."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    """What was left alone in it, in Chinese."""


def read_tables(name: str, data: bytes) -> Workbook:
    """Read all sheets of a file, the hidden ones too.

    Args:
        name: the file's, as the editor knows it.
        data: its bytes; what they are counts, not the name's ending.

    Raises:
        UnreadableError: it is `damaged`, `locked`, `huge`, a `page` of the web, or `foreign`, which is no table at all.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError("huge")
    if data.startswith(_PACKAGE):
        return _read_package(name, data)
    if data.startswith(SIGNATURE):
        if _ENCRYPTED in data:
            raise UnreadableError("locked")
        check_old_workbook(data)
        return Workbook(_read_sheets(name, data, {}))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_PAGE):
        raise UnreadableError("page")
    return Workbook((_sheet(name, "", read_delimited(data), Markup()),))


def _read_package(name: str, data: bytes) -> Workbook:
    parts = read_parts(data, any_kind=True)
    if "content.xml" in parts:
        if b"manifest:encryption-data" in parts.get("META-INF/manifest.xml", b""):
            raise UnreadableError("locked")
        check_open_workbook(parts["content.xml"])
        return Workbook(_read_sheets(name, data, {}))
    if not any(part.startswith("xl/") for part in parts):
        raise UnreadableError("foreign")
    check_binary_workbook(parts)
    markup = _markup(parts)
    notes = []
    if any(part.endswith(_MACROS) for part in parts):
        notes.append("文件里有宏，没有运行，只读了表里的值")
    if any(_LINKS in f"/{part}" for part in parts):
        notes.append("文件里有指向别的文件的链接，没有打开，只读了表里存着的值")
    del parts
    return Workbook(_read_sheets(name, data, markup), tuple(notes))


def _markup(parts: Mapping[str, bytes]) -> dict[str, Markup]:
    lengths, bounds = shared_lengths(parts.get("xl/sharedStrings.xml", b"")), SheetBounds()
    titles = dict(sheets_of(parts))
    # Whatever may be read as a sheet is counted, also where its name or what refers to it is unusual.
    sheets = ((part, xml) for part, xml in parts.items() if part in titles or b"sheetData" in xml)
    read = {part: read_markup(xml, lengths, bounds) for part, xml in sheets}
    return {title: read[part] for part, (title, _) in titles.items() if part in read}


def _read_sheets(name: str, data: bytes, markup: dict[str, Markup]) -> tuple[Sheet, ...]:
    # Loaded only when a table is read.
    import python_calamine as calamine  # noqa: PLC0415

    with _refusing(calamine), calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        sheets = []
        for facts in book.sheets_metadata:
            if facts.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(facts.name)
            if found.total_height > MOST_ROWS or found.total_height * found.total_width > MOST_CELLS:
                raise UnreadableError("huge")
            seen = markup.get(facts.name, Markup())
            rows = found.to_python(skip_empty_area=False) if found.start else []
            merged = _merged(found.merged_cell_ranges or ())
            is_hidden = facts.visible != calamine.SheetVisibleEnum.Visible
            sheets.append(_sheet(name, facts.name, rows, seen, merged, is_hidden=is_hidden))
        return tuple(sheets)


@contextmanager
def _refusing(calamine: ModuleType) -> Iterator[None]:
    """Word what the library says of a file that it cannot read."""
    try:
        yield
    except calamine.PasswordError as error:
        raise UnreadableError("locked") from error
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise UnreadableError("damaged") from error
    except BaseException as error:
        # The library gives up on some damaged files in a way of its own, which is no `Exception`.
        if type(error).__name__ == "PanicException":
            raise UnreadableError("damaged") from error
        raise


def _sheet(
    file: str,
    name: str,
    rows: Sequence[Sequence[Any]],
    markup: Markup,
    merged: dict[Cell, Cell] | None = None,
    *,
    is_hidden: bool = False,
) -> Sheet:
    read: list[Row] = []
    numeric: set[Cell] = set()
    for number, cells in enumerate(rows, 1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            read.append(Row(number, tuple(texts)))
        numeric.update((number, column) for column, one in enumerate(cells) if _may_be_otherwise(one))
    return Sheet(
        file,
        mask_personal_data(name),
        tuple(read),
        merged or {},
        frozenset(numeric),
        markup.formulas,
        markup.hidden_rows,
        markup.hidden_columns,
        is_hidden,
    )


def _may_be_otherwise(value: Any) -> bool:
    """Whether the program for tables may have made this of something else that was typed, see `Sheet.numeric`."""
    return (isinstance(value, float) and not value.is_integer()) or (isinstance(value, date) and value.day == 1)


def _merged(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> dict[Cell, Cell]:
    """Give for each cell of several that are one the first; a range of a whole column is no more than a habit."""
    found: dict[Cell, Cell] = {}
    for (top, left), (bottom, right) in ranges:
        if (bottom - top + 1) * (right - left + 1) > MOST_ROWS:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found[row + 1, column] = (top + 1, left)
    return found


def _text(value: Any) -> str:
    """Write a value as a person would; a number without a decimal point that it does not need."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip(" \t\n\u3000\xa0\ufeff")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, (date, time)) else str(value)
