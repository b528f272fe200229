"""After how many cells a row of a table ends, told from what kind of thing each cell holds."""

import re

FEWEST_CELLS = 6
_MOST_COLUMNS = 12
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2
_LONE = 0.9
"""How much a head with one row below it counts: in one row everything is alike."""
_MIXED = 0.8
"""How much a column of figures counts of which some look like years."""
_ALIKE = 2 / 3
"""How much of the columns must hold one kind of thing each."""

_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[春秋]季?|上半年|下半年)?|学年|[-—.至/][0-9]{1,4}.*)?"
)
_FIGURE = re.compile(r"[约近超+＋-]?[0-9０-９][0-9０-９,，.．]*\s*(?:[%％‰℃]|[^\W\d_]{1,3})?")
_EMPTY = re.compile(r"[-—–/／\\]*|无|略|同上|不详")
_TOTAL = re.compile(r"(?:合|总|小|共|累)\s*计|总数|平均|均值")


def is_figure(cell: str) -> bool:
    """Check whether a cell holds a year, a date or a figure."""
    return _kind(cell) in ("year", "figure")


def is_plain(rows: list[list[str]]) -> bool:
    """Check that rows can be nothing but a table: words, and below each of them twice or oftener the same kind."""
    head, *body = ([_kind(cell) for cell in row] for row in rows)
    held = [{row[at] for row in body} - {""} for at in range(len(head))]
    is_even = all(len(one) == 1 for one in held)
    return set(head) == {"word"} and len(body) > 1 and is_even and any(one != {"word"} for one in held)


def period_of(cells: list[str]) -> list[list[str]]:
    """Cut cells into rows, the head's first; empty where it is not clear how.

    A head that comes again on the next page is left out.
    """
    return _rows(cells) or _rows_with_total(cells) or _rows_of_columns(cells)


def _rows_of_columns(cells: list[str]) -> list[list[str]]:
    """Cut cells that come column by column, where each column has a word and then one kind of thing only."""
    found: list[list[list[str]]] = []
    for columns in range(_FEWEST_COLUMNS, min(_MOST_COLUMNS, len(cells) // (_FEWEST_ROWS + 1)) + 1):
        if len(cells) % columns == 0:
            rows = [list(row) for row in zip(*_cut(cells, len(cells) // columns), strict=True)]
            kinds = [_kind(cell) for row in rows for cell in row]
            if _score(kinds, [cell for row in rows for cell in row], columns) == 1:
                found.append(rows)
    return found[0] if len(found) == 1 else []


def _rows_with_total(cells: list[str]) -> list[list[str]]:
    """Cut cells of which the last row, a sum, has fewer than the others: what is missing stood behind its name.

    A PDF may have that name behind its figures.
    """
    at = next((at for at in range(len(cells) - 1, 0, -1) if _TOTAL.fullmatch(cells[at])), 0)
    others = cells[:at] + cells[at + 1 :]
    for end in range(at, max(0, at - _MOST_COLUMNS), -1):
        rows, figures = _rows(others[:end]), others[end:]
        missing = len(rows[0]) - 1 - len(figures) if rows else 0
        if missing > 0 and figures and all(map(is_figure, figures)):
            return [*rows, [cells[at], *[""] * missing, *figures]]
    return []


def _rows(cells: list[str]) -> list[list[str]]:
    kinds = [_kind(cell) for cell in cells]
    most = min(_MOST_COLUMNS, len(cells) // _FEWEST_ROWS) if len(cells) >= FEWEST_CELLS else 0
    possible = (columns for columns in range(_FEWEST_COLUMNS, most + 1) if len(cells) % columns == 0)
    scores = {columns: score for columns in possible if (score := _score(kinds, cells, columns)) >= _ALIKE}
    best = max(scores.values(), default=0)
    found = [columns for columns, score in scores.items() if score == best]
    if len(found) != 1:
        return []
    rows = _cut(cells, found[0])
    return [rows[0], *(row for row in rows[1:] if row != rows[0])]


def _kind(cell: str) -> str:
    """Say what a cell holds; nothing where it fits into every column."""
    if _EMPTY.fullmatch(cell) or _TOTAL.fullmatch(cell):
        return ""
    if _YEAR.fullmatch(cell):
        return "year"
    return "figure" if _FIGURE.fullmatch(cell) else "word"


def _cut(cells: list[str], columns: int) -> list[list[str]]:
    return [cells[at : at + columns] for at in range(0, len(cells), columns)]


def _score(kinds: list[str], cells: list[str], columns: int) -> float:
    """Tell how many of the columns hold one kind of thing, as a share; nothing where the first row is no head."""
    head, *body = _cut(kinds, columns)
    words = _cut(cells, columns)
    body = [row for row, texts in zip(body, words[1:], strict=True) if texts != words[0]]
    is_head = set(head) <= {"word", ""} or (head[0] in ("word", "") and set(head[1:]) == {"year"})
    if not is_head or not body or len(set(words[0])) < columns or not words[0][-1]:
        return 0
    held = [{row[at] for row in body} - {""} for at in range(columns)]
    figures = sum(bool(one & {"year", "figure"}) for one in held)
    if not figures or (len(body) == 1 and figures * 2 < columns):
        return 0
    alike = sum(1 if len(one) < 2 else _MIXED * (one == {"year", "figure"} and at > 0) for at, one in enumerate(held))
    return alike / columns * (_LONE if len(body) == 1 else 1)
