"""Documents that hold several cases one behind another, divided into a document for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.case.model import SECTIONS
from generator.case.text import shorten
from generator.intake.bare_text import bare_text
from generator.intake.document import Block, Document, Paragraph, Table, paragraphs
from generator.intake.form_cells import Form
from generator.intake.headings import Headings
from generator.intake.outline import headings_of
from generator.intake.section_words import part_of

_COUNTED = re.compile(
    r"\s*案例\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|之[一二三四五六七八九十])\s*(?:[：:、.．\s]|$)"
)
_LONGEST = 60
_HEAD = 4
"""Paragraphs above a form, or above a section, among which the first of its case is looked for."""
_PARAGRAPH = re.compile(r"^第(\d+)段")
_SHOWN = 60
_FEWEST = 2
"""Sections that must come again before a second case is believed in."""


def single_cases(document: Document, headings: Headings) -> tuple[Document, ...]:
    """Divide a document into its cases; most have one."""
    blocks = document.blocks
    starts = _counted(blocks) or _forms(blocks, headings) or _repeated(blocks) or _headed(blocks)
    if len(starts) < _FEWEST:
        return (document,)
    first, *others = (
        _part(document, blocks[start:end], is_first=start == starts[0])
        for start, end in pairwise((*starts, len(blocks)))
    )
    above = " ".join(one.text for one in paragraphs(blocks[: starts[0]]) if one.text)
    told = (f"第一个案例前面的“{shorten(above, _SHOWN)}”没有收入", *first.told) if above else first.told
    return (replace(first, told=told), *others)


def repeats_sections(blocks: Sequence[Block]) -> bool:
    """Check whether the sections of a document come twice, though nothing says where a second case begins."""
    parts = [part for _, part in _sections(blocks)]
    return sum(parts.count(part) > 1 for part in SECTIONS) >= _FEWEST


def _part(document: Document, blocks: Sequence[Block], *, is_first: bool) -> Document:
    numbers = {one.number for one in paragraphs(tuple(blocks))}
    told = []
    for one in document.told:
        found = _PARAGRAPH.match(one)
        if (found and int(found[1]) in numbers) or (not found and is_first):
            told.append(one)
    return replace(document, blocks=tuple(blocks), told=tuple(told))


def _counted(blocks: Sequence[Block]) -> list[int]:
    """Find lines that count the cases: 案例一：……; contents list them too, without text between."""
    found = [at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and _is_count(one)]
    return [start for start, end in pairwise((*found, len(blocks))) if _has_text(blocks[start + 1 : end])]


def _is_count(block: Paragraph) -> bool:
    return len(block.text) <= _LONGEST and "。" not in block.text and _COUNTED.match(block.whole) is not None


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(isinstance(one, Table) or (len(one.text) > 1 and one.text.endswith("。")) for one in blocks)


def _forms(blocks: Sequence[Block], headings: Headings) -> list[int]:
    """Find where forms begin that each have a title of their own filled in, and more."""
    starts: list[int] = []
    titles: set[str] = set()
    for at, block in enumerate(blocks):
        filled = Form((block,), headings).filled if isinstance(block, Table) else []
        title = next((bare_text(one.text) for one in filled if one.meaning.path == ("title",)), "")
        if title and title not in titles and len({one.meaning.path for one in filled}) > _FEWEST:
            titles.add(title)
            starts.append(_above(blocks, at, starts[-1] + 1 if starts else 0))
    return starts


def _above(blocks: Sequence[Block], at: int, lowest: int) -> int:
    """Go up from a form over what is printed above it: its name, the number of the annex."""
    first = at
    for other in range(at - 1, max(lowest, at - _HEAD) - 1, -1):
        block = blocks[other]
        if not isinstance(block, Paragraph) or block.photos or "。" in block.text or len(block.text) > _LONGEST:
            break
        if block.text and not (block.centred or block.outline or block.text.startswith("附件")):
            break
        first = other
    return first


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Give the headings that begin sections, those of one rank, with what they begin."""
    known = [(at, one.rank, part_of(one.words)) for at, one in headings_of(blocks).items()]
    ranks = [rank for _, rank, part in known if part in SECTIONS]
    if ranks:
        yield from ((at, str(part)) for at, rank, part in known if part in SECTIONS and rank == min(ranks))


def _repeated(blocks: Sequence[Block]) -> list[int]:
    """Find titles like the first one above sections that come again."""
    sections = list(_sections(blocks))
    parts = [part for _, part in sections]
    if sum(parts.count(part) > 1 for part in set(parts)) < _FEWEST:
        return []
    first = next((at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and one.text), 0)
    starts, before = [first], {parts[0]}
    for number in range(1, len(sections)):
        at, part = sections[number]
        title = _title_like(blocks, first, sections[number - 1][0] + 1, at) if part in before else None
        if title is not None:
            starts.append(title)
            before = set()
        before.add(part)
    return starts if len(starts) >= _FEWEST else []


def _headed(blocks: Sequence[Block]) -> list[int]:
    """Find real headings above those of sections, where each has sections of its own below it that come again."""
    sections = list(_sections(blocks))
    if not repeats_sections(blocks):
        return []
    known = headings_of(blocks)
    rank = known[sections[0][0]].rank
    higher = [at for at, one in known.items() if one.rank < rank and not part_of(one.words) and _is_real(blocks[at])]
    ends = [*higher[1:], len(blocks)]
    own = [[part for at, part in sections if start < at < end] for start, end in zip(higher, ends, strict=False)]
    return higher if len(higher) >= _FEWEST and all(len(set(parts)) >= _FEWEST for parts in own) else []


def _is_real(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.outline > 0


def _title_like(blocks: Sequence[Block], first: int, start: int, end: int) -> int | None:
    """Find a line that looks as the first of the document does."""
    look = _look(blocks[first])
    if look is None or not any(look[:3]):
        return None
    return next((at for at in range(start, end) if _look(blocks[at]) == look), None)


def _look(block: Block) -> tuple[bool, int, bool, float] | None:
    if not isinstance(block, Paragraph) or not block.text or len(block.text) > _LONGEST:
        return None
    return block.centred, block.outline, block.is_bold, block.size
