"""The headings of a document, real ones and those that were only typed: bold, numbered, or in a usual wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.case.markdown.meant.numbers import BRACKETED_HAN, HAN, SPOKEN, number_of
from generator.case.markdown.meant.title_shape import title_words
from generator.case.model import SECTIONS, Case
from generator.case.programme import Programme
from generator.intake.document import BULLET, Block, Paragraph
from generator.intake.headings import plain_heading
from generator.intake.section_words import part_of

_LONGEST = 60
_LONGEST_BOLD = 30
_NO_HEADING = re.compile(r"[。；;！？!?]$|。|^图\s*\d|^表\s*\d|^注[：:]")
_TYPED = 100
"""The rank of the highest typed headings in a document whose real ones say nothing about them."""
_BOLD = _TYPED + SPOKEN + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    words: str
    """With its number."""
    rank: int
    """Lower numbers are higher headings; what the numbers are is of no meaning."""


def headings_of(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Find the headings among blocks, by their places there."""
    found: dict[int, Heading] = {}
    real = _real_ranks(blocks)
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.photos or block.is_caption:
            continue
        following = next((one for one in blocks[at + 1 :] if not isinstance(one, Paragraph) or one.text), None)
        rank = _rank(block, following, real)
        if rank is not None:
            found[at] = Heading(block.whole.strip(), rank)
    return found


def _real_ranks(blocks: Sequence[Block]) -> dict[int, int]:
    """Give the ranks of real headings by the kind of number that they have."""
    ranks: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and block.outline > 0 and _is_short(block):
            number = number_of(block.whole)
            if number:
                ranks[number.kind] = min(ranks.get(number.kind, _TYPED), block.outline * 10)
    return ranks


def _is_short(paragraph: Paragraph) -> bool:
    return 0 < len(paragraph.text) <= _LONGEST and "。" not in paragraph.text.rstrip("。")


def _rank(paragraph: Paragraph, following: Block | None, real: dict[int, int]) -> int | None:
    """Give the rank of a heading; None where a paragraph is none."""
    text = paragraph.whole
    has_break = any("\n" in one.text for one in paragraph.pieces)
    if not _is_short(paragraph) or paragraph.mark == BULLET or has_break:
        return None
    if paragraph.outline > 0:
        return paragraph.outline * 10
    is_known = part_of(text) is not None
    number = number_of(text)
    if number and (title_words(text) or is_known):
        is_clear = paragraph.is_bold or is_known
        may_be = number.kind <= BRACKETED_HAN and not _is_sibling(following, number.kind)
        return _typed_rank(number.kind, real) if is_clear or may_be else None
    if is_known:
        return _typed_rank(HAN, real)
    return _BOLD if _is_bold_line(paragraph, following) else None


def _is_bold_line(paragraph: Paragraph, following: Block | None) -> bool:
    """Check whether a short bold line stands above text that is not bold."""
    text = paragraph.text
    is_line = paragraph.is_bold and len(text) <= _LONGEST_BOLD and not _NO_HEADING.search(text)
    stands_above = isinstance(following, Paragraph) and not following.is_bold
    return is_line and stands_above and not text.endswith(("：", ":"))


def _is_sibling(block: Block | None, kind: int) -> bool:
    """Check whether the next block has a number of the same kind or a higher one, so that this one has no text."""
    if not isinstance(block, Paragraph):
        return block is None
    number = number_of(block.whole)
    return number is not None and number.kind <= kind


def _typed_rank(kind: int, real: dict[int, int]) -> int:
    """Rank a typed heading among real ones: below those with higher numbers, above those with lower ones."""
    if kind in real:
        return real[kind]
    higher = [one for one in real if one < kind]
    lower = [one for one in real if one > kind]
    if higher:
        return real[max(higher)] + kind - max(higher)
    if lower:
        return real[min(lower)] - (min(lower) - kind)
    return _TYPED + kind


def usual_heading(heading: Heading, programme: Programme) -> Heading:
    """Give a heading that names a section as the programme calls it in the words that all programmes know."""
    number = number_of(heading.words)
    plain = plain_heading(heading.words[number.end :] if number else heading.words)
    own = ((programme.label_of.get(key, ""), Case.model_fields[key].title) for key in SECTIONS)
    usual = next((title for label, title in own if label and plain_heading(label) == plain), None)
    return replace(heading, words=usual) if usual else heading
