"""Which words belong to which photo of a document: below it, above it, beside it in a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.case.text import joined_lines
from generator.intake.document import Block, Cell, Paragraph, Table
from generator.intake.document_markdown import grid_of
from generator.intake.proposal import DOUBTFUL

NO_CAPTION = "（图注待补）"
NO_CAPTION_FOUND = DOUBTFUL + "第{}段的照片没有找到图注，请补写"
"""The note on such a photo, with its paragraph."""
"""Stands in a record where a photo came without a caption."""
_MARKED = re.compile(
    r"^[\s▲△▼▽■□◆◇●○★☆※↑↓←→]*[（(【]?\s*(?:图片?|照片|附图|图示|图表|Fig(?:ure)?\.?|Picture)\s*(?:[0-9０-９]{1,3}(?:[-—.．][0-9]{1,3})?|[一二三四五六七八九十]{1,3})?\s*[）)】]?\s*[：:、.．\s\u3000]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^[\s▲△▼▽■□◆◇●○★☆※↑↓←→]*[（(【]?\s*(?:图片?|照片|附图|Fig(?:ure)?\.?)\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}(?!个|张|次|年))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^[\s▲△▼▽■□◆◇●○★☆※↑↓←→]*[（(【]?\s*(?:(?:图片?|照片|图注|图片说明|图说|[上下左右]图)\s*[：:]|(?:[上下左右]?图|图片|照片)为(?!了|何|什么))"
)
_APART = re.compile(r"\t+|[ \u3000]{2,}|(?<=\S)\s*(?=图\s*[0-9０-９一二三四五六七八九十]{1,3}[^\d])")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Captions:
    """What was found."""

    by_photo: dict[int, str]
    used: frozenset[int]
    """The numbers of the paragraphs that are captions and nothing else."""
    doubts: dict[int, str]
    """By photo, why its caption must be looked at."""


class CaptionFinder:
    """Looks through a document once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._by_photo: dict[int, str] = {}
        self._used: set[int] = set()
        self._doubts: dict[int, str] = {}

    def find(self, blocks: Sequence[Block]) -> Captions:
        """Find the captions of all photos."""
        self._flow(blocks)
        return Captions(self._by_photo, frozenset(self._used), self._doubts)

    def _flow(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
        runs = list(_runs(blocks))
        if self._in_order(blocks, runs):
            return
        is_above = _stand_above(blocks, runs)
        for first, last in runs:
            photos = _photos_in(blocks[first:last])
            own = self._own_words(blocks[first:last])
            if own:
                self._give(photos, [own])
                continue
            below = [] if is_above else self._below(blocks, last)
            if below:
                self._give(photos, self._texts(below, len(photos)))
                self._used.update(one.number for one in below)
                continue
            at = _above(blocks, first)
            above = blocks[at] if at >= 0 else None
            if isinstance(above, Paragraph) and above.number not in self._used and _is_caption(above):
                self._give(photos, self._texts([above], len(photos)))
                self._used.add(above.number)

    def _in_order(self, blocks: Sequence[Block], runs: Sequence[tuple[int, int]]) -> bool:
        """Pair photos and captions where there are as many of both and each stands right above or below its own.

        Some stand above and others below where a document was written by several hands.
        """
        photos = [_photos_in(blocks[first:last]) for first, last in runs]
        around = [(_above(blocks, first), last) for first, last in runs]
        beside = sorted({at for places in around for at in places if _is_caption_at(blocks, at)})
        is_plain = all(len(one) == 1 for one in photos) and not any(
            one.text for first, last in runs for one in blocks[first:last] if isinstance(one, Paragraph)
        )
        if not is_plain or len(beside) != len(runs):
            return False
        if not all(at in places for at, places in zip(beside, around, strict=True)):
            return False
        for at, own in zip(beside, photos, strict=True):
            caption = blocks[at]
            assert isinstance(caption, Paragraph)  # noqa: S101
            self._give(own, [caption.text])
            self._used.add(caption.number)
        return bool(runs)

    def _own_words(self, blocks: Sequence[Block]) -> str:
        """Give what stands in the paragraph of a photo itself, where that is a caption."""
        texts = [one for one in blocks if isinstance(one, Paragraph) and one.text]
        if len(texts) == 1 and _is_caption(texts[0]):
            self._used.add(texts[0].number)
            return texts[0].text
        return ""

    def _below(self, blocks: Sequence[Block], at: int) -> list[Paragraph]:
        found: list[Paragraph] = []
        for block in blocks[at:]:
            if not isinstance(block, Paragraph) or block.photos or not block.text:
                break
            if _is_caption(block) or (not found and _looks_like_caption(block)):
                found.append(block)
                continue
            break
        return found

    def _texts(self, paragraphs: Sequence[Paragraph], count: int) -> list[str]:
        texts = [one.text for one in paragraphs]
        if len(texts) == count or count == 1:
            return texts if count > 1 else [joined_lines(texts)]
        raw = ["".join(piece.text for piece in one.pieces) for one in paragraphs]
        parts = [part.strip() for text in raw for part in _APART.split(text.strip()) if part.strip()]
        return parts if len(parts) == count else texts

    def _give(self, photos: Sequence[int], texts: Sequence[str]) -> None:
        for at, photo in enumerate(photos):
            text = texts[at] if len(texts) == len(photos) else joined_lines(texts)
            if photo not in self._by_photo:
                self._by_photo[photo] = bare_caption(text)
            if len(photos) > 1 and len(texts) != len(photos):
                self._doubts[photo] = "几张图共用一条图注"

    def _table(self, table: Table) -> None:
        """Give photos in cells the words in their own cell, or in the cell below or above."""
        grid = grid_of(table)
        for at, row in enumerate(grid):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                own = [one for one in cell.blocks if isinstance(one, Paragraph)]
                photos = [photo for one in own for photo in one.photos]
                self._flow(cell.blocks)
                photos = [one for one in photos if one not in self._by_photo]
                if not photos:
                    continue
                others = [grid[one][column] for one in (at + cell.rows, at - 1) if 0 <= one < len(grid)]
                beside = [row[one] for one in (column + cell.columns, column - 1) if 0 <= one < len(row)]
                others += [one for one in beside if one and all(map(_is_caption, _written(one)))]
                for other in others:
                    texts = [one for one in (other.blocks if other else ()) if isinstance(one, Paragraph) and one.text]
                    short = texts and all(len(one.text) <= _LONGEST and not one.photos for one in texts)
                    if short and all(_is_caption(one) or not _SENTENCE.search(one.text) for one in texts):
                        self._give(photos, self._texts(texts, len(photos)))
                        self._used.update(one.number for one in texts)
                        break


def bare_caption(text: str) -> str:
    """Take the number of the picture off: 图1 示例 is 示例."""
    plain = " ".join(text.split())
    found = _NAMED.match(plain) or (_MARKED.match(plain) if _NUMBERED.match(plain) else None)
    bare = plain[found.end() :] if found else plain
    return (bare or plain).strip().removesuffix("）" if found and plain.startswith(("（", "(")) else "")


def _written(cell: Cell) -> list[Paragraph]:
    return [one for one in cell.blocks if isinstance(one, Paragraph) and one.text]


def _photos_in(blocks: Sequence[Block]) -> list[int]:
    return [one for block in blocks if isinstance(block, Paragraph) for one in block.photos]


def _above(blocks: Sequence[Block], at: int) -> int:
    """Give the place of what stands above another, past one that is empty; -1 where nothing does."""
    before = blocks[at - 1] if at else None
    is_empty = isinstance(before, Paragraph) and not before.text and not before.photos
    return at - 2 if is_empty else at - 1


def _is_caption_at(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at] if 0 <= at < len(blocks) else None
    return isinstance(block, Paragraph) and not block.photos and _is_caption(block)


def _is_caption(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if not text or len(text) > _LONGEST * 2:
        return False
    return paragraph.is_caption or bool(_NUMBERED.match(text) or _NAMED.match(text))


def _looks_like_caption(paragraph: Paragraph) -> bool:
    """Check whether a short centred line right below a photo can be nothing else."""
    is_line = paragraph.centred and not paragraph.outline and not paragraph.is_bold
    return is_line and len(paragraph.text) <= _LONGEST and not _SENTENCE.search(paragraph.text[:-1])


def _stand_above(blocks: Sequence[Block], runs: Sequence[tuple[int, int]]) -> bool:
    """Check whether this document writes captions above its photos: the first has one there, the last none below."""
    if not runs:
        return False
    first, last = _above(blocks, runs[0][0]), runs[-1][1]
    above = blocks[first] if first >= 0 else None
    below = next((one for one in blocks[last:] if not isinstance(one, Paragraph) or one.text), None)
    has_below = isinstance(below, Paragraph) and (_is_caption(below) or _looks_like_caption(below))
    return isinstance(above, Paragraph) and _is_caption(above) and not has_below


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the first and the last place, exclusive, of each run of paragraphs with photos."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Paragraph) or not block.photos:
            at += 1
            continue
        first = at
        while at < len(blocks):
            block = blocks[at]
            if not isinstance(block, Paragraph) or not (block.photos or (not block.text and not block.mark)):
                break
            at += 1
            if block.text and block.photos:
                break
        yield first, at
