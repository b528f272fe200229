"""Blocks of a document as Markdown: paragraphs, lists, tables, notes, emphasis and links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.case.kinds import is_link
from generator.case.markdown.meant import as_meant
from generator.intake.cells import clean
from generator.intake.document import BULLET, Block, Cell, Document, Paragraph, Piece, Table, paragraphs
from generator.intake.document_lines import lines_of
from generator.intake.plain_marks import begun, escaped

_ORDERED = re.compile(r"(\d{1,3})[.．、)）]$")
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_BREAKS = re.compile(r"\s*\n\s*")
_STOPS = re.compile(r"([。；，、：])[。；，、]+")
"""What is left of a sentence from which its number was taken."""


@dataclass
class Section:
    """Markdown under construction: blocks in their order, with the notes that they call."""

    document: Document
    skipped: frozenset[int] = frozenset()
    """Paragraphs that belong to photos."""
    removed: list[str] = field(default_factory=list)
    """What was left out because it belongs to persons, in Chinese, one clause each."""
    _chunks: list[tuple[str, bool]] = field(default_factory=list)
    """Each with whether it is an item of a list."""
    _notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, as the reader of records takes it; empty where there is nothing."""
        text = ""
        was_item = False
        for chunk, is_item in self._chunks:
            text += ("\n" if was_item and is_item else "\n\n") + chunk
            was_item = is_item
        notes = "\n".join(self._notes)
        return as_meant(f"{text}\n\n{notes}".strip("\n")).text.strip()

    def heading(self, words: str, level: int) -> None:
        """Add a heading."""
        words = escaped(" ".join(self._cleaned(words, 0).split())).rstrip("#＃ ")
        if words:
            self._chunks.append((f"{'#' * min(6, max(1, level))} {words}", False))

    def add(self, block: Block) -> None:
        """Add a paragraph or a table."""
        if isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if self._is_skipped(paragraph):
            return
        pieces = self._without_personal(paragraph)
        lines = [one for one in lines_of(pieces) if any(piece.text.strip() or piece.note for piece in one)]
        ordered = _ORDERED.match(paragraph.mark)
        written = [self._line(one) for one in lines]
        if not written:
            return
        if paragraph.mark == BULLET or ordered:
            sign = f"{ordered[1]}. " if ordered else "- "
            indent = "   " * paragraph.depth
            body = f"\\\n{indent}{' ' * len(sign)}".join(written)
            self._chunks.append((f"{indent}{sign}{body}", True))
            return
        if paragraph.mark:
            written[0] = f"{escaped(paragraph.mark)}{written[0]}"
        self._chunks.append((begun("\\\n".join(written)), False))

    def _is_skipped(self, paragraph: Paragraph) -> bool:
        return paragraph.number in self.skipped and bool(paragraph.text)

    def _without_personal(self, paragraph: Paragraph) -> Sequence[Piece]:
        text = "".join(piece.text for piece in paragraph.pieces)
        cleaned = clean(text)
        if not cleaned.removed:
            return paragraph.pieces
        self._tell(cleaned.removed, paragraph.number)
        return (Piece(_STOPS.sub(r"\1", cleaned.text)), *(piece for piece in paragraph.pieces if piece.note))

    def _cleaned(self, text: str, number: int) -> str:
        cleaned = clean(text)
        self._tell(cleaned.removed, number)
        return cleaned.text

    def _tell(self, kinds: Iterable[str], number: int) -> None:
        place = f"第{number}段" if number else "小标题或表格"
        self.removed += [f"{place}里的{kind}没有收入" for kind in kinds]

    def _line(self, pieces: Sequence[Piece]) -> str:
        return "".join(map(self._piece, _joined(pieces))).strip(" \t\u3000\u00a0")

    def _piece(self, piece: Piece) -> str:
        if piece.note:
            return self._note(piece.note)
        if piece.photo:
            return ""
        before, words, after = _EDGES.fullmatch(piece.text).groups()  # type: ignore[union-attr]
        if not words:
            return " " if piece.text else ""
        text = escaped(words)
        if piece.link and is_link(piece.link) and not clean(piece.link).removed:
            text = f"[{text}]({_address(piece.link)})"
        if piece.raised:
            text = f"<{piece.raised}>{text}</{piece.raised}>"
        for mark, is_on in (("~~", piece.strike), ("*", piece.italic), ("**", piece.bold)):
            text = f"{mark}{text}{mark}" if is_on else text
        return f"{' ' if before else ''}{text}{' ' if after else ''}"

    def _note(self, number: int) -> str:
        own = self.document.notes[number - 1] if number <= len(self.document.notes) else ()
        texts = filter(None, (self._line(self._without_personal(one)) for one in own))
        text = " ".join(_BREAKS.sub(" ", one) for one in texts)
        if not text:
            return ""
        self._notes.append(f"[^{len(self._notes) + 1}]: {text}")
        return f"[^{len(self._notes)}]"

    def _table(self, table: Table) -> None:
        grid = grid_of(table)
        texts = (one for row in table.rows for cell in row for one in paragraphs(cell.blocks) if one.text)
        if not any(not self._is_skipped(one) for one in texts):
            return
        if len(grid[0]) == 1:
            # One column is a frame around text.
            for row in table.rows:
                for cell in row:
                    for block in cell.blocks:
                        self.add(block)
            return
        rows = [[self._cell(cell) if cell else "" for cell in row] for row in grid]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, f"|{'|'.join(['---'] * len(rows[0]))}|")
        self._chunks.append(("\n".join(lines), False))

    def _cell(self, cell: Cell) -> str:
        parts: list[str] = []
        for block in cell.blocks:
            if isinstance(block, Table):
                inner = (self._cell(one) for row in block.rows for one in row)
                parts.append("；".join(filter(None, inner)))
            elif not self._is_skipped(block):
                lines = [self._line(one) for one in lines_of(self._without_personal(block))]
                text = "<br>".join(filter(None, lines))
                parts.append(f"{'' if block.mark == BULLET else escaped(block.mark)}{text}" if text else "")
        return "<br>".join(filter(None, parts))


def grid_of(table: Table) -> list[list[Cell | None]]:
    """Give the rows of a table, all equally long: a cell stands where it begins, None where it reaches further."""
    rows: list[dict[int, Cell | None]] = [{} for _ in table.rows]
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while column in rows[at]:
                column += 1
            for down in range(min(cell.rows, len(rows) - at)):
                for across in range(cell.columns):
                    rows[at + down].setdefault(column + across, cell if not down and not across else None)
            column += cell.columns
    width = max((max(row, default=-1) + 1 for row in rows), default=0)
    return [[row.get(column) for column in range(width)] for row in rows]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Join pieces that look the same, so that no mark ends where it begins again."""
    joined: list[Piece] = []
    for piece in pieces:
        look = piece if piece.text.strip() or piece.note else replace(piece, bold=False, italic=False, strike=False)
        last = joined[-1] if joined else None
        is_blank = bool(look.text) and not look.text.strip()
        alike = last is not None and not look.note and (is_blank or replace(last, text="") == replace(look, text=""))
        if last and not last.note and alike:
            joined[-1] = replace(last, text=last.text + look.text)
        elif look.text or look.note:
            joined.append(look)
    return joined


def _address(link: str) -> str:
    return link.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
