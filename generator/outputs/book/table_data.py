"""Tables as the book's templates see them: with the words of each column that no line end can divide."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.case.prose import Node, plain_text
from generator.case.text import em_width, shorten
from generator.outputs.book.typeset_text import MARK, OWN_BREAKS

Piece = str | dict[str, Any]
"""A text, or a node: `kind` and whatever that kind has of `children`, `level`, `url`, `start`, `tight`, `photo`."""
Run = tuple[str, str]
"""A text and its face: `text`, `heading`, `aside`, `mono`, or `note` for the number of a note."""
Word = list[Run]

NOT_SET = frozenset(("name", "words"))
"""What the templates of a table measure or tell, and do not set."""
LONGEST_WHOLE = 100
"""Where a cell is wider, in widths of a Han character, its row may go on on the next page."""
_LONGEST_HEAD = 200
_NAME = 30
_MEASURED = 12
"""So many words of a column, the longest by estimate, are measured by the typesetter."""
_WIDE = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00020000-\U0003ffff]"
)
_SHORT = 2
"""Every column is wider than that, in widths of a Han character."""
_FACES = {"strong": "heading", "emphasis": "aside", "code": "mono"}
_ENDS = frozenset(" \t\n\u3000")


def table_data(rows: Sequence[dict[str, Any]], *, head: str, number: int, may_turn: bool) -> dict[str, Any]:
    """Give a table to the templates.

    Args:
        rows: `head`, `whole` and `cells`, which have `align` and `children`.
        head: the text of the table's head.
        number: of the table in its text, from 1.
        may_turn: whether it may have a page of its own.
    """
    columns = max((len(row["cells"]) for row in rows), default=0)
    return {
        "kind": "table",
        "number": number,
        "name": shorten(" | ".join(head.split("\n")).strip(" |"), _NAME),
        "columns": columns,
        # Set again on each page, a long head would leave no room for rows.
        "repeats": len(head) <= _LONGEST_HEAD,
        "turns": may_turn,
        "words": [_longest(_words_of(rows, at)) for at in range(columns)],
        "rows": list(rows),
    }


def is_whole(row: Node) -> bool:
    """Check whether a row is so low that it stays on one page."""
    return all(em_width(plain_text([cell])) <= LONGEST_WHOLE for cell in row.children)


def _longest(words: Iterable[Word]) -> list[list[list[str]]]:
    """Give the longest, as JSON has them: each run as a list of two."""
    widths = {tuple(word): sum(em_width(text) for text, _ in word) for word in words}
    chosen = sorted((word for word, width in widths.items() if width > _SHORT), key=lambda word: -widths[word])
    return [[list(run) for run in word] for word in chosen[:_MEASURED]]


def _words_of(rows: Sequence[dict[str, Any]], at: int) -> Iterator[Word]:
    for row in rows:
        if at < len(row["cells"]):
            yield from unbroken_words(row["cells"][at]["children"], "heading" if row["head"] else "text")


def unbroken_words(pieces: Iterable[Piece], face: str = "text") -> Iterator[Word]:
    """Find what no line end divides: numbers, Latin words, and punctuation that keeps to them."""
    word: Word = []
    for text, own_face in _runs(pieces, face):
        # Every other piece is set in one, and a line may end on both its sides.
        for position, part in enumerate(text.split(MARK)):
            if position:
                yield from filter(None, [word])
                word = []
            if position % 2:
                yield [(part, own_face)]
                continue
            *closed, last = _cut(part)
            for one in closed:
                yield from filter(None, [word + ([(one, own_face)] if one else [])])
                word = []
            word += [(last, own_face)] if last else []
    yield from filter(None, [word])


def _cut(text: str) -> list[str]:
    """Cut a text where a line may end: at blanks, at Han characters, and behind some joints."""
    parts = [""]
    for part in OWN_BREAKS.split(text):
        if parts[-1]:
            parts.append("")
        for character in part:
            if character in _ENDS or _WIDE.match(character):
                parts.append("")
            else:
                parts[-1] += character
    return parts


def _runs(pieces: Iterable[Piece], face: str) -> Iterator[Run]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece, face
            continue
        kind = piece["kind"]
        if kind == "code":
            yield piece["text"], "mono"
        elif kind == "break":
            yield "\n", face
        elif kind in ("note", "note-again"):
            yield "⑳", "note"
        else:
            yield from _runs(piece.get("children", ()), _FACES.get(kind, face))
            if kind == "link" and piece["shown"]:
                yield (f"（{piece['shown']}）", face) if piece["flat"] else ("⑳", "note")
