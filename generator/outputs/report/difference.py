"""What two versions of a text do not have in common, line by line, cut to what a person can take in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.case.look_alikes import look_alikes
from generator.case.odd_characters import has_odd, is_space
from generator.case.personal import mask_personal_data

_BREAK = re.compile("\r\n|[\r\n]")
_AROUND = 24
"""Characters of a long line that are kept before and behind what changes."""
_LONGEST = 100
_RED, _GREEN, _FAINT, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Neighbouring lines that change."""

    first: int
    """The number of the first line as it was, from 1."""
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def where(self) -> str:
        """Name the lines: `第 4 行`, `第 4 至 6 行`, `第 4 行之后` where lines are only added."""
        if not self.before:
            return f"第 {self.first - 1} 行之后"
        last = self.first + len(self.before) - 1
        return f"第 {self.first} 行" if last == self.first else f"第 {self.first} 至 {last} 行"


def difference(before: str, after: str) -> Iterator[Hunk]:
    """Find what changes between two texts, in their order."""
    old, new = (_BREAK.split(text) for text in (before, after))
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            yield Hunk(start + 1, tuple(old[start:end]), tuple(new[new_start:new_end]))


def render_hunk(hunk: Hunk, *, colour: bool = False) -> Iterator[str]:
    """Write the lines of a hunk, those that go with `-` before them, those that come with `+`."""
    before, after = hunk.before, hunk.after
    if len(before) == len(after):
        pairs = [_cut(old, new) for old, new in zip(before, after, strict=True)]
        before, after = (tuple(pair[side] for pair in pairs) for side in (0, 1))
    yield from (_line("-", line, _RED if colour else "") for line in before)
    yield from (_line("+", line, _GREEN if colour else "") for line in after)


def faint(text: str, *, colour: bool) -> str:
    """Write what only says where something is."""
    return f"{_FAINT}{text}{_PLAIN}" if colour else text


def _line(sign: str, text: str, colour: str) -> str:
    line = f"{sign} {mask_personal_data(_visible(text))}".rstrip()
    return f"{colour}{line}{_PLAIN}" if colour else line


def _cut(old: str, new: str) -> tuple[str, str]:
    """Keep of two long lines what differs and a little around it."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    start = max(0, _shared(old, new) - _AROUND)
    end = max(0, _shared(old[:start:-1], new[:start:-1]) - _AROUND)
    return _part(old, start, end), _part(new, start, end)


def _shared(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _part(text: str, start: int, end: int) -> str:
    cut = text[start : len(text) - end]
    cut = cut if len(cut) <= 2 * _LONGEST else f"{cut[:_LONGEST]}……{cut[-_AROUND:]}"
    return f"{'…' if start else ''}{cut}{'…' if end else ''}"


def _visible(text: str) -> str:
    """Show characters that nobody sees by their numbers; a full-width space can be told by its width."""
    return "".join(_shown(one) for one in text)


def _shown(one: str) -> str:
    if one == "\t":
        return "→"
    is_hidden = is_space(one) or not one.isprintable() or (has_odd(one) and one not in look_alikes())
    hides = is_hidden and one not in " \u3000"
    return f"〔U+{ord(one):04X}〕" if hides else one
