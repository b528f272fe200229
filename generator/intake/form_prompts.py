"""A form of ours without what stood in it before anybody filled it in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.intake.document import Block, Cell, Paragraph, Table, paragraphs
from generator.intake.kit_marks import FORM_TITLE, is_prompt

_TITLE = -1
"""The outline of a document's title."""


def without_prompts(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out the form's own title, what says how to fill in, and the rows of tables that hold nothing else."""
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(tuple(map(_bare, row)) for row in block.rows if not _is_prompting(row))
            yield replace(block, rows=rows)
        elif not _is_of_form(block):
            yield block


def _bare(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(without_prompts(cell.blocks))) if _prompts(cell) else cell


def _is_prompting(row: tuple[Cell, ...]) -> bool:
    return any(map(_prompts, row)) and not any(_bare(cell).text.strip() for cell in row)


def _prompts(cell: Cell) -> bool:
    """Whether a cell says how to fill in."""
    return any(is_prompt(one.text) for one in paragraphs(cell.blocks))


def _is_of_form(paragraph: Paragraph) -> bool:
    if paragraph.photos:
        return False
    return is_prompt(paragraph.whole) or (paragraph.outline == _TITLE and paragraph.text.endswith(FORM_TITLE))
