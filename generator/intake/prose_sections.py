"""The sections of a case that was written as prose: each block in one of them, whatever its heading; none is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.case.markdown.meant.numbers import number_of
from generator.case.model import SECTIONS
from generator.case.text import joined_lines, shorten
from generator.intake.document import Block, Document, Paragraph, Piece, paragraphs
from generator.intake.document_markdown import Section
from generator.intake.outline import Heading
from generator.intake.proposal import DOUBTFUL
from generator.intake.section_words import Part, likely_part_of, part_of, run_in

_ALONE = 110
"""The rank of a usual wording at the beginning of a paragraph."""
_LOWEST = 1000
"""The rank before the first section: every heading is above it."""
_TOP = 2
"""The level of the highest headings inside a section."""
_SHOWN = 200


@dataclass
class Written:
    """A section as it comes out."""

    text: Section
    paragraph: int
    """The first of it."""
    doubts: list[str] = field(default_factory=list)


@dataclass
class ProseSections:
    """Walks through a document once; afterwards `written` has the sections by key."""

    document: Document
    headings: dict[int, Heading]
    captions: frozenset[int] = frozenset()
    """Paragraphs that belong to photos."""
    written: dict[str, Written] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    """The paragraphs of summary and keywords."""
    beside: list[str] = field(default_factory=list)
    """What stands under headings of no section, in Chinese."""
    _heading_beside: str = ""
    _part: Part | None = None
    _rank: int = _LOWEST
    _opened_by_unknown: bool = True
    _ranks: list[int] = field(default_factory=list)
    """Of the headings inside the section that the next one may be under."""
    _known: list[Part] = field(default_factory=list)

    def read(self, blocks: Sequence[Block], skipped: set[int]) -> None:
        """Read all blocks but those that something else has taken.

        Args:
            blocks: of the document.
            skipped: the places among them of those.
        """
        self._known = [part for one in self.headings.values() if (part := part_of(one.words))]
        for at, block in enumerate(blocks):
            if at in skipped:
                continue
            if at in self.headings and isinstance(block, Paragraph):
                self._heading(self.headings[at], block)
            elif isinstance(block, Paragraph) and (found := run_in(block.text)) and self._may_run_in(block, found[0]):
                self._run_in(block, *found)
            else:
                self._block(block)

    def _heading(self, heading: Heading, block: Paragraph) -> None:
        is_inside = heading.rank > self._rank and not self._opened_by_unknown
        part = part_of(heading.words)
        likely = None if part else likely_part_of(heading.words)
        if is_inside and self._part not in ("summary", "keywords", "beside"):
            self._inner(heading, block)
        elif part == "beside":
            self._open(part, heading.rank)
            self._heading_beside = heading.words
        elif part == "body":
            self._open("body", heading.rank, by_unknown=True)
        elif part:
            self._open(part, heading.rank)
            # What stands there already has a heading of its own, under which this would seem to be.
            if part == "unit" or _KEYS.get(part, part) in self.written:
                self._section(block.number).text.heading(heading.words, _TOP)
        elif likely and heading.rank <= self._rank:
            self._open(likely, heading.rank)
            self._section(block.number, f"小标题“{shorten(heading.words)}”按{_LABELS[likely]}收")
            self._section(block.number).text.heading(heading.words, _TOP)
        elif heading.rank > self._rank and self._part:
            self._inner(heading, block)
        else:
            self._unknown(heading, block)

    def _open(self, part: Part, rank: int, *, by_unknown: bool = False) -> None:
        self._part, self._rank, self._opened_by_unknown, self._ranks = part, rank, by_unknown, []

    def _inner(self, heading: Heading, block: Paragraph) -> None:
        while self._ranks and self._ranks[-1] >= heading.rank:
            self._ranks.pop()
        self._ranks.append(heading.rank)
        own = 1 if self._part == "unit" or self._opened_by_unknown else 0
        self._section(block.number).text.heading(heading.words, _TOP + own + len(self._ranks) - 1)

    def _unknown(self, heading: Heading, block: Paragraph) -> None:
        """Keep what stands under a heading of which nobody knows what it begins inside the nearest section."""
        key = self._nearest()
        self._open(key, heading.rank, by_unknown=True)
        doubt = "没有认出“背景、做法、成效、启示”一类小标题，全文放在这里，请分开"
        if self._known:
            doubt = f"小标题“{shorten(heading.words)}”认不出是哪一部分，放在这里"
        self._section(block.number, doubt).text.heading(heading.words, _TOP)

    def _nearest(self) -> Part:
        own = self._part if self._part in _LABELS else "background" if self._part == "unit" else None
        if own == "background" and "approach" not in self._known:
            return "approach"
        if own:
            return own
        return next((part for part in self._known if part in _LABELS), "approach")

    def _may_run_in(self, block: Paragraph, part: Part) -> bool:
        if part in ("summary", "keywords"):
            return True
        if part in ("body", "unit", "beside"):
            return False
        first = next((one for one in block.pieces if one.text.strip()), Piece(""))
        is_marked = first.bold or block.text.startswith("【") or number_of(block.text) is not None
        return is_marked and not block.is_bold and (self._part is None or self._rank >= _ALONE)

    def _run_in(self, block: Paragraph, part: Part, _end: int) -> None:
        rest = _after_label(block)
        if part in ("summary", "keywords"):
            kept = (self._part, self._rank, self._opened_by_unknown)
            self._part = part
            self._block(rest)
            self._part, self._rank, self._opened_by_unknown = kept
            return
        self._open(part, _ALONE)
        self._block(rest)

    def _block(self, block: Block) -> None:
        texts = [one for one in paragraphs((block,)) if one.text]
        if not texts:
            return
        if self._part in ("summary", "keywords"):
            self.places.setdefault(str(self._part), texts[0].number)
            own = self.summary if self._part == "summary" else self.keywords
            own += [one.text for one in texts]
            return
        if self._part == "beside":
            said = [one.text for one in texts if one.number not in self.captions]
            if said:
                where, quoted = shorten(self._heading_beside), shorten(" ".join(said), _SHOWN)
                self.beside.append(f"{DOUBTFUL}“{where}”下面的“{quoted}”没有收入（第{texts[0].number}段）")
            return
        doubt = ""
        if self._part is None:
            doubt = "小标题以前的文字放在这里" if self.headings else "没有小标题，全文放在这里，请分开"
        self._section(texts[0].number, doubt).text.add(block)

    def _section(self, number: int, doubt: str = "") -> Written:
        part = self._part
        key = _KEYS.get(part, part) if part else None
        if key is None:
            key = next((one for one in self._known if one in SECTIONS), "approach") if self.headings else "approach"
        own = self.written.setdefault(str(key), Written(Section(self.document, self.captions), number))
        if doubt and doubt not in own.doubts:
            own.doubts.append(doubt)
        return own

    @property
    def one_summary(self) -> str:
        """The summary on one line."""
        return joined_lines(self.summary)


_KEYS: dict[str, str] = {"unit": "background", "body": "approach"}
"""The sections into which come what are none themselves."""
_LABELS = {"background": "背景与问题", "approach": "主要做法", "results": "工作成效", "lessons": "经验启示"}


def _after_label(block: Paragraph) -> Paragraph:
    """Give a paragraph without the wording at its beginning."""
    text = "".join(one.text for one in block.pieces)
    found = run_in(text)
    left = found[1] if found else 0
    pieces: list[Piece] = []
    for piece in block.pieces:
        cut = min(left, len(piece.text))
        left -= cut
        if piece.text[cut:] or piece.note or piece.photo:
            pieces.append(replace(piece, text=piece.text[cut:]))
    return replace(block, pieces=tuple(pieces))
