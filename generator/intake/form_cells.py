"""Forms in documents: labels, and what is filled in beside or below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.case.markdown.meant.numbers import number_of
from generator.case.model import SECTIONS
from generator.intake.document import Block, Cell, Paragraph, Piece, Table, paragraphs
from generator.intake.document_lines import has_sections
from generator.intake.document_markdown import grid_of
from generator.intake.headings import Headings, Meaning, plain_heading
from generator.intake.labelled_lines import labelled_lines
from generator.intake.section_words import likely_part_of, part_of

_LONGEST = 40
"""Characters of a label with what is said in brackets about it."""
_PAIR = 2
_FEWEST = 3
"""So many known labels make a table a form."""
_TICKED, _BOXES = "☑☒■√✓✔●⊠", "☐□○"
_OPTION = re.compile(f"([{_TICKED}{_BOXES}])\\s*([^{_TICKED}{_BOXES}\\s/、，,；;]+)")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_KNOWN = frozenset(("value", "id", "personal"))


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What is filled in under a label."""

    label: str
    """As the form has it, on one line."""
    meaning: Meaning
    cell: Cell
    paragraph: int
    """The first of what is filled in, or of the label where nothing is."""
    item: int = -1
    """Which line of a list below its labels, 0-based; -1 where it stands beside its label."""

    @property
    def is_section(self) -> bool:
        """Whether it is the prose of a section."""
        return len(self.meaning.path) == 1 and self.meaning.path[0] in SECTIONS

    @property
    def is_whole_text(self) -> bool:
        """Whether it holds a case's whole text, with headings of several sections in it."""
        return has_sections(self.cell.blocks)

    @property
    def text(self) -> str:
        """Its words; of boxes to be ticked, those beside the ticked ones."""
        options = _OPTION.findall(self.cell.text)
        ticked = [word for box, word in options if box in _TICKED]
        has_empty = any(box in _BOXES for box, _ in options)
        if has_empty and ticked:
            return "、".join(ticked)
        return "" if has_empty and not ticked else self.cell.text


class Form:
    """The tables of a document that are forms."""

    def __init__(self, blocks: Sequence[Block], headings: Headings) -> None:
        """Find them."""
        self._headings = headings
        self.filled: list[FilledIn] = []
        self.unknown: list[tuple[str, Cell, int]] = []
        """Label, cell and paragraph of what nobody knows where to put."""
        self.head: tuple[str, int] | None = None
        """What stands in the first row of the first form and takes all of it, with its paragraph."""
        self.places: set[int] = set()
        """Which blocks are forms, or lines like those of forms."""
        for line in labelled_lines(blocks, headings):
            self.places |= line.places
            if line.meaning.kind == "unknown":
                self.unknown.append((line.label, line.cell, line.paragraph))
            else:
                self.filled.append(FilledIn(line.label, line.meaning, line.cell, line.paragraph))
        for at, block in enumerate(blocks):
            if isinstance(block, Table) and self._is_form(block):
                self.places.add(at)
                first = block.rows[0]
                if self.head is None and len(first) == 1 and self._label(first[0]) is None:
                    self.head = (" ".join(first[0].text.split()), block.number)
                self._read(block)

    def _is_form(self, table: Table) -> bool:
        grid = grid_of(table)
        rows = [[cell for cell in row if cell is not None] for row in grid]
        if len(rows) > 1 and rows[0] and rows[0][0].rows > 1 and self._heads_columns(rows[0], rows[1]):
            return True
        # A cell down the side that names a group of rows is neither a label nor filled in.
        own = [row[1:] if row and row[0].rows > 1 and len(row) > _PAIR else row for row in table.rows]
        labels = [cell for row in own for cell in row[::2] if self._label(cell) is not None or _names_part(cell)]
        cells = sum(map(len, own))
        is_small = len(labels) * 2 >= (len(rows) if grid and len(grid[0]) == _PAIR else cells)
        return (len(labels) >= _PAIR and is_small) or (len(labels) >= _FEWEST and len(labels) * 5 >= cells)

    def _label(self, cell: Cell | None, group: str = "") -> Meaning | None:
        if cell is None or any(one.photos for one in paragraphs(cell.blocks)):
            return None
        text = "".join(cell.text.split())
        number = number_of(text)
        text = text[number.end :] if number else text
        if not text or len(text) > _LONGEST or text.endswith(("。", "；", "！")):
            return None
        meaning = self._headings.meaning((group, text) if group else (text,))
        if meaning.kind in _KNOWN:
            return meaning
        part = part_of(_BRACKETS.sub("", text))
        # The whole of a text in one cell is told from a section by the headings in it.
        part = "approach" if part == "body" else part
        return Meaning("value", (part,)) if part in (*SECTIONS, "summary", "keywords") else None

    def _read(self, table: Table) -> None:
        grid = grid_of(table)
        groups: dict[int, tuple[str, int]] = {}
        at = 0
        while at < len(grid):
            cells = [cell for cell in grid[at] if cell is not None]
            below = [cell for cell in grid[at + 1] if cell is not None] if at + 1 < len(grid) else []
            if self._heads_columns(cells, below):
                at = self._columns(grid, at, self._group(groups, at))
            elif len(cells) == 1 and self._label(cells[0]) and len(below) == 1 and self._label(below[0]) is None:
                self._add(cells[0], self._label(cells[0]), below[0])
                at += 2
            else:
                self._row(cells, at, groups)
                at += 1

    def _group(self, groups: dict[int, tuple[str, int]], at: int) -> str:
        return next((words for words, last in groups.values() if at < last), "")

    def _heads_columns(self, cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
        """Check whether a row is nothing but labels, above a row that is filled in."""
        own, group = (cells[1:], "".join(cells[0].text.split())) if cells and cells[0].rows > 1 else (cells, "")
        known = [self._label(one, group) or self._label(one) for one in own if one.text.strip()]
        is_head = len(own) > 1 and bool(known) and all(known)
        return is_head and len(below) == len(own) and not any(self._label(one) for one in below if one.text.strip())

    def _columns(self, grid: Sequence[Sequence[Cell | None]], at: int, group: str) -> int:
        """Read rows below labels, until a row begins with a label or has other columns."""
        labels = {column: cell for column, cell in enumerate(grid[at]) if cell is not None and cell.text.strip()}
        first = next(iter(labels.values()))
        if first.rows > 1 and len(labels) > 1:
            group = "".join(first.text.split())
            labels = dict(list(labels.items())[1:])
        item = 0
        at += 1
        while at < len(grid):
            row = {column: cell for column, cell in enumerate(grid[at]) if cell is not None}
            if set(labels) - set(row) or any(self._label(cell) for cell in row.values()):
                break
            for column, label in labels.items():
                meaning = self._label(label, group) or self._label(label)
                self._add(label, meaning, row[column], item)
            item += 1
            at += 1
        return at

    def _row(self, cells: Sequence[Cell], at: int, groups: dict[int, tuple[str, int]]) -> None:
        group = self._group(groups, at)
        waiting: Cell | None = None
        for position, cell in enumerate(cells):
            meaning = self._label(cell, group) or self._label(cell)
            if cell.rows > 1 and position == 0 and len(cells) > 2 and (meaning or waiting is None):
                following = cells[position + 1]
                words = "".join(cell.text.split())
                if words and (self._label(following, words) or self._label(following)):
                    groups[at] = (words, at + cell.rows)
                    group = words
                    continue
            if waiting is not None and (meaning is None or waiting.text == cell.text):
                self._add(waiting, self._label(waiting, group) or self._label(waiting), cell)
                waiting = None
            elif meaning is not None:
                waiting = cell
            elif not self._alone(cell):
                has_value = position + 1 < len(cells) and self._label(cells[position + 1]) is None
                waiting = cell if has_value and _may_be_label(cell) else None
                if waiting is None:
                    self._add(Cell(), None, cell)
        if waiting is not None and len(cells) > 1:
            self._add(waiting, self._label(waiting, group) or self._label(waiting), Cell())

    def _alone(self, cell: Cell) -> bool:
        """Read a cell that begins with its own label; give whether it does."""
        first = next((at for at, one in enumerate(cell.blocks) if isinstance(one, Paragraph) and one.text), None)
        if first is None:
            return False
        if has_sections(cell.blocks):
            self._add(Cell(), Meaning("value", ("approach",)), cell)
            return True
        block = cell.blocks[first]
        assert isinstance(block, Paragraph)  # noqa: S101
        label, colon, _ = block.text.partition("：")
        meaning = self._label(Cell((replace(block, pieces=_cut(block, 0, len(label))),)))
        if meaning is None or (not colon and len(cell.blocks) == first + 1):
            return False
        rest = _cut(block, len(label) + 1, None) if colon else ()
        blocks = (*((replace(block, pieces=rest),) if rest else ()), *cell.blocks[first + 1 :])
        self._add(Cell((replace(block, pieces=_cut(block, 0, len(label))),)), meaning, replace(cell, blocks=blocks))
        return True

    def _add(self, label: Cell, meaning: Meaning | None, value: Cell, item: int = -1) -> None:
        words = "".join(label.text.split())
        number = next(_numbers(value), next(_numbers(label), 0))
        if meaning is None:
            if value.text.strip():
                self.unknown.append((words, value, number))
            return
        if meaning.kind == "personal":
            self.filled.append(FilledIn(words, meaning, Cell(), number, item))
        elif value.text.strip() or any(one.photos for one in paragraphs(value.blocks)):
            own = meaning.item if meaning.item >= 0 else item
            self.filled.append(FilledIn(words, meaning, value, number, own))


def _cut(block: Paragraph, start: int, end: int | None) -> tuple[Piece, ...]:
    """Give the pieces of a paragraph between two places of its text."""
    left = 0
    pieces: list[Piece] = []
    whole = "".join(one.text for one in block.pieces)
    offset = len(whole) - len(whole.lstrip())
    stop = len(whole) if end is None else end + offset
    for piece in block.pieces:
        first, last = max(start + offset if start else 0, left), min(stop, left + len(piece.text))
        if first < last:
            pieces.append(replace(piece, text=piece.text[first - left : last - left]))
        left += len(piece.text)
    return tuple(pieces)


def _names_part(cell: Cell) -> bool:
    """Check whether a label that is no key's is of prose all the same, or of an office's opinion."""
    text = _BRACKETS.sub("", "".join(cell.text.split()))
    return bool(part_of(text) or likely_part_of(text)) if 0 < len(text) <= _LONGEST else False


def _may_be_label(cell: Cell) -> bool:
    text = "".join(cell.text.split())
    return 0 < len(plain_heading(text)) <= _LONGEST // 2 and "。" not in text


def _numbers(cell: Cell) -> Iterator[int]:
    return (one.number for one in paragraphs(cell.blocks) if one.text or one.photos)
