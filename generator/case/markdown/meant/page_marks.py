"""Page numbers and running heads that came along from a printed page: `— 3 —`, `第3页 共8页`, a bare `3`."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.case.markdown.meant.flow import is_caption, starts_otherwise
from generator.case.markdown.meant.line import Line, Question
from generator.case.markdown.meant.sentences import ends_sentence
from generator.case.text import count_han

_CLEAR = re.compile(
    r"[-—–－―─·•~～]+\s*[0-9０-９]{1,4}\s*[-—–－―─·•~～]+|第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/／|（(]?\s*共\s*[0-9０-９]{1,4}\s*页[）)]?)?"
    r"|[0-9]{1,4}\s*[/／]\s*共\s*[0-9]{1,4}\s*页|[Pp]age\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?"
)
_BARE = re.compile(r"[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?")
_SLACK = 2.0
_SHORTEST_HEAD, _WIDEST_HEAD = 4, 30
_NARROWEST = 12
"""A line that is wider and ends in the midst of a sentence was broken because the page was full."""


def ask_about_page_marks(lines: list[Line]) -> None:
    """Ask about each; what stands in dashes can be nothing else."""
    clear = [
        index for index, line in enumerate(lines) if line.kind in ("plain", "item") and _CLEAR.fullmatch(line.bare)
    ]
    heads = _heads(lines, clear) if clear else set()
    marks = {*clear, *(index for index, line in enumerate(lines) if line.kind == "plain" and line.bare in heads)}
    marks -= _title(lines, heads)
    for index in marks:
        lines[index].kind = "mark"
    for index, line in enumerate(lines):
        if line.kind == "plain" and _BARE.fullmatch(line.bare) and _tears(lines, *_around(lines, index, index)):
            line.kind = "mark"
    for first, last in _runs(lines):
        _ask(lines, first, last, is_clear=any(index in clear for index in range(first, last + 1)))


def _heads(lines: list[Line], clear: list[int]) -> set[str]:
    """Give the texts that stand beside a page number, and elsewhere as well."""
    often = Counter(line.bare for line in lines if line.kind == "plain")
    beside = (lines[at] for index in clear for at in _around(lines, index, index) if at is not None)
    return {
        line.bare
        for line in beside
        if line.kind == "plain"
        and often[line.bare] > 1
        and count_han(line.bare) >= _SHORTEST_HEAD
        and line.width <= _WIDEST_HEAD
        and not ends_sentence(line.text)
        and len(set(_below(lines, line.bare))) > 1
    }


def _below(lines: list[Line], text: str) -> Iterator[str]:
    """Give what is below each line with a text; below the first cell of a table's head it is always the second."""
    for index, line in enumerate(lines):
        if line.bare == text:
            _, below = _around(lines, index, index)
            yield lines[below].bare if below is not None else ""


def _title(lines: list[Line], heads: set[str]) -> set[int]:
    """Find the line at the start of a text that a running head only repeats."""
    first = next((at for at, line in enumerate(lines) if line.kind != "blank"), None)
    if first is None or lines[first].bare not in heads:
        return set()
    _, below = _around(lines, first, first)
    return {below if below is not None and lines[below].bare == lines[first].bare else first}


def _around(lines: list[Line], first: int, last: int) -> tuple[int | None, int | None]:
    """Give the lines next above and below that are not blank."""
    above = next((at for at in range(first - 1, -1, -1) if lines[at].kind != "blank"), None)
    return above, next((at for at in range(last + 1, len(lines)) if lines[at].kind != "blank"), None)


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of the marks that only blank lines divide."""
    first = last = -1
    for index, line in enumerate(lines):
        if line.kind == "mark":
            first, last = (index if first < 0 else first), index
        elif line.kind != "blank" and first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _ask(lines: list[Line], first: int, last: int, *, is_clear: bool) -> None:
    above, below = _around(lines, first, last)
    tears = _tears(lines, above, below)
    question_line = lines[first]
    joins = False
    if above is not None and below is not None and tears:
        # The blank lines around it came with it.
        first, last = above + 1, below - 1
        width = lines[above].width
        # Lines as wide as others go on by that; two alone would be asked about.
        joins = sum(line.kind == "plain" and abs(line.width - width) <= _SLACK for line in lines) == 1
    elif above is not None and below is not None and lines[first - 1].kind == lines[last + 1].kind == "blank":
        first, last = above + 2, below - 1
    question_line.question = Question(
        "page-mark", (), lines[last], first=lines[first], joins=joins, is_certain=is_clear
    )


def _tears(lines: list[Line], above: int | None, below: int | None) -> bool:
    """Check whether a sentence goes on from one line to the other."""
    if above is None or below is None:
        return False
    return (
        lines[above].kind in ("plain", "item")
        and lines[below].kind == "plain"
        and lines[above].width >= _NARROWEST
        and not ends_sentence(lines[above].text)
        and not is_caption(lines[above].text)
        and not starts_otherwise(lines[below].text)
    )
