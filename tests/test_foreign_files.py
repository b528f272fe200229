"""A file of another program that was given a record's name is named as what it is."""

import zipfile
from io import BytesIO

from generator.case.model import Case
from generator.case.problem import Problem
from generator.reading.examination import examine, parse_record
from generator.reading.foreign_files import foreign_kind
from generator.reading.record import Record
from tests.each import each
from tests.test_rules import SURROUNDINGS


def zipped(*names: str) -> bytes:
    """Make a package of files."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", *names):
            package.writestr(name, "<示例/>" * 50)
    return data.getvalue()


def old_office(stream: str) -> bytes:
    """Make the beginning of an old Office file with a stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + stream.encode("utf-16-le")


@each(
    ("data", "kind", "ending"),
    [
        (zipped("word/document.xml"), "Word 文件（DOCX）", "docx"),
        (zipped("xl/workbook.xml"), "Excel 表格（XLSX）", "xlsx"),
        (zipped("ppt/presentation.xml"), "演示文稿（PPTX）", "pptx"),
        (zipped("案例/正文.txt"), "压缩包（ZIP）", "zip"),
        (old_office("WordDocument"), "旧版 Word 或 WPS 文件（DOC、WPS）", "doc"),
        (old_office("Workbook"), "旧版 Excel 或 WPS 表格（XLS、ET）", "xls"),
        (old_office("PowerPoint Document"), "旧版演示文稿（PPT、DPS）", "ppt"),
        (old_office(""), "旧版 Office 文件（DOC、XLS、PPT）", "doc"),
        (b"%PDF-1.7\n", "PDF 文件", "pdf"),
        (b"{\\rtf1\\ansi", "RTF 文件", "rtf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG 图片", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "PNG 图片", "png"),
        (b"Rar!\x1a\x07", "RAR 压缩包", "rar"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>\r\n<html>", "网页（HTML）", "html"),
        (b"<HTML><BODY>", "网页（HTML）", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "网页（MHT）", "mht"),
    ],
)
def test_kinds_are_known_by_their_beginning(data: bytes, kind: str, ending: str) -> None:
    """Office files new and old, PDF, archives, pictures and web pages are told apart."""
    assert foreign_kind(data) == (kind, ending)


@each("text", ["", "title: 甲", "# <html>", "PK: 甲", "%: 甲", "\ufefftitle: 甲", "Rare: 甲", "title: <html>"])
def test_records_are_not_taken_for_other_files(text: str) -> None:
    """Text of a record is text, whatever it begins with."""
    assert foreign_kind(text.encode()) is None


def problems_beside(data: bytes, *files: str, is_missing: bool = False) -> tuple[Problem, ...]:
    """Examine a record beside which files lie."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", data, frozenset(files), is_missing=is_missing)
    return examine(parse_record(record, Case, SURROUNDINGS), Case).problems


def test_a_large_word_file_is_no_large_record() -> None:
    """What is too large for a record and another program's file is named as that alone."""
    data = zipped("word/document.xml") + bytes(1_000_000)

    assert [problem.rule for problem in problems_beside(data)] == ["file-foreign"]


@each("name", ["case.yaml", "Case.yml", "case.yml.txt", "CASE.YML", "案例.yml", "案例.yaml", "case.txt"])
def test_a_record_under_another_name_is_told_to_be_renamed(name: str) -> None:
    """A folder without case.yml but with a file that was meant for it says which, and what to call it."""
    (problem,) = problems_beside(b"", name, "图1.txt2")

    assert problem.message == "文件夹里没有 case.yml"
    assert f"把 {name} 改名为 case.yml" in problem.hint


@each("name", ["案例.docx", "案例.doc", "案例.wps", "案例.PDF", "案例.rtf"])
def test_a_folder_with_only_a_document_says_so(name: str) -> None:
    """A folder in which only a Word file or the like lies says that its text is to go into case.yml."""
    (problem,) = problems_beside(b"", name, is_missing=True)

    assert problem.message == f"文件夹里没有 case.yml，只有“{name}”"
    assert "新建 case.yml" in problem.hint
    assert name in problem.hint


def test_what_is_not_there_is_not_called_empty() -> None:
    """A folder with nothing in it has no case.yml to be deleted, and an empty case.yml is not said to be missing."""
    (missing,), (empty,) = problems_beside(b"", is_missing=True), problems_beside(b"", "案例.docx")

    assert missing.message == "文件夹里没有 case.yml"
    assert "删去这个文件夹" in missing.hint
    assert empty.message == "case.yml 是空的，文字多半在“案例.docx”里"
    assert "粘贴进 case.yml" in empty.hint


def test_an_empty_record_beside_documents_is_empty() -> None:
    """Where case.yml is there and holds remarks alone, the files beside it are not what is wrong."""
    (problem,) = problems_beside("# 说明\n".encode(), "案例.docx")

    assert problem.message == "记录是空的"
