"""Reads tables that are text: commas, semicolons or tabs between the cells, in whatever encoding offices write."""

import csv
import io
from itertools import islice

from generator.making.office.package import UnreadableError
from generator.making.office.sheet_bounds import MOST_CELLS, MOST_ROWS

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SIGNS = (",", "\t", ";", "，")
_LOOKED_AT = 20
"""Lines by which the sign between the cells is chosen."""
_LONGEST = 1_000_000
"""Of one cell, in characters."""


def read_delimited(data: bytes) -> list[list[str]]:
    """Read the rows of a text.

    Raises:
        UnreadableError: `foreign` where it is no text, `huge`, or `damaged`.
    """
    text = _decoded(data)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text)), MOST_ROWS + 1))
    except csv.Error as error:
        raise UnreadableError("damaged") from error
    if len(rows) > MOST_ROWS or sum(map(len, rows)) > MOST_CELLS:
        raise UnreadableError("huge")
    return rows


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by(data, (encoding,))
    if b"\0" in data:
        raise UnreadableError("foreign")
    # GB 18030 holds GBK and GB 2312, and reads almost anything, so it comes last.
    return _by(data, ("utf-8", "gb18030"))


def _by(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("foreign")


def _sign(text: str) -> str:
    """Choose the sign that divides most lines into the same number of cells, the more cells the better."""
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:
        return first[-1]
    best, most = ",", 0
    for sign in _SIGNS:
        try:
            rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=sign), _LOOKED_AT))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if len(row) > 1]
        usual = max(set(widths), key=widths.count, default=0)
        score = widths.count(usual) * (usual - 1)
        if score > most:
            best, most = sign, score
    return best
