r"""该用普通空格的地方用了别的空白。

检查什么：行首的缩进、冒号前后、短横线后面只用普通的半角空格。

为什么：全角空格、不间断空格和零宽空格看着像空格，或者看不见，却不能用来缩进，也不能把字段和内容隔开，
后面的内容会读到别的字段里去。

例子：

    period:
    start: 2024-03        # 行首是一个全角空格

应改为：

    period:
      start: 2024-03
"""

from collections.abc import Iterator

from generator.case.odd_characters import name_of
from generator.case.problem import ERROR
from generator.reading.fault import SpaceFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

WORDING = {
    "indent": (
        "行首的缩进用了{name}（{code}）",
        "缩进只能用普通的半角空格，别的空白是文字的一部分，分不清一行属于哪个字段。",
        "删去行首的空白，每一级改用两个半角空格，例如“  start: 2024”",
    ),
    "block": (
        "正文的行首只有{name}（{code}）",
        "“|”后面的正文每一行都要用半角空格缩进，段首的全角空格写在它们后面。",
        "在第 {line} 行的行首加两个半角空格，例如“  正文”",
    ),
    "key": (
        "字段名和冒号之间有{name}（{code}）",
        "冒号要紧跟字段名，夹在中间的空白会被当成字段名的一部分。",
        "删去冒号前的空白，写成“{start}: ”",
    ),
    "colon": (
        "冒号后面用了{name}（{code}）",
        "冒号后面要留一个普通的半角空格，别的空白不能隔开字段和内容。",
        "删去冒号后面的空白，改成一个半角空格，写成“{start} ”",
    ),
    "dash": (
        "短横线后面用了{name}（{code}）",
        "列表项的短横线后面要留一个普通的半角空格，别的空白会和短横线一起被当成文字。",
        "删去短横线后面的空白，改成一个半角空格，写成“- ”",
    ),
    "line": (
        "空行里有{name}（{code}）",
        "只有空白的一行看着是空行，却会被当成文字。",
        "删去第 {line} 行的空白，例如按 Home 键，再按 Shift+End 和 Delete",
    ),
    "end": (
        "行末有{name}（{code}）",
        "这一行到此已经结束，后面的空白会被当成多出来的文字。",
        "删去第 {line} 行末尾的空白，例如按 End 键，再按退格键",
    ),
}
"""Message, reason and hint by the place of the space (see `generator.reading.fault.SpacePlace`)."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word spaces that are none for YAML."""
    for fault in record.faults("space-wrong", SpaceFault):
        known = {
            "name": name_of(fault.character),
            "code": f"U+{ord(fault.character):04X}",
            "line": fault.place.line,
            "start": fault.place.excerpt[: fault.place.column - 1].strip(" -\t\u00a0\u3000"),
        }
        message, reason, hint = (text.format(**known) for text in WORDING[fault.where])
        yield Finding(
            fault.place,
            message=message,
            reason=reason,
            hint=f"{hint}；或运行 anliji fix，一次改好。",
            edits=fault.edits,
            is_certain=True,
        )
