"""A document as a word processor wrote it: paragraphs, tables and photos in reading order, without its looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph that looks the same throughout."""

    text: str
    """`\\n` is a line break within the paragraph."""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    raised: str = ""
    """`sub` or `sup` for small letters below or above the line."""
    link: str = ""
    """The address to which it leads; empty where it leads nowhere outside the document."""
    note: int = 0
    """Instead of text: the note that is called here, by its place among the document's notes; 0 where it is none."""
    photo: int = 0
    """Instead of text: the photo that stands here, by its place among the document's photos; 0 where it is none."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    number: int
    """Its place in the document's body, as a person counts: from 1, those in tables too."""
    pieces: tuple[Piece, ...] = ()
    outline: int = 0
    """1 for the highest headings; 0 for running text, -1 for the title."""
    mark: str = ""
    """What the document itself puts before it: `一、`, `（1）`; `•` for any sign of a list."""
    depth: int = 0
    """How deep the list is, from 0, where it has a mark."""
    centred: bool = False
    size: float = 0
    """Of most of its letters, in points; 0 where the document says nothing."""
    is_caption: bool = False
    """Whether its style says that it stands under a picture."""

    @property
    def text(self) -> str:
        """Its own words on one line, without its mark."""
        return " ".join("".join(one.text for one in self.pieces).split())

    @property
    def whole(self) -> str:
        """Its words with its mark, as a reader sees it."""
        return f"{'' if self.mark == BULLET else self.mark}{self.text}"

    @property
    def photos(self) -> tuple[int, ...]:
        """The photos in it."""
        return tuple(one.photo for one in self.pieces if one.photo)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are."""
        words = [one for one in self.pieces if one.text.strip()]
        return bool(words) and all(one.bold for one in words)


BULLET = "•"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple["Block", ...] = ()
    columns: int = 1
    """How many it takes."""
    rows: int = 1

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(filter(None, (one.whole for one in paragraphs(self.blocks))))


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    number: int
    """The paragraph with which it begins."""
    rows: tuple[tuple[Cell, ...], ...]
    """Cells that a merged one covers are left out."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in a document."""

    read: Callable[[], bytes]
    suffix: str
    alternative: str
    """What its author wrote for those who do not see it."""
    paragraph: int


@dataclass(frozen=True)
class Document:
    """A whole document."""

    blocks: tuple[Block, ...]
    photos: tuple[Photo, ...] = ()
    notes: tuple[tuple[Paragraph, ...], ...] = ()
    """Footnotes and endnotes, in the order in which they are called."""
    told: tuple[str, ...] = ()
    """What is in the file and was not taken, in Chinese, one clause each."""


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Give all paragraphs, those in tables too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            for cell in row:
                yield from paragraphs(cell.blocks)
