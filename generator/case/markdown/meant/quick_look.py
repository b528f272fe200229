"""A quick look at a text: whether anything in it may mean something else. Nearly all texts are spared the long one."""

import re

from generator.case.markdown.meant.bullets import SIGNS
from generator.case.markdown.meant.line import BLANK, cells

_SIGNS = ("｜", "\t", "]（", "！[", "［", "]：")
_MARK_AT_END = re.compile(r"[#＃][^\S\n]*\n")
_LINE = re.compile(
    # Every alternative begins with a line break, which is found much faster than the start of a line.
    r"\n(?:"
    # A line below a text, that is no row, item, heading, quotation or the like.
    r"(?<=[^\n]\n)(?![^\S\n]*\n| *(?:[-+*>|] |#{1,6} |\d+[.)] |```))"
    # Bars that may be no table; signs and numbers at the start of a line.
    rf"| *\||[^\S\n]*(?:#(?!#{{0,5}} \S)|[-+](?! )|\*(?![ *])|[{SIGNS}＃（(①-⒛㈠-㈩❶-❿０-９])"
    r"|[^\S\n]*[\u00a0\u2002\u2003]"
    r"|[^\S\n]*(?:\d{1,2}[.．、)）](?! )|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d])"
    r"|[^\S\n]*(?!\d+[.)][ \t])\S[^\n]*+\n *(?!1[.)])\d+[.)] "
    # A line all of which is bold.
    r"|\*\*[^*\n]*\*\*\n"
    r")"
)
_PAGE = re.compile(
    # Short lines that stand alone, one below the other; and what a page has at its foot.
    r"\n(?:(?:(?!#)[^\n]{1,24}\n(?:[^\S\n]*\n)+){3}"
    r"|[^\S\n]*(?:[-—–－·第]\s?[0-9０-９]|[0-9]{1,3}[^\S\n]*\n|[Pp]age ))"
)
_NOTE_MARK = re.compile(r"[。！？][”’」』]?[0-9]{1,2}[ \t]*\n")
_STARS = re.compile(rf"＊＊|\*\*[{BLANK}]|[{BLANK}]\*\*")
_BOLD = re.compile(rf"\n[^*＊\n]*+(?:\*\*(?![{BLANK}*＊\n])[^*＊\n]*+(?<![{BLANK}*])\*\*[^*＊\n]*+)+(?=\n)")
"""A line with nothing but bold words as Markdown has them."""
_TABLE = re.compile(r"(?<=\n\n)(\|[^\n]*)\n(\|(?: *:?-+:? *\|)+)\n(?:\|[^\n]*\n)*(?=\n|\Z)")
"""A table as Markdown has it, between blank lines."""


def may_mean_otherwise(source: str) -> bool:
    """Check quickly whether a text may mean something else than Markdown sees in it."""
    text = f"\n\n{source}\n"
    if any(sign in text for sign in _SIGNS) or (("#" in text or "＃" in text) and _MARK_AT_END.search(text)):
        return True
    if _PAGE.search(text) or _NOTE_MARK.search(text):
        return True
    if ("**" in text or "＊＊" in text) and _STARS.search(_BOLD.sub("", text)):
        return True
    return _LINE.search(_TABLE.sub(_without, text) if "|" in text else text) is not None


def _without(table: re.Match[str]) -> str:
    """Leave out a table whose head has as many cells as the line below it."""
    return "" if len(cells(table[1])) == len(cells(table[2])) else table[0]
