"""A text as a reader takes it in: without invisible characters, tags and marks, its digits all written the same way."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from generator.case.personal.characters import han_digits, plain_characters

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_TAG = r"</?(?!at>|AT>)[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>"
_TOKEN = re.compile(
    f"(?P<invisible>[{_INVISIBLE}]+)"
    f"|(?P<comment><!--(?:(?!<!--).){{0,2000}}?-->)"
    f"|(?P<tag>{_TAG})"
    r"|(?P<link>\]\([^()<>\n]{1,1000}\))"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<percent>(?:[%％][0-9A-Fa-f]{2})+)"
    r"|(?P<mark>(?<!\*)\*{1,3}(?!\*)|`+|~~|\\(?=[!-/:-@\[-`{-~]))",
    re.DOTALL,
)
_TOKEN_START = re.compile(f"[{_INVISIBLE}<\\]&%％*`~\\\\]")
_BEFORE_AT = re.compile(f"[{_INVISIBLE}`\\\\]{{0,9}}[@＠]")
_EMPHASISED = re.compile(r"\*{1,3}[A-Za-z0-9._+-]+$")
_LONGEST_NAME = 70
_MOST_ENCODED = 3
"""How often an address may be percent-encoded over and over."""


@dataclass(frozen=True, eq=False)
class Plain:
    """A plain text that knows where each of its characters was."""

    text: str
    """Full-width characters and digits of any script are ASCII; dashes, blanks and brackets of a kind are one."""
    hidden: tuple[tuple[int, str], ...] = ()
    """What tags, comments and links hold, each with its offset in the source: browsers get it, readers see none."""
    _at: list[int] = field(default_factory=list)
    """Where each piece begins in the plain text."""
    _from: list[tuple[int, int]] = field(default_factory=list)
    """Where each piece begins in the source, and 0, or its length there where it stands for something else."""

    @cached_property
    def with_han_digits(self) -> str:
        """The text with 一, 壹 and 幺 as digits too, as long as the text itself."""
        return self.text.translate(han_digits())

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the source of a piece of the plain text that is not empty."""
        return self._first(start)[0], self._first(end - 1)[1]

    def _first(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self._at, offset) - 1
        start, length = self._from[piece]
        if length:
            return start, start + length
        start += offset - self._at[piece]
        return start, start + 1


def plain_of(source: str) -> Plain:
    """Make a text plain."""
    parts: list[str] = []
    hidden: list[tuple[int, str]] = []
    at: list[int] = []
    origins: list[tuple[int, int]] = []
    length = done = 0

    def add(part: str, start: int, replaced: int) -> None:
        nonlocal length
        if part:
            at.append(length)
            origins.append((start, replaced))
            parts.append(part)
            length += len(part)

    for token in _tokens(source):
        add(source[done : token.start()], done, 0)
        done = token.end()
        kind = token.lastgroup or ""
        if kind in ("comment", "link") or (kind == "tag" and "=" in token[0]):
            hidden.append((token.start() + 1, token[0][1:-1]))
        if kind == "mark" and _is_mask(source, token):
            done = token.start()
            continue
        add(_REPLACED[kind](token[0]) if kind in _REPLACED else "", token.start(), len(token[0]))
    add(source[done:], done, 0)
    return Plain("".join(parts).translate(plain_characters()), tuple(hidden), at, origins)


def _tokens(source: str) -> Iterator[re.Match[str]]:
    """Find the tokens of a text; what may begin one is found much faster than which of them it is."""
    start = _TOKEN_START.search(source)
    while start:
        token = _TOKEN.match(source, start.start())
        if token:
            yield token
        start = _TOKEN_START.search(source, (token or start).end())


def _is_mask(source: str, token: re.Match[str]) -> bool:
    """Check whether asterisks before an @ end no emphasis: then they stand for a name that somebody has hidden."""
    if not token[0].startswith("*") or not _BEFORE_AT.match(source, token.end()):
        return False
    return _EMPHASISED.search(source, max(0, token.start() - _LONGEST_NAME), token.start()) is None


def _decoded(piece: str) -> str:
    piece = piece.replace("％", "%")
    for _ in range(_MOST_ENCODED):
        further = unquote(piece, errors="replace")
        if further == piece:
            break
        piece = further
    return piece


_BREAKING = re.compile(r"</?(?:br|p|div|li|td|th|tr|h[1-6])\b", re.IGNORECASE)

_REPLACED: dict[str, Callable[[str], str]] = {
    "tag": lambda tag: " " if _BREAKING.match(tag) else "",
    "entity": lambda entity: _UNSEEN.sub("", unescape(entity)),
    "percent": lambda piece: _UNSEEN.sub("", _decoded(piece)),
}
