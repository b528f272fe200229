"""The text inside a paragraph of a Word file: what a reader sees of it once all changes are accepted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from generator.intake.document import Piece
from generator.making.office.word_package import Target
from generator.making.office.word_styles import Styles, flag_of, looks_of, value_of

GONE = frozenset(("del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "instrText"))
"""What is deleted, or says how the rest looks."""
_AS_TEXT = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SIGNS = {
    "f0fc": "✓",
    "f0fe": "☑",
    "f0a8": "☐",
    "f06f": "☐",
    "f0fb": "✗",
    "f0fd": "☒",
    "f0d8": "➢",
    "f0e0": "→",
    "f050": "✓",
    "f052": "☑",
    "f053": "☒",
    "f054": "☒",
    "f0a3": "☐",
    "f078": "☒",
}
"""The characters of the fonts of symbols that forms use, of Wingdings and of Wingdings 2."""
_SIGN_FONT = re.compile("wingdings", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""What only says where a line may break."""
_USEFUL = frozenset(("t", "blip", "imagedata", "txbxContent", "chart", "relIds"))
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
_RAISED = {"superscript": "sup", "subscript": "sub"}


@dataclass(slots=True)
class Found:
    """What a paragraph holds besides its text, in the order of reading."""

    boxes: list[Element] = field(default_factory=list)
    """The contents of its text boxes."""
    drawings: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of each note that is called, as its number says in the pieces."""
    comments: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False

    @property
    def link(self) -> str:
        found = _LINK.match(self.instruction)
        return found[1] if found else ""


class ParagraphText:
    """Reads one paragraph; afterwards `pieces` are its text, in which drawings and notes stand by negative numbers."""

    def __init__(self, styles: Styles, targets: dict[str, Target], style: str) -> None:
        """Read a paragraph of a style, whose ids mean these targets."""
        self.found = Found()
        self.pieces: list[Piece] = []
        self._styles, self._targets = styles, targets
        self._base = styles.style(style)
        self._fields: list[_Field] = []
        self._sizes: dict[float, int] = {}

    @property
    def size(self) -> float:
        """The size of most letters."""
        return max(self._sizes, key=lambda size: self._sizes[size], default=0)

    def read(self, element: Element, link: str = "") -> None:
        """Read what is below an element."""
        for child in element:
            if child.tag in GONE:
                continue
            if child.tag == "r":
                self._run(child, link)
            elif child.tag == "hyperlink":
                self.read(child, self._address(child) or link)
            elif child.tag == "fldSimple":
                if not _PAGE.match(child.get("instr", "")):
                    self.read(child, _Field(child.get("instr", "")).link or link)
            elif child.tag == "oMath":
                self.found.told.append("公式")
                self._add(Piece("".join(_formula(child))))
            elif child.tag == "AlternateContent":
                self.read(chosen(child), link)
            elif child.tag == "sdt" and is_placeholder(child):
                continue
            else:
                self.read(child, link)

    def _address(self, element: Element) -> str:
        target = self._targets.get(element.get("id", ""))
        return target.name if target and target.is_outside else ""

    def _run(self, run: Element, link: str) -> None:
        properties = run.find("rPr")
        if flag_of(None if properties is None else properties.find("vanish")):
            if any((one.text or "").strip() for one in run.iter("t")):
                self.found.told.append("隐藏的文字")
            return
        look = self._look(properties)
        for child in run:
            if child.tag not in GONE:
                self._part(child, replace(look, link=link or self._link_of_field()))
            elif child.tag == "instrText" and self._fields:
                self._fields[-1].instruction += child.text or ""

    def _look(self, properties: Element | None) -> Piece:
        own = looks_of(None, properties)
        style = self._base
        if properties is not None:
            own = own.over(self._styles.run_style(value_of(properties.find("rStyle"))))
            struck = flag_of(properties.find("strike")) or flag_of(properties.find("dstrike"))
            raised = _RAISED.get(value_of(properties.find("vertAlign")), "")
        else:
            struck, raised = False, ""
        own = own.over(style)
        self._now = own.size or 0
        fonts = None if properties is None else properties.find("rFonts")
        self._is_signs = fonts is not None and bool(_SIGN_FONT.match(fonts.get("ascii", "")))
        return Piece("", bool(own.bold), bool(own.italic), bool(struck), raised)

    def _link_of_field(self) -> str:
        return next((one.link for one in reversed(self._fields) if one.has_result and one.link), "")

    def _part(self, child: Element, look: Piece) -> None:
        tag = child.tag
        if tag in _AS_TEXT:
            self._write(_AS_TEXT[tag], look)
        elif tag in ("drawing", "pict"):
            self.found.drawings.append(child)
            self._add(Piece("", photo=-len(self.found.drawings)))
        elif tag == "commentReference":
            self.found.comments.append(child.get("id", ""))
        elif tag == "object":
            self.found.told.append("嵌入的对象（OLE）")
        elif tag == "AlternateContent":
            for one in chosen(child):
                self._part(one, look)
        elif tag in _PARTS:
            _PARTS[tag](self, child, look)

    def text(self, child: Element, look: Piece) -> None:
        """Read text as it is; letters of a font of symbols are boxes and ticks."""
        text = child.text or ""
        if self._is_signs:
            text = "".join(_SIGNS.get(f"f0{ord(one) & 0xFF:02x}", one) for one in text)
        self._write(text.translate(_INVISIBLE), look)

    def line_break(self, child: Element, look: Piece) -> None:
        """Read a line break; one that begins a page or a column is none of the text."""
        self._write("\n" if child.get("type", "textWrapping") == "textWrapping" else "", look)

    def sign(self, child: Element, look: Piece) -> None:
        """Read a sign of a certain font."""
        code = child.get("char", "").lower()
        self._write(_SIGNS.get(code, "") or (chr(int(code, 16)) if _is_plain(code) else ""), look)

    def note(self, child: Element, look: Piece) -> None:
        """Read the call of a note."""
        self.found.notes.append((child.tag.removesuffix("Reference"), child.get("id", "")))
        del look
        self._add(Piece("", note=-len(self.found.notes)))

    def base(self, ruby: Element, look: Piece) -> None:
        """Read the words that small letters above them explain."""
        for run in ruby.iterfind("rubyBase/r"):
            for one in run.iterfind("t"):
                self._write(one.text or "", look)

    def field(self, mark: Element, look: Piece) -> None:
        """Read where a field begins, where its result begins, and where it ends."""
        kind = mark.get("fldCharType", "")
        if kind == "begin":
            self._fields.append(_Field())
            box = mark.find("ffData/checkBox")
            if box is not None:
                ticked = flag_of(box.find("checked"))
                ticked = flag_of(box.find("default")) if ticked is None else ticked
                self._write("☑" if ticked else "☐", look)
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _write(self, text: str, look: Piece) -> None:
        if any(_PAGE.match(one.instruction) for one in self._fields):
            return
        if text:
            self._sizes[self._now] = self._sizes.get(self._now, 0) + len(text.strip())
            self._add(replace(look, text=text))

    def _add(self, piece: Piece) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last and piece.text and last.text and replace(last, text="") == replace(piece, text=""):
            self.pieces[-1] = replace(last, text=last.text + piece.text)
        else:
            self.pieces.append(piece)


_PARTS: dict[str, Callable[[ParagraphText, Element, Piece], None]] = {
    "t": ParagraphText.text,
    "br": ParagraphText.line_break,
    "sym": ParagraphText.sign,
    "footnoteReference": ParagraphText.note,
    "endnoteReference": ParagraphText.note,
    "fldChar": ParagraphText.field,
    "ruby": ParagraphText.base,
}


def _is_plain(code: str) -> bool:
    return bool(re.fullmatch("[0-9a-f]{4}", code)) and not code.startswith(("f0", "d8", "d9", "da", "db"))


def is_placeholder(control: Element) -> bool:
    """Check whether a field of a form still holds what it asks for."""
    return flag_of(control.find("sdtPr/showingPlcHdr")) is True


def chosen(alternatives: Element) -> Element:
    """Of the two copies of something that old programs do not know, give the one that has something in it."""
    copies = [*alternatives.iterfind("Choice"), *alternatives.iterfind("Fallback")]
    useful = (one for one in copies if any(inner.tag in _USEFUL for inner in one.iter()))
    return next(useful, copies[0] if copies else Element("Choice"))


def _formula(element: Element) -> Iterator[str]:
    """Write a formula on one line; it has to be looked at in any case."""
    for child in element:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag == "f":
            above, below = ("".join(_formula(one)) for part in ("num", "den") for one in child.iterfind(part))
            yield f"{above}/{below}"
        elif child.tag == "sup":
            yield "^" + "".join(_formula(child))
        elif child.tag == "sub":
            yield "_" + "".join(_formula(child))
        elif child.tag not in GONE:
            yield from _formula(child)
