"""The book's fonts: the pinned ones, those that an editor names, and which characters they have.

Pinned are Noto Serif SC and Noto Sans SC, which are Regular, and the bold cuts of both in theme/fonts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import pylopdf_fonts_zh_cn as pinned
import typst
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from generator.case.text import listing, nearest
from generator.making.errors import UserError

ROLES = {"title": "大标题", "text": "正文", "heading": "小标题和强调", "aside": "内容提要和引文"}
"""What a font is for, by its key in `extra.book.fonts`."""

FOLDER = "folder"
"""The key beside the roles: a folder with font files, besides those that are installed."""

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
BOLD_SERIF, BOLD_SANS = "Anliji Serif", "Anliji Sans"
"""Names that no font on any machine has; what is rarer than GB 2312 falls back to Regular."""
_PINNED = {"title": (BOLD_SERIF,), "text": (SERIF,), "heading": (BOLD_SANS, SANS), "aside": (SERIF,), "label": (SANS,)}
_LABEL = {"label": "heading"}
"""What is small and beside the text, like captions: an editor chooses its font with that of the headings."""
_FAMILY_NAMES = (1, 16)
"""Records of a font's name table that hold its family: https://learn.microsoft.com/typography/opentype/spec/name."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts of a book."""

    families: Mapping[str, tuple[str, ...]]
    """By role, the preferred one first, then all others: a character that any of them has is set in every role."""
    files: tuple[Path, ...]
    coverage: frozenset[int]
    """Code points that at least one of them has."""


def find_faces(wanted: Mapping[str, str], root: Path) -> Faces:
    """Find the fonts that the settings name; where they name none, the pinned ones are taken.

    Args:
        wanted: `extra.book.fonts` of mkdocs.yml: families by role, in Chinese or English, and perhaps `folder`.
        root: the project's folder, from which `folder` is meant.

    Raises:
        UserError: there is no such role, folder or font.
    """
    chosen = {role: name for role, name in wanted.items() if name and role != FOLDER}
    for role in chosen:
        if role not in ROLES:
            close = nearest(role, ROLES)
            meant = f"是不是 {close}？" if close else ""
            raise UserError(f"{_setting(role)} 这一项没有用。{meant}可以写的有：{listing([*ROLES, FOLDER])}。")
    own = _own_folder(wanted.get(FOLDER, ""), root)
    found = {role: _find(role, name, own) for role, name in chosen.items()}
    files = [Path(pinned.serif_path()), Path(pinned.sans_path()), bold_serif_path(), bold_sans_path()]
    files += [face.path for faces in found.values() for face in faces]
    everything = [face.family for faces in found.values() for face in faces]
    families = {
        role: tuple(
            dict.fromkeys(
                (*(face.family for face in found.get(_LABEL.get(role, role), ())), *first, SERIF, SANS, *everything)
            )
        )
        for role, first in _PINNED.items()
    }
    indexed = {(face.path, face.index) for faces in found.values() for face in faces}
    coverage = frozenset(_pinned_coverage().union(*(_coverage(path, index) for path, index in sorted(indexed))))
    return Faces(families, tuple(dict.fromkeys(files)), coverage)


def bold_serif_path() -> Path:
    """Give the file of the face in which titles are set."""
    return _cut("AnlijiSerif-SemiBold.ttf")


def bold_sans_path() -> Path:
    """Give the file of the face for headings and emphasis."""
    return _cut("AnlijiSans-Bold.ttf")


def _cut(name: str) -> Path:
    return Path(str(resources.files("theme") / "fonts" / name))


@dataclass(frozen=True, slots=True)
class _Face:
    family: str
    path: Path
    index: int


def _setting(role: str) -> str:
    return f"mkdocs.yml 的 extra.book.fonts.{role}"


def _own_folder(name: str, root: Path) -> Path | None:
    if not name:
        return None
    folder = root / name
    if not folder.is_dir():
        raise UserError(f"{_setting(FOLDER)} 写的文件夹 {folder} 不存在。请核对路径，或者删去这一项。")
    return folder


def _find(role: str, name: str, own: Path | None) -> tuple[_Face, ...]:
    faces = tuple(_installed(own))
    found = tuple(face for face in faces if face.family.casefold() == name.casefold())
    # The system knows fonts by their English names; editors know 方正小标宋简体.
    found = found or tuple(face for face in faces if name in _local_names(face.path, face.index))
    if not found:
        families = {face.family for face in faces}
        close = nearest(name, families)
        meant = f"是不是“{close}”？" if close else ""
        raise UserError(
            f"{_setting(role)}（{ROLES[role]}）写的字体“{name}”没有找到。{meant}\n"
            f"建议：装上这个字体，或者把字体文件放进一个文件夹，在 extra.book.fonts.{FOLDER} 里写这个文件夹；"
            "留空则用自带的字体。"
        )
    return found


@cache
def _installed(own: Path | None) -> tuple[_Face, ...]:
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(own)] if own else [])
    return tuple(_Face(font.family, Path(font.path), font.index) for font in fonts.fonts() if font.path)


@cache
def _local_names(path: Path, index: int) -> frozenset[str]:
    return frozenset(
        str(record) for font in _open(path, index) for record in font["name"].names if record.nameID in _FAMILY_NAMES
    )


@cache
def _pinned_coverage() -> frozenset[int]:
    return coverage_of(Path(pinned.serif_path())) | coverage_of(Path(pinned.sans_path()))


@cache
def coverage_of(path: Path) -> frozenset[int]:
    """Give the code points that a font file has."""
    return _coverage(path, 0)


def _coverage(path: Path, index: int) -> frozenset[int]:
    return frozenset(code for font in _open(path, index) for code in font.getBestCmap() or ())


def _open(path: Path, index: int) -> Iterator[TTFont]:
    """Open one font of a file; a file that only the system can read has neither names nor characters for us."""
    try:
        if path.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(path, lazy=True) as collection:
                yield collection.fonts[index]
        else:
            with TTFont(path, lazy=True) as font:
                yield font
    except (TTLibError, OSError, KeyError):
        return
