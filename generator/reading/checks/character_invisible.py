r"""文字里有看不见的字符。

检查什么：记录里没有控制字符（错误），也没有零宽空格、软连字符、改变文字方向的标记（警告）。

为什么：它们多半是从网页和 Word 粘贴时带进来的，显示不出来，却会让查找落空、排版出现空格或乱码。

例子：

    title: "乡村\u200B振兴"

应改为：

    title: 乡村振兴
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR, WARNING
from generator.reading.fault import CharacterFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

# Zero-width joiners (U+200C, U+200D) are left out: emoji and some scripts of our readers need them.
_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u2060": "零宽连接符",
    "\ufeff": "字节顺序标记",
} | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "文字方向标记")
_HIDDEN = re.compile(f"[{''.join(_NAMES)}]")
_REASON = "它多半是从别的软件粘贴时带进来的，显示不出来，却会妨碍查找和排版。"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word control characters, and find the characters that nobody sees."""
    for fault in record.faults("character-invisible", CharacterFault):
        where = f"“{record.label(fault.path)}”" if fault.path else "文字"
        # A character written as "\x07" between double quotes is in the value but not in the text.
        written = fault.path and not _is_control(fault.place.excerpt[fault.place.column - 1 :][:1])
        yield Finding(
            fault.place,
            message=f"{where}里有看不见的控制字符（{fault.code}）",
            reason=_REASON,
            hint=_rewrite(fault.code) if written else _delete(fault.place.line, fault.place.column),
        )
    if not _HIDDEN.search(record.document.text) and "\\" not in record.document.text:
        return
    for path, text in record.texts:
        for character in dict.fromkeys(_HIDDEN.findall(text)):
            place = record.document.place_of(path, character)
            code = f"U+{ord(character):04X}"
            seen = place.excerpt[place.column - 1 :][:1] == character
            yield Finding(
                place,
                message=f"“{record.label(path)}”里有看不见的字符（{_NAMES[character]}，{code}）",
                reason=_REASON,
                hint=_delete(place.line, place.column) if seen else _rewrite(code),
                severity=WARNING,
            )


def _is_control(character: str) -> bool:
    return character != "" and not character.isprintable()


def _delete(line: int, column: int) -> str:
    return f"把光标移到第 {line} 行第 {column} 个字符之后，按一次退格键删去它；删不准就重新输入前后几个字。"


def _rewrite(code: str) -> str:
    short = f"“\\x{code[-2:]}”或" if code.startswith("U+00") else ""
    return f"删去引号里写成{short}“\\u{code[2:]}”的部分，或重新输入这一行。"
