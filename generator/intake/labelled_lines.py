"""Lines above the text of a case that say something of it behind a label: 申报单位：……, 任务类型：……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.case.markdown.meant.numbers import number_of
from generator.case.model import SECTIONS
from generator.intake.document import Block, Cell, Paragraph, Piece
from generator.intake.headings import UNKNOWN, Headings, Meaning, is_personal_heading
from generator.intake.section_words import part_of

_PAIR = re.compile(
    r"\s*[（(]?(?P<label>[\u3400-\u9fff（）()、/“”\s]{2,16}?)\s*[：:]\s*(?P<said>\S.*?)[）)]?\s*"
    r"|\s*【(?P<boxed>[^【】]{2,16})】\s*[：:]?\s*(?P<behind>\S.*?)\s*"
)
_APART = re.compile(r"\t+|\s{2,}(?=[\u3400-\u9fff\s]{2,12}[：:])|[；;，,]\s*(?=[\u3400-\u9fff]{2,8}[：:])")
_AUTHORS = re.compile("^(?:作者|执笔|撰稿|供稿|通讯员|报送人|整理|撰写|摄影|编辑|审核|来源|发布)")
_TOP = 20
"""Blocks among which facts are looked for."""
_LONGEST = 60
_LONGEST_LABEL = 16


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One fact of a line."""

    places: frozenset[int]
    """Of the line among the blocks, and of what stands below it."""
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
        facts = facts or list(_below(at, block, blocks[at + 1 : at + 3], headings))
        if facts and (is_top or all(one.meaning.kind == "personal" for one in facts)):
            yield from facts


def _facts(at: int, block: Paragraph, headings: Headings) -> Iterator[LabelledLine]:
    raw = "".join(one.text for one in block.pieces)
    found = [one for part in _APART.split(raw.strip()) if (one := _PAIR.fullmatch(part))]
    if len(found) < len(_APART.split(raw.strip())):
        return
    pairs = [("".join((one["label"] or one["boxed"]).split()), one["said"] or one["behind"]) for one in found]
    facts = [(label, headings.meaning((label,)), said) for label, said in pairs]
    known = [one for one in facts if _is_fact(one[1])]
    if len(known) * 2 < len(facts) or any(one[1].kind != "unknown" for one in facts if one not in known):
        return
    if any(_AUTHORS.match(label) and not is_personal_heading(label) for label, _ in pairs):
        return
    for label, meaning, said in facts:
        yield _line({at}, block, label, meaning, said)


def _below(at: int, block: Paragraph, following: Sequence[Block], headings: Headings) -> Iterator[LabelledLine]:
    """Read a numbered label that stands above what it is of: 二、申报单位, and 示例大学 below it."""
    number = number_of(block.text)
    meaning = headings.meaning((block.text[number.end :],)) if number else UNKNOWN
    if not number or not _is_fact(meaning) or len(block.text) > _LONGEST_LABEL or not following:
        return
    below, *others = following
    is_alone = not others or (isinstance(others[0], Paragraph) and number_of(others[0].whole) is not None)
    if isinstance(below, Paragraph) and below.text and len(below.text) <= _LONGEST and is_alone:
        label = "".join(block.text[number.end :].split())
        yield _line({at, at + 1}, below, label, meaning, "".join(one.text for one in below.pieces))


def _line(places: set[int], block: Paragraph, label: str, meaning: Meaning, said: str) -> LabelledLine:
    pieces = () if meaning.kind == "personal" else (replace(block, pieces=(Piece(said),), mark=""),)
    return LabelledLine(frozenset(places), label, meaning, Cell(pieces), block.number)


def _is_fact(meaning: Meaning) -> bool:
    left = (*SECTIONS, "summary", "keywords", "photos", "significance")
    return meaning.kind == "personal" or (meaning.kind == "value" and meaning.path[0] not in left)
