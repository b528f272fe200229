"""Page numbers and running heads that came along from a printed page: `— 3 —`, `第3页 共8页`, a bare `3`."""

import re
from collections import Counter

from generator.case.markdown.meant.line import Line, Question
from generator.case.markdown.meant.sentences import ends_sentence

_CLEAR = re.compile(
    r"[-—–－―─·•~～]+\s*[0-9０-９]{1,4}\s*[-—–－―─·•~～]+|第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/／|（(]?\s*共\s*[0-9０-９]{1,4}\s*页[）)]?)?"
    r"|[0-9]{1,4}\s*[/／]\s*共\s*[0-9]{1,4}\s*页|[Pp]age\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?"
)
_BARE = re.compile(r"[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?")
_WIDEST_HEAD = 30
_NARROWEST = 12
"""A line that is wider and ends in the midst of a sentence was broken because the page was full."""


def ask_about_page_marks(lines: list[Line]) -> None:
    """Ask about each; one between the halves of a sentence, or in dashes, can be nothing else."""
    often = Counter(line.bare for line in lines if line.bare)
    for index, line in enumerate(lines):
        is_clear = line.kind in ("plain", "item") and _CLEAR.fullmatch(line.bare) is not None
        if is_clear or (line.kind == "plain" and _BARE.fullmatch(line.bare) is not None):
            _ask(lines, index, often, is_clear=is_clear)


def _ask(lines: list[Line], index: int, often: Counter[str], *, is_clear: bool) -> None:
    first, last = _with_heads(lines, index, often)
    above = next((at for at in range(first - 1, -1, -1) if lines[at].kind != "blank"), None)
    below = next((at for at in range(last + 1, len(lines)) if lines[at].kind != "blank"), None)
    tears = above is not None and below is not None and _tears(lines[above], lines[below])
    if not is_clear and not tears:
        return
    for line in lines[first : last + 1]:
        line.kind = "blank" if line.kind == "blank" else "kept"
    if tears and above is not None and below is not None:
        # The blank lines around it came with it.
        first, last = above + 1, below - 1
    elif above is not None and below is not None and lines[first - 1].kind == lines[last + 1].kind == "blank":
        first, last = above + 2, below - 1
    lines[index].question = Question("page-mark", (), lines[last], first=lines[first], is_certain=is_clear and tears)


def _with_heads(lines: list[Line], index: int, often: Counter[str]) -> tuple[int, int]:
    """Take in the lines beside a page number that stand beside others as well."""
    first = last = index
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and lines[at].kind == "blank":
            at += step
        is_head = 0 <= at < len(lines) and lines[at].kind == "plain" and often[lines[at].bare] > 1
        if is_head and lines[at].width <= _WIDEST_HEAD and not ends_sentence(lines[at].text):
            first, last = min(first, at), max(last, at)
    return first, last


def _tears(above: Line, below: Line) -> bool:
    """Check whether a sentence goes on from one line to the other."""
    return (
        above.kind in ("plain", "item")
        and below.kind == "plain"
        and above.width >= _NARROWEST
        and not ends_sentence(above.text)
        and not below.text.startswith(("　", "    "))
    )
