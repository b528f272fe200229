"""How much there is to read in a text: the parser's time goes with its marks and lines, not with its characters."""

import re

MAX_MARKS = 9_000
"""The most marks, lines and cells of all texts of a record; no text that people read comes near."""

_MARK = re.compile(r"[\n\\`*_~\[<&|]|\]\(")
_HEAVY = ("\n", "](")
"""What costs about twice as much as any other mark: a line, in a list or a quotation, and what may end a link."""
_RULE = re.compile(r"\|?[ :]*-[-: ]*(?:\|[-: ]*)*")
"""The line below the head of a table; how many columns it has decides how many cells each row gets."""


def count_marks(text: str) -> int:
    """Count marks, lines, and the cells that a table's rows are filled up with."""
    marks = len(_MARK.findall(text)) + sum(map(text.count, _HEAVY))
    return marks + _filled_cells(text) if "|" in text else marks


def is_too_dense(text: str) -> bool:
    """Check whether a text has more marks than are read."""
    # No character counts for more than two, and no line is filled up by more cells than there are bars.
    may_be = 2 * len(text) + text.count("|") * (text.count("\n") + 1) > MAX_MARKS
    return may_be and count_marks(text) > MAX_MARKS


def _filled_cells(text: str) -> int:
    """Count the cells that the rows of tables lack: a row of one cell under a head of hundreds becomes hundreds."""
    cells = columns = 0
    for line in text.split("\n"):
        if not line.strip():
            columns = 0
        elif "|" in line and _RULE.fullmatch(line.strip(" >\u3000")):
            columns = max(columns, line.count("|"))
        else:
            cells += max(0, columns - line.count("|") - 1)
    return cells
