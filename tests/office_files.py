"""Office documents and PDFs for tests, as small as they can be. All numbers and names are invented."""

import io
import zipfile
from collections.abc import Mapping

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

NUMBER = "13951230000"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
)
_RELS = '<?xml version="1.0"?><Relationships xmlns="x">{items}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = {
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>报告</dc:title>'
    "<dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>",
    "docProps/app.xml": "<Properties><Company>示例公司</Company><Manager>王五</Manager></Properties>",
    "docProps/custom.xml": "<Properties><property name='电话'>赵六</property></Properties>",
}


def package(parts: Mapping[str, str | bytes], *, declared: tuple[str, ...] = ()) -> bytes:
    """Pack parts, with the list of their types."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="x"/>' for name in declared)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(overrides=overrides))
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def relations(**targets: str) -> str:
    """Write relationships by the last word of their types."""
    items = (f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for kind, to in targets.items())
    return _RELS.format(items="".join(items))


def docx(body: str = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>", **more: str | bytes) -> bytes:
    """Make a Word document with properties, a comment and a photo."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="w" xmlns:r="r"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(comments="comments.xml", image="media/image1.jpeg"),
        "word/comments.xml": '<w:comments xmlns:w="w"><w:comment w:author="钱七"/></w:comments>',
        "word/settings.xml": '<w:settings xmlns:w="w"><w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>',
        "word/media/image1.jpeg": photo(),
    }
    names = {key.replace("__", "/") + ".xml": value for key, value in more.items()}
    return package(
        parts | PROPERTIES | names, declared=("word/document.xml", "word/comments.xml", "docProps/custom.xml")
    )


def xlsx(rows: str = "", state: str = "hidden", strings: tuple[str, ...] = ()) -> bytes:
    """Make a workbook of a sheet that is seen and one that may not be."""
    parts = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><fileSharing userName="张三"/>'
        r'<x15ac:absPath xmlns:x15ac="a" url="C:\Users\zhangsan\"/><sheets><sheet name="汇总" r:id="rId1"/>'
        f'<sheet name="名单" state="{state}" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _RELS.format(
            items='<Relationship Id="rId1" Type="w" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="rId2" Type="w" Target="/xl/worksheets/sheet2.xml"/>'
        ),
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
        "xl/worksheets/sheet2.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst>{''.join(f'<si><t>{one}</t></si>' for one in strings)}</sst>",
        "xl/comments1.xml": "<comments><authors><author>张三</author></authors><commentList/></comments>",
        "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="v" xmlns:x="x"><v:shape id="a"><x:ClientData ObjectType="Note"/>'
        '</v:shape><v:shape id="b"><x:ClientData ObjectType="Button"/></v:shape></xml>',
    }
    return package(parts | PROPERTIES, declared=("xl/comments1.xml",))


def pptx(*, hidden: bool = False, notes: str = "") -> bytes:
    """Make a presentation of two slides with notes."""
    parts = {
        "ppt/slides/slide1.xml": '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>题目</a:t></a:p></p:sld>',
        "ppt/slides/slide2.xml": f'<p:sld xmlns:p="p" show="{0 if hidden else 1}"/>',
        "ppt/notesSlides/notesSlide1.xml": f'<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:t>{notes}</a:t></a:p></p:notes>',
        "ppt/commentAuthors.xml": '<p:cmAuthorLst xmlns:p="p"><p:cmAuthor name="张三"/></p:cmAuthorLst>',
        "ppt/comments/comment1.xml": '<p:cmLst xmlns:p="p"><p:cm><p:text>改</p:text></p:cm></p:cmLst>',
    }
    return package(parts | PROPERTIES)


def photo(form: str = "JPEG", turn: int = 6) -> bytes:
    """Make a photo that knows where it was taken, and how the camera was held."""
    notes = Image.Exif()
    notes[0x0112] = turn
    notes[0x010F] = "示例手机"
    notes.get_ifd(0x8825)[2] = (31.0, 2.0, 3.0)
    written = io.BytesIO()
    Image.new("RGB", (24, 16), "teal").save(written, form, exif=notes)
    return written.getvalue()


def pdf(text: str = "", *, author: str = "", comment: str = "", locked_by: str = "", enclosed: bool = False) -> bytes:
    """Make a PDF of one page; its text is ASCII."""
    writer = PdfWriter()
    writer.metadata = {"/Author": author} if author else None
    page = writer.add_blank_page(200, 200)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawn = DecodedStreamObject()
    drawn.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(drawn)
    if comment:
        writer.add_annotation(0, Text(rect=(10, 10, 20, 20), text=comment, title_bar=author))
    if enclosed:
        writer.add_attachment("a.txt", b"x")
    if locked_by:
        writer.encrypt(locked_by)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
