"""How lines follow each other where only one line break is between them: wrapped, or each for itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from generator.case.markdown.meant.bullets import bullet_of
from generator.case.markdown.meant.line import ITEM, Line
from generator.case.markdown.meant.numbers import DIGITS, number_of
from generator.case.markdown.meant.sentences import ends_sentence, goes_on
from generator.case.markdown.meant.title_shape import kind_of_title
from generator.case.text import em_width

Step = Literal["starts", "goes-on", "unclear"]

_INDENT = re.compile(r"[ \t]*[\u3000\u00a0\u2002\u2003]|  +\S|\t")
_WIDE_INDENT = re.compile(r"[ \t]*[\u3000\u00a0\u2002\u2003]| {4}|\t")
_CAPTION = re.compile(r"\s*附?[图表]\s?[0-9]{1,2}(?:[-—.．][0-9]{1,2})?[\s：:]\s*[^。；！？]{2,40}$")
_BROKEN = re.compile(r"(?: {2}|\\|<br ?/?>)$", re.IGNORECASE)
"""A line that ends so has its break already."""
_WORD = re.compile(r"\s*([!-~]+)")
_NARROWEST = 12
"""No page is narrower, in widths of a Han character: shorter lines were not broken because they were full."""
_FULL = 0.85
"""A line that fills so much of the widest one's room was broken because it was full."""
_SLACK = 2.0
"""What lines of one page differ in width at most, where punctuation is pressed together or pulled apart."""
_INDENTED = (1.2, 3.0)
"""By how much the first line of an indented paragraph is shorter, when its indent was lost."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's lines show of its width."""

    width: float
    """How wide the lines are that end in the midst of a sentence."""
    count: int
    """How many of them are that wide."""
    widest: float = 0
    """The widest line of the run that is looked at."""
    opening: Literal["indented", "shorter", "alike"] = "alike"
    """How the run's paragraphs begin: indented, shorter because the indent was lost, or as any other line."""

    def is_full(self, line: Line) -> bool:
        """Check whether a line has the page's width, where there is a page."""
        return self.count > 1 and abs(_reach(line) - self.width) <= _SLACK

    def may_be_full(self, line: Line) -> bool:
        """Check whether a long word may have left a line shorter than the page."""
        return self.count > 1 and _FULL * self.width <= _reach(line) <= self.width + _SLACK

    def is_shorter(self, line: Line) -> bool:
        """Check whether a line is as wide as the first of an indented paragraph whose indent was lost."""
        return _INDENTED[0] <= self.width - line.width <= _INDENTED[1]


def _reach(line: Line) -> float:
    """Tell how far to the right a line goes, behind an indent of wide blanks."""
    return em_width(line.text.rstrip()) if line.text.startswith("\u3000") else line.width


def flow(lines: list[Line]) -> list[Step | None]:
    """Say of each line that is right below another how it follows; None for all others.

    Only lines of running text are looked at: plain ones, below plain ones or the first line of an item.
    """
    page = _page(lines)
    steps: list[Step | None] = [None] * len(lines)
    for first, last in _runs(lines):
        run = lines[first : last + 1]
        of_run = replace(page, widest=max(line.width for line in run), opening=_opening(run, page))
        for index in range(first + 1, last + 1):
            if lines[index].kind == "plain":
                third = lines[index + 1] if index < last else None
                steps[index] = _step(lines[index - 1], lines[index], third, of_run)
    return steps


def _opening(run: list[Line], page: Page) -> Literal["indented", "shorter", "alike"]:
    """Say how the paragraphs of a run begin, by those that can be told from the end of the line before."""
    if any(_WIDE_INDENT.match(line.text) for line in run):
        return "indented"
    starts = [run[0]] if not ends_sentence(run[0].text) else []
    starts += [
        line
        for before, line in pairwise(run)
        if ends_sentence(before.text) and not page.is_full(before) and not ends_sentence(line.text)
    ]
    shorter = sum(map(page.is_shorter, starts))
    return "shorter" if 2 * shorter > len(starts) else "alike"


def starts_otherwise(text: str) -> bool:
    """Check whether a line begins with an indent, a number, or a sign of a list."""
    bullet = bullet_of(text)
    return _INDENT.match(text) is not None or number_of(text) is not None or (bullet is not None and bullet.is_clear)


def is_caption(text: str) -> bool:
    """Check whether a line is what stands below a picture or above a table."""
    return _CAPTION.match(text) is not None


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Give the first and the last line of each run of text without a blank line in it, where it has several."""
    first: int | None = None
    for index, line in enumerate(lines):
        if line.kind in ("plain", "item"):
            first = index if first is None else first
            continue
        if first is not None and first < index - 1:
            yield first, index - 1
        first = None
    if first is not None and first < len(lines) - 1:
        yield first, len(lines) - 1


def _page(lines: list[Line]) -> Page:
    """Find the width that most lines have of those that end in the midst of a sentence."""
    widths = sorted(
        _reach(line)
        for first, last in _runs(lines)
        for line, following in zip(lines[first:last], lines[first + 1 : last + 1], strict=True)
        if not ends_sentence(line.text) and following.kind == "plain" and not starts_otherwise(following.text)
    )
    counted = [(at - bisect_left(widths, width - _SLACK - 1) + 1, width) for at, width in enumerate(widths)]
    count, width = max(counted, default=(0, 0.0))
    return Page(width, count) if width >= _NARROWEST else Page(0, 0)


def _step(before: Line, line: Line, after: Line | None, page: Page) -> Step:
    text = line.text
    is_full = page.is_full(before)
    ended = ends_sentence(before.text)
    if _BROKEN.search(before.text):
        return "goes-on"
    is_indented = _WIDE_INDENT.match(text) or (ended and _INDENT.match(text))
    if is_indented or _is_item(before, line, after) or (_is_at_caption(before, text) and (ended or not is_full)):
        return "starts"
    if number_of(text):
        # At the edge of a page a number may stand at a line's start by chance.
        return "goes-on" if is_full and not ended else "starts"
    if ended:
        is_by_chance = is_full or (before.bare.endswith("；") and page.may_be_full(before))
        return _after_sentence(line, after, page) if is_by_chance else "starts"
    return _within(before, text, page)


def _is_at_caption(before: Line, text: str) -> bool:
    """Check whether a line is what stands below a picture or above a table, or right below that."""
    return is_caption(text) or is_caption(before.text)


def _is_item(before: Line, line: Line, after: Line | None) -> bool:
    """Check whether a line begins with a bullet, or with a sign that is one because a neighbour has it too."""
    bullet = bullet_of(line.text)
    if bullet is None or bullet.is_clear:
        return bullet is not None or ITEM.match(line.text) is not None
    if before.kind == "item":
        return bullet.sign in "-*+"
    beside = (bullet_of(one.text) for one in (before, after) if one is not None)
    return any(one.sign == bullet.sign for one in beside if one)


def _after_sentence(line: Line, after: Line | None, page: Page) -> Step:
    """Judge a line below one that is full and ends with a sentence, perhaps by chance."""
    if page.opening == "indented":
        return "goes-on"
    if page.opening == "shorter" and page.is_shorter(line) and after is not None:
        return "starts"
    return "goes-on" if page.opening == "shorter" and page.is_full(line) else "unclear"


def _within(before: Line, text: str, page: Page) -> Step:
    """Judge a line below one that does not end with a sentence."""
    if goes_on(before.text, text):
        return "goes-on"
    word = _WORD.match(text)
    needed = before.width + (em_width(word[1]) if word else 1)
    fills = needed >= _FULL * page.widest and page.widest >= _NARROWEST
    kind = kind_of_title(before.text)
    if kind is not None and not page.is_full(before) and (kind < DIGITS or not fills):
        return "starts"
    if fills:
        return "goes-on"
    above = bullet_of(before.text)
    return "starts" if before.kind == "item" or (above is not None and above.is_clear) else "unclear"
