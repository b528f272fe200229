"""PDF files: what is written in them, and their copies without author, history, comments and notes of cameras."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from generator.case.personal import find_personal_data
from generator.case.text import listing
from generator.making.attachments.pictures import without_notes
from generator.making.office.package import UnreadableError
from generator.reading.record import AttachmentSeen, Passage

MOST_PAGES = 300
"""Reading a page takes up to some tens of milliseconds."""
MOST_OBJECTS = 100_000
_COMMENTS = frozenset(("/Text", "/Popup"))
_SHOWN = frozenset(("/FreeText", "/Widget", "/Link"))
"""Notes whose contents are seen on the page, or lead somewhere."""
_SIGNS_OF_PERSONS = ("/T", "/Subj", "/NM", "/CreationDate", "/M", "/RC")

# What it says about slightly broken files is nothing that an editor could act on.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def look_at_pdf(data: bytes) -> AttachmentSeen:
    """Read what is written in a PDF.

    Raises:
        UnreadableError: it is damaged or encrypted.
    """
    with _damage_told():
        reader = _reader(data)
        unread: list[int] = []
        passages = [passage for passage in _passages(reader, unread) if find_personal_data(passage.text)]
        known = "\n".join(passage.text for passage in passages)
        other = "\n".join(text for text in dict.fromkeys(_strings(reader)) if text not in known)
        if find_personal_data(other):
            passages.append(Passage("书签、替代文字等看不见的地方", other))
        pages = [f"第 {listing(map(str, unread))} 页"] if unread else []
        pages += [f"第 {MOST_PAGES + 1} 页以后"] if len(reader.pages) > MOST_PAGES else []
        return AttachmentSeen(tuple(passages), tuple(_kept(reader)), unread="和".join(pages))


def clean_pdf(data: bytes) -> bytes:
    """Make the copy; one that has nothing to leave out, or is signed, is the file itself.

    Raises:
        UnreadableError: it is damaged or encrypted.
    """
    with _damage_told():
        reader = _reader(data)
        if _is_signed(reader) or not _needs_cleaning(reader, data):
            return data
        writer = PdfWriter(clone_from=reader)
        writer.metadata = None
        for key in ("/Metadata", "/PieceInfo"):
            writer.root_object.pop(NameObject(key), None)
        for page in writer.pages:
            _clean_page(page)
        for one in writer._objects:  # noqa: SLF001 (it has no public list of all objects)
            _clean_object(one)
        # What nothing leads to any more is left behind by copying once again what something does.
        again = PdfWriter(clone_from=_reader(_written(writer)))
        again.metadata = None
        return _written(again)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        # The reader follows what is written in the file, and a damaged one makes it fail in any way.
        raise UnreadableError("damaged") from error


def _written(writer: PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _reader(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise UnreadableError("locked")
    return reader


def _passages(reader: PdfReader, unread: list[int]) -> Iterator[Passage]:
    yield Passage("文件属性", "\n".join(str(value) for value in (reader.metadata or {}).values()))
    metadata = reader.root_object.get("/Metadata")
    if metadata is not None:
        yield Passage("文件属性", metadata.get_object().get_data().decode("utf-8", "replace"))
    for number, page in enumerate(reader.pages[:MOST_PAGES], 1):
        try:
            yield Passage(f"第 {number} 页", page.extract_text())
        except Exception:  # noqa: BLE001 (a font that the reader does not know, which others may)
            unread.append(number)
        notes = [str(note.get(key, "")) for note in _notes(page) for key in ("/Contents", "/T", "/V", "/TU")]
        actions = [note["/A"].get_object() for note in _notes(page) if "/A" in note]
        links = [str(action.get("/URI", "")) for action in actions if isinstance(action, DictionaryObject)]
        yield Passage(f"第 {number} 页的批注和链接", "\n".join(notes + links))


def _strings(reader: PdfReader) -> Iterator[str]:
    """Give every text that is a value somewhere in the file: bookmarks, alternative texts, layers, scripts."""
    numbers = [
        *((number, at) for at, objects in reader.xref.items() for number in objects),
        *((n, 0) for n in reader.xref_objStm),
    ]
    waiting: list[Any] = []
    for number, at in numbers[:MOST_OBJECTS]:
        # One that cannot be read is shown by no program; the pages themselves are read elsewhere.
        with suppress(Exception):
            waiting.append(IndirectObject(number, at, reader).get_object())
    while waiting:
        one = waiting.pop()
        if isinstance(one, TextStringObject):
            yield str(one)
        elif isinstance(one, DictionaryObject):
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one


def _kept(reader: PdfReader) -> Iterator[str]:
    """Name what cannot be taken out without harm."""
    names = reader.root_object.get("/Names", DictionaryObject()).get_object()
    if "/EmbeddedFiles" in names or "/AF" in reader.root_object:
        yield "夹带的文件"
    if _is_signed(reader):
        yield "数字签名"


def _is_signed(reader: PdfReader) -> bool:
    form = reader.root_object.get("/AcroForm", DictionaryObject()).get_object()
    return bool(int(form.get("/SigFlags", 0)) & 1) or "/Perms" in reader.root_object


def _needs_cleaning(reader: PdfReader, data: bytes) -> bool:
    told = {key for key, value in (reader.metadata or {}).items() if str(value).strip()}
    is_told = bool(told - {"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"})
    # Each time that an editor saves into a PDF, what was there before stays in it.
    was_changed = data.count(b"%%EOF") > 1
    has_notes = any(note.get("/Subtype") not in ("/Link", "/Widget") for page in reader.pages for note in _notes(page))
    has_pictures = b"Exif\0\0" in data or b"http://ns.adobe.com/xap/1.0/\0" in data
    return is_told or was_changed or has_notes or has_pictures or b"/Metadata" in data or b"/PieceInfo" in data


def _notes(page: Any) -> list[DictionaryObject]:
    found = page.get("/Annots", ArrayObject()).get_object()
    notes = [note.get_object() for note in found] if isinstance(found, ArrayObject) else []
    return [note for note in notes if isinstance(note, DictionaryObject)]


def _clean_page(page: Any) -> None:
    for key in ("/Metadata", "/PieceInfo", "/LastModified"):
        page.pop(NameObject(key), None)
    if "/Annots" not in page:
        return
    found = page["/Annots"].get_object()
    kept = ArrayObject(note for note in found if note.get_object().get("/Subtype") not in _COMMENTS)
    page[NameObject("/Annots")] = kept
    for note in _notes(page):
        note.pop(NameObject("/Popup"), None)
        if note.get("/Subtype") not in ("/Widget", "/Link"):
            for key in _SIGNS_OF_PERSONS:
                note.pop(NameObject(key), None)
        if note.get("/Subtype") not in _SHOWN:
            note.pop(NameObject("/Contents"), None)


def _clean_object(one: Any) -> None:
    """Take the notes out of a picture, and the description of it."""
    if not isinstance(one, StreamObject):
        return
    for key in ("/Metadata", "/PieceInfo", "/LastModified"):
        one.pop(NameObject(key), None)
    if one.get("/Subtype") == "/Image" and one.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        one._data = without_notes(one._data)  # noqa: SLF001 (its setter would pack the picture anew)
