"""Attachments are looked into, and published without what readers should not get. All of it is invented."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter

from generator.case.model import Case
from generator.library.library import gather
from generator.making.attachments import pdf as pdf_files
from generator.making.attachments.artifacts import attachment_artifacts
from generator.making.attachments.look import clean_copy, look_into
from generator.making.attachments.pictures import without_notes
from generator.making.errors import UserError
from generator.making.hosted_files import asset_artifacts
from generator.making.office import package
from generator.making.office.package import UnreadableError
from generator.making.writer import Writer, content_of
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.reading.record import AttachmentSeen
from tests.each import each
from tests.office_files import NUMBER, docx, pdf, photo, pptx, xlsx
from tests.office_files import package as package_of


def published(cases: list[Case]) -> Publication:
    """Publish cases."""
    return Publication(gather(cases), Settings("示例案例集"), Assets({}))


def seen(tmp_path: Path, name: str, data: bytes) -> AttachmentSeen:
    """Look into an attachment."""
    (tmp_path / name).write_bytes(data)
    return look_into(tmp_path / name)


def places(tmp_path: Path, name: str, data: bytes) -> list[str]:
    """Name the places where a look into an attachment finds something."""
    return [passage.where for passage in seen(tmp_path, name, data).passages]


def parts_of(data: bytes) -> dict[str, bytes]:
    """Unpack a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


WORD_NUMBER = "<w:p><w:r><w:t>139</w:t></w:r><w:r><w:t>5123</w:t></w:r><w:r><w:t>0000</w:t></w:r></w:p>"
CELL_TEXT = '<row r="3"><c t="inlineStr"><is><t>13951230000</t></is></c></row>'


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", docx(WORD_NUMBER), ["正文"]),
        ("a.docx", docx("<w:p><w:r><w:delText>13951230000</w:delText></w:r></w:p>"), ["正文"]),
        ("a.docx", docx("<w:p><w:r><w:t>139</w:t></w:r></w:p><w:p><w:t>人</w:t></w:p>"), []),
        ("a.docx", docx('<w:docPr descr="电话13951230000"/>'), ["正文"]),
        ("a.docx", docx(word__header1=f"<w:hdr xmlns:w='w'><w:p>{NUMBER}</w:p></w:hdr>"), ["页眉页脚"]),
        ("a.docx", docx(word__comments=f"<w:comments xmlns:w='w'><w:p>{NUMBER}</w:p></w:comments>"), ["批注"]),
        ("a.docx", docx(docProps__app=f"<Properties><Manager>{NUMBER}</Manager></Properties>"), ["文件属性"]),
        ("a.docx", docx(word__footnotes=f"<w:f xmlns:w='w'>{NUMBER}</w:f>"), ["脚注"]),
        ("a.xlsx", xlsx('<row r="3"><c><v>13951230000</v></c></row>'), ["工作表“名单”第 3 行"]),
        ("a.xlsx", xlsx("<row><c><v>1.395123E10</v></c></row>"), ["工作表“名单”第 1 行"]),
        ("a.xlsx", xlsx(CELL_TEXT), ["工作表“名单”第 3 行"]),
        ("a.xlsx", xlsx('<row r="2"><c t="s"><v>0</v></c></row>', strings=(NUMBER,)), ["工作表“名单”第 2 行"]),
        ("a.xlsx", xlsx(strings=(NUMBER,)), ["已经不显示的文字"]),
        ("a.xlsx", xlsx("<row><c><f>13951230000</f><v>x</v></c></row>"), ["工作表“名单”第 1 行"]),
        ("a.xlsx", xlsx("<row><c><v>13951230000.0</v></c></row>"), ["工作表“名单”第 1 行"]),
        ("a.xlsx", xlsx("<oddFooter>&amp;C13951230000</oddFooter>"), ["工作表“名单”的页眉页脚或输入提示"]),
        ("a.xlsx", xlsx(f'<dataValidation prompt="{NUMBER}"/>'), ["工作表“名单”的页眉页脚或输入提示"]),
        ("a.xlsx", xlsx(f"<formula1>{NUMBER}</formula1>"), ["工作表“名单”的页眉页脚或输入提示"]),
        ("a.docx", docx(f'<w:sdtPr><w:tag w:val="{NUMBER}"/></w:sdtPr>'), ["正文"]),
        ("a.docx", docx(f'<w:sz w:val="{NUMBER}"/>'), []),
        ("a.docx", package_of({"word/c.html": f"<p>{NUMBER}</p>"}), ["里面的 c.html "]),
        ("a.docx", package_of({"secret.txt": NUMBER}), ["里面的 secret.txt "]),
        ("a.pptx", pptx(notes=NUMBER), ["演讲者备注"]),
        ("a.docx", docx(word__embeddings__a=xlsx(CELL_TEXT)), ["嵌入的文件的工作表“名单”第 3 行"]),
        ("a.pdf", pdf(f"Tel {NUMBER}"), ["第 1 页"]),
        ("a.pdf", pdf(author="zhangsan@qq.com"), ["文件属性"]),
        ("a.pdf", pdf(comment=NUMBER), ["第 1 页的批注和链接"]),
        ("a.pdf", pdf("139"), []),
    ],
)
def test_numbers_are_found(tmp_path: Path, name: str, data: bytes, expected: list[str]) -> None:
    """Whatever holds a number inside an attachment is named: text, notes, comments, hidden sheets, properties."""
    assert expected == places(tmp_path, name, data)


def outlined(title: str) -> bytes:
    """Make a PDF of one page with a bookmark."""
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("139")))), io.BytesIO()
    writer.add_outline_item(title=title, page_number=0)
    writer.write(made)
    return made.getvalue()


def test_bookmarks_of_a_pdf(tmp_path: Path) -> None:
    """A number in a bookmark, or in any other text that no page shows, is found; what a page shows is told once."""
    assert [places(tmp_path, "a.pdf", outlined(title)) for title in (f"电话 {NUMBER}", "目录")] == [
        ["书签、替代文字等看不见的地方"],
        [],
    ]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.xlsx", xlsx(), ("隐藏的工作表“名单”",)),
        ("a.xlsx", xlsx(state="veryHidden"), ("隐藏的工作表“名单”",)),
        ("a.xlsx", xlsx(state="visible"), ()),
        ("a.docx", docx('<w:ins w:author="张三"/>'), ("修订记录（谁在什么时候改了什么，包括删去的文字）",)),
        ("a.docx", docx(), ()),
        ("a.pptx", pptx(hidden=True), ("隐藏的第 2 张幻灯片",)),
        ("a.pptx", pptx(), ()),
        ("a.pptx", package_of({"_xmlsignatures/sig1.xml": "<a/>"}), ("数字签名",)),
        ("a.pdf", pdf(enclosed=True), ("夹带的文件",)),
        ("a.pdf", pdf(), ()),
    ],
)
def test_what_cannot_be_taken_out_is_named(tmp_path: Path, name: str, data: bytes, expected: tuple[str, ...]) -> None:
    """Hidden sheets and slides, revisions, enclosed files and signatures are named."""
    assert expected == seen(tmp_path, name, data).kept


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"", "damaged"),
        ("a.docx", b"PK\x03\x04 half", "damaged"),
        ("a.docx", docx()[:-300], "damaged"),
        ("a.docx", package_of({"word/document.xml": "<w:document><w:p>"}), "damaged"),
        ("a.docx", package_of({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked"),
        ("a.xlsx", pdf(), "damaged"),
        ("a.pdf", b"%PDF", "damaged"),
        ("a.pdf", pdf("x")[:200], "damaged"),
        ("a.pdf", pdf(locked_by="x"), "locked"),
    ],
)
def test_broken_files(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    """A damaged or encrypted file is told as that, and nothing is raised."""
    assert AttachmentSeen(fault=expected) == seen(tmp_path, name, data)


def test_bomb(tmp_path: Path) -> None:
    """A small file that unpacks to far more than any document is told as that."""
    bomb = package_of({"word/document.xml": b"0" * 70_000_000})

    assert AttachmentSeen(fault="huge") == seen(tmp_path, "a.docx", bomb)


def test_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of more parts, or more bytes, than any document is not unpacked."""
    monkeypatch.setattr(package, "MOST_PARTS", 3)

    assert "huge" == seen(tmp_path, "a.docx", docx()).fault


def test_pages_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose text cannot be read, and pages beyond the last that is, are named; the others are looked at."""
    many = PdfWriter()
    for _ in range(3):
        many.append(io.BytesIO(pdf(NUMBER)))
    written = io.BytesIO()
    many.write(written)
    monkeypatch.setattr(pdf_files, "MOST_PAGES", 2)
    extract, calls = PageObject.extract_text, []

    def fail_once(page: PageObject) -> str:
        calls.append(page)
        if len(calls) == 1:
            raise NotImplementedError
        return extract(page)

    monkeypatch.setattr(PageObject, "extract_text", fail_once)
    found = seen(tmp_path, "a.pdf", written.getvalue())

    assert (["第 2 页"], "第 1 页和第 3 页以后") == ([passage.where for passage in found.passages], found.unread)


PERSONS = ("张三", "李四", "王五", "赵六", "钱七", "示例公司", "示例手机", "zhangsan", "rsid")


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx()), ("a.xlsx", xlsx()), ("a.pptx", pptx())])
def test_copy_of_an_office_document(name: str, data: bytes) -> None:
    """The copy has no author, company, editor, comment or notes of a camera, and its lists name no missing part."""
    parts = parts_of(clean_copy(name, data))
    whole = b"\n".join([*parts.values(), *(name.encode() for name in parts)])

    assert [word for word in PERSONS if word.encode() in whole] == []
    assert "报告".encode() in parts["docProps/core.xml"]
    assert not any("comment" in name.lower() for name in parts)
    assert b"comments" not in parts["[Content_Types].xml"]
    assert b"custom" not in parts["[Content_Types].xml"]


def test_comments_leave_no_marks() -> None:
    """Where a comment was the text stays, and nothing refers to the comment."""
    body = (
        '<w:p w:rsidR="00A1"><w:commentRangeStart w:id="1"/><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"></w:commentReference></w:r></w:p>'
    )
    parts = parts_of(clean_copy("a.docx", docx(body)))

    assert b"<w:body><w:p><w:r><w:t>\xe7\x94\xb2</w:t></w:r><w:r></w:r></w:p></w:body>" in parts["word/document.xml"]
    assert b"comments" not in parts["word/_rels/document.xml.rels"]
    assert b"media/image1.jpeg" in parts["word/_rels/document.xml.rels"]


def test_notes_of_a_workbook_leave_no_shapes() -> None:
    """The boxes of notes go with them; other shapes stay."""
    drawing = parts_of(clean_copy("a.xlsx", xlsx()))["xl/drawings/vmlDrawing1.vml"]

    assert (b'id="a"' in drawing, b'id="b"' in drawing) == (False, True)


def test_document_in_a_document() -> None:
    """What is embedded is cleaned too."""
    parts = parts_of(clean_copy("a.docx", docx(word__embeddings__a=xlsx())))

    assert "张三".encode() not in b"".join(parts_of(parts["word/embeddings/a.xml"]).values())


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx()), ("a.xlsx", xlsx()), ("a.pdf", pdf(author="x"))])
def test_copies_are_the_same(name: str, data: bytes) -> None:
    """The same attachment gives the same bytes, and a copy of a copy is the copy."""
    copy = clean_copy(name, data)

    assert copy == clean_copy(name, data) == clean_copy(name, copy)


def test_copy_of_a_pdf() -> None:
    """The copy of a PDF has its text, and no author or comment."""
    copy = clean_copy("a.pdf", pdf("text", author="Zhang San", comment="look"))
    reader = PdfReader(io.BytesIO(copy))

    assert "text" == reader.pages[0].extract_text()
    assert reader.metadata in (None, {})
    assert (b"Zhang" in copy, b"look" in copy) == (False, False)


@pytest.mark.parametrize(
    "data", [pdf("text"), package_of({"_xmlsignatures/sig1.xml": "<a/>"})], ids=["clean", "signed"]
)
def test_what_stays_as_it_is(data: bytes) -> None:
    """A file that has nothing to leave out, or that a signature seals, is published as it is."""
    name = "a.pdf" if data.startswith(b"%PDF") else "a.docx"

    assert data == clean_copy(name, data)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_photos_inside(form: str) -> None:
    """A photo loses place and camera and nothing that is seen."""
    before, after = photo(form), without_notes(photo(form))
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as other:
        assert one.tobytes() == other.tobytes()
        assert (bool(one.getexif().get_ifd(0x8825)), bool(other.getexif().get_ifd(0x8825))) == (True, False)
        assert (0x010F in one.getexif(), 0x010F in other.getexif()) == (True, False)
        assert form != "JPEG" or other.getexif()[0x0112] == 6


@each("data", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0", b"RIFF", b"GIF89a", b"\xff\xd8ab"])
def test_broken_photos_inside(data: bytes) -> None:
    """What is no whole picture stays as it is."""
    assert data == without_notes(data)


def test_what_lies_behind_a_picture_is_left_out() -> None:
    """A film or a second picture behind the end of a JPEG goes."""
    assert without_notes(photo()) == without_notes(photo() + b"film" * 9)


def artifact_of(tmp_path: Path, case: Callable[..., Case], data: bytes, name: str = "a.docx") -> dict[str, Path]:
    """Make the artifact of an attachment; gives its file by address."""
    path = tmp_path / "cases/x-01" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    one = case("x-01", attachments=[{"file": name, "title": "示例"}])
    (artifact,) = attachment_artifacts(published([one]), tmp_path)
    return {uri: Path(file.path) for uri, file in artifact.make().files.items() if not isinstance(file, str | bytes)}


def test_published_copy(tmp_path: Path, case: Callable[..., Case]) -> None:
    """The site gets the copy, made once; the editor's own file stays."""
    first = artifact_of(tmp_path, case, docx())
    (copy,) = first.values()
    made = copy.stat().st_ino
    again = artifact_of(tmp_path, case, docx())

    assert {"files/x-01/a.docx": copy} == first == again
    assert made == copy.stat().st_ino
    assert clean_copy("a.docx", docx()) == copy.read_bytes()
    assert docx() == (tmp_path / "cases/x-01/a.docx").read_bytes()


def test_attachment_that_broke_since(tmp_path: Path, case: Callable[..., Case]) -> None:
    """A file that breaks between check and build stops the build in words for editors."""
    with pytest.raises(UserError, match=r"cases/x-01/a\.docx 这个附件打不开"):
        artifact_of(tmp_path, case, b"PK")


def test_no_copy_of_what_cannot_be_read() -> None:
    """No copy is made of what cannot be read."""
    with pytest.raises(UnreadableError, match="damaged"):
        clean_copy("a.pdf", b"%PDF")


def test_key_follows_the_file(tmp_path: Path, case: Callable[..., Case]) -> None:
    """What an editor writes into an attachment later does not change the site; the attachment's key follows it."""
    path = tmp_path / "cases/x-01/方案 1.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(pdf("one"))
    one = case("x-01", attachments=[{"file": path.name, "title": "示例"}])
    (artifact,) = attachment_artifacts(published([one]), tmp_path)
    key = artifact.key()
    Writer(tmp_path / "site").write(artifact.make())
    path.write_bytes(pdf("two"))

    assert pdf("one") == (tmp_path / "site/files/x-01/方案 1.pdf").read_bytes()
    assert artifact.key() != key
    assert (("files/x-01/方案 1.pdf",), "attachment") == (artifact.uris, artifact.kind)


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx()), ("a.jpg", photo()), ("b.png", photo("PNG"))])
def test_files_among_the_pages(tmp_path: Path, name: str, data: bytes) -> None:
    """A document or a picture that a written page shows goes without author, place and camera, too."""
    (tmp_path / name).write_bytes(data)
    (artifact,) = asset_artifacts(published([]), tmp_path)
    (content,) = artifact.make().files.values()

    assert content == (clean_copy(name, data) if name == "a.docx" else without_notes(data)) != data


@pytest.mark.parametrize(("name", "data"), [("a.css", b"a{}"), ("b.pdf", b"%PDF"), ("c.pdf", pdf("x"))])
def test_files_with_nothing_to_leave_out(tmp_path: Path, name: str, data: bytes) -> None:
    """Any other file that the host wrote goes as it is."""
    (tmp_path / name).write_bytes(data)
    (artifact,) = asset_artifacts(published([]), tmp_path)

    assert {name: data} == {uri: content_of(content) for uri, content in artifact.make().files.items()}
