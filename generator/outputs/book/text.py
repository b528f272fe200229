"""Text ready to be set: where a line may end inside a long word, where it must not, and how titles are broken."""

import re
from collections.abc import Sequence

from pypinyin.seg.mmseg import seg

from generator.case.text import display_width

MARK = "\N{ZERO WIDTH SPACE}"
"""Stands before and behind each piece of a long word. Templates set a piece in one, and a line may end behind it; the
mark itself is not set, so that nobody copies it."""

_LONG_WORD = re.compile(r"[!-~]{21,}")
_JOINTS = re.compile(r"(?<=[/?&=._#%+,;:@-])(?=[^/?&=._#%+,;:@-])")
_LONGEST_PIECE = 12
_NO_START = "，。、；：！？）》〉”’」』】〕—…·%％"
_NO_END = "（《〈“‘「『【〔"
_AFTER = "，；：—”》）"
"""A title's line ends well behind one of these."""
_BEFORE = frozenset("在与和同及把将以用为向到对从让由")
"""A title's line begins well with one of these words."""
_WELCOME = 12
"""What a good place weighs against lines of unequal length, in squares of characters."""


def settable(text: str) -> str:
    """Mark where very long Latin words and addresses may break; other text stays as it is."""
    return _LONG_WORD.sub(
        lambda found: "".join(f"{MARK}{piece}{MARK}" for piece in _pieces(found[0])), text.replace(MARK, "")
    )


def _pieces(word: str) -> list[str]:
    parts = _JOINTS.split(word)
    return [part[at : at + _LONGEST_PIECE] for part in parts for at in range(0, len(part), _LONGEST_PIECE)]


def title_lines(title: str, longest_em: float) -> tuple[str, ...]:
    """Break a title into lines of nearly equal length, between words, and rather behind a punctuation mark.

    Args:
        title: in one line.
        longest_em: the room of a line, in widths of a Han character; Latin letters count half.

    Returns:
        As few lines as fit; a single line where the title fits into one.
    """
    words = _words(title)
    total = _width(title)
    if total <= longest_em:
        return (title,)
    # With some room to spare at every line's end, so that words stay whole.
    count = -int(-total // (longest_em - 1))
    return tuple(line.strip() for line in _best(words, count, total / count, longest_em))


def _width(text: str) -> float:
    return display_width(text) / 2


def _words(title: str) -> list[str]:
    """Cut a title where a line may end: never before a closing mark, never behind an opening one, never in a word."""
    words: list[str] = []
    for word in _split_long(re.findall(r"[!-~]+|\s+|[^!-~\s]+", title)):
        glued = words and (word[0] in _NO_START or words[-1][-1] in _NO_END)
        if glued:
            words[-1] += word
        else:
            words.append(word)
    return words


def _split_long(runs: Sequence[str]) -> list[str]:
    words: list[str] = []
    for run in runs:
        words += _pieces(run) if run.isascii() and not run.isspace() else list(seg.cut(run))
    return [word for word in words if word]


def _best(words: Sequence[str], count: int, ideal: float, longest: float) -> list[str]:
    """Choose the line ends that cost least; a line too long costs so much that only a word too long has one."""
    widths = [_width(word) for word in words]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, count + 2):
        ends: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[line - 1].items():
            used = 0.0
            for end in range(start + 1, len(words) + 1):
                used += widths[end - 1]
                total = cost + (used - ideal) ** 2 + 1000 * max(0.0, used - longest)
                is_welcome = end < len(words) and (words[end - 1][-1] in _AFTER or words[end] in _BEFORE)
                total -= _WELCOME if is_welcome else 0
                if end not in ends or total < ends[end][0]:
                    ends[end] = (total, start)
                if used > longest * 2:
                    break
        best.append(ends)
    # One line more than the least is taken where words leave no other way.
    chosen = min((n for n in range(1, count + 2) if len(words) in best[n]), key=lambda n: best[n][len(words)][0])
    lines, end = list[str](), len(words)
    for line in range(chosen, 0, -1):
        start = best[line][end][1]
        lines.insert(0, "".join(words[start:end]))
        end = start
    return lines


_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Write 1 to 99 in Chinese: 一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return lead + (_DIGITS[ones] if ones else "")
