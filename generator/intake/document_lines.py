"""The paragraphs of a document as they are meant: out of frames, without hints, divided where only line breaks do it.

A break behind a sentence, or around a heading, ends a paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.markdown.meant.title_shape import title_words
from generator.case.model import SECTIONS
from generator.intake.document import Block, Cell, Paragraph, Piece, Table
from generator.intake.kit_marks import is_prompt
from generator.intake.outline import headings_of
from generator.intake.section_words import part_of

_HINT = re.compile(
    r"[（(【\[](?=.{0,60}(?:此处|字以内|字左右|不超过\s*\d+\s*字|请(?:简述|简要|说明|写明|填写|概述)|可附页|可另附))[^（(）)]{2,120}[）)】\]]"
)
"""What somebody else's form says about how to fill it in."""


def without_frames(blocks: Iterable[Block]) -> Iterator[Block]:
    """Take text out of tables that are frames around it: those of one cell, and rows with whole texts in a cell."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) == 1 and _is_frame(block.rows[0]):
            for cell in block.rows[0]:
                yield from without_frames(cell.blocks)
        else:
            yield block


def _is_frame(cells: Sequence[Cell]) -> bool:
    return len(cells) == 1 or any(has_sections(cell.blocks) for cell in cells)


def has_sections(blocks: Iterable[Block]) -> bool:
    """Check whether a text has headings of several sections."""
    own = tuple(split_blocks(blocks))
    parts = (part_of(one.words) for one in headings_of(own).values())
    return len({part for part in parts if part in SECTIONS}) > 1


def without_hints(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out what forms say about how they are to be filled in, in cells too."""
    for block in blocks:
        if isinstance(block, Table):
            rows = (
                tuple(replace(cell, blocks=tuple(without_hints(cell.blocks))) for cell in row) for row in block.rows
            )
            yield replace(block, rows=tuple(rows))
        elif not is_prompt(block.text) and not _HINT.fullmatch(block.text):
            yield block


def split_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Divide paragraphs at the breaks that are meant so; tables stay, and so do headings of two lines."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.outline and any("\n" in one.text for one in block.pieces):
            yield from _split(block)
        else:
            yield block


def _split(paragraph: Paragraph) -> Iterator[Paragraph]:
    first, *others = lines_of(paragraph.pieces)
    kept = [first]
    is_first = True
    for line in others:
        before, after = _text(kept[-1]), _text(line)
        if before and not ends_sentence(before) and not _is_heading(before) and not _is_heading(after):
            kept.append(line)
            continue
        yield _paragraph(paragraph, kept, is_first=is_first)
        kept, is_first = [line], False
    yield _paragraph(paragraph, kept, is_first=is_first)


def _paragraph(paragraph: Paragraph, lines: Sequence[Sequence[Piece]], *, is_first: bool) -> Paragraph:
    pieces = [piece for at, line in enumerate(lines) for piece in ((*_BREAK[: at > 0], *line))]
    own = replace(paragraph, pieces=tuple(pieces))
    return own if is_first else replace(own, mark="")


_BREAK = (Piece("\n"),)


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Give the pieces of each line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=text, note=0, photo=0)] for text in others]
    return lines


def _text(line: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in line).strip()


def _is_heading(text: str) -> bool:
    return bool(title_words(text)) or part_of(text) is not None
