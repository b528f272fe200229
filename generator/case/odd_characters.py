"""Characters that came along when a text was pasted: they look like others, or like nothing, and mean something plain.

What only looks like an ideograph becomes it, what is only invisible goes, what is a space becomes a space. What has a
meaning stays: joiners and selectors of emoji, marks that other scripts of our readers need.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from generator.case.look_alikes import is_radical, look_alikes
from generator.case.text import is_han

Use = Literal["name", "line", "prose"]
"""What a text is: a name, in which Chinese characters have no space between them; another text on one line, or several
lines, where a full-width space at a line's beginning is an indent."""

Kind = Literal["look-alike", "space", "invisible"]

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0"
"""What is a space to the eye, as a class of a regular expression."""
_UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_UNSEEN_BEYOND = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
INVISIBLE = f"{_UNSEEN}{_UNSEEN_BEYOND}"
"""What has no width, as a class of a regular expression."""

# A class without characters beyond U+FFFF is a table, hundreds of times as fast as a list of so many ranges.
_FREQUENT = re.compile(f"[{SPACES}{_UNSEEN}{''.join(one for one in look_alikes() if ord(one) < 0x10000)}]")
_RARE = re.compile(f"[{_UNSEEN_BEYOND}\U0002f800-\U0002fa1d]")
_BEYOND = re.compile("[\U0001bca0-\U000e0fff]")
_ODD = re.compile(f"{_FREQUENT.pattern}|{_RARE.pattern}")
_SPACE_RUN = re.compile(f"[{INVISIBLE}]{{0,50}}[{SPACES}][ \t{SPACES}{INVISIBLE}]*")
_IS_SPACE = re.compile(f"[{SPACES}]")
_BLANK = " \t"
_INDENT = "\u3000\u3000"
_BREAKS = ("", "\n", "\r")

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
# Arabic, Syriac, the scripts of India and South-East Asia, Tibetan, Khmer and Mongolian join by context.
_JOINING = re.compile(
    "[\u0600-\u061b\u061d-\u109f\u1780-\u180d\u1810-\u18af\u1a00-\u1aff\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"
)
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_EMOJI_LETTERS = "‼⁉〰ℹ"
_KEYCAP = "\u20e3"

_NAMES = {
    "\u00a0": "不间断空格",
    "\u3000": "全角空格",
    "\u202f": "窄不间断空格",
    "\u00ad": "软连字符",
    "\u034f": "组合连接符",
    "\u061c": "阿拉伯字母标记",
    "\u180e": "蒙古文元音分隔符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u2060": "零宽连接符",
    "\ufeff": "字节顺序标记",
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", "韩文填充符"),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "文字方向标记"),
}


@dataclass(frozen=True, slots=True)
class Odd:
    """One odd character of a text, or several that stand for one space."""

    start: int
    end: int
    meant: str
    kind: Kind


def has_odd(text: str) -> bool:
    """Check quickly whether a text may have odd characters; most have none."""
    # One range is found faster than eight.
    return _FREQUENT.search(text) is not None or (_BEYOND.search(text) is not None and _RARE.search(text) is not None)


def is_space(character: str) -> bool:
    """Tell what is a space to the eye from other odd characters."""
    return _IS_SPACE.match(character) is not None


def find_odd(text: str, use: Use) -> tuple[Odd, ...]:
    """Find the odd characters of a text that mean something else, in its order."""
    return tuple(_Search(text, use).found) if has_odd(text) else ()


def meant_text(text: str, use: Use) -> str:
    """Give a text as it was meant; its own result stays as it is."""
    return MeantText(text, find_odd(text, use)).text


@dataclass(frozen=True)
class MeantText:
    """A text as it was meant, that knows where each of its characters is written."""

    written: str
    odd: tuple[Odd, ...]

    @cached_property
    def text(self) -> str:
        """The text without odd characters."""
        ends = (0, *(one.end for one in self.odd))
        kept = [self.written[end : one.start] + one.meant for end, one in zip(ends, self.odd, strict=False)]
        return "".join((*kept, self.written[ends[-1] :]))

    def offset(self, offset: int) -> int:
        """Give the place in the written text of a place in the meant one."""
        longer = accumulate((one.end - one.start - len(one.meant) for one in self.odd), initial=0)
        at = offset
        for one, before in zip(self.odd, longer, strict=False):
            if offset + before < one.start + len(one.meant):
                return min(offset + before, one.end)
            at = offset + before + one.end - one.start - len(one.meant)
        return at

    def meant_offset(self, offset: int) -> int:
        """Give the place in the meant text of a place in the written one."""
        moved = 0
        for one in self.odd:
            if offset < one.end:
                return min(offset, one.start) - moved
            moved += one.end - one.start - len(one.meant)
        return offset - moved


def name_of(character: str) -> str:
    """Name a kind of odd character for an editor."""
    if character in look_alikes():
        return "部首字符" if is_radical(character) else "兼容汉字"
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return "异体选择符"
    if character >= "\U000e0000":
        return "标签字符"
    return _NAMES.get(character, "特殊空格" if is_space(character) else "不可见字符")


class _Search:
    """One pass over a text. What stands before a character is asked of the result, so a second pass finds nothing."""

    def __init__(self, text: str, use: Use) -> None:
        self.found: list[Odd] = []
        self._text, self._use = text, use
        self._end, self._before = 0, ""
        self._flags = [found.span() for found in _FLAG.finditer(text)]
        while match := _ODD.search(text, self._end):
            if match.start() > self._end:
                self._before = text[match.start() - 1]
            self._take(match.start(), match[0])

    def _take(self, start: int, character: str) -> None:
        meant = look_alikes().get(character)
        if meant is None and self._is_needed(start, character):
            self._end, self._before = start + 1, character
        elif run := _SPACE_RUN.match(self._text, start):
            self._spaces(start, run.end())
        else:
            self._add(Odd(start, start + 1, meant or "", "look-alike" if meant else "invisible"))

    def _add(self, odd: Odd) -> None:
        self.found.append(odd)
        self._end, self._before = odd.end, odd.meant[-1:] or self._before

    def _spaces(self, first: int, end: int) -> None:
        """Take spaces and what is invisible between them for one."""
        start = first
        while start > self._end and self._text[start - 1] in _BLANK:
            start -= 1
        before = self._text[start - 1] if start > self._end else self._before if start == self._end else ""
        before = "" if start == 0 else before
        after = self._text[end : end + 1]
        if self._use == "prose":
            self._spaces_of_prose(start, first, end, before, after)
            return
        joins = self._use == "name" and _is_chinese(before) and _is_chinese(after)
        is_outer = before in _BREAKS or after in _BREAKS
        self._add(Odd(start, end, "" if joins or is_outer else " ", "space"))

    def _spaces_of_prose(self, start: int, first: int, end: int, before: str, after: str) -> None:
        run = self._text[first:end]
        if set(run) <= {"\u3000", " ", "\t"}:
            # What a full-width space does in prose is told by whoever reads its structure.
            self._end, self._before = end, run[-1]
        elif after in _BREAKS:
            self._add(Odd(start, end, "", "space"))
        elif before in _BREAKS:
            # Two of them and more are how web pages and Word indent a paragraph; the spaces before are a list's.
            is_indent = len(_IS_SPACE.findall(run)) > 1
            self._add(Odd(first, end, _INDENT if is_indent else "", "space"))
        else:
            self._add(Odd(start, end, " ", "space"))

    def _is_needed(self, start: int, character: str) -> bool:
        before, after = self._before if start else "", self._text[start + 1 : start + 2]
        after = look_alikes().get(after, after)
        return _NEEDED.get(character, _never)(self, before, after) or any(
            first < start < end for first, end in self._flags
        )

    @cached_property
    def is_right_to_left(self) -> bool:
        """Whether the text has letters for which marks of direction are made."""
        return _RIGHT_TO_LEFT.search(self._text) is not None


def _is_chinese(character: str) -> bool:
    return character != "" and (is_han(character) or character in look_alikes() or character in "（）《》“”、，。：；·")


_Need = Callable[[_Search, str, str], bool]


def _never(_search: _Search, _before: str, _after: str) -> bool:
    return False


def _selects(_search: _Search, before: str, after: str) -> bool:
    """A selector of a symbol's or another script's form; on an ideograph, a digit or nothing it does nothing."""
    if before and before in "0123456789#*":
        return after == _KEYCAP
    is_other = before > "\u02ff" and unicodedata.east_asian_width(before) not in "WF" and before.isalpha()
    return before != "" and (unicodedata.category(before)[0] == "S" or before in _EMOJI_LETTERS or is_other)


def _joins(_search: _Search, before: str, after: str) -> bool:
    is_emoji = before != "" and (unicodedata.category(before) in ("So", "Sk") or before in "\ufe0f\U000e007f")
    return _JOINING.match(before) is not None or (is_emoji and unicodedata.category(after or " ") == "So")


def _parts(_search: _Search, before: str, _after: str) -> bool:
    return _JOINING.match(before) is not None


def _directs(search: _Search, _before: str, _after: str) -> bool:
    return search.is_right_to_left


def _fills(_search: _Search, before: str, after: str) -> bool:
    return any("\u1100" <= one <= "\u11ff" and one not in "\u115f\u1160" for one in (before, after))


_NEEDED: dict[str, _Need] = {
    "\u200d": _joins,
    "\u200c": _parts,
    "\u180e": _parts,
    "\u115f": _fills,
    "\u1160": _fills,
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069", _directs),
    **{chr(code): _selects for code in range(0xFE00, 0xFE10)},
}
"""Which invisible characters may be needed, and when. An override of direction never is: it shows other text."""
