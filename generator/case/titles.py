"""Titles: between which words their lines end, on pages, posters and in books; a browser knows no Chinese words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.case.text import em_width

_JOINTS = re.compile(r"(?<=[/?&=._#%+,;:@-])(?=[^/?&=._#%+,;:@-])")
_LONGEST_PIECE = 12
_PHRASE_EM, _FULL_EM = 3, 5
"""A phrase that is shorter than the first takes in the next word, one as long as the second takes in none."""
_NO_START = "，。、；：！？）》〉”’」』】〕—…·%％,.;:!?)]}+＋/"
_NO_END = "（《〈“‘「『【〔([{"
_QUOTED = re.compile(r"([“‘《〈「『【（][^“”‘’《》（）]{1,10}[”’》〉」』】）])")
"""Something short in quotation marks or brackets, which stays in one line."""
_AFTER = "，；：、—”》）"
"""A title's line ends well behind one of these."""
_BEFORE = frozenset("在与和同及把将以用为向到对从让由")
"""A title's line begins well with one of these words."""
_TOO_LONG = 1000
_WELCOME = 12
"""What a good place weighs against lines of unequal length, in squares of characters."""


def pieces(word: str, longest: int = _LONGEST_PIECE) -> list[str]:
    """Cut a long Latin word or an address behind its joints, and where it has none at a fixed number of letters."""
    parts = _JOINTS.split(word)
    return [part[at : at + longest] for part in parts for at in range(0, len(part), longest)]


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


@lru_cache(maxsize=2**15)
def title_phrases(title: str) -> tuple[str, ...]:
    """Cut a title where a line may end, but not into single words: enough for a small title in a narrow column."""
    phrases: list[str] = []
    for word in title_words(title):
        # A short end would stand alone in the last line.
        if phrases and min(em_width(phrases[-1]), em_width(word)) < _PHRASE_EM and em_width(phrases[-1]) < _FULL_EM:
            phrases[-1] += word
        else:
            phrases.append(word)
    return tuple(phrases)


_known: dict[str, str] = {}
"""The words of titles that were cut before, with `_JOINT` between them."""
_JOINT = "\0"


def words_of_titles(titles: Iterable[str]) -> dict[str, str]:
    """Give how titles are cut into words, for `know_words` in a later run of the program."""
    return {title: _JOINT.join(_cut(title)) for title in titles}


def know_words(words: Mapping[str, str]) -> None:
    """Take over what `words_of_titles` of this program gave: then no dictionary has to be read for these titles."""
    _known.update(words)


@lru_cache(maxsize=2**15)
def _cut(title: str) -> tuple[str, ...]:
    known = _known.get(title)
    return tuple(_cut_anew(title) if known is None else known.split(_JOINT) if known else ())


def _cut_anew(title: str) -> Iterator[str]:
    import rjieba  # noqa: PLC0415 (its dictionary takes a sixth of a second)

    for position, quoted in enumerate(_QUOTED.split(title)):
        if position % 2:
            yield quoted
            continue
        for run in re.findall(r"[!-~]+| |[^!-~ ]+", quoted):
            yield from pieces(run) if run.isascii() and run != " " else rjieba.cut(run, False)


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
