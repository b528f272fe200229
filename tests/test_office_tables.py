"""Tables of every kind, read as sheets of texts; what cannot be read is refused before it does harm."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.intake.sheet import Row, column_letter
from generator.making.office.package import UnreadableError
from generator.making.office.tables import read_tables
from tests.each import each


def workbook(fill: Callable[[Worksheet], None], **settings: str) -> bytes:
    """Make an xlsx file of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    for name, value in settings.items():
        setattr(sheet, name, value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def part_replaced(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Give a package with one part changed or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {one: old.read(one) for one in old.namelist()}
        parts[name] = change(parts.get(name, b""))
        for one, content in parts.items():
            new.writestr(one, content)
    return made.getvalue()


MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>
<table:table table:name="汇总">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
CELL = '<table:table-cell {more} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def ods(rows: str) -> bytes:
    """Make an ods file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", ODS.format(rows=rows))
    return made.getvalue()


def rows_of(name: str, data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    """Read the first sheet."""
    return [(row.number, row.cells) for row in read_tables(name, data).sheets[0].rows]


TEXT = "学校,案例名称\n示例大学,“甲，乙”的案例\n"


@each(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gbk"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", "\t").encode("gbk"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        ("sep=;\n" + TEXT.replace(",", ";")).encode(),
    ],
    ids=["utf-8", "mark", "gbk", "gb18030", "utf-16", "tabs-utf-16", "tabs-gbk", "semicolons", "crlf", "sep"],
)
def test_texts_are_tables_in_every_encoding(data: bytes) -> None:
    """Encoding and the sign between the cells are recognised."""
    cells = [cells for _, cells in rows_of("表.csv", data) if len(cells) > 1]

    assert cells == [("学校", "案例名称"), ("示例大学", "“甲，乙”的案例")]


def test_a_quoted_cell_keeps_its_line_breaks() -> None:
    """A cell may have commas and lines of its own."""
    data = '学校,成效\n示例大学,"一，\n二,三"\n'.encode("gb18030")

    assert rows_of("表.csv", data)[1] == (2, ("示例大学", "一，\n二,三"))


def test_values_come_as_a_person_sees_them() -> None:
    """Numbers lose a point that they do not need, dates their time, and long numbers no digits."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲", 3.0, 2024.1, date(2024, 9, 1), True, 110105194912310000, "\u3000乙\n丙 "])

    assert rows_of("表.xlsx", workbook(fill)) == [
        (1, ("甲", "3", "2024.1", "2024-09-01", "是", "110105194912310000", "乙\n丙"))
    ]


def test_a_sheet_tells_what_a_person_sees_beside_the_texts() -> None:
    """Cells made one, formulas, hidden rows and columns, and numbers with decimals are told."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"], sheet["C3"], sheet["D3"] = "甲", "乙", "=1+2", 2024.1
        sheet.merge_cells("A1:A2")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    sheet = read_tables("表.xlsx", workbook(fill, sheet_state="visible")).sheets[0]

    assert sheet.text(sheet.rows[1], 0) == "甲"
    assert sheet.is_continued(sheet.rows[1], 0)
    assert not sheet.is_continued(sheet.rows[0], 0)
    assert sheet.rows[2] == Row(3, ("", "", "", "2024.1"))
    assert (sheet.formulas, sheet.hidden_rows, sheet.hidden_columns, sheet.numeric) == (
        frozenset({(3, 2)}),
        frozenset({3}),
        frozenset({3}),
        frozenset({(3, 3)}),
    )


def test_hidden_sheets_are_told_apart() -> None:
    """A hidden sheet is read, and says that it is hidden."""
    book = openpyxl.Workbook()
    book.create_sheet("列表").sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)

    assert [(one.name, one.is_hidden) for one in read_tables("表.xlsx", made.getvalue()).sheets] == [
        ("Sheet", False),
        ("列表", True),
    ]


def test_tables_of_open_document_are_read() -> None:
    """Empty rows and cells that are written once and repeated take no room."""
    row = CELL.format(more="", text="学校") + CELL.format(more="", text="标题")
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'

    assert rows_of("表.ods", ods(f"<table:table-row>{row}</table:table-row>{rest}")) == [(1, ("学校", "标题"))]


def test_macros_and_links_to_other_files_are_told() -> None:
    """Neither is run or followed."""
    data = part_replaced(workbook(lambda sheet: sheet.append(["甲"])), "xl/vbaProject.bin", lambda _: b"x")
    data = part_replaced(data, "xl/externalLinks/externalLink1.xml", lambda _: b"<x/>")

    assert read_tables("表.xlsm", data).notes == (
        "文件里有宏，没有运行，只读了表里的值",
        "文件里有指向别的文件的链接，没有打开，只读了表里存着的值",
    )


def _many(rows: int) -> bytes:
    row = '<row><c t="inlineStr"><is><t>甲</t></is></c></row>'
    sheet = f"<worksheet><sheetData>{row * rows}</sheetData></worksheet>".encode()
    return part_replaced(workbook(lambda _: None), "xl/worksheets/sheet1.xml", lambda _: sheet)


def _far() -> bytes:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1048576"] = "甲", "乙"

    return workbook(fill)


def _bomb() -> bytes:
    spaces = b" " * (65 * 1024 * 1024)
    return part_replaced(_ONE, "xl/worksheets/sheet1.xml", lambda _: b"<worksheet>" + spaces + b"</worksheet>")


_REPEATED = CELL.format(more='table:number-columns-repeated="16384"', text="甲") + CELL.format(more="", text="甲")
_ONE = workbook(lambda sheet: sheet.append(["甲"]))


@each(
    ("data", "reason"),
    [
        (b"\0\1\2", "foreign"),
        (b"PK\x03\x04xx", "damaged"),
        (_ONE[: len(_ONE) // 2], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "page"),
    ],
    ids=["bytes", "no-package", "cut", "no-book", "password", "page"],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """Damaged, locked and foreign files say which they are, and nothing is made of them."""
    with pytest.raises(UnreadableError, match=f"^{reason}$"):
        read_tables("表.xlsx", data)


@each(
    "make",
    [
        lambda: _many(20_001),
        _far,
        _bomb,
        ("甲\n" * 20_001).encode,
        lambda: ods(f"<table:table-row>{_REPEATED}</table:table-row>" * 200),
    ],
    ids=["rows", "far", "bomb", "lines", "ods"],
)
def test_what_is_far_too_large_is_refused(make: Callable[[], bytes]) -> None:
    """So do files whose sheets are larger than anybody's list, packed or not."""
    with pytest.raises(UnreadableError, match=r"^huge$"):
        read_tables("表.xlsx", make())


def test_a_document_is_no_table() -> None:
    """A package without sheets is no table."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(UnreadableError, match=r"^foreign$"):
        read_tables("文.xlsx", made.getvalue())


@each(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    """Columns are named as programs for tables name them."""
    assert column_letter(column) == letters
