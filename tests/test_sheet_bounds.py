"""A table that would be more than memory holds is refused before anything is made of it, whatever its format."""

import struct
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from generator.making.office.package import UnreadableError
from generator.making.office.tables import read_tables
from tests.office_files import package
from tests.old_workbooks import begin, compound, dimensions, number, old_workbook, record, shared, text
from tests.test_office_tables import CELL, ods, part_replaced, workbook

MOST_MIB = 600
LONG = "长" * 16_000
_HEAD = struct.pack("<2I", 1, 1)


def row(cells: str, more: str = "") -> str:
    """Write a row of an ods file."""
    return f"<table:table-row {more}>{cells}</table:table-row>"


def cell(words: str = "甲", **repeated: int) -> str:
    """Write a cell of an ods file."""
    more = "".join(f'table:number-{key}-repeated="{count}"' for key, count in repeated.items())
    return CELL.format(more=more, text=words)


def many_times(words: str) -> bytes:
    """Make an xlsx file in which many cells show one text."""
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(1, 20_000))
    strings = f"<sst><si><t>{words}</t></si></sst>".encode()
    data = part_replaced(workbook(lambda sheet: sheet.append(["甲"])), "xl/sharedStrings.xml", lambda _: strings)
    sheet = b"<worksheet><sheetData>%b</sheetData></worksheet>" % cells
    return part_replaced(data, "xl/worksheets/sheet1.xml", lambda _: sheet)


def far_away(address: bytes) -> bytes:
    """Make an xlsx file of two cells, the second far away."""
    sheet = (
        b"<worksheet><sheetData><row><c r='A1'><v>1</v></c></row><row><c %b><v>1</v></c></row></sheetData></worksheet>"
    )
    data = workbook(lambda sheet: sheet.append(["甲"]))
    return part_replaced(data, "xl/worksheets/sheet1.xml", lambda _: sheet % address)


def binary(row: int, column: int) -> bytes:
    """Make an xlsb file of two cells."""

    def part(*records: tuple[int, bytes]) -> bytes:
        return b"".join(
            bytes((kind & 0x7F | 0x80, kind >> 7) if kind > 127 else (kind,)) + bytes((len(data),)) + data
            for kind, data in records
        )

    def at(row: int, column: int) -> tuple[tuple[int, bytes], tuple[int, bytes]]:
        return (0, struct.pack("<I", row) + bytes(13)), (5, struct.pack("<2Id", column, 0, 1.0))

    sheet = part((0x81, b""), (0x91, b""), *at(0, 0), *at(row, column), (0x92, b""), (0x82, b""))
    return package({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": sheet})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "xls-far": lambda: old_workbook(number(0, 0) + number(65_535, 65_535)),
    "xls-wide": lambda: old_workbook(number(0, 0) + number(19_999, 255)),
    "xls-dimensions": lambda: old_workbook(dimensions(0xFFFFFFF0, 0xFFFF) + number(0, 0)),
    "xls-many-sheets": lambda: old_workbook(number(0, 0) + number(9_999, 99), sheets=200),
    "xls-shared-text": lambda: old_workbook(
        b"".join(shared(at, 0, 0) for at in range(20_000)), [_HEAD + text(LONG)[:8_000], b"\1" + text(LONG)[8_000:]]
    ),
    "xls-same-records": lambda: old_workbook(b"".join(number(1, 1) for _ in range(40_000)), sheets=200),
    "xls-numbers-in-a-row": lambda: old_workbook(
        b"".join(record(0xBD, struct.pack("<2H", at * 30, 0) + bytes(6 * 1_300) + bytes(2)) for at in range(600))
    ),
    "xlsx-other-quotes": lambda: far_away(b"r='XFD1048576'"),
    "xlsx-small-letters": lambda: far_away(b'r="xfd1048576"'),
    "xlsx-shared-text": lambda: many_times(LONG),
    "xlsb-far": lambda: binary(1_000_000, 16_000),
    "ods-empty-between": lambda: ods(
        row(cell()) + row("<table:table-cell/>", 'table:number-rows-repeated="900000"') + row(cell())
    ),
    "ods-wide": lambda: ods(row('<table:table-cell table:number-columns-repeated="16000"/>' + cell()) * 1_000),
    "ods-repeated-text": lambda: ods(row(cell(LONG, columns=100), 'table:number-rows-repeated="1000"')),
    "ods-attribute": lambda: ods(
        row(f'<table:table-cell office:string-value="{LONG}" table:number-columns-repeated="9000"/>')
    ),
}


CIRCLE = bytearray(old_workbook(number(0, 0)))
CIRCLE[-512:-508] = struct.pack("<I", 0)


@pytest.mark.parametrize(
    "data",
    [bytes(CIRCLE), old_workbook(number(0, 0))[:700], compound(begin(5) + record(0x85, b"\xff\xff\xff\x7f"), "Book")],
    ids=["circle", "cut", "nowhere"],
)
def test_damaged_old_tables_are_refused(data: bytes) -> None:
    """Sectors that lead in a circle, or nowhere, end nothing but the reading of this file."""
    with pytest.raises(UnreadableError, match=r"^damaged$"):
        read_tables("表.xls", data)


def test_old_tables_are_read() -> None:
    """A text that goes on in the next record is whole; one that has looks and more is followed by the next."""
    looks = struct.pack("<HBHI", 2, 0x0D, 1, 6) + "乙丙".encode("utf-16-le") + bytes(4 + 6)
    strings = [_HEAD + looks + text("甲乙丙丁")[:7], b"\1" + text("甲乙丙丁")[7:]]
    data = old_workbook(dimensions(2, 2) + shared(0, 0, 0) + shared(1, 1, 1), strings)

    assert [one.cells for one in read_tables("表.xls", data).sheets[0].rows] == [("乙丙",), ("", "甲乙丙丁")]


def _xlsx() -> bytes:
    rows = b"<row>%b</row>" % (b"<c><v>1</v></c>" * 45) * 20_000
    sheet = b"<worksheet><sheetData>%b</sheetData></worksheet>" % rows
    return part_replaced(workbook(lambda sheet: sheet.append(["甲"])), "xl/worksheets/sheet1.xml", lambda _: sheet)


def _xls() -> bytes:
    cells = b"".join(number(row, column) for row in range(19_000) for column in range(15))
    return old_workbook(cells + number(19_000, 100))


LARGEST: dict[str, Callable[[], bytes]] = {
    "most.xlsx": _xlsx,
    "most.xls": _xls,
    "most.ods": lambda: ods(row(cell("甲乙丙", columns=100), 'table:number-rows-repeated="20000"')),
}
"""Files that are as large as they may be."""


@pytest.mark.program
def test_what_would_fill_memory_is_refused(tmp_path: Path) -> None:
    """Cells far away, repeated and shared are counted as what they become, in no more memory than promised."""
    assert read_within_memory(tmp_path, {name: make() for name, make in HOSTILE.items()}) == dict.fromkeys(
        HOSTILE, "huge"
    )


@pytest.mark.program
def test_the_largest_that_is_read_stays_within_memory(
    tmp_path: Path, tenth: Callable[[Sequence[str]], list[str]]
) -> None:
    """The largest that are read, one after the other, take no more memory than promised; of one kind in `make test`."""
    kinds = tenth([*LARGEST])

    assert read_within_memory(tmp_path, {kind: LARGEST[kind]() for kind in kinds}) == dict.fromkeys(kinds, "read")


def read_within_memory(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Read files in a program that gets no more memory than promised; gives what became of each.

    Only Linux holds a program to its memory.
    """
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = subprocess.run([sys.executable, "-c", READ, str(folder)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split(" ") for line in done.stdout.splitlines())


READ = f"""
import sys
from pathlib import Path
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MOST_MIB} << 20, {MOST_MIB} << 20))
from generator.making.office.package import UnreadableError
from generator.making.office.tables import read_tables
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read_tables(path.name, path.read_bytes())
        print(path.name, "read")
    except UnreadableError as error:
        print(path.name, error)
"""
