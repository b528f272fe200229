"""Text as it was meant: what editors type or paste, with the structure that Markdown would not see in it.

`as_meant` stands between an editor's text and the parser. Each step takes the lines as the steps before left them:
links, emphasis, marks of headings, tables, marks of lists, headings typed by hand, and last the paragraphs. Where a
line has one meaning only it is taken for that and the change is told; where it has several it stays as it is, and that
is told too. What is Markdown already is never touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.case.edit import Edit, apply_edits, smallest_edit
from generator.case.markdown.density import is_too_dense
from generator.case.markdown.meant.cell_lines import ask_about_cells
from generator.case.markdown.meant.emphasis import mend_emphasis
from generator.case.markdown.meant.entries import entries_of
from generator.case.markdown.meant.flow import flow
from generator.case.markdown.meant.heading_marks import mend_headings
from generator.case.markdown.meant.line import Line, Question, cut
from generator.case.markdown.meant.links import mend_links
from generator.case.markdown.meant.list_marks import mend_lists
from generator.case.markdown.meant.note_marks import ask_about_note_marks
from generator.case.markdown.meant.page_marks import ask_about_page_marks
from generator.case.markdown.meant.paragraphs import part_paragraphs
from generator.case.markdown.meant.quick_look import may_mean_otherwise
from generator.case.markdown.meant.tables import mend_tables
from generator.case.markdown.meant.typed_headings import mend_typed_headings
from generator.case.prose import MAX_CHARACTERS

__all__ = ["Change", "Doubt", "Meant", "as_meant"]

_MOST_PASSES = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was taken for what it can only be."""

    start: int
    """Where its line begins in the text."""
    end: int
    message: str
    """What it was taken for: one Chinese clause without a full stop."""
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of which it cannot be told what it is."""

    start: int
    """Where its line begins in the text."""
    end: int
    kind: str
    """As of a `Question`."""
    written: str
    """Its first line."""
    offer: str
    """The first line as it is most likely meant."""
    edits: tuple[Edit, ...]
    """What makes it that."""
    count: int = 1
    """How many lines it is about."""
    last: str = ""
    """The last of them, where there are several."""
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """A text as it was meant."""

    text: str
    changes: tuple[Change, ...] = ()
    """In the text's order; all their edits together make the text."""
    doubts: tuple[Doubt, ...] = field(default=())


@lru_cache(maxsize=32)
def as_meant(source: str) -> Meant:
    """Read a text as it was meant. A text that says what it means is given back as it is.

    What is as it was meant stays so: `as_meant(as_meant(text).text)` changes nothing.
    """
    if not may_mean_otherwise(source) or len(source) > MAX_CHARACTERS or is_too_dense(source):
        return Meant(source)
    first = _pass(source)
    last = first
    for _ in range(_MOST_PASSES):
        if not last.changes:
            break
        following = _pass(last.text)
        if following.text == last.text:
            break
        last = following
    else:
        # Never seen to happen; a text that would change each time it is read is left alone.
        return Meant(source)
    if len(last.text) > MAX_CHARACTERS or is_too_dense(last.text):
        return Meant(source)
    if last is first:
        return first
    edits = (smallest_edit(source, last.text),)
    changes = tuple(Change(one.start, one.end, one.message, edits) for one in first.changes)
    return Meant(last.text, changes, ())


def _pass(source: str) -> Meant:
    lines = cut(source)
    mend_links(lines)
    mend_emphasis(lines)
    mend_headings(lines)
    mend_tables(lines)
    ask_about_page_marks(lines)
    ask_about_note_marks(lines)
    ask_about_cells(lines)
    steps = flow(lines)
    entries = entries_of(lines, steps)
    mend_lists(lines, entries)
    mend_typed_headings(entries)
    part_paragraphs(lines, steps)
    edits = {line.start: tuple(_edits(line, line.text, breaks=line.breaks)) for line in lines}
    changes = tuple(_changes(lines, edits))
    text = apply_edits(source, (edit for change in changes for edit in change.edits))
    return Meant(text, changes, tuple(_doubts(lines)))


def _changes(lines: list[Line], edits: dict[int, tuple[Edit, ...]]) -> Iterator[Change]:
    followers: dict[int, list[Edit]] = {}
    for line in lines:
        if line.head is not None:
            followers.setdefault(line.head.start, []).extend(edits[line.start])
    for line in lines:
        own = tuple(followers.get(line.start, ())) or edits[line.start]
        for message in line.taken_for:
            yield Change(line.start, line.end, message, own)


def _doubts(lines: list[Line]) -> Iterator[Doubt]:
    for index, line in enumerate(lines):
        question = line.question
        if question is None:
            continue
        if question.last is not None:
            yield _doubt_of_run(lines, index, question, question.last)
            continue
        first, text, _ = question.offer[0]
        edits = tuple(edit for one, text, breaks in question.offer for edit in _edits(one, text, breaks=breaks))
        offer, last = text.partition("\n")[0].strip(), question.offer[-1][0]
        yield Doubt(first.start, first.end, question.kind, first.bare, offer, edits, len(question.offer), last.bare)


def _doubt_of_run(lines: list[Line], index: int, question: Question, last: Line) -> Doubt:
    """Give what is asked about several lines at once; its first text takes the place of all of them."""
    line = lines[index]
    end = lines.index(last)
    run = [one for one in lines[index : end + 1] if one.kind != "blank"]
    text = question.offer[0][1] if question.offer else ""
    edit = _instead(lines, index, end, text) if text else _without(lines, question, last)
    edits = (edit,) if text != line.text else ()
    offer = _shown(text)
    return Doubt(
        line.start, line.end, question.kind, line.bare, offer, edits, len(run), run[-1].bare, question.is_certain
    )


def _shown(text: str) -> str:
    """Give the part of a text that is a table, or its first line."""
    at = max(0, text.find("| "))
    return text[at:] if at < len(text) else text


def _instead(lines: list[Line], first: int, last: int, text: str) -> Edit:
    """Put a text in the place of several lines, with blank lines around it."""
    before = "\n" if first and lines[first - 1].kind != "blank" else ""
    after = "\n" if last + 1 < len(lines) and lines[last + 1].kind != "blank" else ""
    return Edit(lines[first].start, lines[last].end, f"{before}{text}{after}")


def _without(lines: list[Line], question: Question, last: Line) -> Edit:
    """Take lines out; the halves of a sentence may become one line."""
    first = question.first or last
    if question.joins:
        above, below = lines[lines.index(first) - 1].bare, lines[lines.index(last) + 1].bare
        between = " " if above[-1:].isascii() and below[:1].isascii() else ""
        return Edit(first.start - 1, last.end + 1, between)
    return Edit(first.start, last.end + 1, "") if last is not lines[-1] else Edit(max(0, first.start - 1), last.end, "")


def _edits(line: Line, text: str, *, breaks: bool) -> Iterator[Edit]:
    """Give what makes a line as written into a text, and puts a blank line before it."""
    if breaks:
        yield Edit(line.start - 1, line.start, "\n\n")
    if text != line.written:
        yield smallest_edit(line.written, text, line.start)
