"""Lines above the text of a case that say something of it behind a label: 申报单位：……, 任务类型：……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.case.model import SECTIONS
from generator.intake.document import Block, Cell, Paragraph, Piece
from generator.intake.headings import Headings, Meaning, is_personal_heading
from generator.intake.section_words import part_of

_PAIR = re.compile(r"\s*[（(]?([\u3400-\u9fff（）()、/“”\s]{2,16}?)\s*[：:]\s*(\S.*?)[）)]?\s*")
_APART = re.compile(r"\t+|\s{2,}(?=[\u3400-\u9fff\s]{2,12}[：:])")
_AUTHORS = re.compile("^(?:作者|执笔|撰稿|供稿|通讯员|报送人|整理|撰写|摄影|编辑|审核|来源|发布)")
_TOP = 20
"""Blocks among which facts are looked for."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One fact of a line."""

    at: int
    """The place of the line among the blocks."""
    label: str
    meaning: Meaning
    cell: Cell
    """What stands behind the label; empty where it belongs to a person."""
    paragraph: int


def labelled_lines(blocks: Sequence[Block], headings: Headings) -> Iterator[LabelledLine]:
    """Find the facts above the first section, and lines about persons anywhere.

    A line counts where each of its labels is known; those that begin sections and abstracts are left to the text.
    """
    is_top = True
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.photos or not block.text:
            continue
        is_top = is_top and at < _TOP and part_of(block.whole) is None
        facts = list(_facts(at, block, headings)) if len(block.text) <= _LONGEST else []
        if facts and (is_top or all(one.meaning.kind == "personal" for one in facts)):
            yield from facts


def _facts(at: int, block: Paragraph, headings: Headings) -> Iterator[LabelledLine]:
    raw = "".join(one.text for one in block.pieces)
    found = [_PAIR.fullmatch(part) for part in _APART.split(raw.strip())]
    meanings = [headings.meaning((one[1].strip(),)) for one in found if one]
    if len(meanings) < len(found) or not all(map(_is_fact, meanings)):
        return
    for one, meaning in zip(found, meanings, strict=True):
        assert one is not None  # noqa: S101
        label = "".join(one[1].split())
        if _AUTHORS.match(label) and not is_personal_heading(label):
            return
        is_personal = meaning.kind == "personal"
        said = () if is_personal else (replace(block, pieces=(Piece(one[2]),), mark=""),)
        yield LabelledLine(at, label, meaning, Cell(said), block.number)


def _is_fact(meaning: Meaning) -> bool:
    left = (*SECTIONS, "summary", "keywords", "photos", "significance")
    return meaning.kind == "personal" or (meaning.kind == "value" and meaning.path[0] not in left)
