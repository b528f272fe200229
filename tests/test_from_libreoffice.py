"""Files that LibreOffice wrote are read as ours are; and LibreOffice reads what we write, without repair.

The files in tests/fixtures/intake/libreoffice were made once. `make soak` makes them anew, and needs LibreOffice.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document as Docx

from generator.case.programme import packaged_programme
from generator.intake.known import Known
from generator.intake.proposal import ProposedCase
from generator.making.intake.readers import READERS, read_sources
from generator.making.intake.sources import opened_sources
from generator.making.intake.word_reader import convert_documents
from generator.making.kit.call import Call
from generator.making.kit.files import kit_files
from generator.making.office.tables import read_tables
from tests.each import each
from tests.fixtures.intake.make_libreoffice import convert, make_documents, make_old_documents, make_tables
from tests.table_shapes import TABLE_SHAPES, table_file
from tests.test_intake_tables import read
from tests.test_intake_word import FROM_LIBREOFFICE, SHAPES
from tests.word_files import word_file

KNOWN = Known(packaged_programme())
TABLES = [
    f"{name}{ending}"
    for name, shape in TABLE_SHAPES.items()
    for ending in (".xlsx", ".xls", ".ods", *((".csv", "-gb.csv") if shape.is_flat else ()))
]


def is_read_as_meant(path: Path) -> bool:
    """Read a table that LibreOffice wrote, and look for the records and words that are meant."""
    shape = TABLE_SHAPES[path.stem.removesuffix("-gb")]
    incoming = read(path.read_bytes(), path.name)
    told = "\n".join(incoming.notes)

    assert [case.record for case in incoming.cases] == shape.records
    assert [word for word in shape.notes if word not in told] == []
    assert incoming.problems == []
    assert "13800138000" not in repr(incoming)
    return True


def cases_of(path: Path) -> list[ProposedCase]:
    """Read a document as an import does, by way of LibreOffice where that is needed."""
    with opened_sources([path], frozenset(READERS)) as sources:
        convert_documents(sources)
        assert sources.problems == []
        return [case for one in read_sources(sources.files, KNOWN) for case in one.cases]


def said(case: ProposedCase) -> tuple[object, ...]:
    """Give all that a case says but for its photos, of which the captions."""
    doubts = [(one.path, one.doubt) for one in case.doubts]
    return case.record, case.notes, doubts, [photo.caption for photo in case.photos]


def test_every_table_is_kept() -> None:
    """There is a file of every shape in every format, and no other."""
    tables = {path.name for path in FROM_LIBREOFFICE.iterdir() if path.suffix != ".docx"}

    assert tables == {*TABLES}


@pytest.mark.parametrize("name", [name for name, shape in TABLE_SHAPES.items() if name != "formulas"])
def test_our_tables_are_read_as_meant(name: str, tmp_path: Path) -> None:
    """What openpyxl wrote gives the records that are meant."""
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(table_file(TABLE_SHAPES[name]))

    assert is_read_as_meant(path)


@each("name", TABLES)
def test_tables_of_libreoffice_are_read_as_meant(name: str) -> None:
    """What LibreOffice made of it gives the same, in every format."""
    assert is_read_as_meant(FROM_LIBREOFFICE / name)


def test_worked_out_values_are_told() -> None:
    """Formulas give the values that LibreOffice worked out; where a format tells formulas, so does an import."""
    notes = read((FROM_LIBREOFFICE / "formulas.xlsx").read_bytes(), "formulas.xlsx").notes

    assert any("公式" in note for note in notes)


@pytest.mark.sampled
@pytest.mark.program
def test_tables_made_anew_are_read_as_meant(libreoffice: str, tmp_path: Path) -> None:
    """The LibreOffice of this machine writes them so that they are read."""
    del libreoffice
    make_tables(tmp_path)

    assert [name for name in TABLES if not is_read_as_meant(tmp_path / name)] == []


@pytest.mark.sampled
@pytest.mark.program
def test_documents_made_anew_are_read_as_ours(libreoffice: str, tmp_path: Path) -> None:
    """So do documents, also those in the format of Word before 2007, which LibreOffice has to read again."""
    del libreoffice
    make_documents(tmp_path)
    make_old_documents(tmp_path)
    for name, write in SHAPES.items():
        ours = tmp_path / "ours" / f"{name}.docx"
        ours.parent.mkdir(exist_ok=True)
        ours.write_bytes(word_file(write))
        for ending in (".docx", ".doc"):
            [expected], [found] = cases_of(ours), cases_of(tmp_path / f"{name}{ending}")
            assert said(found) == said(expected), f"{name}{ending}"


def words_of(document: Docx) -> Iterator[str]:
    """Give the text of paragraphs and cells."""
    yield from (one.text.strip() for one in document.paragraphs if one.text.strip())
    for table in document.tables:
        yield from (cell.text.strip() for row in table.rows for cell in row.cells if cell.text.strip())


@pytest.mark.sampled
@pytest.mark.program
def test_files_of_a_call_open_without_repair(libreoffice: str, tmp_path: Path) -> None:
    """LibreOffice opens every file of a call and says the same words, with the same lists to choose from."""
    del libreoffice
    files = kit_files(packaged_programme(), Call("“示例行动”典型案例", None, 3))
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
    for name, data in files.items():
        (ours / name).write_bytes(data)
    for kind in ("xlsx", "docx"):
        convert(kind, sorted(ours.glob(f"*.{kind}")), theirs, tmp_path / "profile")

    assert sorted(path.name for path in theirs.iterdir()) == sorted(files)
    for name, data in files.items():
        made = (theirs / name).read_bytes()
        if name.endswith(".docx"):
            before, after = (list(words_of(docx.Document(io.BytesIO(one)))) for one in (data, made))
        else:
            before, after = ([sheet.rows for sheet in read_tables(name, one).sheets] for one in (data, made))
            assert lists_of(made) == lists_of(data)
        assert after == before, name


def lists_of(data: bytes) -> dict[str, set[tuple[int, int]]]:
    """Give the cells with lists to choose from, by sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: {
            cell
            for one in sheet.data_validations.dataValidation
            if one.type == "list"
            for cells in one.sqref.ranges
            for row in cells.rows
            for cell in row
        }
        for sheet in book.worksheets
    }
