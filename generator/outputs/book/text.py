"""Text ready to be set: where a line may end inside a long word, where it must not, and how titles are broken."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

import rjieba

from generator.case.text import is_east_asian

MARK = "\N{ZERO WIDTH SPACE}"
"""Stands before and behind each piece of a long word. Templates set a piece in one, and a line may end behind it; the
mark itself is not set, so that nobody copies it."""

_LONG_WORD = re.compile(r"[!-~]{25,}")
_JOINTS = re.compile(r"(?<=[/?&=._#%+,;:@-])(?=[^/?&=._#%+,;:@-])")
_OWN_BREAKS = re.compile(r"(?<=[/-])(?=[A-Za-z])")
"""Where a line ends by the rules of Unicode (UAX 14)."""
_LONGEST_STRETCH = 24
_LONGEST_PIECE = 12
_NO_START = "，。、；：！？）》〉”’」』】〕—…·%％,.;:!?)]}+/"
_NO_END = "（《〈“‘「『【〔([{"
_QUOTED = re.compile(r"([“‘《〈「『【（][^“”‘’《》（）]{1,10}[”’》〉」』】）])")
"""Something short in quotation marks or brackets, which stays in one line."""
_AFTER = "，；：—”》）"
"""A title's line ends well behind one of these."""
_BEFORE = frozenset("在与和同及把将以用为向到对从让由")
"""A title's line begins well with one of these words."""
_TOO_LONG = 1000
_WELCOME = 12
"""What a good place weighs against lines of unequal length, in squares of characters."""


def settable(text: str) -> str:
    """Mark where very long Latin words and addresses may break; other text stays as it is.

    Addresses break by themselves behind a slash or a hyphen before a letter, so most need no mark.
    """
    return _LONG_WORD.sub(_marked, text.replace(MARK, ""))


def _marked(word: re.Match[str]) -> str:
    return "".join(
        stretch if len(stretch) <= _LONGEST_STRETCH else "".join(f"{MARK}{piece}{MARK}" for piece in _pieces(stretch))
        for stretch in _OWN_BREAKS.split(word[0])
    )


def _pieces(word: str) -> list[str]:
    parts = _JOINTS.split(word)
    return [part[at : at + _LONGEST_PIECE] for part in parts for at in range(0, len(part), _LONGEST_PIECE)]


def plain_url(url: str) -> str:
    """Write an address in ASCII, as links in a PDF want it; what is percent-encoded already stays."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._")


def em_width(text: str) -> float:
    """Measure a text in widths of a Han character: everything that is not East Asian counts half."""
    return sum(1.0 if is_east_asian(character) else 0.5 for character in text)


def title_lines(title: str, longest_em: float) -> tuple[str, ...]:
    """Break a title into lines of nearly equal length, between words, and rather behind a punctuation mark.

    Args:
        title: in one line.
        longest_em: the room of a line, in widths of a Han character; Latin letters count half.

    Returns:
        As few lines as fit; a single line where the title fits into one. Only a word longer than that makes a line
        too long.
    """
    title = re.sub(r"[^\S\u3000]+", " ", title)
    total = em_width(title)
    if total <= longest_em:
        return (title,)
    # With some room to spare at every line's end, so that words stay whole.
    count = -int(-total // (longest_em - 1))
    return tuple(line.strip() for line in _best(title_words(title), total / count, longest_em))


def title_words(title: str) -> list[str]:
    """Cut a title where a line may end: never before a closing mark, never behind an opening one, never in a word."""
    words: list[str] = []
    for word in _cut(title):
        glued = words and (word == " " or word[0] in _NO_START or words[-1].rstrip()[-1:] in _NO_END)
        if glued:
            words[-1] += word
        else:
            words.append(word)
    return words


def _cut(title: str) -> Iterator[str]:
    for position, quoted in enumerate(_QUOTED.split(title)):
        if position % 2:
            yield quoted
            continue
        for run in re.findall(r"[!-~]+| |[^!-~ ]+", quoted):
            yield from _pieces(run) if run.isascii() and run != " " else rjieba.cut(run, False)


def _best(words: Sequence[str], ideal: float, longest: float) -> list[str]:
    """Choose the line ends that cost least; a line too long costs so much that only a word too long has one.

    The cost of a line is the square of what it differs from the ideal length, so the number of lines follows from it.
    """
    widths = [em_width(word) for word in words]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        used, found = 0.0, (float("inf"), 0)
        for start in range(end - 1, -1, -1):
            used += widths[start]
            cost = best[start][0] + (used - ideal) ** 2 + _TOO_LONG * max(0.0, used - longest)
            is_welcome = end < len(words) and (words[end - 1][-1] in _AFTER or words[end] in _BEFORE)
            found = min(found, (cost - (_WELCOME if is_welcome else 0), start))
            if used > 2 * longest:
                break
        best.append(found)
    lines, end = list[str](), len(words)
    while end:
        start = best[end][1]
        lines.insert(0, "".join(words[start:end]))
        end = start
    return lines


_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Write 1 to 999 in Chinese: 一, 十, 十二, 二十三, 一百零四, 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    lead = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        lead += f"{_DIGITS[tens]}十" if tens > 1 or hundreds else "十"
    elif hundreds and ones:
        lead += "零"
    return lead + (_DIGITS[ones] if ones else "")
