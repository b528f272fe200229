r"""文字里有看不见的字符。

检查什么：记录里没有控制字符（错误），也没有零宽空格、软连字符、文字方向标记、填充符、标签字符，以及不间断空格、
全角空格等特殊的空格（警告）。表情符号和少数民族文字需要的连接符、选择符不算；正文段首空两格的全角空格也不算。

为什么：它们多半是从网页和 Word 粘贴时带进来的，显示不出来，却会让查找落空、排版出现空格或乱码。案例按没有它们的
文字查找、排序和归类；运行 anliji fix 可以一次改好。

例子：

    title: "乡村\u200B振兴"

应改为：

    title: 乡村振兴
"""

from collections.abc import Iterator

from generator.case.odd_characters import has_odd, is_space
from generator.case.problem import ERROR
from generator.reading.fault import CharacterFault
from generator.reading.finding import Finding
from generator.reading.odd_findings import OddCharacters, deletions, odd_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.repair import means_nothing
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_REASON = "它们多半是从别的软件粘贴时带进来的，显示不出来，却会妨碍查找和排版。"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word control characters, and find the characters that nobody sees."""
    for fault in record.faults("character-invisible", CharacterFault):
        where = f"“{record.label(fault.path)}”" if fault.path else "文字"
        # A character written as "\x07" between double quotes is in the value but not in the text.
        written = fault.path and not _is_control(fault.place.excerpt[fault.place.column - 1 :][:1])
        character = chr(int(fault.code.removeprefix("U+"), 16))
        edits = deletions(record, fault.path, character) if fault.path and means_nothing(character) else fault.edits
        yield Finding(
            fault.place,
            message=f"{where}里有看不见的控制字符（{fault.code}）",
            reason=_REASON.replace("它们", "它"),
            hint=_rewrite(fault.code) if written else _delete(fault.place.line, fault.place.column),
            edits=edits,
            is_certain=bool(edits),
        )
    yield from odd_findings(record, ("invisible", "space"), _worded)


def _worded(odd: OddCharacters) -> tuple[str, str, str]:
    is_seen = has_odd(odd.place.excerpt[odd.place.column - 1 :][:1])
    if not is_seen:
        hint = _rewrite(f"U+{ord(odd.written[0]):04X}").rstrip("。")
    elif len(odd.written) == 1 and not any(odd.meant):
        hint = _delete(odd.place.line, odd.place.column).rstrip("。")
    else:
        hint = f"从第 {odd.place.line} 行第 {odd.place.column} 个字符起，删去它们，要空格的地方输入半角空格“ ”"
    return (
        f"{odd.subject}里有{_count(odd)}（{odd.named}）",
        f"{_REASON}已按{'普通的空格' if _are_spaces(odd) else '没有它们的文字'}来读。",
        f"{hint}；或运行 anliji fix，一次改好。",
    )


def _count(odd: OddCharacters) -> str:
    number = "一个" if len(odd.written) == 1 else f" {len(odd.written)} 个"
    return f"{number}{'特殊的空格' if _are_spaces(odd) else '看不见的字符'}"


def _are_spaces(odd: OddCharacters) -> bool:
    return all(map(is_space, odd.written))


def _is_control(character: str) -> bool:
    return character != "" and not character.isprintable()


def _delete(line: int, column: int) -> str:
    return f"把光标移到第 {line} 行第 {column} 个字符之后，按一次退格键删去它；删不准就重新输入前后几个字。"


def _rewrite(code: str) -> str:
    short = f"“\\x{code[-2:]}”或" if code.startswith("U+00") else ""
    return f"删去引号里写成{short}“\\u{code[2:]}”的部分，或重新输入这一行。"
