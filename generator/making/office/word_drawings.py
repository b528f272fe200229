"""What is drawn or put into a Word file: photos, text boxes, and what can only be told."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.intake.document import Photo
from generator.making.office.word_package import MOST_OF_PICTURE, PartOfFile, Target, WordPackage
from generator.making.office.word_text import Found, chosen

_JPEG, _PNG, _RIFF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypheim", b"ftyphevc")
_LEAST_CUT = 2_000
_NAMES = {
    b"\x01\x00\x00\x00": "EMF",
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\x00\x09\x00": "WMF",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"\x1f\x8b": "EMF",
}


class Drawings:
    """The photos of a file, each once, in the order of reading."""

    def __init__(self, package: WordPackage) -> None:
        """Begin without any."""
        self.photos: list[Photo] = []
        self.told: list[str] = []
        self._package = package
        self._taken: dict[str, int] = {}

    def read(self, drawing: Element, paragraph: int, found: Found, targets: dict[str, Target]) -> list[int]:
        """Give the numbers of the photos in a drawing; its text boxes are added to what was found."""
        return list(self._below(drawing, paragraph, found, targets, ""))

    def _below(
        self, element: Element, paragraph: int, found: Found, targets: dict[str, Target], words: str
    ) -> Iterator[int]:
        for child in element:
            if child.tag == "txbxContent":
                found.boxes.append(child)
                continue
            if child.tag == "docPr":
                words = child.get("descr", "")
            elif child.tag == "blip":
                yield from self._picture(targets.get(child.get("embed") or child.get("link") or ""), paragraph, words)
            elif child.tag == "imagedata":
                yield from self._picture(targets.get(child.get("id") or child.get("href") or ""), paragraph, words)
            elif child.tag == "srcRect" and any(map(_is_cut, child.attrib.values())):
                self.told.append(f"第{paragraph}段的图片在 Word 里裁剪过，取出的是裁剪以前的整张，请核对能不能公开")
            elif child.tag in ("chart", "relIds"):
                self.told.append(f"第{paragraph}段有{'图表' if child.tag == 'chart' else '图示（SmartArt）'}，没有取")
            inner = chosen(child) if child.tag == "AlternateContent" else child
            yield from self._below(inner, paragraph, found, targets, words)

    def _picture(self, target: Target | None, paragraph: int, words: str) -> Iterator[int]:
        if target is None or target.is_outside:
            return
        if target.name in self._taken:
            yield self._taken[target.name]
            return
        suffix, fault = self._kind(target.name)
        if not suffix:
            self.told.append(f"第{paragraph}段的图片{fault}，没有取")
            return
        self.photos.append(Photo(PartOfFile(self._package.source, target.name), suffix, words.strip(), paragraph))
        self._taken[target.name] = len(self.photos)
        yield len(self.photos)

    def _kind(self, name: str) -> tuple[str, str]:
        """Give the suffix that a picture's first bytes say, or why it is not taken."""
        if name not in self._package.sizes:
            return "", "在文件里找不到"
        if self._package.sizes[name] > MOST_OF_PICTURE:
            return "", "太大"
        head = self._package.head(name)
        suffix = _suffix(head)
        if suffix:
            return suffix, ""
        kind = next((word for start, word in _NAMES.items() if head.startswith(start)), "")
        kind = kind or posixpath.splitext(name)[1].lstrip(".").upper() or "别的"
        return "", f"是 {kind} 格式的（网页不能用，请另外提供 JPG 或 PNG）"


def _is_cut(written: str) -> bool:
    """Check whether a side of a picture is cut off, and not by a rounding: in thousandths of a percent."""
    return written.isdecimal() and int(written) >= _LEAST_CUT


def _suffix(head: bytes) -> str:
    if head.startswith(_JPEG):
        return ".jpg"
    if head.startswith(_PNG):
        return ".png"
    if head.startswith(_RIFF) and head[8:12] == b"WEBP":
        return ".webp"
    return ".heic" if head[4:12] in _HEIC else ""
