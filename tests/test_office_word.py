"""Word documents come out as a person sees them with all changes accepted, in reading order, each thing once."""

import io
import zipfile
from pathlib import Path

import pytest
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Pt

from generator.intake.document import Document, Paragraph, Table, paragraphs
from generator.making.office.number_formats import formatted
from generator.making.office.package import UnreadableError
from generator.making.office.word import read_word
from tests.each import each
from tests.word_files import W, add_xml, box, changed, picture, word_file


def lines(document: Document) -> list[str]:
    """Give the paragraphs that have text, with their marks."""
    return [f"{one.mark}{one.text}" for one in paragraphs(document.blocks) if one.text]


def test_insertions_stay_and_deletions_go() -> None:
    """Tracked changes are read as if accepted: what was deleted or moved away is gone, what came is there once."""

    def write(docx: Docx) -> None:
        paragraph = docx.add_paragraph("示例")
        add_xml(paragraph, '<w:ins w:id="1" w:author="示例甲"><w:r><w:t>新增</w:t></w:r></w:ins>')
        add_xml(paragraph, '<w:del w:id="2" w:author="示例甲"><w:r><w:delText>删去</w:delText></w:r></w:del>')
        add_xml(paragraph, '<w:moveFrom w:id="3" w:author="示例甲"><w:r><w:t>移走</w:t></w:r></w:moveFrom>')
        add_xml(paragraph, '<w:moveTo w:id="4" w:author="示例甲"><w:r><w:t>移来</w:t></w:r></w:moveTo>')

    assert lines(read_word(word_file(write))) == ["示例新增移来"]


def test_a_deleted_paragraph_end_joins_two() -> None:
    """Where the end of a paragraph was deleted, it and the next are one."""

    def write(docx: Docx) -> None:
        first = docx.add_paragraph("前半")
        first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr xmlns:w="{W}"><w:del w:id="1" w:author="示例甲"/></w:rPr>'))
        docx.add_paragraph("后半")

    assert lines(read_word(word_file(write))) == ["前半后半"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    """Of the two copies of a text box, for new programs and for old ones, one is read."""

    def write(docx: Docx) -> None:
        add_xml(docx.add_paragraph("框外"), box("框里"))
        docx.add_paragraph("后面")

    assert lines(read_word(word_file(write))) == ["框外", "框里", "后面"]


def test_headers_footers_and_contents_are_left_out() -> None:
    """What stands on every page, and the list of contents, is no text of the case."""

    def write(docx: Docx) -> None:
        docx.sections[0].header.paragraphs[0].text = "示例页眉"
        docx.sections[0].footer.paragraphs[0].text = "第 1 页"
        docx.styles.add_style("toc 1", 1)
        docx.add_paragraph("一、背景\t1", style="toc 1")
        docx.add_paragraph("正文")

    assert lines(read_word(word_file(write))) == ["正文"]


def test_a_page_number_in_the_text_is_left_out() -> None:
    """The result of a field of pages is none of the text; that of a link is, with its address."""

    def write(docx: Docx) -> None:
        paragraph = docx.add_paragraph("见")
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("t", "7"), ("end", "")):
            add_xml(paragraph, _field(kind, text))
        for kind, text in (
            ("begin", ""),
            ("", ' HYPERLINK "https://example.edu.cn" '),
            ("separate", ""),
            ("t", "网页"),
        ):
            add_xml(paragraph, _field(kind, text))
        add_xml(paragraph, _field("end", ""))

    [paragraph] = read_word(word_file(write)).blocks
    assert isinstance(paragraph, Paragraph)
    actual = [(piece.text, piece.link) for piece in paragraph.pieces]

    assert actual == [("见", ""), ("网页", "https://example.edu.cn")]


def _field(kind: str, text: str) -> str:
    if kind == "t":
        return f"<w:r><w:t>{text}</w:t></w:r>"
    if not kind:
        return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_numbers_that_word_makes_are_restored() -> None:
    """A list's numbers are counted as Word counts them, in its format, deeper ones anew under each higher one."""

    def write(docx: Docx) -> None:
        numbering = docx.part.numbering_part.element
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="90">'
                '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
                '<w:lvlText w:val="%1、"/></w:lvl>'
                '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
                '<w:lvlText w:val="（%2）"/></w:lvl>'
                '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
                '<w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>'
            ),
        )
        numbering.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        for level, text in ((0, "甲"), (1, "乙"), (1, "丙"), (0, "丁"), (1, "戊"), (2, "己")):
            properties = docx.add_paragraph(text)._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>',
                )
            )

    assert lines(read_word(word_file(write))) == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "2.1己"]


@each(
    ("value", "kind", "expected"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCounting", "一百〇五"),
        (11, "chineseLegalSimplified", "壹拾壹"),
        (3, "ideographTraditional", "丙"),
        (4, "ideographZodiac", "卯"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (7, "decimalFullWidth", "７"),
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "decimalZero", "03"),
        (3, "unheard-of", "3"),
        (3, "bullet", ""),
    ],
)
def test_formats_of_numbers(value: int, kind: str, expected: str) -> None:
    """A number is written as the format says; an unknown one counts with digits."""
    assert formatted(value, kind) == expected


def test_merged_cells_are_one() -> None:
    """A cell over several columns or rows is there once, with how many it takes."""

    def write(docx: Docx) -> None:
        table = docx.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "竖"
        table.cell(2, 2).text = "角"

    [table] = read_word(word_file(write)).blocks
    assert isinstance(table, Table)
    actual = [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows]

    assert actual == [
        [("横", 2, 1), ("", 1, 1)],
        [("竖", 1, 2), ("", 1, 1), ("", 1, 1)],
        [("", 1, 1), ("角", 1, 1)],
    ]


def test_breaks_and_tabs_stay() -> None:
    """A line break inside a paragraph is one; a page break is nothing; a tab is one."""

    def write(docx: Docx) -> None:
        run = docx.add_paragraph().add_run("甲")
        run.add_break()
        run.add_text("乙")
        run.add_tab()
        run.add_text("丙")
        docx.add_page_break()

    first = read_word(word_file(write)).blocks[0]
    assert isinstance(first, Paragraph)

    assert "".join(piece.text for piece in first.pieces) == "甲\n乙\t丙"


def test_looks_come_from_runs_and_styles() -> None:
    """Bold, size and place are what the reader sees, wherever the document says so."""

    def write(docx: Docx) -> None:
        docx.add_heading("示例案例", 0)
        docx.add_heading("背景", 1)
        paragraph = docx.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run("示例大学")
        run.bold, run.font.size = True, Pt(16)
        paragraph.add_run("2").font.superscript = True
        docx.add_paragraph("图 示例", style="Caption")

    found = [one for one in read_word(word_file(write)).blocks if isinstance(one, Paragraph)]
    actual = [(one.text, one.outline, one.centred, one.size, one.is_caption) for one in found]

    assert actual == [
        ("示例案例", -1, False, 26, False),
        ("背景", 1, False, 14, False),
        ("示例大学2", 0, True, 16, False),
        ("图 示例", 0, False, 9, True),
    ]
    assert [(one.text, one.bold, one.raised) for one in found[2].pieces] == [
        ("示例大学", True, ""),
        ("2", False, "sup"),
    ]


def test_photos_come_as_they_were_put_in() -> None:
    """The bytes of a photo are those of the file in the package, whatever the page shows of it; each is there once."""
    photo = picture("red", (400, 300))

    def write(docx: Docx) -> None:
        docx.add_paragraph("前")
        docx.add_picture(photo)
        docx.add_picture(photo)
        docx.add_picture(picture("blue", kind="PNG"))

    document = read_word(word_file(write))
    actual = [(one.read() == photo.getvalue(), one.suffix, one.paragraph) for one in document.photos]

    assert actual == [(True, ".jpg", 2), (False, ".png", 4)]


def test_what_is_not_taken_is_told() -> None:
    """Pictures that no page can show, hidden text, macros, comments and links outside are named, never lost."""

    def write(docx: Docx) -> None:
        docx.add_picture(picture("red", kind="GIF"))
        docx.add_paragraph().add_run("看不见").font.hidden = True
        paragraph = docx.add_paragraph("这一句")
        docx.add_comment(paragraph.runs, "请核对", "示例甲", "甲")
        add_xml(paragraph, "<w:r><w:object/></w:r>")

    data = changed(word_file(write), {"word/vbaProject.bin": b"x"})

    assert read_word(data).told == (
        "第2段有隐藏的文字，没有取",
        "第3段有嵌入的对象（OLE），没有取",
        "第1段的图片是 GIF 格式的（网页不能用，请另外提供 JPG 或 PNG），没有取",
        "第3段的批注没有收入：“请核对”",
        "文件里有宏，没有运行，也没有取",
    )


def test_notes_are_read_where_they_are_called() -> None:
    """Footnotes come in the order in which they are called."""
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="5"><w:p><w:r><w:footnoteRef/><w:t>注五</w:t></w:r></w:p>'
        '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>注二</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )

    def write(docx: Docx) -> None:
        paragraph = docx.add_paragraph("甲")
        add_xml(paragraph, '<w:r><w:footnoteReference w:id="5"/></w:r>')
        paragraph.add_run("乙")
        add_xml(paragraph, '<w:r><w:footnoteReference w:id="2"/></w:r>')

    relation = (
        '<Relationship Id="rId900" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    data = changed(
        word_file(write),
        {"word/footnotes.xml": notes.encode()},
        {"word/_rels/document.xml.rels": ("</Relationships>", relation)},
    )
    document = read_word(data)

    assert [[one.text for one in note] for note in document.notes] == [["注五"], ["注二"]]
    [paragraph] = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(one.text, one.note) for one in paragraph.pieces] == [("甲", 0), ("", 1), ("乙", 0), ("", 2)]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "old"),
    ],
)
def test_unreadable_files_say_why(data: bytes, fault: str, tmp_path: Path) -> None:
    """A file that cannot be read says what is wrong with it, in memory and on disk."""
    path = tmp_path / "示例.docx"
    path.write_bytes(data)
    for source in (data, path):
        with pytest.raises(UnreadableError, match=fault):
            read_word(source)


def test_truncated_files_are_damaged() -> None:
    """A file that was cut off anywhere is damaged, or reads as it is; nothing else happens."""
    data = word_file(lambda docx: docx.add_paragraph("示例"))
    for end in range(0, len(data), 997):
        with pytest.raises(UnreadableError, match="damaged"):
            read_word(data[:end])


def test_a_bomb_is_refused() -> None:
    """Text that unpacks to more than any document has is not unpacked."""
    file = io.BytesIO(word_file(lambda docx: docx.add_paragraph("示例")))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/huge.xml", b" " * (65 * 1024 * 1024), compresslevel=1)

    with pytest.raises(UnreadableError, match="huge"):
        read_word(file.getvalue())


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="{W}"><w:body/></w:document>',
        '<w:document xmlns:w="{W}">' + "<w:sdt>" * 2000 + "</w:sdt>" * 2000 + "</w:document>",
    ],
    ids=["entities", "nested"],
)
def test_hostile_xml_is_damaged(xml: str) -> None:
    """Entities and nesting that no word processor writes are refused before they cost anything."""
    data = changed(
        word_file(lambda docx: docx.add_paragraph("示例")), {"word/document.xml": xml.replace("{W}", W).encode()}
    )

    with pytest.raises(UnreadableError, match="damaged"):
        read_word(data)


def test_a_form_that_still_asks_says_nothing() -> None:
    """What a field of a form shows before anybody filled it in is not read."""

    def write(docx: Docx) -> None:
        paragraph = docx.add_paragraph("学校：")
        add_xml(
            paragraph,
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r>"
            "</w:sdtContent></w:sdt>",
        )
        paragraph._p.append(OxmlElement("w:bookmarkEnd"))

    assert lines(read_word(word_file(write))) == ["学校："]
