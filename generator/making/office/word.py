"""Reads Word documents: text as it stands with all changes accepted, and photos as they were put in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from generator.case.text import shorten
from generator.intake.document import Block, Document, Paragraph, Piece
from generator.making.office.word_drawings import Drawings
from generator.making.office.word_numbers import Numbers
from generator.making.office.word_package import Source, Target, WordPackage
from generator.making.office.word_styles import Style, Styles, looks_of, value_of
from generator.making.office.word_tables import table_of
from generator.making.office.word_text import Found, ParagraphText, chosen, is_placeholder

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
"""Names of files that are read as they are."""
_WRAPPERS = frozenset(("ins", "moveTo", "customXml", "smartTag", "sdtContent", "body", "txbxContent"))
_CONTENTS = ("toc ", "table of figures", "wpsoffice手动目录")
_SHOWN = 60
_OUTSIDE = {
    "image": "链接到文件外面的图片",
    "oleObject": "链接到文件外面的对象",
    "attachedTemplate": "文件外面的模板",
    "subDocument": "文件外面的子文档",
}


def read_word(source: Source) -> Document:
    """Read a document. Nothing in it is run, nothing outside it is looked at.

    Raises:
        UnreadableError: see `WordPackage`.
    """
    return _Reading(WordPackage(source)).document()


class _Reading:
    """One reading of a document: what is counted from its first paragraph to its last."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbers = Numbers(package.related("numbering"))
        self._targets = package.targets(package.main)
        self._drawings = Drawings(package)
        self._calls: list[tuple[str, str]] = []
        self._comments: list[tuple[int, str]] = []
        self._told: list[str] = []
        self._count = 0
        self._carried: list[Piece] = []

    def document(self) -> Document:
        tree = self._package.tree(self._package.main)
        body = None if tree is None else tree.find("body")
        blocks = () if body is None else tuple(self.blocks(body))
        notes = tuple(self._notes())
        told = (*self._told, *self._drawings.told, *self._remarks(), *self._outside())
        return Document(blocks, tuple(self._drawings.photos), notes, tuple(dict.fromkeys(told)))

    def blocks(self, element: Element) -> Iterator[Block]:
        """Read what is below an element, in its order."""
        for child in element:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield table_of(child, self._count + 1, self.blocks)
            elif child.tag == "AlternateContent":
                yield from self.blocks(chosen(child))
            elif child.tag == "sdt":
                if not _is_contents(child) and not is_placeholder(child):
                    yield from self.blocks(child)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)
            elif child.tag == "altChunk":
                self._told.append("文件里嵌着另一份文档，没有取")

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find("pPr")
        key = value_of(None if properties is None else properties.find("pStyle"))
        style = self._styles.style(key)
        if style.name.startswith(_CONTENTS):
            return
        text = ParagraphText(self._styles, self._targets, key)
        text.read(element)
        if self._goes_on(properties):
            self._carried += self._placed(text, self._count + 1)
            return
        own = looks_of(properties, None).over(style)
        mark, depth = self._mark(own, key, properties)
        number = self._count + 1
        pieces = tuple(self._carried) + tuple(self._placed(text, number))
        self._carried = []
        if any(one.text.strip() or one.note or one.photo for one in pieces) or text.found.drawings or text.found.told:
            self._count = number
        yield Paragraph(
            number,
            pieces,
            _outline(own, style.name),
            mark,
            depth,
            bool(own.centred),
            text.size,
            style.name in _CAPTIONS,
        )
        for box in text.found.boxes:
            yield from self.blocks(box)

    def _goes_on(self, properties: Element | None) -> bool:
        """Check whether a paragraph and the next are one: its end was deleted, or it is one large first letter."""
        if properties is None:
            return False
        mark = properties.find("rPr")
        is_gone = mark is not None and any(mark.find(name) is not None for name in ("del", "moveFrom"))
        frame = properties.find("framePr")
        return is_gone or (frame is not None and frame.get("dropCap", "none") != "none")

    def _mark(self, own: Style, key: str, properties: Element | None) -> tuple[str, int]:
        """Give the sign of a list and how deep it is; Word's own styles of lists each have a list of their own."""
        if own.list_id is None:
            return "", 0
        direct = looks_of(properties, None)
        ending = _LIST_STYLE.fullmatch(self._styles.style(key).name)
        depth = int(ending[1]) - 1 if ending else 0
        at = direct.list_level
        if at is None and direct.list_id is None:
            at = self._numbers.level_of_style(key)
        at = (own.list_level or 0) if at is None else at
        return self._numbers.next_mark(own.list_id, at), at or depth

    def _placed(self, text: ParagraphText, number: int) -> Iterator[Piece]:
        """Give the pieces of a paragraph with the numbers that notes and photos have in the document."""
        found = text.found
        photos = [self._drawings.read(one, number, found, self._targets) for one in found.drawings]
        self._tell(found, number)
        for piece in text.pieces:
            if piece.note:
                self._calls.append(found.notes[-piece.note - 1])
                yield replace(piece, note=len(self._calls))
            elif piece.photo:
                yield from (Piece("", photo=one) for one in photos[-piece.photo - 1])
            else:
                yield piece

    def _tell(self, found: Found, number: int) -> None:
        self._comments += [(number, one) for one in found.comments]
        for what in dict.fromkeys(found.told):
            ending = "改成了一行文字，请核对" if what == "公式" else "没有取"
            self._told.append(f"第{number}段有{what}，{ending}")

    def _notes(self) -> Iterator[tuple[Paragraph, ...]]:
        """Read the notes that were called, after the text; what a note itself calls is not followed."""
        parts = {}
        for kind in ("footnote", "endnote"):
            name = self._package.related_name(f"{kind}s")
            tree = self._package.tree(name) if name else None
            parts[kind] = (
                {one.get("id", ""): one for one in (() if tree is None else tree)},
                self._package.targets(name),
            )
        for kind, key in list(self._calls):
            notes, targets = parts[kind]
            yield tuple(self._note(one, targets) for one in notes[key].iter("p")) if key in notes else ()

    def _note(self, element: Element, targets: dict[str, Target]) -> Paragraph:
        text = ParagraphText(self._styles, targets, "")
        text.read(element)
        return Paragraph(0, tuple(one for one in text.pieces if one.text))

    def _remarks(self) -> Iterator[str]:
        tree = self._package.related("comments")
        texts = {} if tree is None else {one.get("id", ""): _text(one) for one in tree.iter("comment")}
        for number, key in self._comments:
            if texts.get(key):
                yield f"第{number}段的批注没有收入：“{shorten(texts.pop(key), _SHOWN)}”"

    def _outside(self) -> Iterator[str]:
        if any(name.endswith("vbaProject.bin") for name in self._package.sizes):
            yield "文件里有宏，没有运行，也没有取"
        kinds = dict.fromkeys(one.kind for one in self._targets.values() if one.is_outside)
        settings = self._package.targets(self._package.related_name("settings"))
        kinds |= dict.fromkeys(one.kind for one in settings.values() if one.is_outside)
        yield from (f"文件里有{_OUTSIDE[kind]}，没有去取" for kind in kinds if kind in _OUTSIDE)


_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-5])")
_CAPTIONS = frozenset(("caption", "题注", "图题", "图注", "图片说明", "图名"))
_LONGEST_LEVEL = 9


def _outline(own: Style, name: str) -> int:
    """Say of which level a heading is, by what it says itself, else by the name of its style."""
    if name in ("title", "标题", "文章标题", "大标题"):
        return -1
    if own.outline is not None:
        return own.outline
    for word in ("heading ", "标题 ", "标题"):
        level = name.removeprefix(word)
        if level != name and level.isdecimal() and 0 < int(level) <= _LONGEST_LEVEL:
            return int(level)
    return 0


def _is_contents(control: Element) -> bool:
    gallery = control.find("sdtPr/docPartObj/docPartGallery")
    return gallery is not None and gallery.get("val", "").lower() in ("table of contents", "page numbers (top of page)")


def _text(element: Element) -> str:
    return " ".join("".join(one.text or "" for one in paragraph.iter("t")) for paragraph in element.iter("p"))
