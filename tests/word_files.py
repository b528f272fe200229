"""Word files for tests: what python-docx writes, and the XML of what it cannot write."""

import io
import zipfile
from collections.abc import Callable
from functools import cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def word_file(write: Callable[[Document], object]) -> bytes:
    """Give the bytes of a file that a function has filled."""
    document = docx.Document(io.BytesIO(_template()))
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def _template() -> bytes:
    """Give the file that python-docx begins with, without the looks of tables, which are most of it."""
    document = docx.Document()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_xml(paragraph: Paragraph, xml: str) -> None:
    """Put XML at the end of a paragraph: one element, whose usual prefixes are known."""
    first, rest = xml.split(">", 1) if not xml.split(">", 1)[0].endswith("/") else (xml[:-2], "")
    closing = ">" + rest if rest else "/>"
    paragraph._p.append(parse_xml(f"{first} {_SPACES}{closing}"))


def box(text: str) -> str:
    """Write a text box as Word does: twice, for new programs and for old ones."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="a"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(colour: str = "red", size: tuple[int, int] = (40, 30), kind: str = "JPEG") -> io.BytesIO:
    """Paint a picture."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    file.seek(0)
    return file


def changed(data: bytes, parts: dict[str, bytes], pieces: dict[str, tuple[str, str]] | None = None) -> bytes:
    """Put parts into a file, and replace pieces of the text of others."""
    old = zipfile.ZipFile(io.BytesIO(data))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name in parts:
                continue
            content = old.read(name)
            if pieces and name in pieces:
                content = content.decode().replace(*pieces[name]).encode()
            new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()
